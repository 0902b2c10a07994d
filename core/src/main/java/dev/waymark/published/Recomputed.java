package dev.waymark.published;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A printed number calculated again from other printed numbers.
 *
 * <p>Numbers that were rounded before they were printed leave a range of results. The printed number is consistent if
 * one of them is printed so when all are rounded in one way.
 *
 * @param verdict consistent, inconsistent, cannot-tell or not-checked
 * @param value what comes of the numbers as they are printed, to 6 decimals; empty if they give nothing
 * @param shown the value for people, with one decimal more than was printed; empty if there is none
 * @param least the least that the numbers can have given before they were rounded; empty if none of them was
 * @param most the most that they can have given
 * @param roundings the ways of rounding by which it is printed so
 * @param nearest what could have been printed that is nearest to what was; none unless that is inconsistent
 * @param says what was found, in words
 */
public record Recomputed(
        Verdict verdict,
        Optional<BigDecimal> value,
        Optional<String> shown,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        List<Rounding> roundings,
        List<String> nearest,
        String says) {

    private static final String MAY_BE_ANYTHING = " may be anything, because its divisor may have been 0";

    /** Keeps unmodifiable copies. */
    public Recomputed {
        roundings = List.copyOf(roundings);
        nearest = List.copyOf(nearest);
    }

    static Recomputed notChecked(String why) {
        return without(Verdict.NOT_CHECKED, why);
    }

    private static Recomputed without(Verdict verdict, String why) {
        return new Recomputed(
                verdict,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                why);
    }

    /**
     * Holds a printed number against a calculation.
     *
     * @param written the calculation as people write it
     * @param terms the numbers that it takes
     * @param calculation what comes of them; empty if something is divided by 0
     */
    static Recomputed of(
            Printed printed,
            String written,
            List<Printed> terms,
            Function<List<Possible>, Optional<Possible>> calculation) {
        Optional<Ratio> exact = calculation
                .apply(terms.stream()
                        .map(term -> Possible.exactly(Ratio.of(term.value())))
                        .toList())
                .map(Possible::least);
        if (exact.isEmpty()) {
            return terms.stream().allMatch(Printed::isExact)
                    ? without(Verdict.INCONSISTENT, written + " has no value, because nothing can be divided by 0")
                    : without(Verdict.CANNOT_TELL, written + MAY_BE_ANYTHING);
        }
        Map<Rounding, Possible> byRounding = new EnumMap<>(Rounding.class);
        for (Rounding rounding : Rounding.values()) {
            calculation
                    .apply(terms.stream()
                            .map(term -> Possible.before(term, rounding))
                            .toList())
                    .ifPresent(results -> byRounding.put(rounding, results));
        }
        Possible possible = byRounding.get(Rounding.HALF_UP);
        if (possible == null || byRounding.size() < Rounding.values().length) {
            return without(Verdict.CANNOT_TELL, written + MAY_BE_ANYTHING);
        }
        List<Rounding> roundings = new ArrayList<>();
        byRounding.forEach((rounding, results) -> {
            if (results.meets(Possible.before(printed, rounding))) {
                roundings.add(rounding);
            }
        });
        Optional<Possible> range = possible.isOneNumber() ? Optional.empty() : Optional.of(possible);
        boolean isPlain = terms.size() == 1;
        return new Recomputed(
                roundings.isEmpty() ? Verdict.INCONSISTENT : Verdict.CONSISTENT,
                Optional.of(kept(exact.get())),
                Optional.of(isPlain ? terms.get(0).text() : printed.shown(exact.get())),
                range.map(r -> kept(r.least())),
                range.map(r -> kept(r.most())),
                roundings,
                roundings.isEmpty() ? nearest(printed, byRounding) : List.of(),
                written + " is "
                        + (isPlain ? terms.get(0).text() : shown(printed, exact.get(), range))
                        + conclusion(printed, exact.get(), roundings, isPlain));
    }

    private static List<String> nearest(Printed printed, Map<Rounding, Possible> byRounding) {
        return byRounding.entrySet().stream()
                .map(results -> printed.nearestIn(results.getValue(), results.getKey()))
                .distinct()
                .toList();
    }

    private static String shown(Printed printed, Ratio exact, Optional<Possible> range) {
        return printed.shown(exact)
                + range.map(r -> " (" + printed.shown(r.least()) + " to " + printed.shown(r.most())
                                + " before its parts were rounded)")
                        .orElse("");
    }

    private static BigDecimal kept(Ratio number) {
        return number.rounded(Figure.KEPT_DECIMALS);
    }

    private static String conclusion(Printed printed, Ratio exact, List<Rounding> roundings, boolean isPlain) {
        if (roundings.isEmpty()) {
            List<String> otherwise = Arrays.stream(Rounding.values())
                    .map(rounding -> printed.printing(exact, rounding))
                    .distinct()
                    .toList();
            return (printed.isExact() || isPlain ? "" : ", which prints as " + String.join(" or ", otherwise))
                    + ", not " + printed.text();
        }
        return roundings.size() == Rounding.values().length ? "" : ", rounded " + titles(roundings);
    }

    static String titles(List<Rounding> roundings) {
        return roundings.stream().map(Rounding::title).collect(Collectors.joining(" or "));
    }
}
