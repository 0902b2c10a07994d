package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A figure under the name that readers know what it is about by, such as the title of an area. */
record Named(String name, Figure figure) {

    /** What is said where every number is hidden. */
    static final String ALL_HIDDEN = "No number here may be shown, to protect the people behind them.";

    /** What is said where there is no number to hide either. */
    static final String NONE_HAS_A_VALUE = "There is nothing to compare, because none of these has a value.";

    /** The figures of an id, each named by the value of its last dimension. */
    static List<Named> byLastDimension(Map<Dimensions, Figure> figures, UnaryOperator<String> title) {
        List<Named> named = new ArrayList<>();
        figures.forEach((dimensions, figure) -> {
            int last = dimensions.count() - 1;
            named.add(new Named(title.apply(last < 0 ? "" : dimensions.value(last)), figure));
        });
        return named;
    }

    /** Those whose figure has a value. */
    static List<Named> withValue(List<Named> all) {
        return all.stream().filter(named -> named.figure.status().isValue()).toList();
    }

    /** The name and the figure behind it: "Home and money (64.2%, 70 of 109)". */
    private String inBrackets() {
        String value = Cell.value(figure).text();
        boolean isShare = figure.numerator().isPresent() && figure.denominator().isPresent();
        return name + " (" + value + (isShare ? ", " + Cell.ofBase(figure) : "") + ")";
    }

    /**
     * One sentence on the highest and the lowest: {@code most} and {@code least} say what they are, such as "Progress
     * was most common in" and "least common in".
     */
    static String range(List<Named> all, String most, String least) {
        return comparison(all, most, least).orElseGet(() -> withoutComparison(all));
    }

    /** The sentence of {@link #range} if it compares: two have a value, and not the same. */
    static Optional<String> comparison(List<Named> all, String most, String least) {
        List<Named> highest = highest(all);
        // what is hidden may be higher or lower than all that is shown
        return highest.isEmpty()
                ? Optional.empty()
                : Optional.of(most + " " + together(highest) + " and " + least + " "
                        + together(extreme(all, Comparator.reverseOrder()))
                        + (anyHidden(all) ? ", of those that may be shown." : "."));
    }

    private static String withoutComparison(List<Named> all) {
        List<Named> valued = withValue(all);
        boolean someHidden = anyHidden(all);
        if (valued.isEmpty()) {
            return someHidden ? ALL_HIDDEN : NONE_HAS_A_VALUE;
        }
        Named any = valued.get(0);
        return valued.size() == 1
                ? "There is a number for " + any.inBrackets() + " only"
                        + (someHidden ? "; others may not be shown." : ".")
                : "It was the same in all" + (someHidden ? " that may be shown: " : ": ")
                        + Cell.value(any.figure).text() + ".";
    }

    /** Those that are above another and below none; empty where there are not two to compare, or all are the same. */
    static List<Named> highest(List<Named> all) {
        List<Named> highest = extreme(all, Comparator.naturalOrder());
        return highest.size() < withValue(all).size() ? highest : List.of();
    }

    /** All that come last in an order of their values. */
    private static List<Named> extreme(List<Named> all, Comparator<BigDecimal> order) {
        Optional<BigDecimal> last =
                all.stream().flatMap(named -> named.figure.value().stream()).max(order);
        return withValue(all).stream()
                .filter(named -> order.compare(named.figure.value().orElseThrow(), last.orElseThrow()) == 0)
                .toList();
    }

    /** Whether any of the figures must not be shown. */
    static boolean anyHidden(List<Named> all) {
        return all.stream().anyMatch(named -> Cell.value(named.figure).isSuppressed());
    }

    private static String together(List<Named> equal) {
        Named one = equal.get(0);
        return equal.size() == 1
                ? one.inBrackets()
                : Titles.list(equal.stream().map(Named::name).toList()) + " ("
                        + Cell.value(one.figure).text() + " each)";
    }
}
