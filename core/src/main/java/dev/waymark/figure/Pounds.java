package dev.waymark.figure;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * An amount of money.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param pence the amount, or what all who share it have together, unless it is not known
 * @param sharers how many share it; empty for an amount that nobody shares, and where it is not known
 */
public record Pounds(FigureName name, String base, Status status, OptionalLong pence, OptionalLong sharers)
        implements Figure {

    /** Refuses a value without its amount or shared by nobody, and an amount that the status says there is none of. */
    public Pounds {
        status.refuseUnless(name, pence.isPresent(), pence.isEmpty() && sharers.isEmpty());
        status.refuseUnlessComputable(name, sharers.orElse(1) != 0, "an amount for nobody");
    }

    private static final long PENCE_IN_A_POUND = 100;

    @Override
    public Unit unit() {
        return Unit.POUNDS;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue()
                ? Optional.of(Ratio.of(pence.orElseThrow(), sharers.orElse(1)).over(Ratio.whole(PENCE_IN_A_POUND)))
                : Optional.empty();
    }

    @Override
    public LongStream numbers() {
        return LongStream.concat(pence.stream(), sharers.stream());
    }

    @Override
    public int decimals() {
        return 0;
    }

    @Override
    public Pounds named(FigureName other) {
        return new Pounds(other, base, status, pence, sharers);
    }
}
