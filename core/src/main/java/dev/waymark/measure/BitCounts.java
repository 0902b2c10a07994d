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

    /** Takes what was counted of one bit. */
    interface Taker {
        void take(int bit, int count);
    }

    /** Counts the bits of a word; whoever finds that the counts {@link #areFull} must move them first. */
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

    /** Gives the counts that are not zero away, and begins anew. */
    void moveTo(Taker taker) {
        long some = 0;
        for (long plane : planes) {
            some |= plane;
        }
        for (; some != 0; some &= some - 1) {
            int bit = Long.numberOfTrailingZeros(some);
            int count = 0;
            for (int plane = 0; plane < PLANES; plane++) {
                count |= (int) (planes[plane] >>> bit & 1) << plane;
            }
            taker.take(bit, count);
        }
        Arrays.fill(planes, 0);
        words = 0;
    }
}
