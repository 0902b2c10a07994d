package dev.waymark.disclosure;

import dev.waymark.disclosure.Suppression.Cause;
import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A figure as it is published: suppressed, rounded or as it is. */
record Release(DisclosurePolicy policy) {

    private static final int TENTHS = 10;

    /** The figure without any of its numbers. */
    Figure suppressed(Figure figure, Cause cause) {
        Status status =
                new Status(Status.State.SUPPRESSED, Optional.of(cause.name().toLowerCase(Locale.ROOT)));
        if (figure instanceof Count count) {
            return new Count(count.name(), count.base(), status, OptionalLong.empty());
        }
        if (figure instanceof Percentage percentage) {
            return new Percentage(
                    percentage.name(),
                    percentage.base(),
                    status,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    percentage.isProportion());
        }
        if (figure instanceof Mean mean) {
            return new Mean(mean.name(), mean.base(), mean.unit(), status, Optional.empty());
        }
        if (figure instanceof Points points) {
            return new Points(
                    points.name(),
                    points.base(),
                    status,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
        }
        return new Pounds(figure.name(), figure.base(), status, OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * The figure with its numbers rounded, a mean of counts or scores without its interval, which would give the sum of
     * their squares.
     */
    Figure shown(Figure figure) {
        if (figure instanceof Mean mean && (policy.rounding().isPresent() || mean.unit() == Unit.MEAN)) {
            return new Mean(
                    mean.name(),
                    mean.base(),
                    mean.unit(),
                    mean.status(),
                    mean.sums().map(this::rounded),
                    false);
        }
        if (policy.rounding().isEmpty() || ReportNumbers.isOfMoney(figure)) {
            return figure;
        }
        if (figure instanceof Count count) {
            return new Count(count.name(), count.base(), count.status(), rounded(count.count()));
        }
        if (figure instanceof Percentage percentage) {
            return new Percentage(
                    percentage.name(),
                    percentage.base(),
                    percentage.status(),
                    rounded(percentage.part()),
                    rounded(percentage.whole()),
                    percentage.isProportion());
        }
        if (figure instanceof Points points) {
            return new Points(
                    points.name(),
                    points.base(),
                    points.status(),
                    rounded(points.atFirst()),
                    rounded(points.atLast()),
                    rounded(points.whole()));
        }
        return figure;
    }

    private OptionalLong rounded(OptionalLong number) {
        return number.isPresent() ? OptionalLong.of(policy.rounded(number.getAsLong())) : number;
    }

    /**
     * The mean to one decimal, over the rounded base: the sum would say, together with the mean, how many there are.
     */
    private Mean.Sums rounded(Mean.Sums sums) {
        if (sums.n() == 0 || policy.rounding().isEmpty()) {
            return sums;
        }
        long base = policy.rounded(sums.n());
        return new Mean.Sums(base, Math.multiplyExact(tenths(sums), base), 0, TENTHS);
    }

    /** The mean to one decimal, in tenths. */
    static long tenths(Mean.Sums sums) {
        return Ratio.of(sums.total(), Math.multiplyExact(sums.n(), sums.per()))
                .times(TENTHS)
                .rounded(0)
                .longValueExact();
    }
}
