package dev.waymark.figure;

import java.util.Optional;
import java.util.stream.LongStream;

/** A count. */
public record Count(FigureName name, String base, Status status, long count) implements Figure {

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue() ? Optional.of(Ratio.whole(count)) : Optional.empty();
    }

    @Override
    public LongStream numbers() {
        return status.isValue() ? LongStream.of(count) : LongStream.empty();
    }

    @Override
    public int decimals() {
        return 0;
    }

    @Override
    public Count named(FigureName other) {
        return new Count(other, base, status, count);
    }
}
