package dev.waymark.published;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import dev.waymark.figure.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that a number can have been before it was rounded, and what can come of calculating with them.
 *
 * <p>Ends are kept exact, with whether they belong to it: 64 % and 65 % have no number in common, though one ends where
 * the other begins. <b>Threads:</b> immutable.
 */
final class Possible {

    private final Range<Ratio> range;

    private Possible(Range<Ratio> range) {
        this.range = range;
    }

    static Possible exactly(Ratio number) {
        return new Possible(Range.singleton(number));
    }

    /** The numbers that are printed so when they are rounded in this way. */
    static Possible before(Printed printed, Rounding rounding) {
        Ratio value = Ratio.of(printed.value());
        if (printed.isExact()) {
            return exactly(value);
        }
        Ratio half = Ratio.of(java.math.BigDecimal.valueOf(5, printed.decimals() + 1));
        Ratio below = value.minus(half);
        Ratio above = value.plus(half);
        return new Possible(Range.range(below, end(below, printed, rounding), above, end(above, printed, rounding)));
    }

    private static BoundType end(Ratio half, Printed printed, Rounding rounding) {
        boolean belongs = half.rounded(printed.decimals(), rounding.mode()).compareTo(printed.value()) == 0;
        return belongs ? BoundType.CLOSED : BoundType.OPEN;
    }

    Ratio least() {
        return range.lowerEndpoint();
    }

    Ratio most() {
        return range.upperEndpoint();
    }

    boolean isOneNumber() {
        return least().compareTo(most()) == 0;
    }

    /** Whether there is a number that both can have been. */
    boolean meets(Possible other) {
        return range.isConnected(other.range)
                && !range.intersection(other.range).isEmpty();
    }

    private record End(Ratio number, BoundType type) {}

    private End lower() {
        return new End(range.lowerEndpoint(), range.lowerBoundType());
    }

    private End upper() {
        return new End(range.upperEndpoint(), range.upperBoundType());
    }

    private static BoundType both(End one, End other) {
        return one.type() == BoundType.CLOSED && other.type() == BoundType.CLOSED ? BoundType.CLOSED : BoundType.OPEN;
    }

    private static Possible between(End lower, End upper) {
        return new Possible(Range.range(lower.number(), lower.type(), upper.number(), upper.type()));
    }

    Possible plus(Possible other) {
        return between(
                new End(least().plus(other.least()), both(lower(), other.lower())),
                new End(most().plus(other.most()), both(upper(), other.upper())));
    }

    Possible minus(Possible other) {
        return between(
                new End(least().minus(other.most()), both(lower(), other.upper())),
                new End(most().minus(other.least()), both(upper(), other.lower())));
    }

    /** These numbers so many times, which is more than 0. */
    Possible times(long factor) {
        return between(
                new End(least().times(factor), range.lowerBoundType()),
                new End(most().times(factor), range.upperBoundType()));
    }

    /** These numbers over the others; empty if one of those is 0. */
    Optional<Possible> over(Possible other) {
        if (other.least().signum() * other.most().signum() <= 0) {
            return Optional.empty();
        }
        List<End> corners = new ArrayList<>();
        for (End above : List.of(lower(), upper())) {
            for (End below : List.of(other.lower(), other.upper())) {
                BoundType type = above.number().signum() == 0 ? above.type() : both(above, below);
                corners.add(new End(above.number().over(below.number()), type));
            }
        }
        return Optional.of(between(extreme(corners, -1), extreme(corners, 1)));
    }

    private static End extreme(List<End> corners, int direction) {
        End extreme = corners.get(0);
        for (End corner : corners) {
            int order = corner.number().compareTo(extreme.number()) * direction;
            if (order > 0 || (order == 0 && corner.type() == BoundType.CLOSED)) {
                extreme = corner;
            }
        }
        return extreme;
    }
}
