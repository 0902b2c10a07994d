package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A figure under the name that readers know what it is about by, such as the title of an area. */
record Named(String name, Figure figure) {

    /** The figures of an id, each named by the value of its last dimension. */
    static List<Named> byLastDimension(Map<Dimensions, Figure> figures, UnaryOperator<String> title) {
        List<Named> named = new ArrayList<>();
        figures.forEach((dimensions, figure) -> {
            List<String> values = List.copyOf(dimensions.values().values());
            named.add(new Named(title.apply(values.isEmpty() ? "" : values.get(values.size() - 1)), figure));
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
        if (valued.isEmpty()) {
            return all.stream().anyMatch(named -> Cell.value(named.figure).isSuppressed())
                    ? "No number here may be shown, because so few families are in it."
                    : "There is nothing to compare, because no family is in the base.";
        }
        // what is hidden may be higher or lower than all that is shown
        boolean someHidden =
                all.stream().anyMatch(named -> Cell.value(named.figure).isSuppressed());
        String shown = someHidden ? ", of those that may be shown" : "";
        Comparator<Named> byValue =
                Comparator.comparing(named -> named.figure.value().orElseThrow());
        Named highest = valued.stream().max(byValue).orElseThrow();
        Named lowest = valued.stream().min(byValue).orElseThrow();
        if (valued.size() == 1) {
            return "There is a number for " + highest.inBrackets() + " only"
                    + (someHidden ? "; the others may not be shown." : ".");
        }
        if (byValue.compare(highest, lowest) == 0) {
            return "It was the same in all" + shown + ": "
                    + Cell.value(highest.figure).text() + ".";
        }
        return most + " " + together(valued, highest, byValue) + " and " + least + " "
                + together(valued, lowest, byValue) + shown + ".";
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
