package dev.waymark.measure;

import java.util.Arrays;

/**
 * How often each of 64 bits was set in words that are given one after the other.
 *
 * <p>The counts stand upright: plane {@code p} holds bit {@code p} of all 64 of them, so that a word is counted with a
 * few operations however many of its bits are set.
 */
final class BitCounts {

    private static final int PLANES = 8;
    private static final int MOST = (1 << PLANES) - 1;

    private final long[] planes = new long[PLANES];
    private int words;

    /** Counts the bits of a word; whoever finds that the counts {@link #areFull} must {@link #clear} them first. */
    void add(long word) {
        words++;
        long carried = word;
        for (int plane = 0; carried != 0; plane++) {
            long both = planes[plane] & carried;
            planes[plane] ^= carried;
            carried = both;
        }
    }

    /** Whether the counts may not hold a further word. */
    boolean areFull() {
        return words == MOST;
    }

    /** The bits that were set at all. */
    long some() {
        long some = 0;
        for (long plane : planes) {
            some |= plane;
        }
        return some;
    }

    /** How often a bit was set. */
    int of(int bit) {
        int count = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            count |= (int) (planes[plane] >>> bit & 1) << plane;
        }
        return count;
    }

    /** Begins anew. */
    void clear() {
        Arrays.fill(planes, 0);
        words = 0;
    }
}
