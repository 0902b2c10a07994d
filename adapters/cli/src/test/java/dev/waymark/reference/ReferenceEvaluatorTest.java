package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.reference.ReferenceFigures.Result;
import dev.waymark.reference.ReferenceRules.Rejection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference evaluator against cases worked by hand, each with the rule it comes from. */
class ReferenceEvaluatorTest {

    private static final ReferencePeriod YEAR = ReferencePeriod.financialYear(2015);
    private static final LocalDate AS_AT = LocalDate.of(2016, 3, 31);
    private static final String EPISODES = "episode_id,family_id,service,opened,closed,worker_id";
    private static final String READINGS = "family_id,date,kind,physical-health";
    private static final String FORMS = "assessment_id,family_id,individual_id,date,kind";
    private static final String FINDINGS = "assessment_id,issue,present";

    /** "{@code 96} of {@code 150}: lower 56.057416, upper 71.243417, method wilson", the example of the figures. */
    @Test
    void wilsonIntervalOf96Of150() {
        ReferenceIntervals.Interval interval = ReferenceIntervals.wilson(96, 150);

        assertThat(interval.lower()).isEqualTo("56.057416");
        assertThat(interval.upper()).isEqualTo("71.243417");
    }

    /** Nobody of five and all of five: z^2 / (5 + z^2) = 43.448246 %, worked by hand. */
    @Test
    void wilsonIntervalAtTheEndsStaysWithinNoughtAndHundred() {
        assertThat(ReferenceIntervals.wilson(0, 5))
                .isEqualTo(new ReferenceIntervals.Interval(number("0"), number("43.448246")));
        assertThat(ReferenceIntervals.wilson(5, 5))
                .isEqualTo(new ReferenceIntervals.Interval(number("56.551754"), number("100")));
    }

