package dev.waymark.benchmarks.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that begin in a part of a file, mapped into memory.
 *
 * <p>Lines end with a line feed and hold at most 4,096 bytes; nothing is quoted; the first line of the file is its
 * header.
 */
final class FileChunk {

    private static final int SIZE = 8 << 20;
    private static final int LONGEST_LINE = 4096;

    final ByteBuffer bytes;
    /** Where the first line begins. */
    final int first;
    /** Where lines that begin are another chunk's. */
    final int end;

    private final int lastWord;

    private FileChunk(ByteBuffer bytes, int first, int end) {
        this.bytes = bytes;
        this.first = first;
        this.end = end;
        this.lastWord = bytes.limit() - Long.BYTES;
    }

    static List<FileChunk> of(FileChannel file) throws IOException {
        List<FileChunk> chunks = new ArrayList<>();
        for (long from = 0; from < file.size(); from += SIZE) {
            long mapped = Math.max(0, from - 1);
            long to = Math.min(file.size(), from + SIZE + LONGEST_LINE);
            ByteBuffer bytes = file.map(MapMode.READ_ONLY, mapped, to - mapped).order(ByteOrder.LITTLE_ENDIAN);
            // the byte before the chunk tells whether a line begins with the chunk
            int first = 0;
            while (first < bytes.limit() && bytes.get(first) != '\n') {
                first++;
            }
            chunks.add(new FileChunk(bytes, first + 1, (int) (Math.min(file.size(), from + SIZE) - mapped)));
        }
        return chunks;
    }

    /** The eight bytes from a place on, the first lowest; zeros behind the end of the file. */
    long word(int place) {
        return place <= lastWord ? bytes.getLong(place) : lastBytes(place);
    }

    private long lastBytes(int place) {
        long word = 0;
        for (int at = bytes.limit() - 1; at >= place; at--) {
            word = (word << 8) | (bytes.get(at) & 0xff);
        }
        return word;
    }
}
