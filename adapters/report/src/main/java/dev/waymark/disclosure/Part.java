package dev.waymark.disclosure;

import java.util.Locale;

/** Which of a figure's numbers. */
enum Part {
    /** The value of a count. */
    COUNT,
    /** What a percentage counts of its base. */
    NUMERATOR,
    /** How many the base of a percentage, of points or of a mean has. */
    DENOMINATOR,
    /** How many of a base a percentage does not count: seen by whoever sees the other two. */
    COMPLEMENT,
    /** The sum of a mean. */
    SUM,
    /** How many are counted at first, of points. */
    AT_FIRST,
    /** How many are counted at last, of points. */
    AT_LAST;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The part as relations name it. */
    String word() {
        return word;
    }
}
