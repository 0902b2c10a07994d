package dev.waymark.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number, kept as one whole number over another, so that rounding happens once and for display only.
 *
 * <p>Compared by size: 1/2 and 2/4 compare as the same number, though they are not equal as records.
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    /** Refuses a denominator that is not above 0. */
    public Ratio {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator " + denominator);
        }
    }

    /** {@code numerator / denominator}; a denominator below 0 passes its sign to the numerator. */
    public static Ratio of(long numerator, long denominator) {
        BigInteger above = BigInteger.valueOf(numerator);
        BigInteger below = BigInteger.valueOf(denominator);
        return denominator < 0 ? new Ratio(above.negate(), below.negate()) : new Ratio(above, below);
    }

    /** A whole number. */
    public static Ratio whole(long number) {
        return of(number, 1);
    }

    /** A decimal number. */
    public static Ratio of(BigDecimal number) {
        return number.scale() <= 0
                ? new Ratio(number.toBigIntegerExact(), BigInteger.ONE)
                : new Ratio(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** This number times a whole number. */
    public Ratio times(long factor) {
        return new Ratio(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** This number and another. */
    public Ratio plus(Ratio other) {
        return minus(other.times(-1));
    }

    /** This number over another, which must not be 0. */
    public Ratio over(Ratio other) {
        BigInteger above = numerator.multiply(other.denominator);
        BigInteger below = denominator.multiply(other.numerator);
        return below.signum() < 0 ? new Ratio(above.negate(), below.negate()) : new Ratio(above, below);
    }

    /** Less than 0, 0 or above 0, as the number is. */
    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** This number less another. */
    public Ratio minus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The number rounded half up, away from zero. */
    public BigDecimal rounded(int decimals) {
        return rounded(decimals, RoundingMode.HALF_UP);
    }

    /** The number rounded in a way of the caller's. */
    public BigDecimal rounded(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }
}
