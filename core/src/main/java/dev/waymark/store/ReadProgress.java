package dev.waymark.store;

/** Is told how reading goes on. <b>Threads:</b> called from several. */
@FunctionalInterface
public interface ReadProgress {

    /** So many more rows of a table were read. */
    void rowsRead(String table, long rows);
}
