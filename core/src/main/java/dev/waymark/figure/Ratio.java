package dev.waymark.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number, kept as one whole number over another, so that rounding happens once and for display only. */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    /** Refuses a denominator that is not above 0. */
    public Ratio {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator " + denominator);
        }
    }

    /** {@code numerator / denominator}; a denominator below 0 passes its sign to the numerator. */
    public static Ratio of(long numerator, long denominator) {
        BigInteger over = BigInteger.valueOf(denominator);
        BigInteger sign = BigInteger.valueOf(over.signum());
        return new Ratio(BigInteger.valueOf(numerator).multiply(sign), over.multiply(sign));
    }

    /** A whole number. */
    public static Ratio whole(long number) {
        return of(number, 1);
    }

    /** This number times a whole number. */
    public Ratio times(long factor) {
        return new Ratio(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** This number less another. */
    public Ratio minus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The number rounded half up, away from zero. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }
}
