package dev.waymark.data;

import java.util.Locale;

/**
 * Why a row or a value was left out, in the order in which the rules apply: a row has one code, the first that does.
 */
public enum RejectionCode {
    /** A required value is empty; before it comes the row with the wrong number of fields, which is malformed. */
    MISSING,
    /** Not a value of the column's type. */
    MALFORMED,
    /** A value of the type, outside its range. */
    OUT_OF_RANGE,
    /** Refers to an id that no accepted row has. */
    ORPHAN,
    /** An accepted earlier row has the same identity. */
    DUPLICATE,
    /** Values of the row exclude each other. */
    CONTRADICTION;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code as reports print it, such as {@code out-of-range}. */
    public String word() {
        return word;
    }
}
