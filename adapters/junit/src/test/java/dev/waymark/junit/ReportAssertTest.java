package dev.waymark.junit;

import static dev.waymark.junit.Dimension.area;
import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Figures;
import dev.waymark.figure.Report;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import org.junit.jupiter.api.Test;

/** Families 1 and 2 are worked with in 2015/16, and family 1 is closed in it: 1 of 2; of three it would be 33.3 %. */
class ReportAssertTest {

    private final Report half = Council.of(
                    family().opened("2015-04-07").closed("2015-12-01"), family().opened("2015-04-08"))
            .report("2015/16", new ClosedFamilies());

    private final Report third = Council.of(
                    family().opened("2015-04-07").closed("2015-12-01"),
                    family().opened("2015-04-08"),
                    family().opened("2015-04-09"))
            .report("2015/16", new ClosedFamilies());

    @Test
    void figureIsWhatItPrintsOfItsBase() {
        assertThat(half).figure("anytown.closed/closed").prints("50%").of(2).counts(1);
        assertThat(third)
                .figure("anytown.closed/closed")
                .prints("33%")
                .prints("33.3%")
                .prints("33.33 %")
                .of(3);
        assertThat(Council.of(family()).report("2015/16", new ClosedFamilies()))
                .figure("anytown.closed/closed")
                .hasNoValue("empty-base");
    }

    @Test
    void messageSaysWhatTheFigureIs() {
        assertThatThrownBy(
                        () -> assertThat(half).figure("anytown.closed/closed").prints("64%"))
                .hasMessage("anytown.closed/closed{} should be 64%, but is 50 (1 of 2)");
        assertThatThrownBy(
                        () -> assertThat(half).figure("anytown.closed/closed").of(150))
                .hasMessage("anytown.closed/closed{} should be of 150, but is 50 (1 of 2)");
        assertThatThrownBy(
                        () -> assertThat(half).figure("anytown.closed/closed").hasNoValue("empty-base"))
                .isInstanceOf(AssertionError.class);
    }

    /** A report of a run would leave it out and name it; a test must not pass for want of a figure. */
    @Test
    void measureThatFailsFailsTheTestWithItsFamilyAndItsPlace() {
        CountingMeasure broken = new CountingMeasure(MeasureSpec.of("anytown.broken", "1", "Broken", "this test")) {
            @Override
            protected void count(FamilyCase family, Tally tally) {
                throw new IllegalStateException();
            }

            @Override
            protected void figures(Tally tally, Tally whole, Figures figures) {}
        };

        assertThatThrownBy(() -> Council.of(family()).report("2015/16", broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "measure anytown.broken (" + broken.getClass().getName()
                                + " in test-classes) failed at family 1: java.lang.IllegalStateException.")
                .hasMessageContaining("\tat " + broken.getClass().getName() + ".count(ReportAssertTest.java:");
    }

    @Test
    void figureThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> assertThat(half).figure("anytown.closed/opened"))
                .hasMessage("the report has no figure anytown.closed/opened{};"
                        + " the figures of anytown.closed are [closed]");
        assertThatThrownBy(() -> assertThat(half).figure("anytown.closed/closed", area("home-and-money")))
                .hasMessage("the report has no figure anytown.closed/closed{area=home-and-money};"
                        + " it has [anytown.closed/closed{}]");
    }
}
