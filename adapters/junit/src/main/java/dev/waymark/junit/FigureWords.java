package dev.waymark.junit;

import dev.waymark.figure.Figure;
import java.math.BigDecimal;

/** A figure in a message: its value and what it comes from. */
final class FigureWords {

    private FigureWords() {}

    /** What tests write a figure as, 50% or £1,234.50, without its signs. */
    static String number(String text) {
        return text.replaceAll("[%£, ]", "");
    }

    /**
     * The figure as it is printed with as many decimals as a number has, so that a test can expect whole percentages:
     * rounded half up from the exact value.
     */
    static String printedLike(String number, Figure figure) {
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        return figure.exact()
                .map(exact -> exact.rounded(decimals).toPlainString())
                .orElse(figure.printed());
    }

    static String of(Figure figure) {
        String value = figure.status().isValue()
                ? figure.value()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .orElse("-")
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
