package dev.waymark.store;

/** The values of one column, a place a row. Filled by one thread, then read by any number. */
abstract sealed class Column permits IntColumn, ByteColumn, LongColumn, TextColumn {

    /** Keeps the rows of {@code order}, in that order. */
    abstract void arrange(int[] order);

    /** Adds the rows of another column of the same type. */
    abstract void append(Column other);

    /** Orders two rows by their values. */
    abstract int compare(int left, int right);

    /** Gives back the room that growing left unused. */
    abstract void trim();

    /** The memory the values take. */
    abstract long bytes();

    /** Up to which length arrays double when they grow; longer ones take a half more, to leave less unused. */
    private static final int DOUBLED = 1 << 16;

    /** The length for an array that must hold {@code needed} places and will go on growing. */
    static int grown(int length, long needed) {
        if (needed > Integer.MAX_VALUE - 16) {
            throw new dev.waymark.WaymarkException(
                    "WM-TOO-LARGE",
                    "a table holds more than 2147483000 values in a column. Split the data set by families.");
        }
        long more = Math.max(length >> 1, Math.min(length, DOUBLED));
        return (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(needed, length + more + 64L));
    }
}
