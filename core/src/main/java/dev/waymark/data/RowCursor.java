package dev.waymark.data;

/** Reads the rows of (a part of) a table, one after the other, into a row that is used again. */
public interface RowCursor extends AutoCloseable {

    /**
     * Fills the row with the next one of the table.
     *
     * @return false when there is none left; the row is then not filled
     */
    boolean next(Row row);

    /** Lets go of files and connections. */
    @Override
    void close();
}
