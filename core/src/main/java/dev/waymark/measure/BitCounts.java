package dev.waymark.measure;

import java.util.Arrays;

/**
 * How often each of 64 bits was set in words that are given one after the other.
 *
 * <p>The counts stand upright: plane {@code p} holds bit {@code p} of all 64 of them, so that a word is counted with a
 * few operations however many of its bits are set. Eight words are added at a time: of three numbers of one place the
 * sum is what an odd number of them have, and what most of them have is carried to the next place. Only once in eight
 * words does the number of steps depend on them, which no processor foresees.
 */
final class BitCounts {

    private static final int WORDS_AT_A_TIME = 8;
    private static final int PLANE_OF_EIGHT = 3;
    private static final int PLANES = 16;
    private static final int MOST = (1 << PLANES) - 1;

    private final long[] planes = new long[PLANES];
    private final long[] waiting = new long[WORDS_AT_A_TIME];
    private int waitingWords;
    private int words;

    /** Counts the bits of a word; whoever finds that the counts {@link #areFull} must {@link #clear} them first. */
    void add(long word) {
        waiting[waitingWords++] = word;
        if (waitingWords == WORDS_AT_A_TIME) {
            addWaiting();
        }
    }

    private void addWaiting() {
        Arrays.fill(waiting, waitingWords, WORDS_AT_A_TIME, 0);
        words += waitingWords;
        waitingWords = 0;
        long ones = planes[0];
        long twos = planes[1];
        long fours = planes[2];
        long carried = 0;
        for (int at = 0; at < WORDS_AT_A_TIME; at += 4) {
            long two1 = most(ones, waiting[at], waiting[at + 1]);
            ones ^= waiting[at] ^ waiting[at + 1];
            long two2 = most(ones, waiting[at + 2], waiting[at + 3]);
            ones ^= waiting[at + 2] ^ waiting[at + 3];
            long four = most(twos, two1, two2);
            twos ^= two1 ^ two2;
            carried |= fours & four; // at most one of both times
            fours ^= four;
        }
        planes[0] = ones;
        planes[1] = twos;
        planes[2] = fours;
        for (int plane = PLANE_OF_EIGHT; carried != 0; plane++) {
            long both = planes[plane] & carried;
            planes[plane] ^= carried;
            carried = both;
        }
    }

    /** The bits that at least two of three words have. */
    private static long most(long one, long two, long three) {
        return (one & two) | ((one ^ two) & three);
    }

    /** Whether the counts may not hold a further word. */
    boolean areFull() {
        return words + waitingWords == MOST;
    }

    /** The bits that were set at all. */
    long some() {
        addWaiting();
        long some = 0;
        for (long plane : planes) {
            some |= plane;
        }
        return some;
    }

    /** How often a bit was set. */
    int of(int bit) {
        addWaiting();
        int count = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            count |= (int) (planes[plane] >>> bit & 1) << plane;
        }
        return count;
    }

    /** Begins anew. */
    void clear() {
        Arrays.fill(planes, 0);
        waitingWords = 0;
        words = 0;
    }
}
