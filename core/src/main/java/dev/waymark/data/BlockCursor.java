package dev.waymark.data;

import java.util.OptionalInt;

/**
 * A cursor that can hand over many rows at once, where all cells are text.
 *
 * <p>It may hand rows over before it is known whether they count, and on which lines they stand: both may hang on what
 * comes before them in the file, which others are reading meanwhile.
 */
public interface BlockCursor extends RowCursor {

    /**
     * Fills the block with the next rows of the table, in their order.
     *
     * @return false when none is left that can be handed over so; the block is then empty, and what else there is, is
     *     to be had {@link #next(Row) row by row} once {@link #linesBefore} has been asked
     */
    boolean next(RowBlock block);

    /**
     * Says what has become of the rows of all blocks, once there is no further block. Then there is none any more.
     *
     * @return how many lines come before those that the blocks have counted; empty if the rows do not count: they are
     *     to be forgotten, and those that do, if any, follow row by row
     */
    OptionalInt linesBefore();
}
