package dev.waymark.figure;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * A count.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param count how many; empty unless the status is value
 */
public record Count(FigureName name, String base, Status status, OptionalLong count) implements Figure {

    /** Refuses a value without its number, and a number without a value. */
    public Count {
        status.refuseUnless(name, count.isPresent(), count.isEmpty());
        if (!status.isValue() && count.isPresent()) {
            throw status.numberAllTheSame(name);
        }
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Optional<Ratio> exact() {
        return count.isPresent() ? Optional.of(Ratio.whole(count.getAsLong())) : Optional.empty();
    }

    @Override
    public LongStream numbers() {
        return count.stream();
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
