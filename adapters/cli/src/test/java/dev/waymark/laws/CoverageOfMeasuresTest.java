package dev.waymark.laws;

import static dev.waymark.family.Kind.CLOSURE;
import static dev.waymark.family.Kind.INITIAL;
import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.FamilyStarPlus.HOME_AND_MONEY;
import static dev.waymark.junit.FormAnswer.yes;
import static dev.waymark.junit.Score.area;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.junit.Council;
import dev.waymark.junit.CriteriaCoverage;
import dev.waymark.junit.Family;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.run.MeasureCatalog;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The branches of decisions that measures of Waymark take: which of them a handful of families puts to the test. */
class CoverageOfMeasuresTest {

    private static final MeasureSettings SETTINGS = new MeasureSettings(
            MeasureSettings.defaults().stars(),
            MeasureSettings.defaults().taxonomy(),
            Optional.of(LocalDate.of(2016, 3, 31)),
            List.of(),
            Map.of(),
            Map.of());

    private static CriteriaCoverage coverageOf(String id, Family... families) {
        OutcomeMeasure<?> measure =
                MeasureCatalog.load(CoverageOfMeasuresTest.class.getClassLoader()).measures(SETTINGS).stream()
                        .<OutcomeMeasure<?>>map(MeasureCatalog.Listed::measure)
                        .filter(listed -> listed.spec().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        CriteriaCoverage coverage = CriteriaCoverage.of(measure);
        coverage.report(Council.of(families).having("assessments", "findings"), "2015/16");
        return coverage;
    }

    /** The lines of the table about some branches, with single blanks. */
    private static Stream<String> lines(CriteriaCoverage coverage, String about) {
        return coverage.table()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> line.startsWith(about));
    }

    /** Abuse before the work began, and none since: the six months before D are October to March. */
    private static Family abuseIsOver() {
        return family().opened("2015-04-15").incident("domestic-abuse", "2015-01-10");
    }

    private static final Family ABUSE_GOES_ON = family().opened("2015-04-15")
            .incident("domestic-abuse", "2015-01-10")
            .incident("domestic-abuse", "2015-12-01");

    /** "forms: the latest later answer of that subject is no (no later yes/no: insufficient-data)". */
    private static final Family NOBODY_ASKED_AGAIN =
            family().opened("2015-04-15").form(INITIAL, "2015-05-01", yes("domestic-abuse-past"));

    /** "if the first of the six months before D is before the claim episode's opened: not-yet-observable". */
    private static final Family TOO_EARLY = family().opened("2015-11-01").incident("domestic-abuse", "2015-09-20");

    private static final Family NO_ABUSE = family().opened("2015-04-15");

    @Test
    void criterionOfASchemeHasABranchForEachDecision() {
        assertThat(lines(
                        coverageOf(
                                "pbr.results", abuseIsOver(), ABUSE_GOES_ON, NOBODY_ASKED_AGAIN, TOO_EARLY, NO_ABUSE),
                        "criterion=domestic-abuse"))
                .containsExactly(
                        "criterion=domestic-abuse, decision=met counted 1 not counted 4",
                        "criterion=domestic-abuse, decision=not-met counted 1 not counted 4",
                        "criterion=domestic-abuse, decision=insufficient-data counted 1 not counted 4",
                        "criterion=domestic-abuse, decision=not-yet-observable counted 1 not counted 4",
                        "criterion=domestic-abuse, decision=not-applicable counted 1 not counted 4");
        assertThat(lines(coverageOf("pbr.results", abuseIsOver(), abuseIsOver()), "criterion=domestic-abuse"))
                .containsExactly(
                        "criterion=domestic-abuse, decision=met counted 2 not counted 0 every family counts",
                        "criterion=domestic-abuse, decision=not-met counted 0 not counted 2 no family counts",
                        "criterion=domestic-abuse, decision=insufficient-data counted 0 not counted 2 no family counts",
                        "criterion=domestic-abuse, decision=not-yet-observable counted 0 not counted 2 no family"
                                + " counts",
                        "criterion=domestic-abuse, decision=not-applicable counted 0 not counted 2 no family counts");
    }

    private static Family moved(int first, int last) {
        return family().opened("2015-04-07")
                .star(INITIAL, "2015-05-01", area(HOME_AND_MONEY, first))
                .star(CLOSURE, "2015-11-20", area(HOME_AND_MONEY, last))
                .closed("2015-12-01");
    }

    /**
     * From 3 to 6 is a stage up, from 3 to 4 is none; from 8 to 9 is one too, but of those who began higher. Who began
     * at the last stage "cannot progress", which is no branch.
     */
    @Test
    void progressIsTriedByFamiliesOfItsBaseAlone() {
        CriteriaCoverage coverage = coverageOf("familystar.progress", moved(3, 6), moved(3, 4), moved(8, 9));
        assertThat(Arrays.asList(coverage.table().split("\n(?=[a-z])")))
                .filteredOn(figure -> figure.startsWith("positive-progress"))
                .extracting(figure -> figure.lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .filter(line -> line.startsWith("area=home-and-money"))
                        .toList())
                .containsExactly(
                        List.of("area=home-and-money counted 1 in base only 1"),
                        List.of("area=home-and-money counted 2 in base only 1"),
                        List.of(
                                "area=home-and-money, stage=stuck counted 0 in base only 0 no family is in the base",
                                "area=home-and-money, stage=accepting-help counted 1 in base only 1",
                                "area=home-and-money, stage=trying counted 0 in base only 0 no family is in the base",
                                "area=home-and-money, stage=finding-what-works counted 1 in base only 0"
                                        + " every family of the base counts"));
    }

    /** "two or more headline needs", of those who have an opening form. */
    @Test
    void eligibilityIsTriedByFamiliesWithOneNeedAndWithTwo() {
        Family two = family().opened("2015-04-07")
                .form(INITIAL, "2015-04-20", yes("school-absence"), yes("domestic-abuse-past"));
        Family one = family().opened("2015-04-07").form(INITIAL, "2015-04-20", yes("school-absence"));
        Family without = family().opened("2015-04-07");
        CriteriaCoverage coverage = coverageOf("eligibility", two, one, without);
        assertThat(lines(coverage, "(whole)")).containsExactly("(whole) counted 1 in base only 1");
        assertThat(lines(coverage, "need="))
                .containsExactly(
                        "need=crime counted 0 in base only 2 no family counts",
                        "need=school counted 2 in base only 0 every family of the base counts",
                        "need=children-who-need-help counted 0 in base only 2 no family counts",
                        "need=work-and-money counted 0 in base only 2 no family counts",
                        "need=domestic-abuse counted 1 in base only 1",
                        "need=health counted 0 in base only 2 no family counts");
    }
}
