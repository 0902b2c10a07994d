package dev.waymark.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * A percentage: so many of a base.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param part the numerator times {@code per}, unless it is not known
 * @param whole the denominator times {@code per}, unless it is not known
 * @param per what both must still be divided by: 100 where pence were counted and pounds are meant, else 1
 * @param isProportion whether the numerator counts part of what the denominator counts, so that there is an interval
 */
public record Percentage(
        FigureName name,
        String base,
        Status status,
        OptionalLong part,
        OptionalLong whole,
        long per,
        boolean isProportion)
        implements Figure {

    /** Refuses a value without its numbers or over 0, and numbers that the status says there are none of. */
    public Percentage {
        status.refuseUnless(name, part.isPresent() && whole.isPresent(), part.isEmpty() && whole.isEmpty());
        status.refuseUnlessComputable(name, whole.orElse(1) != 0, "a base of 0");
        if (per < 1) {
            throw new IllegalArgumentException(name + " is counted per " + per + ". Give 1, or more.");
        }
    }

    /** A percentage of things counted one by one. */
    public Percentage(
            FigureName name, String base, Status status, OptionalLong part, OptionalLong whole, boolean isProportion) {
        this(name, base, status, part, whole, 1, isProportion);
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue()
                ? Optional.of(Ratio.of(part.orElseThrow(), whole.orElseThrow()).times(100))
                : Optional.empty();
    }

    @Override
    public LongStream numbers() {
        return LongStream.concat(part.stream(), whole.stream());
    }

    @Override
    public int decimals() {
        return 1;
    }

    @Override
    public Optional<BigDecimal> numerator() {
        return inUnits(part);
    }

    @Override
    public Optional<BigDecimal> denominator() {
        return inUnits(whole);
    }

    private Optional<BigDecimal> inUnits(OptionalLong number) {
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        per == 1
                                ? BigDecimal.valueOf(number.getAsLong())
                                : Ratio.of(number.getAsLong(), per).rounded(KEPT_DECIMALS));
    }

    @Override
    public Optional<Interval> interval() {
        return status.isValue() && isProportion
                ? Interval.wilson(part.orElseThrow(), whole.orElseThrow())
                : Optional.empty();
    }

    @Override
    public Percentage named(FigureName other) {
        return new Percentage(other, base, status, part, whole, per, isProportion);
    }
}
