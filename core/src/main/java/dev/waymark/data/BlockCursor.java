package dev.waymark.data;

/** A cursor that can hand over many rows at once, where all cells are text. */
public interface BlockCursor extends RowCursor {

    /**
     * Fills the block with the next rows of the table, in their order.
     *
     * @return false when none is left that can be handed over so; the block is then empty, and what else there is, is
     *     to be had {@link #next(Row) row by row}
     */
    boolean next(RowBlock block);
}
