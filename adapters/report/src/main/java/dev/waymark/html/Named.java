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
        List<Named> valued = withValue(all);
        // what is hidden may be higher or lower than all that is shown
        boolean someHidden = anyHidden(all);
        if (valued.isEmpty()) {
            return someHidden ? ALL_HIDDEN : NONE_HAS_A_VALUE;
        }
        Comparator<Named> byValue =
                Comparator.comparing(named -> named.figure.value().orElseThrow());
        Named highest = valued.stream().max(byValue).orElseThrow();
        Named lowest = valued.stream().min(byValue).orElseThrow();
        if (valued.size() == 1) {
            return "There is a number for " + highest.inBrackets() + " only"
                    + (someHidden ? "; others may not be shown." : ".");
        }
        if (byValue.compare(highest, lowest) == 0) {
            return "It was the same in all" + (someHidden ? " that may be shown: " : ": ")
                    + Cell.value(highest.figure).text() + ".";
        }
        return most + " " + together(valued, highest, byValue) + " and " + least + " "
                + together(valued, lowest, byValue) + (someHidden ? ", of those that may be shown." : ".");
    }

    /** The one that is above all others, and above nothing at all; none if two are. */
    static Optional<Named> highest(List<Named> all) {
        BigDecimal most = withValue(all).stream()
                .map(named -> named.figure.value().orElseThrow())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        List<Named> highest = withValue(all).stream()
                .filter(named -> named.figure.value().orElseThrow().compareTo(most) == 0)
                .toList();
        return highest.size() == 1 && most.signum() > 0 ? Optional.of(highest.get(0)) : Optional.empty();
    }

    /** Whether any of the figures must not be shown. */
    static boolean anyHidden(List<Named> all) {
        return all.stream().anyMatch(named -> Cell.value(named.figure).isSuppressed());
    }

    private static String together(List<Named> all, Named one, Comparator<Named> byValue) {
        List<Named> equal =
                all.stream().filter(named -> byValue.compare(named, one) == 0).toList();
        return equal.size() == 1
                ? one.inBrackets()
                : Titles.list(equal.stream().map(Named::name).toList()) + " ("
                        + Cell.value(one.figure).text() + " each)";
    }
}
