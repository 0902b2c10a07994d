package dev.waymark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = Figures.of("anytown.x", List.of("families", "episodes"));

    private Figure only() {
        return figures.list().get(0);
    }

    /** The published reports print 26 of 33 as 75 %; it is 78.8 %. */
    @Test
    void percentageIsRoundedHalfUpFromTheExactRatio() {
        figures.proportion("f", Dimensions.NONE, 26, 33, "families without a dentist");

        assertThat(only().printed()).isEqualTo("78.8");
        assertThat(only().value()).contains(new BigDecimal("78.787879"));
        assertThat(only().numerator()).contains(BigDecimal.valueOf(26));
        assertThat(only().denominator()).contains(BigDecimal.valueOf(33));
    }

    /** "half up, away from zero": 1 of 8 is 12.5, to whole percents 13; -12.5 gives -13. */
    @Test
    void halvesAreRoundedAwayFromZero() {
        assertThat(Ratio.of(1, 8).times(100).rounded(0)).isEqualTo(new BigDecimal("13"));
        assertThat(Ratio.of(-1, 8).times(100).rounded(0)).isEqualTo(new BigDecimal("-13"));
        assertThat(Ratio.of(1, 2000).times(100).rounded(1)).isEqualTo(new BigDecimal("0.1"));
    }

    /** "A denominator of 0 gives no value, never 0 % and never NaN"; "the numbers that there are stay (0 of 0)". */
    @Test
    void emptyBaseHasNoValueAndKeepsItsNumbers() {
        figures.proportion("f", Dimensions.NONE, 0, 0, "base");

        assertThat(only().status()).isEqualTo(Status.noValue("empty-base"));
        assertThat(only().value()).isEmpty();
        assertThat(only().interval()).isEmpty();
        assertThat(only().numerator()).contains(BigDecimal.ZERO);
        assertThat(only().denominator()).contains(BigDecimal.ZERO);
        assertThat(only().printed()).isEqualTo("-");
    }

    /** "for table-absent all are null" */
    @Test
    void figureThatNeedsAnAbsentTableHasNoNumberAtAll() {
        Figures needing = figures.needing("individuals");
        needing.count("count", Dimensions.NONE, 7, "base");
        needing.proportion("percent", Dimensions.NONE, 1, 2, "base");
        needing.mean("mean", Dimensions.NONE, Unit.MEAN, new Mean.Sums(1, 2, 4, 1), "base");
        needing.points("points", Dimensions.NONE, 1, 2, 3, "base");
        needing.noPercentage("none", Dimensions.NONE, "cannot-progress", 3, "base");

        assertThat(figures.list()).hasSize(5).allSatisfy(figure -> {
            assertThat(figure.status()).isEqualTo(Status.noValue("table-absent"));
            assertThat(figure.value()).isEmpty();
            assertThat(figure.numbers()).isEmpty();
            assertThat(figure.numerator()).isEmpty();
            assertThat(figure.denominator()).isEmpty();
            assertThat(figure.sum()).isEmpty();
            assertThat(figure.first()).isEmpty();
            assertThat(figure.last()).isEmpty();
            assertThat(figure.interval()).isEmpty();
        });
    }

    /** A table that is misspelt would be absent from every data set. */
    @Test
    void tableThatTheFormatDoesNotHaveIsRefusedNamingThoseItHas() {
        String message = "the data format has no table 'asessments'. It has: families, individuals, episodes,"
                + " star_readings, assessments, findings, school_terms, incidents, spells, claims, budget.";

        assertThatThrownBy(() -> figures.needing("asessments"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> figures.needing(List.of("findings", "asessments")))
                .hasMessage(message);
        assertThatThrownBy(() -> figures.needingOneOf("findings", "asessments")).hasMessage(message);
    }

    /**
     * From 1 of 3 to 2 of 3: 33.333333 and 66.666667, but their change is exactly 33.333333, not the difference of the
     * rounded.
     */
    @Test
    void pointsAreTheDifferenceOfTheExactPercentages() {
        figures.points("f", Dimensions.NONE, 1, 2, 3, "base");

        assertThat(only().first()).contains(new BigDecimal("33.333333"));
        assertThat(only().last()).contains(new BigDecimal("66.666667"));
        assertThat(only().value()).contains(new BigDecimal("33.333333"));
        assertThat(only().interval()).isEmpty();
    }

    /** "null for the rest (relative changes, ...)"; from 25 at first to 4 at last is -84 %. */
    @Test
    void relativeChangeMayBeNegativeAndHasNoInterval() {
        figures.relative("f", Dimensions.NONE, 4 - 25, 25, "base");

        assertThat(only().value()).contains(new BigDecimal("-84.000000"));
        assertThat(only().interval()).isEmpty();
    }

    /** 10, 20 and 33 days: 63 days in 3 episodes are 9 weeks, a mean of 3 weeks. */
    @Test
    void meanOfDaysInWeeksGivesItsSumInWeeks() {
        figures.mean("f", Dimensions.NONE, Unit.WEEKS, new Mean.Sums(3, 63, 1589, 7), "base");

        assertThat(only().sum()).contains(new BigDecimal("9.000000"));
        assertThat(only().denominator()).contains(BigDecimal.valueOf(3));
        assertThat(only().value()).contains(new BigDecimal("3.000000"));
    }

    /** A family counts in a figure if one of the numbers behind it is not 0, though the value may be 0 or none. */
    @Test
    void figureIsTouchedByAnyNumberThatIsNotZero() {
        figures.count("count", Dimensions.NONE, 1, "base");
        figures.proportion("in the base", Dimensions.NONE, 0, 1, "base");
        figures.relative("in the numerator", Dimensions.NONE, 1, 0, "base");
        figures.noPercentage("without a value", Dimensions.NONE, "cannot-progress", 1, "base");
        figures.points("without a change", Dimensions.NONE, 1, 1, 1, "base");
        figures.points("in the base of points", Dimensions.NONE, 0, 0, 1, "base");
        figures.mean("mean of 0", Dimensions.NONE, Unit.MEAN, new Mean.Sums(1, 0, 0, 1), "base");
        figures.pounds("pounds", Dimensions.NONE, -1, "base");
        figures.poundsEach("a share of nothing", Dimensions.NONE, 0, 1, "base");

        assertThat(figures.list()).hasSize(9).allMatch(Figure::isTouched);
    }

    @Test
    void figureIsNotTouchedWhereAllNumbersAreZero() {
        figures.count("count", Dimensions.NONE, 0, "base");
        figures.proportion("percent", Dimensions.NONE, 0, 0, "base");
        figures.noPercentage("without a value", Dimensions.NONE, "cannot-progress", 0, "base");
        figures.points("points", Dimensions.NONE, 0, 0, 0, "base");
        figures.mean("mean", Dimensions.NONE, Unit.MEAN, new Mean.Sums(0, 0, 0, 1), "base");
        figures.pounds("pounds", Dimensions.NONE, 0, "base");
        figures.poundsEach("pounds each", Dimensions.NONE, 0, 0, "base");

        assertThat(figures.list()).hasSize(7).noneMatch(Figure::isTouched);
    }

    @Test
    void figureOfATableThatIsAbsentIsNotTouched() {
        Figures needing = figures.needing("individuals");
        needing.count("count", Dimensions.NONE, 7, "base");
        needing.proportion("percent", Dimensions.NONE, 1, 2, "base");
        needing.points("points", Dimensions.NONE, 1, 2, 3, "base");
        needing.poundsEach("pounds", Dimensions.NONE, 1, 2, "base");

        assertThat(figures.list()).hasSize(4).noneMatch(Figure::isTouched);
    }
}
