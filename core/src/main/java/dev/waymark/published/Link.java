package dev.waymark.published;

import dev.waymark.definition.Definition;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.FigureName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which number of a report a published figure is.
 *
 * @param name the figure of the report
 * @param part which of its numbers
 */
public record Link(FigureName name, Part part) {

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

    /** Reads {@code measure}, {@code figure}, {@code dimensions} and {@code number}; empty without any of them. */
    static Optional<Link> read(Definition place) {
        if (place.find("measure").isEmpty()
                && place.find("figure").isEmpty()
                && place.find("dimensions").isEmpty()
                && place.find("number").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> dimensions = new LinkedHashMap<>();
        place.find("dimensions")
                .ifPresent(given -> given.keys()
                        .forEach(key -> dimensions.put(key, given.at(key).text())));
        String number = place.find("number")
                .map(given -> given.oneOf("value", "numerator", "denominator"))
                .orElse("value");
        return Optional.of(new Link(
                new FigureName(place.at("measure").text(), place.at("figure").text(), new Dimensions(dimensions)),
                Part.valueOf(number.toUpperCase(java.util.Locale.ROOT))));
    }

    @Override
    public String toString() {
        return (part == Part.VALUE ? "" : "the " + part.word() + " of ") + name;
    }
}
