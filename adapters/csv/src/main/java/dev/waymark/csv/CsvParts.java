package dev.waymark.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A CSV file in parts of about a mebibyte, cut at line ends while it is read.
 *
 * <p>As long as its bytes are {@link PlainBytes}, its rows are its lines, and the parts can be read side by side. From
 * the first part on that is not plain, the file is one part, which is left to the parser: what is quoted there has no
 * meaning for what stands before. So is a whole file whose first part has no text, where the header would be.
 * <b>Threads:</b> safe. Whoever asks for a part looks over those before it that nobody has asked for, so it is quickest
 * to ask for them in their order.
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
     * @param blanks whether there may be blanks among them
     */
    record Place(Kind kind, long from, long firstLine, int length, boolean ascii, boolean blanks) {

        private static Place of(Kind kind, long from, long firstLine) {
            return new Place(kind, from, firstLine, 0, true, false);
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

    private final Path file;
    private final long size;
    private final int partBytes;
    private final int longestLine;
    private final Queue<byte[]> spareBuffers = new ConcurrentLinkedQueue<>();
    private final List<Place> known = new ArrayList<>();
    private Kind next;
    private long from;
    private long line = 1;

    private CsvParts(Path file, long size, int partBytes, int longestLine) {
        this.file = file;
        this.size = size;
        this.partBytes = partBytes;
        this.longestLine = longestLine;
        this.next = size == 0 ? Kind.NOTHING : Kind.PLAIN;
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

    /** A part, with its bytes if it is plain. */
    Part read(int number) throws IOException {
        Place place;
        synchronized (this) {
            while (known.size() < number) {
                giveBack(readNext());
            }
            if (known.size() == number) {
                return readNext();
            }
            place = known.get(number);
        }
        if (place.kind() != Kind.PLAIN) {
            return new Part(place, Part.NO_BYTES);
        }
        byte[] buffer = buffer(place.length());
        fill(buffer, 0, place.length(), place.from());
        return new Part(place, buffer);
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

    private Part readNext() throws IOException {
        Part part = next == Kind.PLAIN ? readPlain() : new Part(Place.of(next, from, line), Part.NO_BYTES);
        if (part.place().kind() != Kind.PLAIN || from == size) {
            next = Kind.NOTHING;
        }
        known.add(part.place());
        return part;
    }

    /** Reads on to the first line end that makes a part; gives the rest, unread, if the bytes are not plain. */
    private Part readPlain() throws IOException {
        byte[] buffer = buffer(partBytes + ROOM);
        int read = fill(buffer, 0, partBytes + ROOM, from);
        int length = endOfPart(buffer, read);
        while (length < 0 && read < longestLine) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
            read += fill(buffer, read, buffer.length - BEHIND, from + read);
            length = endOfPart(buffer, read);
        }
        Optional<PlainBytes> plain =
                length < 0 || isBeforeHeader(buffer, length) ? Optional.empty() : PlainBytes.before(length, buffer);
        if (plain.isEmpty()) {
            giveBack(buffer);
            return new Part(Place.of(Kind.REST, from, line), Part.NO_BYTES);
        }
        Place place = new Place(
                Kind.PLAIN,
                from,
                line,
                length,
                plain.get().areAscii(),
                plain.get().haveBlanks());
        from += length;
        line += plain.get().lines();
        return new Part(place, buffer);
    }

    /** Whether the header comes after so many bytes: only the parser looks so far for it. */
    private boolean isBeforeHeader(byte[] buffer, int length) {
        int at = 0;
        while (from == 0 && at < length && buffer[at] <= ' ') {
            at++;
        }
        return at == length;
    }

    /** Where the part ends of which so many bytes have been read; -1 if it does not end among them. */
    private int endOfPart(byte[] buffer, int read) {
        boolean isAll = from + read == size;
        if (isAll && read <= partBytes) {
            return read;
        }
        for (int at = partBytes - 1; at < read; at++) {
            if (buffer[at] == '\n') {
                return at + 1;
            }
        }
        return isAll ? read : -1;
    }

    private byte[] buffer(int length) {
        byte[] spare = spareBuffers.poll();
        return spare != null && spare.length >= length + BEHIND
                ? spare
                : new byte[Math.max(length, partBytes + ROOM) + BEHIND];
    }

    /** Reads into a buffer from one place to before another, or as much as the file has; gives how many bytes. */
    private int fill(byte[] buffer, int start, int end, long position) throws IOException {
        int wanted = (int) Math.min(end - start, size - position);
        ByteBuffer into = ByteBuffer.wrap(buffer, start, wanted);
        try (FileChannel channel = FileChannel.open(file)) {
            while (into.hasRemaining()) {
                if (channel.read(into, position + into.position() - start) < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
            }
        }
        return wanted;
    }
}
