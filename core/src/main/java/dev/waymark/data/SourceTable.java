package dev.waymark.data;

import java.util.List;

/** One table of a source: its columns, and its rows in one or more parts that may be read side by side. */
public interface SourceTable {

    /** How errors name the table, such as {@code star_readings.csv}. */
    String place();

    /** The names of the columns, in the order of the cells of a row. */
    List<String> columns();

    /** The rows: the parts in order, each to be closed by who reads it. A table is read once. */
    List<? extends RowCursor> parts();
}