    /**
     * Printed tables of Student's t, two-sided 5 %: 12.706, 4.303, 3.182, 2.228, 2.042, 1.984; two have closed forms.
     */
    @Test
    void studentTQuantilesAreThoseOfThePrintedTables() {
        assertThat(ReferenceIntervals.studentTQuantile(1)).isCloseTo(Math.tan(Math.PI * 0.475), within(1e-12));
        assertThat(ReferenceIntervals.studentTQuantile(2))
                .isCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)), within(1e-13));
        assertThat(ReferenceIntervals.studentTQuantile(1)).isCloseTo(12.706, within(0.0005));
        assertThat(ReferenceIntervals.studentTQuantile(3)).isCloseTo(3.182, within(0.0005));
        assertThat(ReferenceIntervals.studentTQuantile(10)).isCloseTo(2.228, within(0.0005));
        assertThat(ReferenceIntervals.studentTQuantile(30)).isCloseTo(2.042, within(0.0005));
        assertThat(ReferenceIntervals.studentTQuantile(100)).isCloseTo(1.984, within(0.0005));
        assertThat(ReferenceIntervals.studentTQuantile(1_000_000)).isCloseTo(1.959966, within(0.000001));
    }

    /** "no longer: not present at last, of those present at first ("26 of the 33 not registered with a dentist")". */
    @Test
    void noLongerIs26Of33() {
        List<String> families = new ArrayList<>(List.of("family_id"));
        List<String> episodes = new ArrayList<>(List.of(EPISODES));
        List<String> forms = new ArrayList<>(List.of(FORMS));
        List<String> findings = new ArrayList<>(List.of(FINDINGS));
        for (int family = 1; family <= 40; family++) {
            families.add("F" + family);
            episodes.add("E" + family + ",F" + family + ",s,2015-05-01,2015-12-01,");
            forms.add("A" + family + ",F" + family + ",,2015-05-02,initial");
            forms.add("Z" + family + ",F" + family + ",,2015-12-01,closure");
            findings.add("A" + family + ",not-registered-dentist," + (family <= 33 ? "yes" : "no"));
            findings.add("Z" + family + ",not-registered-dentist," + (family <= 26 ? "no" : "yes"));
        }
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", families.toArray(new String[0]))
                .with("episodes", episodes.toArray(new String[0]))
                .with("assessments", forms.toArray(new String[0]))
                .with("findings", findings.toArray(new String[0])));

        String dimensions = "{issue=not-registered-dentist,level=family}";
        assertPercent(figures.get("issues/no-longer" + dimensions), 26, 33, "78.787879");
        assertPercent(figures.get("issues/no-longer-of-all" + dimensions), 26, 40, "65");
        assertPercent(figures.get("issues/at-first" + dimensions), 33, 40, "82.5");
        assertPercent(figures.get("issues/at-last" + dimensions), 14, 40, "35");
        assertPercent(figures.get("issues/new-at-last" + dimensions), 7, 7, "100");
        assertThat(figures.get("issues/change" + dimensions))
                .isEqualTo(new Result(
                        "points",
                        "value",
                        null,
                        number("-47.5"),
                        null,
                        null,
                        null,
                        number("82.5"),
                        number("35"),
                        null,
                        null));
        assertThat(figures.get("issues/relative-change" + dimensions))
                .isEqualTo(new Result(
                        "percent",
                        "value",
                        null,
                        number("-57.575758"),
                        number("-19"),
                        number("33"),
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(figures.get("issues/subjects{level=individual}").reason()).isEqualTo("table-absent");
    }

    /** "worked with ... {@code opened <= period end} and ({@code closed} empty or {@code closed >= period start})". */
    @Test
    void familyIsWorkedWithAtBothEdgesOfThePeriod() {
        assertThat(workedWith("2014-01-01", "2015-03-31")).isZero();
        assertThat(workedWith("2014-01-01", "2015-04-01")).isEqualTo(1);
        assertThat(workedWith("2016-03-31", "")).isEqualTo(1);
        assertThat(workedWith("2016-04-01", "")).isZero();
    }

    /** "a closing ... after it is empty": the family is still open on the as-at date. */
    @Test
    void closingAfterTheAsAtDateIsNotSeen() {
        ReferenceData data = ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E1,F1,s,2015-05-01,2015-09-01,");
        ReferenceEvaluator evaluator = new ReferenceEvaluator(data, Map.of());

        assertThat(count(evaluator.evaluate(YEAR, LocalDate.of(2015, 8, 31)), "activity/caseload"))
                .isEqualTo(1);
        assertThat(count(evaluator.evaluate(YEAR, LocalDate.of(2015, 8, 31)), "activity/families-closed"))
                .isZero();
        // "open on a day if ... closed is empty or after it (the state at the end of the day)"
        assertThat(count(evaluator.evaluate(YEAR, LocalDate.of(2015, 9, 1)), "activity/caseload"))
                .isZero();
        assertThat(count(evaluator.evaluate(YEAR, LocalDate.of(2015, 9, 1)), "activity/families-closed"))
                .isEqualTo(1);
        assertThatThrownBy(() -> evaluator.evaluate(YEAR, LocalDate.of(2015, 3, 31)))
                .hasMessage("as-at date 2015-03-31 is before the period's start");
    }

    /**
     * "The counted episode of a family closed: of the episodes closed in the period, the latest {@code closed} (then
     * latest {@code opened} ...)"; "(closed - opened in days) / 7": 2015-06-01 to 2015-07-01 are 30 days.
     */
    @Test
    void familyWithTwoClosingsCountsOnceByTheLatest() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with(
                        "episodes",
                        EPISODES,
                        "E1,F1,s,2015-04-01,2015-05-01,",
                        "E2,F1,s,2015-06-01,2015-07-01,",
                        "E3,F1,s,2015-05-01,2015-07-01,",
                        "E4,F1,s,2015-05-01,2016-04-01,"));

        assertThat(count(figures, "activity/families-closed")).isEqualTo(1);
        assertThat(figures.get("activity/mean-weeks-involved"))
                .isEqualTo(new Result(
                        "weeks",
                        "value",
                        null,
                        number("4.285714"),
                        null,
                        number("1"),
                        number("4.285714"),
                        null,
                        null,
                        null,
                        null));
    }

    /** 70 and 84 days are 10 and 12 weeks: mean 11, s = sqrt 2, s / sqrt n = 1, t(0.975, 1) = 12.706205. */
    @Test
    void meanOfTwoHasAStudentTInterval() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1", "F2")
                .with("episodes", EPISODES, "E1,F1,s,2015-04-01,2015-06-10,", "E2,F2,s,2015-04-01,2015-06-24,"));

        Result weeks = figures.get("activity/mean-weeks-involved");
        assertThat(weeks.value()).isEqualTo("11.000000");
        assertThat(weeks.sum()).isEqualTo("22.000000");
        assertThat(weeks.intervalLower()).isEqualTo("-1.706205");
        assertThat(weeks.intervalUpper()).isEqualTo("23.706205");
    }

    /** "Age is in completed years (born 29 February: a year older on 1 March)", "Born after the age date: age 0." */
    @Test
    void bornOn29FebruaryIsAYearOlderOn1March() {
        assertThat(ReferenceSemantics.completedYears(LocalDate.of(2000, 2, 29), LocalDate.of(2018, 2, 28)))
                .isEqualTo(17);
        assertThat(ReferenceSemantics.completedYears(LocalDate.of(2000, 2, 29), LocalDate.of(2018, 3, 1)))
                .isEqualTo(18);
        assertThat(ReferenceSemantics.completedYears(LocalDate.of(2000, 2, 29), LocalDate.of(2016, 2, 29)))
                .isEqualTo(16);
        assertThat(ReferenceSemantics.completedYears(LocalDate.of(2016, 3, 1), LocalDate.of(2015, 4, 1)))
                .isZero();
    }

    /**
     * "the age date: the later of the period's start and the entry episode's {@code opened}"; "a child is under 18".
     */
    @Test
    void ageIsThatOnTheAgeDate() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E2,F1,s,2015-07-01,,", "E1,F1,s,2015-06-15,,")
                .with(
                        "individuals",
                        "individual_id,family_id,birth_date,ethnicity",
                        "I1,F1,1997-06-15,A1",
                        "I2,F1,1997-06-16,",
                        "I3,F1,2010-06-16,A1",
                        "I4,F1,2016-03-31,A1",
                        "I5,F1,2016-04-01,never seen",
                        "I6,F1,,B"));

        assertThat(count(figures, "activity/individuals")).isEqualTo(5);
        assertThat(count(figures, "activity/adults")).isEqualTo(1);
        assertThat(count(figures, "activity/children")).isEqualTo(3);
        assertThat(count(figures, "activity/children-under-5")).isEqualTo(2);
        assertThat(count(figures, "activity/age-not-recorded")).isEqualTo(1);
        assertThat(count(figures, "activity/individuals-by-age{age-band=16-17}"))
                .isEqualTo(1);
        assertThat(keys(figures, "activity/individuals-by-ethnicity"))
                .containsExactly(
                        "activity/individuals-by-ethnicity{ethnicity=A1}",
                        "activity/individuals-by-ethnicity{ethnicity=B}",
                        "activity/individuals-by-ethnicity{ethnicity=not-recorded}");
        assertThat(figures.get("activity/mean-family-size").value()).isEqualTo("5.000000");
        assertThat(figures.get("activity/mean-adults").value()).isEqualTo("1.000000");
        // 17 + 4 + 0 completed years over three children
        assertThat(figures.get("activity/mean-age-children").value()).isEqualTo("7.000000");
    }

    /**
     * "over the distinct workers named by an episode open on the as-at date: the number of families with such an
     * episode naming the worker": W1 has F1 and F2, W2 has F1; W3's episode is closed.
     */
    @Test
    void familiesByWorkerCountsAFamilyOnceAWorker() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1", "F2")
                .with(
                        "episodes",
                        EPISODES,
                        "E1,F1,s,2015-05-01,,W1",
                        "E2,F1,s,2015-06-01,,W1",
                        "E3,F1,s,2015-06-01,,W2",
                        "E4,F2,s,2015-06-01,,W1",
                        "E5,F2,s,2015-06-01,2016-03-31,W3",
                        "E6,F2,s,2015-06-01,,"));

        assertThat(figures.get("activity/families-by-worker").value()).isEqualTo("1.500000");
        assertThat(figures.get("activity/families-by-worker").denominator()).isEqualTo("2.000000");
    }

    /**
     * "last = the latest reading of kind review or closure that belongs and is dated after the first (of a closure and
     * a review of the same date the closure is the last)"; "score increased AND at least one stage up".
     */
    @Test
    void closureOnTheDayOfAReviewIsTheLastReading() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1", "F2", "F3", "F4")
                .with(
                        "episodes",
                        EPISODES,
                        "E1,F1,s,2015-05-01,2015-12-01,",
                        "E2,F2,s,2015-05-01,2015-12-01,",
                        "E3,F3,s,2015-05-01,2015-12-01,",
                        "E4,F4,s,2015-05-01,2015-12-01,")
                .with(
                        "star_readings",
                        READINGS,
                        "F1,2015-05-01,initial,2",
                        "F1,2015-12-01,closure,3",
                        "F1,2015-12-01,review,10",
                        "F1,2015-12-02,closure,10",
                        "F2,2015-05-01,initial,3",
                        "F2,2015-05-01,review,9",
                        "F3,2015-04-30,initial,3",
                        "F3,2015-12-01,closure,9",
                        "F4,2015-05-01,initial,3",
                        "F4,2015-06-01,review,4"));

        assertThat(count(figures, "familystar.base/families-closed")).isEqualTo(4);
        assertThat(count(figures, "familystar.base/paired")).isEqualTo(2);
        assertThat(count(figures, "familystar.base/no-first")).isEqualTo(1);
        assertThat(count(figures, "familystar.base/no-last")).isEqualTo(1);
        assertPercent(figures.get("familystar.base/pairing-rate"), 2, 4, "50");
        assertPercent(figures.get("familystar.progress/positive-progress{area=physical-health}"), 1, 2, "50");
        assertPercent(figures.get("familystar.progress/maintained{area=physical-health}"), 1, 2, "50");
        assertThat(count(
                        figures,
                        "familystar.transitions/families"
                                + "{area=physical-health,stage-at-first=stuck,stage-at-last=accepting-help}"))
                .isEqualTo(1);
        assertThat(figures.get("familystar.progress/positive-progress{area=family-routine}"))
                .isEqualTo(new Result(
                        "percent",
                        "no-value",
                        "empty-base",
                        null,
                        number("0"),
                        number("0"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** "the last stage: no-value, {@code cannot-progress}, numerator null, the denominator given". */
    @Test
    void lastStageCannotProgress() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E1,F1,s,2015-05-01,2015-12-01,")
                .with("star_readings", READINGS, "F1,2015-05-01,initial,9", "F1,2015-06-01,review,10"));

        String dimensions = "{area=physical-health,stage=effective-parenting}";
        assertThat(figures.get("familystar.progress/positive-progress-by-start" + dimensions))
                .isEqualTo(new Result(
                        "percent",
                        "no-value",
                        "cannot-progress",
                        null,
                        null,
                        number("1"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** "a figure that needs it is {@code no-value} with the reason {@code table-absent}, never zero". */
    @Test
    void absentTablesGiveNoValue() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E1,F1,s,2015-05-01,,"));

        Set<String> withValue = new TreeSet<>();
        figures.forEach((key, result) -> {
            // payment by results takes an absent table for missing evidence, not for a figure without a value
            if (!"table-absent".equals(result.reason()) && !key.startsWith("pbr.")) {
                withValue.add(key);
            }
        });
        assertThat(withValue)
                .containsExactly(
                        "activity/caseload",
                        "activity/families-by-worker",
                        "activity/families-carried-in",
                        "activity/families-closed",
                        "activity/families-opened",
                        "activity/families-worked-with",
                        "activity/mean-weeks-involved");
    }

    /**
     * "reviews due: per episode, days first + 84 k ... on or before {@code closed}", "dated after due - 84 days and on
     * or before due": first 2015-04-01, due 2015-06-24, 2015-09-16 and, on the closing, 2015-12-09.
     */
    @Test
    void reviewsAreDueEvery84Days() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E1,F1,s,2015-04-01,2015-12-09,")
                .with(
                        "star_readings",
                        READINGS,
                        "F1,2015-04-01,initial,2",
                        "F1,2015-06-24,review,3",
                        "F1,2015-12-09,closure,4"));

        assertPercent(figures.get("timeliness/review-in-time"), 2, 3, "66.666667");
        assertPercent(figures.get("timeliness/first-assessment-in-time"), 1, 1, "100");
        assertThat(count(figures, "timeliness/episodes-without-first")).isZero();
        assertThat(figures.get("timeliness/return-interview-in-time").reason()).isEqualTo("table-absent");
    }

    /**
     * "{@code opened} + 42 days is on or before the as-at date", "dated from {@code opened} to {@code opened} + 42
     * days".
     */
    @Test
    void firstAssessmentIsDueAfter42Days() {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(
                ReferenceData.empty()
                        .with("families", "family_id", "F1", "F2")
                        .with("episodes", EPISODES, "E1,F1,s,2015-05-01,2015-05-02,", "E2,F2,s,2015-05-02,,")
                        .with("assessments", FORMS, "A1,F1,,2015-06-12,initial", "A2,F2,,2015-05-01,initial"),
                Map.of());

        assertPercent(
                evaluator.evaluate(YEAR, LocalDate.of(2015, 6, 12)).get("timeliness/first-assessment-in-time"),
                1,
                1,
                "100");
        assertPercent(
                evaluator.evaluate(YEAR, LocalDate.of(2015, 6, 13)).get("timeliness/first-assessment-in-time"),
                1,
                2,
                "50");
    }

    /** "in time: {@code followed_up_on} from {@code date} to {@code date} + 3 days", due by the as-at date. */
    @Test
    void returnInterviewIsDueAfterThreeDays() {
        Map<String, Result> figures = figures(ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES)
                .with(
                        "incidents",
                        "incident_id,family_id,date,kind,followed_up_on",
                        "1,F1,2015-05-01,missing-episode,2015-05-04",
                        "2,F1,2015-05-01,missing-episode,2015-05-05",
                        "3,F1,2015-05-01,Missing-Episode,",
                        "4,F1,2016-03-28,missing-episode,2016-03-28",
                        "5,F1,2016-03-29,missing-episode,2016-03-29",
                        "6,F1,2015-05-01,asb,2015-05-01"));

        assertPercent(figures.get("timeliness/return-interview-in-time"), 2, 4, "50");
    }

    /** "A headline need is met when any of these says yes to an issue that the taxonomy files under it". */
    @Test
    void eligibilityCountsTheNeedsOfTheOpeningForms() {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(
                ReferenceData.empty()
                        .with("families", "family_id", "F1", "F2", "F3")
                        .with("individuals", "individual_id,family_id", "I1,F1")
                        .with(
                                "episodes",
                                EPISODES,
                                "E1,F1,s,2015-05-01,,",
                                "E2,F2,s,2015-05-01,,",
                                "E3,F3,s,2015-05-01,,")
                        .with(
                                "assessments",
                                FORMS,
                                "A1,F1,,2015-05-01,initial",
                                "A2,F1,,2015-05-02,initial",
                                "A3,F1,I1,2015-06-01,initial",
                                "A4,F2,,2015-06-01,initial",
                                "A5,F3,,2015-04-30,initial")
                        .with(
                                "findings",
                                FINDINGS,
                                "A1,debt,yes",
                                "A1,rent-arrears,yes",
                                "A1,ours,yes",
                                "A2,school-absence,yes",
                                "A3,neglect,yes",
                                "A4,debt,unknown"),
                Map.of(
                        "debt", "work-and-money",
                        "rent-arrears", "work-and-money",
                        "school-absence", "school",
                        "neglect", "children-who-need-help"));
        Map<String, Result> figures = evaluator.evaluate(YEAR, AS_AT);

        assertThat(count(figures, "eligibility/families-by-needs{needs=0}")).isEqualTo(1);
        assertThat(count(figures, "eligibility/families-by-needs{needs=2}")).isEqualTo(1);
        assertPercent(figures.get("eligibility/eligible"), 1, 2, "50");
        assertPercent(figures.get("eligibility/families-with-need{need=work-and-money}"), 1, 2, "50");
        assertPercent(figures.get("eligibility/families-with-need{need=school}"), 0, 2, "0");
        // A1 (debt, rent-arrears, ours) and A3 (neglect); A4 shows none; F3 has no entry form
        assertThat(figures.get("issues/mean-issues-per-family").sum()).isEqualTo("4.000000");
        assertThat(figures.get("issues/mean-issues-per-family").denominator()).isEqualTo("2.000000");
        assertPercent(figures.get("issues/families-with-issue{issue=debt}"), 1, 1, "100");
        // "same date and kind: the least assessment_id is the first", and A2 is later
        assertPercent(figures.get("issues/families-with-issue{issue=school-absence}"), 0, 0, null);
    }

    /**
     * "{@code --by service}: ... with all their records and only those episodes; a family can be in several strata".
     */
    @Test
    void serviceStratumHasOnlyTheEpisodesOfTheService() {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(
                ReferenceData.empty()
                        .with("families", "family_id,district", "F1,South", "F2,", "F3,North")
                        .with(
                                "episodes",
                                EPISODES,
                                "E1,F1,a,2015-05-01,2015-12-01,",
                                "E2,F1,b,2015-06-01,,",
                                "E3,F2,b,2015-05-01,,",
                                "E4,F3,c,2016-04-01,,"),
                Map.of());
        Map<String, Result> figures =
                evaluator.report(YEAR, AS_AT, List.of("service", "district"), List.of("activity"));

        assertThat(keys(figures, "activity/families-worked-with"))
                .containsExactly(
                        "activity/families-worked-with",
                        "activity/families-worked-with{service=a}",
                        "activity/families-worked-with{service=b}",
                        "activity/families-worked-with{district=North}",
                        "activity/families-worked-with{district=South}",
                        "activity/families-worked-with{district=not-recorded}");
        assertThat(count(figures, "activity/caseload")).isEqualTo(2);
        assertThat(count(figures, "activity/caseload{service=a}")).isZero();
        assertThat(count(figures, "activity/caseload{service=b}")).isEqualTo(2);
        assertThat(count(figures, "activity/families-closed{service=a}")).isEqualTo(1);
        assertThat(count(figures, "activity/families-closed{service=b}")).isZero();
    }

    /**
     * "One row has one entry, the first that applies in this order"; "an accepted earlier row has the same identity".
     */
    @Test
    void rejectionsComeInTheOrderOfTheRules() {
        ReferenceData data = ReferenceData.empty()
                .with(
                        "families",
                        "family_id,district",
                        "F1,North",
                        ",South",
                        "F1,South",
                        "F2",
                        "F3,East,more",
                        "",
                        "F4,")
                .with(
                        "individuals",
                        "individual_id,family_id,birth_date,sex",
                        "I1,F4,2015-02-30,Z",
                        "I2,F1,2016-01-01,f",
                        "I3,F2,1899-12-31,F")
                .with(
                        "episodes",
                        EPISODES,
                        "E1,F1,s,2015-05-02,2015-05-01,",
                        "E1,F1,s,2015-05-02,2015-05-02,",
                        "E1,F1,s,2015-05-02,2015-05-01,",
                        "E2,F9,,soon,,",
                        "E2,F9,s,soon,1800-01-01,",
                        "E2,F9,s,2015-05-02,1800-01-01,",
                        "E2,F9,s,2015-05-02,2015-05-01,")
                .with(
                        "star_readings",
                        "progress-to-work,family_id,date,kind,star,physical-health",
                        "11,F1,2015-05-02,Initial,,x",
                        "1,F1,2015-05-02,initial,family-star-plus,0",
                        "1,F1,2015-05-03,initial,no-such-star,1")
                .with(
                        "assessments",
                        FORMS,
                        "A1,F1,I1,2015-03-06,initial",
                        "A2,F1,I2,2015-03-06,initial",
                        "A3,F1,I2,2015-03-07,initial")
                .with("findings", FINDINGS, "A2,debt,yes", "A3,debt,perhaps", "A3,debt,YES", "A3,debt,no")
                .with(
                        "school_terms",
                        "individual_id,term_end,sessions_possible,sessions_absent,sessions_unauthorised,"
                                + "fixed_exclusions",
                        "I2,2015-07-21,10,11,12,0",
                        "I2,2015-07-21,10,10,11,0",
                        "I2,2015-07-21,-1,x,2147483648,0",
                        "I2,2015-07-21,10,10,2147483648,0")
                .with(
                        "incidents",
                        "incident_id,family_id,individual_id,date,kind,followed_up_on",
                        "1,F1,I2,2015-12-31,asb,2015-12-30",
                        "2,F1,,2015-12-31,asb,2015-12-30",
                        "3,F1,,2015-12-31,asb,later",
                        "4,F4,I2,2015-12-31,asb,later")
                .with(
                        "claims",
                        "family_id,scheme,claimed_on,amount",
                        "F1,a,2015-12-31,1.234",
                        "F1,a,2015-12-31,-1.20",
                        "F1,a,2016-01-01,+1")
                .with(
                        "budget",
                        "year,kind,line,amount",
                        "2015/16,income,x,1.5",
                        "2015/16,income,x,1.5",
                        "1999/00,income,x,1.",
                        "2015-16,income,x,1");

        assertThat(new ReferenceRules(data).rejections())
                .containsExactly(
                        new Rejection("families", 3, "family_id", "missing"),
                        new Rejection("families", 4, "family_id", "duplicate"),
                        new Rejection("families", 5, null, "malformed"),
                        new Rejection("families", 6, null, "malformed"),
                        new Rejection("individuals", 2, "birth_date", "malformed"),
                        new Rejection("individuals", 2, "sex", "malformed"),
                        new Rejection("individuals", 4, "family_id", "orphan"),
                        new Rejection("episodes", 2, "closed", "contradiction"),
                        new Rejection("episodes", 4, "episode_id", "duplicate"),
                        new Rejection("episodes", 5, "service", "missing"),
                        new Rejection("episodes", 6, "opened", "malformed"),
                        new Rejection("episodes", 7, "closed", "out-of-range"),
                        new Rejection("episodes", 8, "family_id", "orphan"),
                        new Rejection("star_readings", 2, "physical-health", "malformed"),
                        new Rejection("star_readings", 2, "progress-to-work", "out-of-range"),
                        new Rejection("star_readings", 3, "family_id", "duplicate"),
                        new Rejection("star_readings", 4, "star", "malformed"),
                        new Rejection("assessments", 2, "individual_id", "contradiction"),
                        new Rejection("assessments", 3, "date", "contradiction"),
                        new Rejection("findings", 2, "assessment_id", "orphan"),
                        new Rejection("findings", 3, "present", "malformed"),
                        new Rejection("findings", 5, "assessment_id", "duplicate"),
                        new Rejection("school_terms", 2, "sessions_absent", "contradiction"),
                        new Rejection("school_terms", 3, "sessions_unauthorised", "contradiction"),
                        new Rejection("school_terms", 4, "sessions_absent", "malformed"),
                        new Rejection("school_terms", 5, "sessions_unauthorised", "out-of-range"),
                        new Rejection("incidents", 2, "date", "contradiction"),
                        new Rejection("incidents", 3, "followed_up_on", "contradiction"),
                        new Rejection("incidents", 4, "followed_up_on", "malformed"),
                        new Rejection("incidents", 5, "individual_id", "contradiction"),
                        new Rejection("claims", 2, "amount", "malformed"),
                        new Rejection("claims", 3, "family_id", "duplicate"),
                        new Rejection("budget", 4, "amount", "malformed"),
                        new Rejection("budget", 5, "year", "malformed"));
    }

    /** "the physical line on which it starts (the header is line 1)"; "Blanks around an unquoted value are trimmed". */
    @Test
    void rowStartsOnItsPhysicalLine() {
        ReferenceData.Table table = ReferenceData.parse(
                "budget", "\uFEFFyear , line\r\n\r\n 2015/16 ,\"two\r\nlines, \"\"quoted\"\" \"\r\n \t\r\n\"\",x");

        assertThat(table)
                .isEqualTo(new ReferenceData.Table(
                        "budget",
                        List.of("year", "line"),
                        List.of(
                                new ReferenceData.Row(3, List.of("2015/16", "two\r\nlines, \"quoted\" ")),
                                new ReferenceData.Row(6, List.of("", "x")))));
    }

    /** "Text is ordered by Unicode code point everywhere (... {@code String.compareTo} differs above U+FFFF)". */
    @Test
    void textIsOrderedByCodePoint() {
        assertThat(ReferenceRecords.aToZ(
                        List.of("\uD83D\uDE00", "b", "not-recorded", "\uFFFD", "B", "9", "10", "\uFFFD")))
                .containsExactly("10", "9", "B", "b", "\uFFFD", "\uD83D\uDE00", "not-recorded");
    }

    @Test
    void cleanCouncilHasNoRejections() {
        for (long seed = 0; seed < 20; seed++) {
            RandomCouncil council = RandomCouncil.clean(seed);
            assertThat(council.evaluator().rejections()).as(council.toString()).isEmpty();
        }
    }

    @Test
    void dirtyCouncilsBreakEveryRule() {
        Set<String> codes = new TreeSet<>();
        for (long seed = 0; seed < 40; seed++) {
            for (Rejection rejection : RandomCouncil.dirty(seed).evaluator().rejections()) {
                codes.add(rejection.table() + " " + rejection.code());
            }
        }
        for (String table : ReferenceSchema.tableNames()) {
            assertThat(codes).contains(table + " malformed", table + " missing");
            if (!table.equals("budget")) {
                assertThat(codes).contains(table + " duplicate");
            }
            if (!table.equals("budget") && !table.equals("families")) {
                assertThat(codes).contains(table + " orphan");
            }
        }
        assertThat(codes)
                .contains(
                        "individuals out-of-range",
                        "episodes out-of-range",
                        "star_readings out-of-range",
                        "assessments out-of-range",
                        "school_terms out-of-range",
                        "incidents out-of-range",
                        "spells out-of-range",
                        "claims out-of-range",
                        "episodes contradiction",
                        "assessments contradiction",
                        "school_terms contradiction",
                        "incidents contradiction",
                        "spells contradiction");
    }

    @Test
    void councilReadsBackAsItWasWritten(@TempDir Path folder) throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            RandomCouncil council = RandomCouncil.dirty(seed);
            Path tidy = folder.resolve("tidy" + seed);
            Path untidy = folder.resolve("untidy" + seed);
            council.write(tidy);
            council.writeUntidily(untidy);

            assertThat(ReferenceData.read(tidy).tables())
                    .as(council.toString())
                    .isEqualTo(council.data().tables());
            assertThat(ReferenceData.read(untidy).tables())
                    .as(council.toString())
                    .isEqualTo(council.data().tables());
        }
    }

    @Test
    void sameSeedGivesTheSameCouncil() {
        assertThat(RandomCouncil.dirty(7).data().tables())
                .isEqualTo(RandomCouncil.dirty(7).data().tables());
        assertThat(RandomCouncil.dirty(7).data().tables())
                .isNotEqualTo(RandomCouncil.dirty(8).data().tables());
    }

    /** "closed = paired + no-first + no-last", "(with positive-progress-all they add up to the base)", and the like. */
    @Test
    void figuresOfACouncilAddUp() {
        for (long seed = 0; seed < 20; seed++) {
            RandomCouncil council = RandomCouncil.clean(seed);
            if (council.data().table("individuals").isEmpty()
                    || council.data().table("star_readings").isEmpty()) {
                continue;
            }
            ReferenceEvaluator evaluator = council.evaluator();
            Map<String, Result> figures = evaluator.evaluate(council.period(), council.asAt());

            assertThat(count(figures, "familystar.base/paired")
                            + count(figures, "familystar.base/no-first")
                            + count(figures, "familystar.base/no-last"))
                    .as(council.toString())
                    .isEqualTo(count(figures, "activity/families-closed"));
            assertThat(count(figures, "activity/adults")
                            + count(figures, "activity/children")
                            + count(figures, "activity/age-not-recorded"))
                    .as(council.toString())
                    .isEqualTo(count(figures, "activity/individuals"));
            for (String area : ReferenceStar.FAMILY_STAR_PLUS.areas()) {
                Result up = figures.get("familystar.progress/positive-progress-all{area=" + area + "}");
                Result same = figures.get("familystar.progress/maintained{area=" + area + "}");
                Result down = figures.get("familystar.progress/regression{area=" + area + "}");
                assertThat(up.numerator().add(same.numerator()).add(down.numerator()))
                        .as(council.toString())
                        .isEqualTo(up.denominator());
            }
            int inDistricts = 0;
            for (ReferenceStratum district : evaluator.strata("district", council.period(), council.asAt())) {
                Map<String, Result> part = evaluator.evaluate(council.period(), council.asAt(), district);
                inDistricts += count(part, "activity/families-worked-with{district=" + district.value() + "}");
                // "`pbr.finance` is not split"
                assertThat(part)
                        .as(council.toString())
                        .hasSize(figures.size() - keys(figures, "pbr.finance").size());
            }
            assertThat(inDistricts).as(council.toString()).isEqualTo(count(figures, "activity/families-worked-with"));
        }
    }

    private static int workedWith(String opened, String closed) {
        ReferenceData data = ReferenceData.empty()
                .with("families", "family_id", "F1")
                .with("episodes", EPISODES, "E1,F1,s," + opened + "," + closed + ",");
        return count(
                new ReferenceEvaluator(data, Map.of()).evaluate(YEAR, LocalDate.of(2016, 6, 30)),
                "activity/families-worked-with");
    }

    private static Map<String, Result> figures(ReferenceData data) {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(data, Map.of());
        assertThat(evaluator.rejections()).isEmpty();
        return evaluator.evaluate(YEAR, AS_AT);
    }

    private static List<String> keys(Map<String, Result> figures, String start) {
        return figures.keySet().stream().filter(key -> key.startsWith(start)).toList();
    }

    private static int count(Map<String, Result> figures, String key) {
        assertThat(figures).containsKey(key);
        assertThat(figures.get(key).unit()).isEqualTo("count");
        return figures.get(key).value().intValueExact();
    }

    private static void assertPercent(Result result, int numerator, int denominator, String value) {
        assertThat(result.unit()).isEqualTo("percent");
        assertThat(result.numerator()).isEqualByComparingTo(BigDecimal.valueOf(numerator));
        assertThat(result.denominator()).isEqualByComparingTo(BigDecimal.valueOf(denominator));
        assertThat(result.value()).isEqualTo(value == null ? null : number(value));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).setScale(6);
    }
}
