package dev.waymark.csv;

import dev.waymark.data.BlockCursor;
import dev.waymark.data.Row;
import dev.waymark.data.RowBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;

/**
 * The rows of some lines of a {@link PlainFile}: cells lie between commas, and are handed over where they lie.
 *
 * <p>What a blank line is, which blanks are trimmed, and how long a field may be is as for the files that the parser
 * reads.
 */
final class PlainRows implements BlockCursor {

    /** By how much a buffer is longer than its first part, for others that are a line longer. */
    private static final int ROOM = 1 << 14;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final PlainFile.Lines lines;
    private final Queue<byte[]> spareBuffers;
    private byte[] bytes = new byte[0];
    private int length;
    private final RowBlock one = new RowBlock();
    private int at = -1;
    private long line;

    /**
     * The rows of some lines.
     *
     * @param spareBuffers what parts that have been read leave to others to read into; safe to use by many threads
     */
    PlainRows(Path file, PlainFile.Lines lines, Queue<byte[]> spareBuffers) {
        this.file = file;
        this.lines = lines;
        this.spareBuffers = spareBuffers;
        this.line = lines.firstLine();
    }

    /** Passes over the first row of the file, which is its header. */
    PlainRows afterHeader() {
        next(new Row());
        return this;
    }

    @Override
    public boolean next(Row row) {
        one.begin(bytes(), 1);
        fill(one);
        if (one.rows() > 0) {
            one.copy(0, row);
        }
        return one.rows() > 0;
    }

    @Override
    public boolean next(RowBlock block) {
        block.begin(bytes(), RowBlock.MOST_ROWS);
        fill(block);
        return block.rows() > 0;
    }

    private byte[] bytes() {
        if (at < 0) {
            read();
            at = startsWithMark() ? MARK.length : 0;
        }
        return bytes;
    }

    /** Puts the cells of the next lines into the block, 64 bytes at a time, until it is full. */
    private void fill(RowBlock block) {
        int from = at;
        int word = at;
        for (; word + Long.SIZE <= length; word += Long.SIZE) {
            for (long ends = PlainFile.cellEnds(bytes, word); ends != 0; ends &= ends - 1) {
                int end = word + PlainFile.firstOf(ends);
                if (bytes[end] == ',') {
                    cell(block, from, end);
                    from = end + 1;
                } else if (bytes[end] == '\n') {
                    endLine(block, from, end);
                    from = end + 1;
                    if (block.isFull()) {
                        at = from;
                        return;
                    }
                }
            }
        }
        for (; word < length; word++) {
            if (bytes[word] == ',') {
                cell(block, from, word);
                from = word + 1;
            } else if (bytes[word] == '\n') {
                endLine(block, from, word);
                from = word + 1;
                if (block.isFull()) {
                    at = from;
                    return;
                }
            }
        }
        if (from < length || block.hasCells()) {
            endLine(block, from, length);
        }
        at = length;
    }

    /** Ends the row with its last cell; a line of nothing but blanks is no row. */
    private void endLine(RowBlock block, int from, int end) {
        boolean isOnlyCell = !block.hasCells();
        boolean isEmpty = cell(block, from, end > from && bytes[end - 1] == '\r' ? end - 1 : end);
        if (isOnlyCell && isEmpty) {
            block.dropRow();
        } else {
            block.endRow(Math.toIntExact(line));
        }
        line++;
    }

    /** Adds a cell without the blanks around it; whether nothing is left of it. */
    private boolean cell(RowBlock into, int start, int end) {
        int from = start;
        int to = end;
        if (lines.blanks()) {
            while (from < to && PlainFile.isBlank(bytes[from])) {
                from++;
            }
            while (to > from && PlainFile.isBlank(bytes[to - 1])) {
                to--;
            }
        }
        if (end - start > CellHandler.MOST_BYTES) {
            throw CsvRows.fieldTooLong(place());
        }
        into.cell(from, to);
        return from == to;
    }

    private boolean startsWithMark() {
        return lines.from() == 0
                && length >= MARK.length
                && bytes[0] == MARK[0]
                && bytes[1] == MARK[1]
                && bytes[2] == MARK[2];
    }

    private void read() {
        length = Math.toIntExact(lines.to() - lines.from());
        byte[] spare = spareBuffers.poll();
        bytes = spare != null && spare.length >= length ? spare : new byte[length + ROOM];
        ByteBuffer into = ByteBuffer.wrap(bytes, 0, length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (into.hasRemaining()) {
                if (channel.read(into, lines.from() + into.position()) < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
        if (!lines.ascii()) {
            refuseOtherEncodings();
        }
    }

    private void refuseOtherEncodings() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer into = CharBuffer.allocate(1 << 13);
        CoderResult result = decoder.decode(from, into.clear(), true);
        while (result.isOverflow()) {
            result = decoder.decode(from, into.clear(), true);
        }
        if (result.isError()) {
            for (int i = 0; i < from.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw CsvRows.notUtf8(place(), new MalformedInputException(result.length()));
        }
    }

    private String place() {
        return file.getFileName() + " line " + line;
    }

    /** Nothing is held open between rows; the buffer is left to another part. */
    @Override
    public void close() {
        if (bytes.length > 0) {
            spareBuffers.add(bytes);
        }
        bytes = new byte[0];
        length = 0;
        at = 0;
    }
}
