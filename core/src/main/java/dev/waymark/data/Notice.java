package dev.waymark.data;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something a reader of the report should know about the data, though nothing was left out for it.
 *
 * @param code such as {@code unknown-column}
 * @param table the table
 * @param column the column
 * @param value the value noticed, if one is meant
 * @param count how often: rows with the value; 1 for a column
 */
public record Notice(String code, String table, String column, Optional<String> value, long count) {

    /** The order of notices within one table. */
    public static final Comparator<Notice> ORDER = Comparator.comparing(Notice::code)
            .thenComparing(Notice::column, TextOrder.A_TO_Z)
            .thenComparing(n -> n.value().orElse(""), TextOrder.A_TO_Z);
}
