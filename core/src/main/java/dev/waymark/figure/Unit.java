package dev.waymark.figure;

import java.util.Locale;

/** What a figure's value is counted in. */
public enum Unit {
    /** Families, individuals, subjects. */
    COUNT,
    /** Hundredths of the base. */
    PERCENT,
    /** Percentage points. */
    POINTS,
    /** A mean of counts or scores. */
    MEAN,
    /** A mean of completed years. */
    YEARS,
    /** A mean of weeks. */
    WEEKS,
    /** Pounds. */
    POUNDS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The unit as reports write it. */
    public String word() {
        return word;
    }
}
