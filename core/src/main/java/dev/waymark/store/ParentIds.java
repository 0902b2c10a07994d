package dev.waymark.store;

import java.util.Optional;

/**
 * Finds the row of a finished table by its id, for the rows of other tables that refer to it.
 *
 * <p><b>Threads:</b> immutable.
 */
final class ParentIds {

    /** Finds nothing: the ids of a table that has none, or is not there. */
    static final ParentIds NONE = new ParentIds(Optional.empty());

    private final Optional<TextIndex> index;

    private ParentIds(Optional<TextIndex> index) {
        this.index = index;
    }

    static ParentIds of(TextIndex index) {
        return new ParentIds(Optional.of(index));
    }

    /**
     * The row with this id, or -1.
     *
     * @param likely the row that is looked at first: files mostly name the rows of another in their order, and then the
     *     index, which lies all over the memory, need not be asked
     */
    int find(byte[] text, int from, int to, int likely) {
        return index.isEmpty() ? -1 : index.get().find(text, from, to, likely);
    }
}
