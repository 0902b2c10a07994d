package dev.waymark.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A change in percentage points from first to last, over one base.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param atFirst how many of the base count at first, unless it is not known
 * @param atLast how many of the base count at last, unless it is not known
 * @param whole how many the base has, unless it is not known
 */
public record Points(
        FigureName name, String base, Status status, OptionalLong atFirst, OptionalLong atLast, OptionalLong whole)
        implements Figure {

    /** Refuses a value without its numbers or over 0, and numbers that the status says there are none of. */
    public Points {
        status.refuseUnless(
                name,
                atFirst.isPresent() && atLast.isPresent() && whole.isPresent(),
                atFirst.isEmpty() && atLast.isEmpty() && whole.isEmpty());
        status.refuseUnlessComputable(name, whole.orElse(1) != 0, "a base of 0");
    }

    @Override
    public Unit unit() {
        return Unit.POINTS;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue() ? Optional.of(percentage(atLast).minus(percentage(atFirst))) : Optional.empty();
    }

    private Ratio percentage(OptionalLong count) {
        return Ratio.of(count.orElseThrow(), whole.orElseThrow()).times(100);
    }

    @Override
    public LongStream numbers() {
        return Stream.of(atFirst, atLast, whole).flatMapToLong(OptionalLong::stream);
    }

    @Override
    public int decimals() {
        return 1;
    }

    @Override
    public Optional<BigDecimal> first() {
        return kept(atFirst);
    }

    @Override
    public Optional<BigDecimal> last() {
        return kept(atLast);
    }

    private Optional<BigDecimal> kept(OptionalLong count) {
        return status.isValue() ? Optional.of(percentage(count).rounded(KEPT_DECIMALS)) : Optional.empty();
    }

    @Override
    public Points named(FigureName other) {
        return new Points(other, base, status, atFirst, atLast, whole);
    }
}
