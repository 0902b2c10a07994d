package dev.waymark.published;

import dev.waymark.figure.Ratio;
import dev.waymark.figure.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether any whole numerator over the stated denominator is printed so.
 *
 * <p>A number printed more coarsely than one case more or less would change it can always be had: then there is nothing
 * to tell. A whole percentage is such a number over 100 cases or more.
 *
 * @param verdict consistent, inconsistent, cannot-tell or not-checked
 * @param least the least whole numerator that is printed so; empty if none is
 * @param most the greatest one
 * @param nearest the whole numerators to either side, if none is printed so
 * @param says what was found, in words
 */
public record Feasibility(
        Verdict verdict, Optional<BigInteger> least, Optional<BigInteger> most, List<BigInteger> nearest, String says) {

    /** Keeps an unmodifiable copy. */
    public Feasibility {
        nearest = List.copyOf(nearest);
    }

    static Feasibility of(PublishedFigure figure) {
        Printed printed = figure.printed();
        if (figure.denominator().isEmpty()) {
            return without(Verdict.NOT_CHECKED, "no denominator is stated");
        }
        if (!printed.isOfWholeNumbers()) {
            return without(Verdict.NOT_CHECKED, "its numerator need not be a whole number");
        }
        long cases = figure.denominator().getAsInt();
        if (cases == 0) {
            return without(Verdict.INCONSISTENT, "nothing can be divided by 0");
        }
        List<BigInteger> whole = Arrays.stream(Rounding.values())
                .flatMap(rounding -> ends(printed, cases, rounding))
                .sorted()
                .toList();
        if (whole.isEmpty()) {
            return infeasible(printed, cases);
        }
        BigInteger least = whole.get(0);
        BigInteger most = whole.get(whole.size() - 1);
        boolean isAnyHad = BigInteger.valueOf(cases)
                        .compareTo(
                                BigInteger.TEN.pow(printed.decimals()).multiply(BigInteger.valueOf(printed.factor())))
                >= 0;
        return new Feasibility(
                isAnyHad ? Verdict.CANNOT_TELL : Verdict.CONSISTENT,
                Optional.of(least),
                Optional.of(most),
                List.of(),
                isAnyHad
                        ? "of " + cases + " any such number can be had"
                        : written(printed, least, cases) + " prints so" + onlyWay(printed, least, cases));
    }

    private static Feasibility without(Verdict verdict, String why) {
        return new Feasibility(verdict, Optional.empty(), Optional.empty(), List.of(), why);
    }

    /** The least and greatest whole numerators that are printed so by one way of rounding. */
    private static Stream<BigInteger> ends(Printed printed, long cases, Rounding rounding) {
        Possible numerators = numerators(printed, cases, rounding);
        BigInteger least = numerators.least().rounded(0, RoundingMode.CEILING).toBigIntegerExact();
        BigInteger most = numerators.most().rounded(0, RoundingMode.FLOOR).toBigIntegerExact();
        if (!numerators.meets(Possible.exactly(Ratio.of(new BigDecimal(least))))) {
            least = least.add(BigInteger.ONE);
        }
        if (printed.value().signum() >= 0 && printed.unit() != Unit.POINTS) {
            // fewer than nobody is no number of cases
            least = least.max(BigInteger.ZERO);
        }
        if (!numerators.meets(Possible.exactly(Ratio.of(new BigDecimal(most))))) {
            most = most.subtract(BigInteger.ONE);
        }
        return least.compareTo(most) > 0 ? Stream.empty() : Stream.of(least, most);
    }

    private static Possible numerators(Printed printed, long cases, Rounding rounding) {
        return Possible.before(printed, rounding)
                .times(cases)
                .over(Possible.exactly(Ratio.whole(printed.factor())))
                .orElseThrow();
    }

    private static Feasibility infeasible(Printed printed, long cases) {
        Ratio middle = Ratio.of(printed.value()).times(cases).over(Ratio.whole(printed.factor()));
        BigInteger below = middle.rounded(0, RoundingMode.FLOOR).toBigIntegerExact();
        List<BigInteger> nearest = List.of(below, below.add(BigInteger.ONE));
        return new Feasibility(
                Verdict.INCONSISTENT,
                Optional.empty(),
                Optional.empty(),
                nearest,
                "no whole number of " + cases + " prints so; nearest are " + written(printed, nearest.get(0), cases)
                        + " and " + written(printed, nearest.get(1), cases));
    }

    private static String written(Printed printed, BigInteger numerator, long cases) {
        return numerator + " of " + cases + " (" + printed.shown(ratio(printed, numerator, cases)) + ")";
    }

    private static String onlyWay(Printed printed, BigInteger numerator, long cases) {
        List<Rounding> roundings = printed.roundings(ratio(printed, numerator, cases));
        return roundings.size() == Rounding.values().length ? "" : ", rounded " + Recomputed.titles(roundings);
    }

    private static Ratio ratio(Printed printed, BigInteger numerator, long cases) {
        return new Ratio(numerator, BigInteger.valueOf(cases)).times(printed.factor());
    }
}
