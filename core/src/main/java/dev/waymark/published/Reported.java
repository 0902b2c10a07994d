package dev.waymark.published;

import dev.waymark.figure.FigureName;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Status;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure of a report, as far as a published number is held against it.
 *
 * @param name what tells it from all others
 * @param status whether it has a value
 * @param exact its value, as exact as the report has it
 * @param numerator what was counted
 * @param denominator of how many
 * @param base the base in words
 */
public record Reported(
        FigureName name,
        Status status,
        Optional<Ratio> exact,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        String base) {

    Optional<Ratio> number(Link.Part part) {
        return switch (part) {
            case VALUE -> exact;
            case NUMERATOR -> numerator.map(Ratio::of);
            case DENOMINATOR -> denominator.map(Ratio::of);
        };
    }
}
