package dev.waymark.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of {@code activity}, worked by hand for 2015/16. */
class ActivityTest {

    private static Report report(Given given) {
        return report(given, "2016-03-31");
    }

    private static Report report(Given given, String asAt) {
        return MeasureRun.of(given.store(), MeasureCatalog.of(new ActivityProvider()), Period.parse("2015/16"))
                .asAt(LocalDate.parse(asAt))
                .report();
    }

    private static Figure figure(Report report, String id) {
        return report.figure("activity", id, Map.of()).orElseThrow();
    }

    private static String printed(Report report, String id) {
        return figure(report, id).printed();
    }

    /** "A family counts once however many episodes it has." */
    @Test
    void familyWithThreeEpisodesCountsOnce() {
        Report report = report(Given.family("1")
                .episode("a", "2015-04-10", "2015-05-01")
                .episode("b", "2015-06-10", "2015-07-01")
                .episode("c", "2015-08-10", ""));

        assertThat(printed(report, "families-worked-with")).isEqualTo("1");
        assertThat(printed(report, "families-opened")).isEqualTo("1");
        assertThat(printed(report, "families-closed")).isEqualTo("1");
        assertThat(printed(report, "caseload")).isEqualTo("1");
    }

    /** "worked with, with an episode open on the day before the period starts" (2015-03-31) */
    @Test
    void carriedInAreThoseOpenOnTheDayBeforeThePeriod() {
        Report report = report(Given.family("carried in")
                .episode("a", "2015-03-31", "")
                .andFamily("opened in the year", "")
                .episode("b", "2015-04-01", "")
                // closed on 31 March: not open at the end of that day, and worked with only through its second episode
                .andFamily("closed the day before, and back", "")
                .episode("c", "2015-01-01", "2015-03-31")
                .episode("d", "2015-05-01", ""));

        assertThat(printed(report, "families-carried-in")).isEqualTo("1");
        assertThat(printed(report, "families-worked-with")).isEqualTo("3");
    }

    /** Ages on 1 April 2015: 4, 5, 15, 16, 17, 18 and 65 or over; one person without a birth date. */
    @Test
    void membersAreCountedByAgeBandOnTheAgeDate() {
        Report report = report(Given.family("1")
                .episode("e", "2014-01-01", "")
                .member("1", "2010-04-02")
                .member("2", "2010-04-01")
                .member("3", "1999-04-02")
                .member("4", "1999-04-01")
                .member("5", "1997-04-02")
                .member("6", "1997-04-01")
                .member("7", "1940-01-01")
                .member("8", "")
                // a family that is not worked with in the year adds nobody
                .andFamily("2", "")
                .episode("f", "2014-01-01", "2014-06-01")
                .member("9", "2000-01-01"));

        assertThat(printed(report, "individuals")).isEqualTo("8");
        assertThat(printed(report, "adults")).isEqualTo("2");
        assertThat(printed(report, "children")).isEqualTo("5");
        assertThat(printed(report, "children-under-5")).isEqualTo("1");
        assertThat(printed(report, "age-not-recorded")).isEqualTo("1");
        assertThat(report.figures("activity", "individuals-by-age").stream()
                        .map(f -> f.name().dimensions().values().get("age-band") + ": " + f.printed()))
                .containsExactly(
                        "0-4: 1",
                        "5-10: 1",
                        "11-15: 1",
                        "16-17: 2",
                        "18-24: 1",
                        "25-34: 0",
                        "35-44: 0",
                        "45-54: 0",
                        "55-64: 0",
                        "65+: 1",
                        "not-recorded: 1");
    }

    @Test
    void ethnicitiesAreListedAToZAndNotRecordedLast() {
        Report report = report(Given.family("1")
                .episode("e", "2015-05-01", "")
                .member("1", "", "", "White British")
                .member("2", "", "", "")
                .member("3", "", "", "Asian")
                .member("4", "", "", "Asian"));

        assertThat(report.figures("activity", "individuals-by-ethnicity").stream()
                        .map(f -> f.name().dimensions().values().get("ethnicity") + ": " + f.printed()))
                .containsExactly("Asian: 2", "White British: 1", "not-recorded: 1");
    }

