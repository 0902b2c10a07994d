package dev.waymark.data;

/**
 * A rule that values of one row, or of the row and the person it names, must not break.
 *
 * @param rule which rule
 * @param column the column listed when the rule is broken
 * @param other the column it is held against; empty where the rule needs none
 * @param days the days of grace of {@link Rule#NOT_BEFORE_BIRTH}
 */
public record Contradiction(Rule rule, String column, String other, int days) {

    /** The kinds of rules. */
    public enum Rule {
        /** The column's date is not before the other's. */
        NOT_BEFORE,
        /** The column's number is not over the other's. */
        NOT_OVER,
        /** The individual that the column names belongs to the row's family. */
        SAME_FAMILY,
        /** The column's date is at most so many days before the birth of the row's individual. */
        NOT_BEFORE_BIRTH
    }

    /** What the rule asks for, as rejections say it. */
    public String expected() {
        return switch (rule) {
            case NOT_BEFORE -> column + " on or after " + other;
            case NOT_OVER -> column + " not over " + other;
            case SAME_FAMILY -> "an individual of the row's family";
            case NOT_BEFORE_BIRTH ->
                days == 0
                        ? "a date not before the individual's birth"
                        : "a date at most " + days + " days before the individual's birth";
        };
    }
}
