package dev.waymark.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The two 95 % intervals of the figures. */
final class ReferenceIntervals {

    private static final double Z = 1.959963984540054;

    private ReferenceIntervals() {}

    /**
     * The bounds of an interval, rounded half up to 6 decimals.
     *
     * @param lower the lower bound
     * @param upper the upper bound
     */
    record Interval(BigDecimal lower, BigDecimal upper) {}

    /**
     * "Wilson score without continuity correction (z = 1.959963984540054), in percent".
     *
     * <p>(p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n), Wilson (1927).
     */
    static Interval wilson(long numerator, long denominator) {
        double n = denominator;
        double p = numerator / n;
        double middle = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(
                rounded(BigDecimal.valueOf(100 * (middle - half) / scale)),
                rounded(BigDecimal.valueOf(100 * (middle + half) / scale)));
    }

    /**
     * "Student t for mean, years and weeks (n &gt;= 2, from exact sums)": mean -+ t(0.975, n - 1) s / sqrt(n).
     *
     * @param n the number of observations
     * @param sum their sum
     * @param sumOfSquares the sum of their squares
     * @param divisor what one observation is divided by to have it in the figure's unit (7 for days to weeks)
     */
    static Interval studentT(long n, BigInteger sum, BigInteger sumOfSquares, long divisor) {
        BigInteger count = BigInteger.valueOf(n);
        BigDecimal mean = new BigDecimal(sum)
                .divide(new BigDecimal(count.multiply(BigInteger.valueOf(divisor))), MathContext.DECIMAL128);
        // s^2 / n = (n Q - S^2) / (n^2 (n - 1))
        BigInteger spread = count.multiply(sumOfSquares).subtract(sum.multiply(sum));
        BigInteger scale = count.multiply(count).multiply(BigInteger.valueOf(n - 1));
        BigDecimal squaredError = new BigDecimal(spread).divide(new BigDecimal(scale), MathContext.DECIMAL128);
        BigDecimal half = squaredError
                .sqrt(MathContext.DECIMAL128)
                .multiply(new BigDecimal(studentTQuantile(n - 1)))
                .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128);
        return new Interval(rounded(mean.subtract(half)), rounded(mean.add(half)));
    }

    /** The number t that lies with its negative around 95 % of Student's distribution, found by halving. */
    static double studentTQuantile(long degreesOfFreedom) {
        double low = 0;
        double high = 13;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (probabilityWithin(middle, degreesOfFreedom) < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /**
     * The probability between -t and t for a whole number of degrees of freedom, a finite sum: Abramowitz and Stegun,
     * Handbook of Mathematical Functions, 26.7.3 (odd) and 26.7.4 (even).
     */
    private static double probabilityWithin(double t, long degreesOfFreedom) {
        double angle = Math.atan(t / Math.sqrt((double) degreesOfFreedom));
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        boolean odd = degreesOfFreedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (long power = odd ? 1 : 0; power <= degreesOfFreedom - 2; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(6, RoundingMode.HALF_UP);
    }
}