    /**
     * "adults and children: members whose age is recorded": 5 members in 2 families; 2 adults, 2 children, 1 not
     * recorded.
     */
    @Test
    void meansOfTheFamilyAreOverAllFamiliesWorkedWith() {
        Report report = report(Given.family("1")
                .episode("e", "2014-05-01", "")
                .member("1", "1980-04-01")
                .member("2", "1985-04-01")
                .member("3", "2005-04-01")
                .member("4", "2008-04-01")
                .member("5", "")
                .andFamily("2", "")
                .episode("f", "2014-05-01", ""));

        assertThat(printed(report, "mean-family-size")).isEqualTo("2.5");
        assertThat(printed(report, "mean-adults")).isEqualTo("1.0");
        assertThat(printed(report, "mean-children")).isEqualTo("1.0");
        // 35 and 30 years; 10 and 7 years
        assertThat(printed(report, "mean-age-adults")).isEqualTo("32.5");
        assertThat(printed(report, "mean-age-children")).isEqualTo("8.5");
    }

    /** "(closed - opened in days) / 7, over the counted episodes of the families closed": 14 and 35 days, 3.5 weeks. */
    @Test
    void weeksInvolvedAreThoseOfTheCountedEpisodes() {
        Report report = report(Given.family("1")
                .episode("a", "2015-04-10", "2015-04-24")
                .andFamily("2", "")
                .episode("not counted", "2015-04-10", "2015-04-11")
                .episode("c", "2015-05-01", "2015-06-05"));

        assertThat(printed(report, "mean-weeks-involved")).isEqualTo("3.5");
        assertThat(figure(report, "mean-weeks-involved").sum().orElseThrow()).isEqualByComparingTo("7");
    }

    /**
     * Worker 1 has families A and B, worker 2 has A; the closed episode of worker 3 names nobody's caseload: 3 over 2.
     */
    @Test
    void familiesByWorkerCountsAFamilyOnceForEachOfItsWorkers() {
        Report report = report(Given.family("A")
                .episode("a", "s", "2015-04-10", "", "1")
                .episode("b", "s", "2015-04-11", "", "1")
                .episode("c", "s", "2015-04-12", "", "2")
                .andFamily("B", "")
                .episode("d", "s", "2015-04-10", "", "1")
                .episode("e", "s", "2015-04-10", "2016-03-31", "3")
                .episode("f", "s", "2015-04-10", "", ""));

        assertThat(figure(report, "families-by-worker").sum().orElseThrow()).isEqualByComparingTo("3");
        assertThat(printed(report, "families-by-worker")).isEqualTo("1.5");
    }

    /** An episode that closes on 31 March is not open at the end of that day. */
    @Test
    void caseloadIsTakenAtTheEndOfTheAsAtDate() {
        Given given = Given.family("1").episode("e", "2015-04-10", "2015-10-01");

        assertThat(printed(report(given, "2015-09-30"), "caseload")).isEqualTo("1");
        assertThat(printed(report(given, "2015-10-01"), "caseload")).isEqualTo("0");
    }

    @Test
    void withoutIndividualsFiguresAboutMembersHaveNoValueAndTheOthersStand() {
        Report report = report(Given.family("1").episode("e", "2015-04-10", ""));

        for (String id : List.of("individuals", "adults", "mean-family-size", "mean-age-children")) {
            assertThat(figure(report, id).status()).isEqualTo(Status.TABLE_ABSENT);
        }
        assertThat(printed(report, "families-worked-with")).isEqualTo("1");
        assertThat(figure(report, "mean-weeks-involved").status()).isEqualTo(Status.EMPTY_BASE);
    }
}
