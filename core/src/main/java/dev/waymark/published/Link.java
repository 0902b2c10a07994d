package dev.waymark.published;

import dev.waymark.definition.Definition;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which number of a report a published figure is.
 *
 * <p>Reports print groups that a measure does not know ("the two top stages"), and shares that are no figure of their
 * own ("children among the individuals"): so the numbers of several figures may be added up, and the sum be taken of
 * another number.
 *
 * @param names the figures of the report whose numbers are added up; mostly one
 * @param part which of their numbers
 * @param of the number that it is a share of, if the figures are not shares themselves
 */
public record Link(List<FigureName> names, Part part, Optional<Link> of) {

    /** Keeps an unmodifiable copy. */
    public Link {
        names = List.copyOf(names);
    }

    /** Which number of a figure. */
    public enum Part {
        /** What the figure says. */
        VALUE("value"),
        /** How many it counted of its base. */
        NUMERATOR("numerator"),
        /** How many its base has. */
        DENOMINATOR("denominator");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** The number as files write it. */
        public String word() {
            return word;
        }
    }

    /** Reads {@code measure}, {@code figure}, {@code dimensions}, {@code number} and {@code of}; empty without any. */
    static Optional<Link> read(Definition place) {
        Optional<Definition> whole = place.find("of");
        if (place.find("measure").isEmpty()
                && place.find("figure").isEmpty()
                && place.find("dimensions").isEmpty()
                && place.find("number").isEmpty()
                && whole.isEmpty()) {
            return Optional.empty();
        }
        whole.ifPresent(given -> given.allowOnly("measure", "figure", "dimensions", "number"));
        String measure = place.at("measure").text();
        String figure = place.at("figure").text();
        String number = place.find("number")
                .map(given -> given.oneOf("value", "numerator", "denominator"))
                .orElse("value");
        return Optional.of(new Link(
                place.find("dimensions").map(Link::dimensions).orElse(List.of(Dimensions.NONE)).stream()
                        .map(dimensions -> new FigureName(measure, figure, dimensions))
                        .toList(),
                Part.valueOf(number.toUpperCase(Locale.ROOT)),
                whole.map(given -> read(given).orElseThrow(() -> given.refuse("a measure and a figure")))));
    }

    /** Where a dimension has several values, each combination of them. */
    private static List<Dimensions> dimensions(Definition given) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (String key : given.keys()) {
            Definition values = given.at(key);
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> before : combinations) {
                for (String value : values.isText() ? List.of(values.text()) : severalOf(values)) {
                    Map<String, String> with = new LinkedHashMap<>(before);
                    with.put(key, value);
                    more.add(with);
                }
            }
            combinations = more;
        }
        return combinations.stream().map(Dimensions::new).toList();
    }

    private static List<String> severalOf(Definition values) {
        List<String> several = values.texts();
        if (several.isEmpty() || several.stream().distinct().count() < several.size()) {
            throw values.refuse("a value, or different values whose figures are added up");
        }
        return several;
    }

    /** The one figure that it is; empty if it is calculated from several. */
    Optional<FigureName> single() {
        return names.size() == 1 && of.isEmpty() ? Optional.of(names.get(0)) : Optional.empty();
    }

    /**
     * The number in a report.
     *
     * @param factor what a share is multiplied by
     * @return empty if a figure is not there or has no such number, or the share would be one of 0
     */
    Optional<Ratio> number(ReportedFigures report, long factor) {
        Ratio sum = Ratio.whole(0);
        for (FigureName name : names) {
            Optional<Ratio> number = report.find(name).flatMap(reported -> reported.number(part));
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(number.get());
        }
        Ratio part = sum;
        return of.isEmpty()
                ? Optional.of(part)
                : of.get()
                        .number(report, 1)
                        .filter(whole -> whole.signum() != 0)
                        .map(whole -> part.times(factor).over(whole));
    }

    /** All figures that it takes. */
    List<FigureName> allNames() {
        List<FigureName> all = new ArrayList<>(names);
        of.ifPresent(whole -> all.addAll(whole.allNames()));
        return all;
    }

    /** The figures that it takes and a report does not have. */
    public List<FigureName> missingIn(ReportedFigures report) {
        return allNames().stream().filter(name -> report.find(name).isEmpty()).toList();
    }

    @Override
    public String toString() {
        return (part == Part.VALUE ? "" : "the " + part.word() + " of ")
                + names.stream().map(FigureName::toString).collect(Collectors.joining(" + "))
                + of.map(whole -> " of " + whole).orElse("");
    }
}
