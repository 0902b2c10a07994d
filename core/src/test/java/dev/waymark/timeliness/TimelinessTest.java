package dev.waymark.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of {@code timeliness}, worked by hand for 2015/16. */
class TimelinessTest {

    private static Figure figure(Given given, String asAt, String figure) {
        return MeasureRun.of(given.store(), MeasureCatalog.of(new TimelinessProvider()), Period.parse("2015/16"))
                .asAt(LocalDate.parse(asAt))
                .report()
                .figure("timeliness", figure, Map.of())
                .orElseThrow();
    }

    private static String of(Given given, String asAt, String figure) {
        Figure found = figure(given, asAt, figure);
        return found.numerator().orElseThrow().toPlainString() + "/"
                + found.denominator().orElseThrow().toPlainString();
    }

    /** Opened on 1 June 2015: 42 days later is 13 July. */
    @ParameterizedTest
    @CsvSource({
        "2015-06-01, initial, 2016-03-31, 1/1",
        "2015-07-13, initial, 2016-03-31, 1/1",
        "2015-07-14, initial, 2016-03-31, 0/1",
        "2015-05-31, initial, 2016-03-31, 0/1",
        "2015-06-02, review, 2016-03-31, 0/1",
        "2015-06-02, initial, 2015-07-13, 1/1",
        "2015-06-02, initial, 2015-07-12, 0/0"
    })
    void aFirstAssessmentIsDueWithinSixWeeks(String date, String kind, String asAt, String expected) {
        Given given = Given.family("1").episode("e", "2015-06-01", "").form("f", "", date, kind);

        assertThat(of(given, asAt, "first-assessment-in-time")).isEqualTo(expected);
    }

    @Test
    void aReadingOrAMembersFormIsAFirstAssessmentToo() {
        Given given = Given.family("1")
                .episode("a", "2015-06-01", "")
                .reading("2015-06-20", "initial", 3)
                .andFamily("2", "")
                .episode("b", "2015-06-01", "")
                .member("m", "2000-01-01")
                .form("f", "m", "2015-06-20", "initial")
                .andFamily("3", "")
                // closed before the six weeks were over: counted all the same
                .episode("c", "2015-06-01", "2015-06-10");

        assertThat(of(given, "2016-03-31", "first-assessment-in-time")).isEqualTo("2/3");
    }

    /**
     * First on 1 February 2015: reviews due on 26 April, 19 July and 11 October 2015, 3 January 2016 (84 days apart),
     * and 27 March 2016 after the closing.
     */
    @Test
    void reviewsAreDueEveryTwelveWeeksWhileTheEpisodeGoesOn() {
        Given given = Given.family("1")
                .episode("e", "2015-01-15", "2016-03-01")
                .reading("2015-02-01", "initial", 3)
                // due on 26 April: the day itself is in time
                .reading("2015-04-26", "review", 3)
                // due on 19 July: 26 April is 84 days before, so a review is needed from 27 April
                // due on 11 October: the first day that counts is 20 July
                .form("f", "", "2015-07-20", "review")
                // due on 3 January: closure forms count
                .form("g", "", "2016-01-03", "closure");

        assertThat(of(given, "2016-03-31", "review-in-time")).isEqualTo("3/4");
        assertThat(of(given, "2016-01-02", "review-in-time"))
                .as("as at the day before the fourth is due")
                .isEqualTo("2/3");
    }

    /** As at 31 March 2016, 84 days before is 7 January 2016. */
    @Test
    void episodesOfTwelveWeeksWithoutAFirstAssessmentAreCounted() {
        Given given = Given.family("long ago")
                .episode("a", "2016-01-07", "")
                .andFamily("not yet twelve weeks", "")
                .episode("b", "2016-01-08", "")
                .andFamily("closed before the period", "")
                .episode("c", "2015-01-01", "2015-03-31")
                .andFamily("closed on its first day", "")
                .episode("d", "2015-01-01", "2015-04-01")
                .andFamily("assessed", "")
                .episode("e", "2015-06-01", "")
                .form("f", "", "2016-03-31", "initial");

        assertThat(figure(given, "2016-03-31", "episodes-without-first").printed())
                .isEqualTo("2");
    }

    @Test
    void anInterviewIsDueWithinThreeDaysOfAMissingEpisode() {
        Given given = Given.family("1")
                .episode("e", "2015-06-01", "")
                .incident("in time on the third day", "", "2015-07-01", "missing-episode", "2015-07-04")
                .incident("too late", "", "2015-07-02", "missing-episode", "2015-07-06")
                .incident("none", "", "2015-07-03", "missing-episode", "")
                .incident("not three days ago", "", "2016-03-29", "missing-episode", "2016-03-30")
                .incident("before the period", "", "2015-03-31", "missing-episode", "2015-03-31")
                .incident("no missing episode", "", "2015-07-03", "police-callout", "");

        assertThat(of(given, "2016-03-31", "return-interview-in-time")).isEqualTo("1/3");
    }

    @ParameterizedTest
    @CsvSource({
        "first-assessment-in-time, 'no-value, table-absent'",
        "return-interview-in-time, 'no-value, table-absent'",
        "episodes-without-first, 'no-value, table-absent'"
    })
    void withoutFormsAndReadingsThereIsNoValue(String figure, String expected) {
        Figure found = figure(Given.family("1").episode("e", "2015-06-01", ""), "2016-03-31", figure);

        assertThat(found.status().state().word() + ", "
                        + found.status().reason().orElse(""))
                .isEqualTo(expected);
    }
}
