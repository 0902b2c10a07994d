package dev.waymark.store;

import dev.waymark.data.Notice;
import dev.waymark.data.Rejections;
import java.util.List;

/** A table in the making: takes in the parts of a source's table in their order, then judges the rows together. */
interface Gathering {

    /** Takes in the next part. */
    void take(TablePart part);

    /** Judges the rows against each other and against other tables, and finishes the table. Called once, after all. */
    Settled settle();

    /**
     * A finished table.
     *
     * @param table the accepted rows
     * @param ids finds a row by its id; nothing in a table without ids
     * @param rowsRead how many rows the source had
     * @param rejections the rows and values left out, in no order
     * @param notices what a reader should know of the table's values
     */
    record Settled(StoredTable table, ParentIds ids, long rowsRead, Rejections rejections, List<Notice> notices) {}
}
