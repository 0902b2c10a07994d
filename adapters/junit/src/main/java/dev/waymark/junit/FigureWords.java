package dev.waymark.junit;

import dev.waymark.figure.Figure;
import java.math.BigDecimal;

/** A figure in a message: its value and what it comes from. */
final class FigureWords {

    private FigureWords() {}

    static String of(Figure figure) {
        String value = figure.status().isValue()
                ? figure.value().map(BigDecimal::toPlainString).orElse("-")
                : figure.status().reason().orElse("no value");
        return value
                + figure.denominator()
                        .map(denominator -> " ("
                                + figure.numerator()
                                        .or(figure::sum)
                                        .map(BigDecimal::toPlainString)
                                        .orElse("-")
                                + " of " + denominator.toPlainString() + ")")
                        .orElse("");
    }
}
