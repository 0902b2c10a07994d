package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.activity.ActivityProvider;
import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.FigureName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamiliesBehindTest {

    /**
     * Of the four families worked with in 2015/16, 1 and 2 are closed in it; 3 came back and is closed with the one
     * service and open with the other; 4 was closed the year before and opened again.
     */
    private static final Given FOUR = Given.family("1", "North")
            .episode("1", "early-help", "2015-06-01", "2015-09-01", "")
            .andFamily("2", "")
            .episode("2", "early-help", "2015-06-01", "2015-06-15", "")
            .andFamily("3", "North")
            .episode("3a", "early-help", "2015-04-01", "2015-05-06", "")
            .episode("3b", "parenting-programme", "2015-07-01", "", "")
            .andFamily("4", "South")
            .episode("4a", "early-help", "2014-04-01", "2015-03-31", "")
            .episode("4b", "parenting-programme", "2015-05-01", "", "");

    private static MeasureRun run() {
        return MeasureRun.of(FOUR.store(), MeasureCatalog.of(new ActivityProvider()), Period.parse("2015/16"));
    }

    private static FigureName name(String figure, Map<String, String> dimensions) {
        return new FigureName("activity", figure, new Dimensions(dimensions));
    }

    private static List<String> behind(String figure, Map<String, String> dimensions) {
        return run().familiesBehind(name(figure, dimensions)).shares().stream()
                .map(FamiliesBehind.Share::familyId)
                .toList();
    }

    @Test
    void familiesBehindACountAreThoseCounted() {
        FamiliesBehind closed = run().familiesBehind(name("families-closed", Map.of()));

        assertThat(closed.figure().printed()).isEqualTo("3");
        assertThat(closed.shares())
                .extracting(share -> share.familyId() + ": " + share.alone().printed())
                .containsExactly("1: 1", "2: 1", "3: 1");
    }

    /** 1: 2015-06-01 to 2015-09-01 are 92 days; 2: 14 days, two weeks; 3: 35 days, five weeks; 4 is not closed. */
    @Test
    void whatAFamilyGivesToAMeanIsItsPartOfTheSum() {
        FamiliesBehind weeks = run().familiesBehind(name("mean-weeks-involved", Map.of()));

        assertThat(weeks.shares())
                .extracting(
                        share -> share.familyId() + ": " + share.alone().sum().orElseThrow() + " of "
                                + share.alone().denominator().orElseThrow())
                .containsExactly("1: 13.142857 of 1", "2: 2.000000 of 1", "3: 5.000000 of 1");
    }

    @Test
    void figureOfADistrictHasTheFamiliesOfTheDistrict() {
        assertThat(behind("families-closed", Map.of("district", "North"))).containsExactly("1", "3");
        assertThat(behind("families-closed", Map.of("district", "South"))).isEmpty();
        assertThat(behind("families-worked-with", Map.of("district", Dimensions.NOT_RECORDED)))
                .containsExactly("2");
    }

    /** A service sees its own episodes alone: with parenting, 3 is not closed, and 4 is not carried in. */
    @Test
    void figureOfAServiceHasFamiliesAsTheServiceSeesThem() {
        assertThat(behind("families-closed", Map.of("service", "early-help"))).containsExactly("1", "2", "3");
        assertThat(behind("families-closed", Map.of("service", "parenting-programme")))
                .isEmpty();
        assertThat(behind("families-worked-with", Map.of("service", "parenting-programme")))
                .containsExactly("3", "4");
    }

    @Test
    void shareHasTheNameOfTheFigureThatItIsOf() {
        FigureName name = name("families-closed", Map.of("district", "North"));

        assertThat(run().familiesBehind(name).figure().name()).isEqualTo(name);
        assertThat(run().familiesBehind(name).shares())
                .extracting(share -> share.alone().name())
                .containsOnly(name);
    }

    /** As at the end of August family 1 is not closed yet. */
    @Test
    void familiesAreThoseThatCountAsAtTheDay() {
        assertThat(run().asAt(LocalDate.of(2015, 8, 31))
                        .familiesBehind(name("families-closed", Map.of()))
                        .shares())
                .extracting(FamiliesBehind.Share::familyId)
                .containsExactly("2", "3");
    }

    @Test
    void runThatIsAskedIsNotSplitByIt() {
        MeasureRun run = run();
        int figures = run.report().figures().size();

        run.familiesBehind(name("families-closed", Map.of("district", "North")));

        assertThat(run.report().figures()).hasSize(figures);
    }

    @Test
    void figureThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> run().familiesBehind(name("families-shut", Map.of())))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-FIGURE-UNKNOWN: the measure activity has no figure 'families-shut'."
                        + " There are: families-worked-with, families-opened, families-closed, ");
    }

    @Test
    void dimensionsThatThereAreNotAreRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> run().familiesBehind(name("families-closed", Map.of("district", "West"))))
                .hasMessage("WM-FIGURE-UNKNOWN: there is no figure activity/families-closed{district=West}."
                        + " Give each of its dimensions: district (North, South, not-recorded).");
        assertThatThrownBy(() -> run().familiesBehind(name("families-closed", Map.of("sex", "female"))))
                .hasMessage("WM-FIGURE-UNKNOWN: there is no figure activity/families-closed{sex=female}."
                        + " It has no dimensions but district or service.");
        assertThatThrownBy(() -> run().familiesBehind(name("individuals-by-age", Map.of())))
                .hasMessageStartingWith("WM-FIGURE-UNKNOWN: there is no figure activity/individuals-by-age{}."
                        + " Give each of its dimensions: age-band (");
    }

    @Test
    void figureOfTwoStrataIsRefused() {
        assertThatThrownBy(() -> run().familiesBehind(
                                name("families-closed", Map.of("district", "North", "service", "early-help"))))
                .hasMessage("WM-FIGURE-UNKNOWN: a figure is of a district or of a service, not of both. Give one.");
    }

    @Test
    void interruptedListingGivesNone() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run().familiesBehind(name("families-closed", Map.of())))
                .hasMessageStartingWith("WM-INTERRUPTED: ");
        assertThat(Thread.interrupted()).isTrue();
    }
}
