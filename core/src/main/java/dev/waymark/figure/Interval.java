package dev.waymark.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The 95 % confidence interval of a figure, in the figure's unit.
 *
 * @param lower the lower end, rounded half up to 6 decimals
 * @param upper the upper end, rounded half up to 6 decimals
 * @param method how it was computed: {@code wilson} or {@code student-t}
 */
public record Interval(BigDecimal lower, BigDecimal upper, String method) {

    /** The level of every interval of a report. */
    public static final BigDecimal LEVEL = new BigDecimal("0.95");

    private static final double Z = 1.959963984540054;
    private static final double UPPER_TAIL = 0.975;
    private static final double STEPS = Math.pow(10, Figure.KEPT_DECIMALS);

    /** Up to here a double is right to a thousandth of a step at least. */
    private static final double MOST_STEPS = 1L << 40;

    private static final double NOT_THE_MIDDLE = 0.499;
    private static final int KEPT = 10_000;
    private static final Map<Long, Double> QUANTILES = new ConcurrentHashMap<>();

    /**
     * The Wilson score interval of a proportion, without continuity correction, in percent; empty for an empty base.
     *
     * <p><b>Source:</b> E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
     * of the American Statistical Association 22 (1927), 209-212.
     */
    public static Optional<Interval> wilson(long numerator, long denominator) {
        if (denominator <= 0 || numerator < 0 || numerator > denominator) {
            return Optional.empty();
        }
        double n = denominator;
        double p = numerator / n;
        double square = Z * Z / n;
        double centre = (p + square / 2) / (1 + square);
        double half = Z * Math.sqrt(p * (1 - p) / n + square / (4 * n)) / (1 + square);
        double lower = numerator == 0 ? 0 : centre - half;
        double upper = numerator == denominator ? 1 : centre + half;
        return Optional.of(new Interval(rounded(100 * lower), rounded(100 * upper), "wilson"));
    }

    /**
     * The Student t interval of a mean from exact sums; empty for fewer than two values.
     *
     * @param sum the sum of the values
     * @param sumOfSquares the sum of their squares
     * @param n how many values
     * @param per what the values must still be divided by (7 where days were summed and weeks are meant)
     */
    public static Optional<Interval> studentT(long sum, long sumOfSquares, long n, long per) {
        if (n < 2) {
            return Optional.empty();
        }
        BigInteger count = BigInteger.valueOf(n);
        // n * sum of squares - square of sum: n (n - 1) times the variance, exact
        BigInteger spread = count.multiply(BigInteger.valueOf(sumOfSquares))
                .subtract(BigInteger.valueOf(sum).pow(2));
        double variance = spread.doubleValue() / ((double) n * ((double) n - 1));
        double half = quantile(n - 1) * Math.sqrt(variance / n) / per;
        double mean = (double) sum / n / per;
        return Optional.of(new Interval(rounded(mean - half), rounded(mean + half), "student-t"));
    }

    /**
     * What Student's t stays under at all but 2.5 %. It is searched for step by step, and the figures of a report share
     * few numbers of degrees of freedom: what was found for up to {@link #KEPT} is kept.
     */
    private static double quantile(long degrees) {
        return degrees <= KEPT
                ? QUANTILES.computeIfAbsent(degrees, Interval::searchedQuantile)
                : searchedQuantile(degrees);
    }

    private static double searchedQuantile(long degrees) {
        return TDistribution.of((double) degrees).inverseCumulativeProbability(UPPER_TAIL);
    }

    /**
     * A number of moderate size rounded half up from all its digits. They are only worked out where the number lies so
     * near to the middle between two steps that a double does not tell on which side.
     */
    static BigDecimal rounded(double value) {
        double steps = value * STEPS;
        double nearest = Math.rint(steps);
        boolean isPlain = Math.abs(steps) < MOST_STEPS && Math.abs(steps - nearest) < NOT_THE_MIDDLE;
        return isPlain
                ? BigDecimal.valueOf((long) nearest, Figure.KEPT_DECIMALS)
                : new BigDecimal(value).setScale(Figure.KEPT_DECIMALS, RoundingMode.HALF_UP);
    }
}
