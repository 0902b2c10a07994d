package dev.waymark.report;

import dev.waymark.figure.Unit;
import java.math.BigDecimal;

/** How numbers are written in files. */
final class Numbers {

    private Numbers() {}

    /** The number without exponent and without needless zeros, but with at least so many decimals. */
    static String plain(BigDecimal number, int leastDecimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < leastDecimals ? stripped.setScale(leastDecimals) : stripped).toPlainString();
    }

    /** The fewest decimals of a value in a unit: none of a count, one of all else. */
    static int leastDecimals(Unit unit) {
        return unit == Unit.COUNT ? 0 : 1;
    }
}
