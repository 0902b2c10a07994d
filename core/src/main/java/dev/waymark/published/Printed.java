package dev.waymark.published;

import dev.waymark.definition.Definition;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was printed, such as {@code 54%} or {@code 3,806}.
 *
 * @param text the number with its signs, as printed
 * @param value the number
 * @param unit what it is counted in
 * @param decimals how many decimals were printed, and so how precise it is
 */
public record Printed(String text, BigDecimal value, Unit unit, int decimals) {

    private static final int MOST_DECIMALS = 10;
    private static final int PENCE = 2;
    private static final String[] UNITS =
            Arrays.stream(Unit.values()).map(Unit::word).toArray(String[]::new);
    private static final Pattern NUMBER = Pattern.compile(
            "([-+\u2212]?)\\s*£?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(?:%|" + String.join("|", UNITS) + ")?");
    private static final Pattern GROUPED = Pattern.compile("(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");

    /**
     * Reads {@code printed}, {@code value}, {@code unit} and {@code decimals} of a figure. All but the first may be
     * left out where the text says them; where both say them they must agree.
     */
    static Printed read(Definition figure) {
        String text = figure.at("printed").text();
        Optional<BigDecimal> inText = numberIn(figure.at("printed"));
        BigDecimal value = figure.find("value")
                .map(Definition::number)
                .or(() -> inText)
                .orElseThrow(() -> figure.at("value").refuse("the number that is printed as \"" + text + "\""));
        int decimals = figure.find("decimals")
                .map(given -> given.whole(0, MOST_DECIMALS))
                .or(() -> inText.map(BigDecimal::scale))
                .orElseThrow(() -> figure.at("decimals").refuse("how many decimals are printed"));
        if (inText.isPresent() && inText.get().compareTo(value) != 0) {
            throw figure.at("value").refuse("the number that is printed: " + inText.get());
        }
        if (inText.isPresent() && inText.get().scale() != decimals) {
            throw figure.at("decimals")
                    .refuse("the decimals that are printed: " + inText.get().scale());
        }
        if (value.stripTrailingZeros().scale() > decimals) {
            throw figure.at("value").refuse("a number of " + decimals + " decimals, as printed");
        }
        Unit unit = figure.find("unit")
                .map(given -> given.oneOf(UNITS))
                .map(word -> Unit.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> unitOf(text.strip(), decimals));
        return new Printed(text, value.setScale(decimals), unit, decimals);
    }

    private static Optional<BigDecimal> numberIn(Definition printed) {
        Matcher number = NUMBER.matcher(printed.text().strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        if (!GROUPED.matcher(number.group(2)).matches()) {
            throw printed.refuse("a number whose commas group three digits, its decimals behind a point");
        }
        BigDecimal value = new BigDecimal(number.group(2).replace(",", ""));
        return Optional.of(number.group(1).isEmpty() || number.group(1).equals("+") ? value : value.negate());
    }

    private static Unit unitOf(String text, int decimals) {
        for (Unit unit : Unit.values()) {
            if (text.endsWith(unit.word())) {
                return unit;
            }
        }
        if (text.endsWith("%")) {
            return Unit.PERCENT;
        }
        if (text.indexOf('£') >= 0) {
            return Unit.POUNDS;
        }
        return decimals == 0 ? Unit.COUNT : Unit.MEAN;
    }

    /** Whether nothing was rounded: counts, and amounts to the penny. */
    boolean isExact() {
        return unit == Unit.COUNT || (unit == Unit.POUNDS && decimals == PENCE);
    }

    /** What a ratio of counts is multiplied by to be in the unit. */
    long factor() {
        return unit == Unit.PERCENT || unit == Unit.POINTS ? 100 : 1;
    }

    /** Whether it is a whole number over a whole number of cases. */
    boolean isOfWholeNumbers() {
        return unit == Unit.PERCENT || unit == Unit.POINTS || unit == Unit.MEAN || unit == Unit.YEARS;
    }

    /** The ways of rounding by which an exact number is printed so. */
    List<Rounding> roundings(Ratio exact) {
        return Arrays.stream(Rounding.values())
                .filter(rounding -> Possible.before(this, rounding).meets(Possible.exactly(exact)))
                .toList();
    }

    /** An exact number as it would have been printed. */
    String printing(Ratio exact, Rounding rounding) {
        return write(exact.rounded(decimals, rounding.mode()));
    }

    /** Of the numbers that these results print as, the one nearest to what was printed; none of them is that. */
    String nearestIn(Possible results, Rounding rounding) {
        boolean isBelow = results.most().compareTo(Ratio.of(value)) < 0;
        BigDecimal nearest = (isBelow ? results.most() : results.least()).rounded(decimals, rounding.mode());
        if (!results.meets(Possible.before(printedAs(nearest), rounding))) {
            // the end itself is none of the results: what it prints as may have none either
            BigDecimal step = BigDecimal.valueOf(1, decimals);
            nearest = isBelow ? nearest.subtract(step) : nearest.add(step);
        }
        return write(nearest);
    }

    private Printed printedAs(BigDecimal other) {
        return new Printed(write(other), other, unit, decimals);
    }

    /** An exact number with one decimal more than was printed, or without any if it is whole. */
    String shown(Ratio exact) {
        BigDecimal more = exact.rounded(decimals + 1, RoundingMode.HALF_UP);
        boolean isWhole = isExact() && more.stripTrailingZeros().scale() <= decimals;
        return write(isWhole ? more.setScale(decimals) : more);
    }

    private String write(BigDecimal number) {
        String digits = String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number.abs());
        String sign = number.signum() < 0 ? "-" : "";
        return sign + (unit == Unit.POUNDS ? "£" : "") + digits + (unit == Unit.PERCENT ? "%" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
