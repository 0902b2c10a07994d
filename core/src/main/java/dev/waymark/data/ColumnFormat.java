package dev.waymark.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One column of a table of the data format.
 *
 * @param name the column's name
 * @param type what its values are
 * @param required whether a row without a value is rejected
 * @param loseValueOnly whether a bad value is left out alone, so that its row stands
 * @param words the words allowed in a column of type {@link ColumnType#WORD}; else empty
 * @param refersTo the table a {@link ColumnType#REFERENCE} refers to; else empty
 * @param about what the column means, in a few words
 */
public record ColumnFormat(
        String name,
        ColumnType type,
        boolean required,
        boolean loseValueOnly,
        List<String> words,
        String refersTo,
        String about) {

    /** What a well-formed value looks like, as rejections say it. */
    public String expectedForm() {
        return switch (type) {
            case ID, REFERENCE, TEXT -> "a text";
            case WORD -> words.stream().collect(Collectors.joining(", ", "one of ", ""));
            case DATE -> "a date like 2015-04-01";
            case COUNT -> "a whole number";
            case AMOUNT -> "pounds, whole or with one or two decimals";
            case YEAR -> "a year like 2015/16";
            case STAR -> "the id of a Star that has a definition";
        };
    }

    /** The range a value must lie in, as rejections say it; empty for types without one. */
    public String expectedRange() {
        return switch (type) {
            case DATE -> "a date from " + DataFormat.FIRST_DAY + " to " + DataFormat.LAST_DAY;
            case COUNT -> "a whole number from 0 to 2147483647";
            case AMOUNT -> "an amount of fewer than 16 digits";
            default -> "";
        };
    }
}
