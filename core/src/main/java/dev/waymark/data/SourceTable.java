package dev.waymark.data;

import java.util.List;
import java.util.Set;

/** One table of a source: its columns, and its rows in one or more parts that may be read side by side. */
public interface SourceTable {

    /** How errors name the table, such as {@code star_readings.csv}. */
    String place();

    /** The names of the columns, in the order of the cells of a row. */
    List<String> columns();

    /** Whether a column is found by its name in any case, as in SQL; where only the case differs, exactly. */
    default boolean columnsInAnyCase() {
        return false;
    }

    /** The rows: the parts in order, each to be closed by who reads it. A table is read once. */
    List<? extends RowCursor> parts();

    /**
     * The rows for somebody who looks at some of the columns only: the cells of the others are there, but may be empty.
     *
     * @param wanted the columns looked at, by the names of {@link #columns()}
     */
    default List<? extends RowCursor> parts(Set<String> wanted) {
        return parts();
    }
}
