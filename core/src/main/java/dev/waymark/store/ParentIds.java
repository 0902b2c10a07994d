package dev.waymark.store;

import org.jspecify.annotations.Nullable;

/**
 * Finds the row of a finished table by its id, for the rows of other tables that refer to it.
 *
 * <p>Files mostly name the rows of another in about their order, so the rows near the one named last are looked at
 * first. The others are found by an index, which takes time to make and lies all over the memory; where the order of
 * the ids is known, they are sought by it until that has been done so often that an index pays. <b>Threads:</b> safe.
 */
final class ParentIds {

    /** Finds nothing: the ids of a table that has none, or is not there. */
    static final ParentIds NONE = new ParentIds(new TextColumn(), new int[0], null);

    private static final int NEAR = 8;
    private static final int ROWS_A_SEARCH = 8;

    private final TextColumn ids;
    private final int[] inOrder;
    private volatile @Nullable TextIndex index;
    /** About how often an id was sought by the order: threads may miss each other's. */
    private int searches;

    private ParentIds(TextColumn ids, int[] inOrder, @Nullable TextIndex index) {
        this.ids = ids;
        this.inOrder = inOrder;
        this.index = index;
    }

    /**
     * The ids of a column, each of which is there once.
     *
     * @param inOrder the rows in the order in which their ids {@linkplain TextColumn#ascends ascend}
     */
    static ParentIds of(TextColumn ids, int[] inOrder) {
        return new ParentIds(ids, inOrder, null);
    }

    /** The ids of a column, all of which are in the index. */
    static ParentIds of(TextColumn ids, TextIndex index) {
        return new ParentIds(ids, new int[0], index);
    }

    /**
     * The row with this id, or -1.
     *
     * @param likely the row that is looked at first, and then those near it
     */
    int find(byte[] text, int from, int to, int likely) {
        int end = Math.min(ids.size(), likely + NEAR);
        for (int row = likely; row < end; row++) {
            if (ids.is(row, text, from, to)) {
                return row;
            }
        }
        for (int row = Math.max(0, likely - NEAR); row < Math.min(likely, end); row++) {
            if (ids.is(row, text, from, to)) {
                return row;
            }
        }
        TextIndex made = index;
        if (made == null && searches < inOrder.length / ROWS_A_SEARCH) {
            searches++;
            return search(text, from, to);
        }
        return (made == null ? makeIndex() : made).find(text, from, to);
    }

    private int search(byte[] text, int from, int to) {
        int low = 0;
        int high = inOrder.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = ids.compareShorterFirst(inOrder[middle], text, from, to);
            if (compared == 0) {
                return inOrder[middle];
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return -1;
    }

    private synchronized TextIndex makeIndex() {
        TextIndex made = index;
        if (made == null) {
            made = TextIndex.ofAll(ids);
            index = made;
        }
        return made;
    }
}
