package dev.waymark.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A percentage: so many of a base.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param part the numerator, unless it is not known
 * @param whole the denominator, unless it is not known
 * @param isProportion whether the numerator counts part of what the denominator counts, so that there is an interval
 */
public record Percentage(
        FigureName name, String base, Status status, OptionalLong part, OptionalLong whole, boolean isProportion)
        implements Figure {

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
    public int decimals() {
        return 1;
    }

    @Override
    public Optional<BigDecimal> numerator() {
        return part.isPresent() ? Optional.of(BigDecimal.valueOf(part.getAsLong())) : Optional.empty();
    }

    @Override
    public Optional<BigDecimal> denominator() {
        return whole.isPresent() ? Optional.of(BigDecimal.valueOf(whole.getAsLong())) : Optional.empty();
    }

    @Override
    public Optional<Interval> interval() {
        return status.isValue() && isProportion
                ? Interval.wilson(part.orElseThrow(), whole.orElseThrow())
                : Optional.empty();
    }

    @Override
    public Percentage named(FigureName other) {
        return new Percentage(other, base, status, part, whole, isProportion);
    }
}
