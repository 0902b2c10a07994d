package dev.waymark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of {@code issues}, worked by hand for 2015/16. */
class IssuesTest {

    private static MeasureRun run(Given given) {
        return MeasureRun.of(given.store(), MeasureCatalog.of(new IssuesProvider()), Period.parse("2015/16"));
    }

    private static Figure figure(Report report, String figure, String... dimensions) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.length; i += 2) {
            values.put(dimensions[i], dimensions[i + 1]);
        }
        return report.figure("issues", figure, values).orElseThrow();
    }

    private static String of(Figure figure) {
        return figure.status().isValue()
                ? figure.numerator().orElseThrow().toPlainString() + "/"
                        + figure.denominator().orElseThrow().toPlainString()
                : figure.status().reason().orElseThrow();
    }

    private static String debt(Report report, String figure) {
        return of(figure(report, figure, "issue", "debt", "level", "family"));
    }

    /** A closed family whose first and last family-level form give these answers about debt. */
    private static Given andClosed(Given given, String id, String first, String last) {
        return given.andFamily(id, "")
                .episode("e" + id, "2015-04-10", "2015-12-01")
                .form("f" + id, "", "2015-04-20", "initial")
                .answer("f" + id, "debt", first)
                .form("l" + id, "", "2015-11-20", "closure")
                .answer("l" + id, "debt", last);
    }

    /**
     * Seven families by their answers at first and last: yes-yes, yes-no twice, no-yes, no-no twice, yes-unknown. The
     * last is in no before/after base: "For one issue both forms must answer it yes or no."
     */
    private static Given sevenFamilies() {
        Given given = Given.family("0").episode("e0", "2014-01-01", "2014-02-01");
        andClosed(given, "1", "yes", "yes");
        andClosed(given, "2", "yes", "no");
        andClosed(given, "3", "yes", "no");
        andClosed(given, "4", "no", "yes");
        andClosed(given, "5", "no", "no");
        andClosed(given, "6", "no", "no");
        return andClosed(given, "7", "yes", "unknown");
    }

    @Test
    void bothBasesOfAnIssueAreGiven() {
        Report report = run(sevenFamilies()).report();

        assertThat(debt(report, "at-first")).as("1, 2, 3 of 1 to 6").isEqualTo("3/6");
        assertThat(debt(report, "at-last")).as("1, 4 of 1 to 6").isEqualTo("2/6");
        assertThat(debt(report, "no-longer")).as("2, 3 of 1, 2, 3").isEqualTo("2/3");
        assertThat(debt(report, "no-longer-of-all")).as("2, 3 of 1 to 6").isEqualTo("2/6");
        assertThat(debt(report, "new-at-last")).as("4 of 4, 5, 6").isEqualTo("1/3");
    }

    /** 3 of 6 to 2 of 6: 16.7 percentage points less, and a third less. Published reports mix the two up. */
    @Test
    void pointsAndRelativeChangeAreBothGiven() {
        Report report = run(sevenFamilies()).report();

        Figure points = figure(report, "change", "issue", "debt", "level", "family");
        assertThat(points.unit().word()).isEqualTo("points");
        assertThat(points.value().orElseThrow()).isEqualByComparingTo("-16.666667");
        assertThat(points.first().orElseThrow()).isEqualByComparingTo("50");
        assertThat(points.last().orElseThrow()).isEqualByComparingTo("33.333333");
        Figure relative = figure(report, "relative-change", "issue", "debt", "level", "family");
        assertThat(of(relative)).isEqualTo("-1/3");
        assertThat(relative.interval()).isEmpty();
    }

    @Test
    void nobodyWithTheIssueAtFirstIsNoValueAndNotZero() {
        Given given = Given.family("0").episode("e0", "2014-01-01", "2014-02-01");
        Report report = run(andClosed(given, "1", "no", "no")).report();

        assertThat(debt(report, "at-first")).isEqualTo("0/1");
        assertThat(debt(report, "no-longer")).isEqualTo("empty-base");
        assertThat(debt(report, "relative-change")).isEqualTo("empty-base");
    }

    /** "the others A to Z, `not-recorded` last" */
    @Test
    void anIssueThatIsNotRecordedIsTheLast() {
        Given given =
                Given.family("0").episode("e0", "2014-01-01", "2014-02-01").form("f", "", "2014-01-02", "initial");
        for (String issue : List.of("zoo", "not-recorded", "debt")) {
            given.answer("f", issue, "yes");
        }

        assertThat(run(given).report().figures().stream()
                        .filter(figure -> figure.name().figure().equals("at-first"))
                        .map(figure -> figure.name().dimensions().value("issue").orElseThrow()))
                .containsExactly("debt", "zoo", "not-recorded");
    }

    /** "subjects; with a first and a last form; without a first; with a first but no last" */
    @Test
    void subjectsAreFamiliesClosedAndTheirMembers() {
        Report report = run(Given.family("1")
                        .episode("e", "2015-04-10", "2015-12-01")
                        .member("paired", "1980-01-01")
                        .member("first only", "2005-01-01")
                        .member("last only", "")
                        .form("a", "paired", "2015-04-20", "initial")
                        .answer("a", "not-in-employment", "yes")
                        .form("b", "paired", "2015-08-01", "review")
                        .answer("b", "not-in-employment", "no")
                        .form("c", "first only", "2015-04-20", "initial")
                        .form("d", "last only", "2015-11-20", "closure")
                        .answer("d", "neet", "no")
                        .andFamily("2 is still open", "")
                        .episode("f", "2015-04-10", "")
                        .member("not closed", "")
                        .form("g", "not closed", "2015-04-20", "initial")
                        .form("h", "not closed", "2015-05-20", "review"))
                .report();

        assertThat(figure(report, "subjects", "level", "family").printed()).isEqualTo("1");
        assertThat(figure(report, "no-first", "level", "family").printed()).isEqualTo("1");
        assertThat(figure(report, "subjects", "level", "individual").printed()).isEqualTo("3");
        assertThat(figure(report, "paired", "level", "individual").printed()).isEqualTo("1");
        assertThat(figure(report, "no-first", "level", "individual").printed()).isEqualTo("1");
        assertThat(figure(report, "no-last", "level", "individual").printed()).isEqualTo("1");
        assertThat(of(figure(report, "no-longer", "issue", "not-in-employment", "level", "individual")))
                .isEqualTo("1/1");
        // a row for each issue and level with a yes or a no on a form of the data
        assertThat(of(figure(report, "at-first", "issue", "neet", "level", "individual")))
                .isEqualTo("empty-base");
        assertThat(report.figure("issues", "at-first", Map.of("issue", "neet", "level", "family")))
                .isEmpty();
    }

    /**
     * "per subject, the family and each member, the earliest initial form that belongs to the entry episode", "any of
     * them says yes", "the number of different issue codes with a yes on any of them"
     */
    @Test
    void entryFormsAreTheFirstOfEachSubjectInTheEntryEpisode() {
        Report report = run(Given.family("1")
                        .episode("entry", "2015-04-10", "2015-06-01")
                        .episode("later", "2015-07-01", "")
                        .member("m", "2005-01-01")
                        .form("a", "", "2015-04-20", "initial")
                        .answer("a", "debt", "yes")
                        .answer("a", "neet", "no")
                        .form("b", "m", "2015-05-01", "initial")
                        .answer("b", "debt", "yes")
                        .answer("b", "neet", "yes")
                        .answer("b", "send", "unknown")
                        // the member's second initial form, and one of the later episode: no entry forms
                        .form("c", "m", "2015-05-02", "initial")
                        .answer("c", "send", "yes")
                        .form("d", "", "2015-07-02", "initial")
                        .answer("d", "overcrowded", "yes")
                        .andFamily("2 has an entry form without an answer", "")
                        .episode("two", "2015-04-10", "")
                        .form("e", "", "2015-04-20", "initial"))
                .report();

        assertThat(of(figure(report, "families-with-issue", "issue", "debt"))).isEqualTo("1/1");
        assertThat(of(figure(report, "families-with-issue", "issue", "neet"))).isEqualTo("1/1");
        assertThat(of(figure(report, "families-with-issue", "issue", "send"))).isEqualTo("empty-base");
        assertThat(of(figure(report, "families-with-issue", "issue", "overcrowded")))
                .isEqualTo("empty-base");
        Figure mean = figure(report, "mean-issues-per-family");
        assertThat(mean.sum().orElseThrow())
                .as("debt and neet of family 1, none of family 2")
                .isEqualByComparingTo("2");
        assertThat(mean.denominator().orElseThrow()).isEqualByComparingTo("2");
    }

    @Test
    void withoutTheTablesThereIsNoValue() {
        Report report = run(Given.family("1").episode("e", "2015-04-10", "")).report();

        assertThat(report.figures("issues"))
                .hasSize(9)
                .allMatch(figure -> figure.status().equals(Status.TABLE_ABSENT));
    }

    @Test
    void anExplanationGivesEachAnswerWithItsFormAndWhereItCounts() {
        Explanation explanation = run(sevenFamilies()).explain("issues", "2");

        List<Evidence> answers = explanation.evidence().stream()
                .filter(evidence -> evidence.table().equals("findings"))
                .toList();
        assertThat(answers)
                .extracting(e -> e.id().orElseThrow() + " " + e.date() + " " + e.roles() + " " + e.values())
                .containsExactly(
                        "f2 2015-04-20 [first form] {counts-in=at-first, no-longer, no-longer-of-all,"
                                + " issue=debt, present=yes, subject=family}",
                        "l2 2015-11-20 [last form] {counts-in=at-first, no-longer, no-longer-of-all,"
                                + " issue=debt, present=no, subject=family}",
                        "f2 2015-04-20 [entry form] {counts-in=families-with-issue, mean-issues-per-family,"
                                + " issue=debt, present=yes, subject=family}");
        assertThat(explanation.counts())
                .extracting(figure -> figure.name().figure())
                .contains("no-longer", "no-longer-of-all", "families-with-issue");
    }

    /**
     * Family 1 has the issue at first and at last, families 5 and 6 never: their change is 0, and they are its base.
     */
    @Test
    void familyWithoutAChangeCountsInTheChange() {
        for (String id : List.of("1", "5", "6")) {
            assertThat(run(sevenFamilies()).explain("issues", id).counts())
                    .extracting(figure -> figure.name().figure())
                    .contains("change");
        }
    }

    /** "yes or no in both forms": family 7 answers unknown at last. */
    @Test
    void familyOutsideTheBaseDoesNotCountInTheChange() {
        assertThat(run(sevenFamilies()).explain("issues", "7").counts())
                .extracting(figure -> figure.name().figure())
                .doesNotContain("change", "relative-change");
    }
}
