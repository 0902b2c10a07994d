package dev.waymark.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A mean, with the sum it comes from.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param unit what the values are: mean (counts, scores), years or weeks
 * @param status whether there is a value
 * @param sums the sums it comes from; empty where they are not known
 * @param isExact whether the sums are those that were counted, so that sum and interval are given with the mean
 */
public record Mean(FigureName name, String base, Unit unit, Status status, Optional<Sums> sums, boolean isExact)
        implements Figure {

    /** Refuses a value without its sums or of no values, and sums that the status says there are none of. */
    public Mean {
        status.refuseUnless(name, sums.isPresent(), sums.isEmpty());
        status.refuseUnlessComputable(name, sums.isEmpty() || sums.get().n() > 0, "no values");
        status.refuseUnlessComputable(
                name, sums.isEmpty() || !isExact || sums.get().arePossible(), "squares less than any values can have");
    }

    /** A mean with the sums that were counted. */
    public Mean(FigureName name, String base, Unit unit, Status status, Optional<Sums> sums) {
        this(name, base, unit, status, sums, true);
    }

    /**
     * The exact sums behind a mean.
     *
     * @param n how many values
     * @param total their sum
     * @param ofSquares the sum of their squares
     * @param per what the values must still be divided by: 7 where days were summed and weeks are meant, else 1
     */
    public record Sums(long n, long total, long ofSquares, long per) {

        /** Refuses fewer than no values, and a divisor that is not above 0. */
        public Sums {
            if (n < 0 || per < 1) {
                throw new IllegalArgumentException(
                        "sums of " + n + " values per " + per + ". Give 0 or more, per 1 or more.");
            }
        }

        /** Whether there are values with these sums: the squares of numbers are least where all are as large. */
        private boolean arePossible() {
            BigInteger squareOfTotal = BigInteger.valueOf(total).pow(2);
            return BigInteger.valueOf(n).multiply(BigInteger.valueOf(ofSquares)).compareTo(squareOfTotal) >= 0;
        }
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue()
                ? sums.map(s -> Ratio.of(s.total(), Math.multiplyExact(s.n(), s.per())))
                : Optional.empty();
    }

    @Override
    public LongStream numbers() {
        return sums.stream().flatMapToLong(s -> LongStream.of(s.n(), s.total()));
    }

    @Override
    public int decimals() {
        return 1;
    }

    @Override
    public Optional<BigDecimal> sum() {
        return sums.filter(s -> isExact).map(s -> Ratio.of(s.total(), s.per()).rounded(KEPT_DECIMALS));
    }

    @Override
    public Optional<BigDecimal> denominator() {
        return sums.map(s -> BigDecimal.valueOf(s.n()));
    }

    @Override
    public Optional<Interval> interval() {
        return status.isValue() && isExact
                ? sums.flatMap(s -> Interval.studentT(s.total(), s.ofSquares(), s.n(), s.per()))
                : Optional.empty();
    }

    @Override
    public Mean named(FigureName other) {
        return new Mean(other, base, unit, status, sums, isExact);
    }
}
