package dev.waymark.published;

import dev.waymark.definition.Definition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One figure that was published.
 *
 * @param id what the relations of other figures call it
 * @param text what it says, in words
 * @param printed the number
 * @param numerator what was counted, if that is stated
 * @param denominator of how many, if that is stated
 * @param base the base in words; empty if it is not stated
 * @param relations how it follows from other figures
 * @param link which number of a report it is, if that is stated
 * @param candidates numbers of a report that it may be, to be tried by a fit
 * @param expected the verdict that the file owns up to, if it lists one
 */
public record PublishedFigure(
        String id,
        String text,
        Printed printed,
        Optional<BigDecimal> numerator,
        OptionalInt denominator,
        String base,
        List<Relation> relations,
        Optional<Link> link,
        List<Link> candidates,
        Optional<Expected> expected) {

    /** Keeps unmodifiable copies. */
    public PublishedFigure {
        relations = List.copyOf(relations);
        candidates = List.copyOf(candidates);
    }

    static PublishedFigure read(Definition figure) {
        figure.allowOnly(
                "id",
                "text",
                "printed",
                "value",
                "unit",
                "decimals",
                "numerator",
                "denominator",
                "base",
                "relations",
                "measure",
                "figure",
                "dimensions",
                "number",
                "of",
                "candidates",
                "expected");
        return new PublishedFigure(
                figure.at("id").text(),
                figure.find("text").map(Definition::text).orElse(""),
                Printed.read(figure),
                figure.find("numerator").map(Definition::number),
                figure.find("denominator")
                        .map(given -> OptionalInt.of(given.whole(0, Integer.MAX_VALUE)))
                        .orElse(OptionalInt.empty()),
                figure.find("base").map(Definition::text).orElse(""),
                figure.find("relations").map(Definition::elements).orElse(List.of()).stream()
                        .map(Relation::read)
                        .toList(),
                Link.read(figure),
                figure.find("candidates").map(Definition::elements).orElse(List.of()).stream()
                        .map(PublishedFigure::candidate)
                        .toList(),
                figure.find("expected").map(Expected::read));
    }

    private static Link candidate(Definition candidate) {
        candidate.allowOnly("measure", "figure", "dimensions", "number", "of");
        return Link.read(candidate).orElseThrow(() -> candidate.refuse("a measure and a figure"));
    }
}
