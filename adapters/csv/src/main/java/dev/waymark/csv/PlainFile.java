package dev.waymark.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file in which nothing is quoted: its rows are its lines, so it can be cut at line ends and read side by side.
 *
 * <p>A look over the whole file decides whether it is one: it has no quote, and no carriage return but before a line
 * feed. All other files are read by the parser, in one part. <b>Threads:</b> immutable.
 */
final class PlainFile {

    /**
     * Lines of the file that stand together: where they start and end, the number of the first, whether all their bytes
     * are ASCII, and whether blanks are among them.
     */
    record Lines(long from, long to, long firstLine, boolean ascii, boolean blanks) {}

    private static final int LOOK = 1 << 18;
    private static final long PART_BYTES = 1 << 20;

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

    private final List<Lines> parts = new ArrayList<>();
    private long seen;
    private long lines;
    private long partFrom;
    private long partLine = 1;
    private boolean returnBefore;
    /** The bits of all bytes of the part at hand: no high one among them where all are ASCII. */
    private long partBits;

    private boolean partHasBlanks;

    private final long partBytes;

    private PlainFile(long partBytes) {
        this.partBytes = partBytes;
    }

    /**
     * The parts of a file.
     *
     * @return the lines of the file, in parts of about a mebibyte; empty if the file is not plain
     */
    static Optional<List<Lines>> parts(Path file) throws IOException {
        return parts(file, PART_BYTES);
    }

    static Optional<List<Lines>> parts(Path file, long partBytes) throws IOException {
        PlainFile plain = new PlainFile(partBytes);
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[LOOK + Long.BYTES];
            int read;
            while ((read = bytes.readNBytes(buffer, 0, LOOK)) > 0) {
                if (!plain.isPlain(buffer, read)) {
                    return Optional.empty();
                }
            }
        }
        if (plain.returnBefore) {
            return Optional.empty();
        }
        if (plain.seen > plain.partFrom) {
            plain.addPart(plain.seen);
        }
        return Optional.of(plain.parts);
    }

    /** Looks over the next bytes; false if they show that the file is not plain. */
    private boolean isPlain(byte[] buffer, int length) {
        boolean cut = false;
        int at = 0;
        while (at < length) {
            if (!cut && seen + at - partFrom >= partBytes) {
                int feed = at;
                while (feed < length && buffer[feed] != '\n') {
                    feed++;
                }
                if (!areLines(buffer, at, Math.min(feed + 1, length))) {
                    return false;
                }
                at = Math.min(feed + 1, length);
                if (feed < length) {
                    addPart(seen + at);
                }
            } else {
                int to = (int) Math.min(length, Math.max(at + 1L, partFrom + partBytes - seen));
                if (!areLines(buffer, at, to)) {
                    return false;
                }
                at = to;
            }
        }
        seen += length;
        return true;
    }

    private void addPart(long to) {
        parts.add(new Lines(partFrom, to, partLine, (partBits & HIGH_BITS) == 0, partHasBlanks));
        partFrom = to;
        partLine = lines + 1;
        partBits = 0;
        partHasBlanks = false;
    }

    /** Counts the lines that end from one place to before another; false if there is what a plain file has not. */
    private boolean areLines(byte[] buffer, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(buffer, at);
            long low = ~((eight & LOW_SEVEN) + ABOVE_QUOTE | eight) & HIGH_BITS;
            partBits |= eight;
            long feeds = places(eight, FEEDS);
            if ((low == feeds && !returnBefore) || areReturns(eight, low ^ feeds, feeds)) {
                // no feed in most, but to ask would cost more than to add nothing
                lines += count(feeds);
            } else if (!areLinesOneByOne(buffer, at, at + Long.BYTES)) {
                return false;
            }
        }
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
            partBits |= b;
            partHasBlanks |= isBlank(b);
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
     * that do not stand above a comma.
     */
    static long cellEnds(byte[] bytes, int from) {
        long ends = 0;
        for (int byEight = 0; byEight < Long.SIZE; byEight += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, from + byEight);
            long high = ~((eight & LOW_SEVEN) + ABOVE_COMMA | eight) & HIGH_BITS;
            ends |= (high * GATHER) >>> (Long.SIZE - Byte.SIZE) << byEight;
        }
        return ends;
    }

    /** Which byte the lowest bit stands for: looked up, since not every compiler has a word for it. */
    static int firstOf(long bits) {
        return PLACES[(int) (((bits & -bits) * PLACES_APART) >>> (Long.SIZE - PLACE_BITS))];
    }

    /** How many of eight bytes have their bit: a product adds them up, since not every compiler has a word for it. */
    private static int count(long places) {
        return (int) ((places >>> (Byte.SIZE - 1)) * EVERY >>> (Long.SIZE - Byte.SIZE));
    }

    /** A bit for each of eight bytes that is the one sought. */
    private static long places(long eight, long sought) {
        long differences = eight ^ sought;
        return ~(((differences & LOW_SEVEN) + LOW_SEVEN) | differences | LOW_SEVEN);
    }
}
