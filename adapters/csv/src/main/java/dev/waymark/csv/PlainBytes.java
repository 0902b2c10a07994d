package dev.waymark.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What is seen at a look over bytes of a CSV file that are <em>plain</em>: no quotes, and carriage returns only before
 * line feeds, so that every comma ends a cell and every line feed a row.
 *
 * <p>Eight bytes are looked at together.
 */
final class PlainBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_SEVEN = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long EVERY = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = EVERY << 7;
    private static final long FEEDS = EVERY * '\n';
    private static final long RETURNS = EVERY * '\r';
    /** The bits of the first and the last of eight bytes. */
    private static final long FIRST = 1L << 7;

    private static final long LAST = 1L << 63;
    /** Carries into the high bit of every byte that stands above a quote; feeds, returns and blanks stand below. */
    private static final long ABOVE_QUOTE = EVERY * (0x7F - '"');

    private static final long ABOVE_COMMA = EVERY * (0x7F - ',');

    /** Brings the high bits of eight bytes together in the highest byte of the product. */
    private static final long GATHER = 0x0002_0408_1020_4081L;
    /** A de Bruijn sequence: the highest bits of its product with a power of two are others for each. */
    private static final long PLACES_APART = 0x03F7_9D71_B4CB_0A89L;

    private static final int PLACE_BITS = 6;
    private static final byte[] PLACES = new byte[Long.SIZE];

    static {
        for (int place = 0; place < Long.SIZE; place++) {
            PLACES[(int) ((PLACES_APART << place) >>> (Long.SIZE - PLACE_BITS))] = (byte) place;
        }
    }

    private long lines;
    private boolean returnBefore;
    /** The bits of all bytes: no high one among them where all are ASCII. */
    private long bits;

    /** Nothing seen yet. */
    PlainBytes() {}

    /**
     * Looks over the bytes before a place.
     *
     * @return what is seen; empty if they are not plain
     */
    static Optional<PlainBytes> before(int end, byte[] buffer) {
        PlainBytes plain = new PlainBytes();
        return plain.areLines(buffer, end) && !plain.returnBefore ? Optional.of(plain) : Optional.empty();
    }

    /** How many lines end. */
    long lines() {
        return lines;
    }

    /** Whether all bytes seen are ASCII. */
    boolean areAscii() {
        return (bits & HIGH_BITS) == 0;
    }

    /** Counts the lines that end before a place; false if there is what plain bytes have not. */
    private boolean areLines(byte[] buffer, int to) {
        int at = 0;
        long seen = 0;
        long ended = 0;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(buffer, at);
            long low = ~((eight & LOW_SEVEN) + ABOVE_QUOTE | eight) & HIGH_BITS;
            seen |= eight;
            long feeds = places(eight, FEEDS);
            if ((low == feeds && !returnBefore) || areReturns(eight, low ^ feeds, feeds)) {
                // no feed in most, but to ask would cost more than to add nothing
                ended += count(feeds);
            } else if (!areLinesOneByOne(buffer, at, at + Long.BYTES)) {
                return false;
            }
        }
        bits |= seen;
        lines += ended;
        return areLinesOneByOne(buffer, at, to);
    }

    /** Whether what else is low in eight bytes is carriage returns before feeds; takes note of one in the last byte. */
    private boolean areReturns(long eight, long others, long feeds) {
        long feedsWanted = others << Byte.SIZE | (returnBefore ? FIRST : 0);
        if (others != places(eight, RETURNS) || (feedsWanted & ~feeds) != 0) {
            return false;
        }
        returnBefore = (others & LAST) != 0;
        return true;
    }

    private boolean areLinesOneByOne(byte[] buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = buffer[at];
            if (b == '"' || (returnBefore && b != '\n')) {
                return false;
            }
            returnBefore = b == '\r';
            bits |= b;
            if (b == '\n') {
                lines++;
            }
        }
        return true;
    }

    /** Whether a byte is a blank that is trimmed. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /**
     * A bit for each of the 64 bytes from here that may end a cell: a comma, a line feed, or another of the few bytes
     * that do not stand above a comma, all that plain bytes have not among them. Lines are not counted.
     */
    long cellEnds(byte[] bytes, int from) {
        long ends = 0;
        long seen = 0;
        for (int byEight = 0; byEight < Long.SIZE; byEight += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, from + byEight);
            seen |= eight;
            long high = ~((eight & LOW_SEVEN) + ABOVE_COMMA | eight) & HIGH_BITS;
            ends |= (high * GATHER) >>> (Long.SIZE - Byte.SIZE) << byEight;
        }
        bits |= seen;
        return ends;
    }

    /** Which byte the lowest bit stands for: looked up, since not every compiler has a word for it. */
    static int firstOf(long bits) {
        return PLACES[(int) (((bits & -bits) * PLACES_APART) >>> (Long.SIZE - PLACE_BITS))];
    }

    /** How many of eight bytes have their bit: a product adds them up, since not every compiler has a word for it. */
    private static int count(long places) {
        return (int) (((places >>> (Byte.SIZE - 1)) * EVERY) >>> (Long.SIZE - Byte.SIZE));
    }

    /** A bit for each of eight bytes that is the one sought. */
    private static long places(long eight, long sought) {
        long differences = eight ^ sought;
        return ~(((differences & LOW_SEVEN) + LOW_SEVEN) | differences | LOW_SEVEN);
    }
}
