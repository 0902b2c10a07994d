package dev.waymark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /**
     * Published vectors: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
     * Medicine 17 (1998), table I, method 3 (Wilson score without continuity correction), printed to 4 decimals of a
     * proportion.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0.00, 16.11", "1, 29, 0.61, 17.18"})
    void wilsonEqualsNewcombesTable(long numerator, long denominator, BigDecimal lower, BigDecimal upper) {
        Interval interval = Interval.wilson(numerator, denominator).orElseThrow();

        assertThat(interval.lower().setScale(2, java.math.RoundingMode.HALF_UP)).isEqualTo(lower);
        assertThat(interval.upper().setScale(2, java.math.RoundingMode.HALF_UP)).isEqualTo(upper);
        assertThat(interval.method()).isEqualTo("wilson");
    }

    @Test
    void wilsonOf96In150EqualsTheWorkedExampleOfTheFormat() {
        assertThat(Interval.wilson(96, 150))
                .contains(new Interval(new BigDecimal("56.057416"), new BigDecimal("71.243417"), "wilson"));
    }

    @Test
    void wilsonOfNoneBeginsAtNoughtAndOfAllEndsAtAHundred() {
        assertThat(Interval.wilson(0, 7).orElseThrow().lower()).isEqualByComparingTo("0");
        assertThat(Interval.wilson(7, 7).orElseThrow().upper()).isEqualByComparingTo("100");
    }

    @Test
    void emptyBaseHasNoInterval() {
        assertThat(Interval.wilson(0, 0)).isEmpty();
        assertThat(Interval.studentT(0, 0, 0, 1)).isEmpty();
    }

    /**
     * By hand: 1, 2, 3, 4, 5 have mean 3 and variance 2.5; t(0.975, 4) = 2.776445 in the tables, so that half the width
     * is 2.776445 x sqrt(2.5 / 5) = 1.963243.
     */
    @Test
    void studentTOfFiveValuesWorkedByHand() {
        Interval interval = Interval.studentT(15, 55, 5, 1).orElseThrow();

        assertThat(interval.lower()).isEqualByComparingTo("1.036757");
        assertThat(interval.upper()).isEqualByComparingTo("4.963243");
        assertThat(interval.method()).isEqualTo("student-t");
    }

    /** 7 and 21 days are 1 and 3 weeks: mean 2, variance 2, t(0.975, 1) = 12.706205, half 12.706205 x sqrt(2 / 2). */
    @Test
    void studentTOfDaysIsGivenInWeeks() {
        Interval interval = Interval.studentT(28, 490, 2, 7).orElseThrow();

        assertThat(interval.lower()).isEqualByComparingTo("-10.706205");
        assertThat(interval.upper()).isEqualByComparingTo("14.706205");
    }

    /** "n >= 2" */
    @Test
    void oneValueHasNoInterval() {
        assertThat(Interval.studentT(5, 25, 1, 1)).isEmpty();
    }

    @Test
    void equalValuesHaveAnIntervalOfNoWidth() {
        Interval interval = Interval.studentT(9, 27, 3, 1).orElseThrow();

        assertThat(interval.lower()).isEqualByComparingTo("3");
        assertThat(interval.upper()).isEqualByComparingTo("3");
    }

    /** The middles between two steps are what a double can hold: of 1/128 = 0.0078125 and its like. */
    @ParameterizedTest
    @CsvSource({
        "0.0078125, 0.007813",
        "-0.0078125, -0.007813",
        "99.9921875, 99.992188",
        "0, 0.000000",
        "100, 100.000000",
        "12.3456784999, 12.345678",
        "12.3456785001, 12.345679",
        "1234567890123.5, 1234567890123.500000"
    })
    void endsAreRoundedHalfUpAwayFromNought(double value, BigDecimal rounded) {
        assertThat(Interval.rounded(value)).isEqualTo(rounded);
    }

    /** Rounded from all digits of a double, whatever way is taken; a double next to a middle is on one side of it. */
    @Test
    void endsAreRoundedFromAllDigits() {
        Random random = new Random(20260527);
        for (int i = 0; i < 100_000; i++) {
            double anywhere = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            double middle = (random.nextInt(400_000_000) * 2 + 1) / 2e6;
            for (double value : new double[] {anywhere, middle, Math.nextUp(middle), Math.nextDown(middle)}) {
                assertThat(Interval.rounded(value)).isEqualTo(new BigDecimal(value).setScale(6, RoundingMode.HALF_UP));
            }
        }
    }
}
