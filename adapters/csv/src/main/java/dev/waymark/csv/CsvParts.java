package dev.waymark.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A CSV file in parts of about a mebibyte, cut at line ends while it is read.
 *
 * <p>As long as its bytes are {@link PlainBytes}, its rows are its lines, and the parts can be read side by side. From
 * the first part on that is not plain, the file is one part, which is left to the parser: what is quoted there has no
 * meaning for what stands before. So is a whole file whose first part has no text, where the header would be.
 *
 * <p>What a part is, and the number of its first line, is known once all parts before it have been looked over. Who
 * {@link #read}s a part has that done at once. Who reads it {@link #readAhead ahead} looks it over while cutting it
 * into cells, {@link #seen says} what was seen, and {@link #place asks} at the end whether it counts. <b>Threads:</b>
 * safe. Parts that nobody has looked over are looked over when it has to be known, so it is quickest to ask for them in
 * their order.
 */
final class CsvParts {

    /** What a part is. */
    enum Kind {
        /** Lines of plain bytes. */
        PLAIN,
        /** All the rest of the file, for the parser. */
        REST,
        /** Nothing: the file has fewer parts. */
        NOTHING
    }

    /**
     * Where a part lies.
     *
     * @param from where it starts in the file
     * @param firstLine the number of its first line
     * @param length how many bytes it has, if it is plain
     * @param ascii whether all its bytes are ASCII
     */
    record Place(Kind kind, long from, long firstLine, int length, boolean ascii) {

        private static Place of(Kind kind, long from, long firstLine) {
            return new Place(kind, from, firstLine, 0, true);
        }

        private Place with(long line, boolean allAscii) {
            return new Place(kind, from, line, length, allAscii);
        }
    }

    /** What was seen of the bytes of a part. */
    private record Look(boolean plain, long lines, boolean ascii) {
        private static final Look OTHER = new Look(false, 0, true);

        private static Look over(Part part) {
            return PlainBytes.before(part.place().length(), part.bytes())
                    .map(plain -> new Look(true, plain.lines(), plain.areAscii()))
                    .orElse(OTHER);
        }
    }

    /** A part that has been read. */
    static final class Part {
        private static final byte[] NO_BYTES = new byte[0];

        private final Place place;
        private final byte[] bytes;

        private Part(Place place, byte[] bytes) {
            this.place = place;
            this.bytes = bytes;
        }

        Place place() {
            return place;
        }

        private boolean hasBytes() {
            return bytes.length > 0;
        }

        /**
         * Its bytes, if it is plain, and at least {@link #BEHIND} behind them that mean nothing: the caller's until
         * they are given back.
         */
        byte[] bytes() {
            return bytes;
        }
    }

    private static final int PART_BYTES = 1 << 20;
    /** How much longer than a part its buffer is, for the line at its end. */
    private static final int ROOM = 1 << 14;
    /** So many bytes of a buffer are behind what is read into it, for those who look at many together. */
    private static final int BEHIND = Long.SIZE;
    /** A longer line is left to the parser, which keeps less of it at a time. */
    private static final int LONGEST_LINE = 1 << 26;
    /** So many bytes are looked at together where a part may end. */
    private static final int WINDOW = 1 << 12;
    /**
     * So many bytes are read at once: the JDK reads them into memory of its own, which it keeps for the next time if
     * they fit, and copies them from there.
     */
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final long size;
    private final int partBytes;
    private final int longestLine;
    private final Queue<byte[]> spareBuffers = new ConcurrentLinkedQueue<>();
    /** Where the parts lie by their line ends, as if all of them were plain; their lines are not known. */
    private final List<Place> cut = new ArrayList<>();

    private Kind nextCut;
    private long from;
    /** What was seen by those who read ahead, of parts that are not known yet. */
    private final Map<Integer, Look> looks = new HashMap<>();

    /** The first part that was seen not to be plain: those behind it need not be read ahead. */
    private int firstOther = Integer.MAX_VALUE;
    /** What the first parts are. */
    private final List<Place> known = new ArrayList<>();

    private long line = 1;

    private CsvParts(Path file, long size, int partBytes, int longestLine) {
        this.file = file;
        this.size = size;
        this.partBytes = partBytes;
        this.longestLine = longestLine;
        this.nextCut = size == 0 ? Kind.NOTHING : Kind.PLAIN;
    }

    static CsvParts of(Path file) throws IOException {
        return of(file, PART_BYTES, LONGEST_LINE);
    }

    static CsvParts of(Path file, int partBytes, int longestLine) throws IOException {
        return new CsvParts(file, Files.size(file), partBytes, longestLine);
    }

    /** How many parts there may be. */
    int most() {
        return Math.toIntExact((size + partBytes - 1) / partBytes);
    }

    /** A part that has been looked over, with its bytes if it is plain. */
    Part read(int number) throws IOException {
        Place place;
        synchronized (this) {
            while (known.size() < number) {
                giveBack(lookOver());
            }
            if (known.size() == number) {
                Part part = lookOver();
                if (part.hasBytes()) {
                    return part;
                }
            }
            place = known.get(number);
        }
        return read(place);
    }

    /**
     * A part with its bytes, plain as far as its line ends tell: nobody may have looked it over, and its first line is
     * not known.
     */
    Part readAhead(int number) throws IOException {
        Place place;
        synchronized (this) {
            place = number > firstOther ? Place.of(Kind.NOTHING, from, 0) : cut(number);
        }
        return read(place);
    }

    private Part read(Place place) throws IOException {
        if (place.kind() != Kind.PLAIN) {
            return new Part(place, Part.NO_BYTES);
        }
        byte[] buffer = buffer(place.length());
        try (FileChannel channel = FileChannel.open(file)) {
            fill(channel, buffer, place.length(), place.from());
        }
        return new Part(place, buffer);
    }

    /** Takes note of what was seen of all the bytes of a part: that they are plain, with so many lines. */
    void seen(int number, long lines, boolean ascii) {
        seen(number, new Look(true, lines, ascii));
    }

    /** Takes note that a part is not plain. */
    void seenOther(int number) {
        seen(number, Look.OTHER);
    }

    private synchronized void seen(int number, Look look) {
        if (!look.plain()) {
            firstOther = Math.min(firstOther, number);
        }
        if (number >= known.size()) {
            looks.put(number, look);
        }
    }

    /** What a part is, and where. */
    synchronized Place place(int number) throws IOException {
        while (known.size() <= number) {
            giveBack(lookOver());
        }
        return known.get(number);
    }

    /** Leaves the bytes of a part to others. */
    void giveBack(Part part) {
        giveBack(part.bytes());
    }

    /** One that grew for a long line is of no use to others. */
    private void giveBack(byte[] buffer) {
        if (buffer.length == partBytes + ROOM + BEHIND) {
            spareBuffers.add(buffer);
        }
    }

    /** Gets to know the next part: by what was seen of it, if anybody has read it ahead. */
    private Part lookOver() throws IOException {
        int number = known.size();
        boolean isBehindRest = number > 0 && known.get(number - 1).kind() != Kind.PLAIN;
        Place place =
                isBehindRest ? Place.of(Kind.NOTHING, from, line) : cut(number).with(line, true);
        Part part = new Part(place, Part.NO_BYTES);
        if (place.kind() == Kind.PLAIN) {
            Look look = looks.remove(number);
            if (look == null) {
                part = read(place);
                look = Look.over(part);
            }
            place = look.plain() ? place.with(line, look.ascii()) : Place.of(Kind.REST, place.from(), line);
            line += look.lines();
        }
        known.add(place);
        return new Part(place, part.bytes());
    }

    /** Cuts the file as far as this part, at line ends. */
    private Place cut(int number) throws IOException {
        while (cut.size() <= number) {
            long start = from;
            long end = nextCut == Kind.PLAIN ? endOfPart(start) : -1;
            if (nextCut == Kind.NOTHING) {
                cut.add(Place.of(Kind.NOTHING, start, 0));
            } else if (end < 0 || isBeforeHeader(start, end)) {
                cut.add(Place.of(Kind.REST, start, 0));
                nextCut = Kind.NOTHING;
            } else {
                cut.add(new Place(Kind.PLAIN, start, 0, Math.toIntExact(end - start), true));
                from = end;
                nextCut = end == size ? Kind.NOTHING : Kind.PLAIN;
            }
        }
        return cut.get(number);
    }

    /**
     * The end of the part that begins here: behind a line end, or that of the file; -1 if its last line is too long.
     */
    private long endOfPart(long start) throws IOException {
        long farthest = start + Math.max(partBytes + ROOM, longestLine);
        byte[] window = new byte[WINDOW];
        try (FileChannel channel = FileChannel.open(file)) {
            long at = start + partBytes - 1;
            while (at < size && at < farthest) {
                int read = fill(channel, window, (int) Math.min(WINDOW, farthest - at), at);
                for (int i = 0; i < read; i++) {
                    if (window[i] == '\n') {
                        return at + i + 1;
                    }
                }
                at += read;
            }
            return at < size ? -1 : size;
        }
    }

    /** Whether the header comes after this place: only the parser looks so far for it. */
    private boolean isBeforeHeader(long start, long end) throws IOException {
        if (start > 0) {
            return false;
        }
        byte[] window = new byte[WINDOW];
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = 0; at < end; at += WINDOW) {
                int read = fill(channel, window, (int) Math.min(WINDOW, end - at), at);
                for (int i = 0; i < read; i++) {
                    if (window[i] > ' ') {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private byte[] buffer(int length) {
        byte[] spare = spareBuffers.poll();
        return spare != null && spare.length >= length + BEHIND
                ? spare
                : new byte[Math.max(length, partBytes + ROOM) + BEHIND];
    }

    /** Reads so many bytes into a buffer, or as many as the file has; gives how many. */
    private int fill(FileChannel channel, byte[] buffer, int length, long position) throws IOException {
        int wanted = (int) Math.min(length, size - position);
        ByteBuffer into = ByteBuffer.wrap(buffer);
        while (into.position() < wanted) {
            into.limit(Math.min(wanted, into.position() + PIECE));
            if (channel.read(into, position + into.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return wanted;
    }
}
