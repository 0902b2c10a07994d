package dev.waymark.data;

/** A cursor that can hand over many rows at once, where all cells are text. */
public interface BlockCursor extends RowCursor {

    /**
     * Fills the block with the next rows of the table, in their order.
     *
     * @return false when there is none left; the block is then empty
     */
    boolean next(RowBlock block);
}
