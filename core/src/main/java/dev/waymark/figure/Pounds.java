package dev.waymark.figure;

import java.util.Optional;

/**
 * An amount of money.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param pounds the exact amount in pounds; empty where there is none
 */
public record Pounds(FigureName name, String base, Status status, Optional<Ratio> pounds) implements Figure {

    @Override
    public Unit unit() {
        return Unit.POUNDS;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue() ? pounds : Optional.empty();
    }

    @Override
    public int decimals() {
        return 0;
    }

    @Override
    public Pounds named(FigureName other) {
        return new Pounds(other, base, status, pounds);
    }
}
