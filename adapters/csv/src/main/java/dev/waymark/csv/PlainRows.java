package dev.waymark.csv;

import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
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

/**
 * The rows of some lines of a {@link PlainFile}: cells lie between commas, and are handed over where they lie.
 *
 * <p>What a blank line is, which blanks are trimmed, and how long a field may be is as for the files that the parser
 * reads.
 */
final class PlainRows implements RowCursor {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final PlainFile.Lines lines;
    private byte[] bytes = new byte[0];
    private int at = -1;
    private long line;

    PlainRows(Path file, PlainFile.Lines lines) {
        this.file = file;
        this.lines = lines;
        this.line = lines.firstLine();
    }

    /** Passes over the first row of the file, which is its header. */
    PlainRows afterHeader() {
        next(new Row());
        return this;
    }

    @Override
    public boolean next(Row row) {
        if (at < 0) {
            bytes = read();
            at = startsWithMark() ? MARK.length : 0;
        }
        byte[] b = bytes;
        int i = at;
        while (i < b.length) {
            row.begin(line, b);
            int start = i;
            while (true) {
                while (i < b.length && b[i] != ',' && b[i] != '\n') {
                    i++;
                }
                boolean ends = i == b.length || b[i] == '\n';
                add(row, start, ends && i > start && b[i - 1] == '\r' ? i - 1 : i);
                i++;
                start = i;
                if (ends) {
                    break;
                }
            }
            line++;
            if (row.size() > 1 || !row.isEmpty(0)) {
                at = i;
                return true;
            }
        }
        at = i;
        return false;
    }

    private void add(Row row, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        if (end - start > CellHandler.MOST_BYTES) {
            throw CsvRows.fieldTooLong(place());
        }
        row.text(from, to);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private boolean startsWithMark() {
        return lines.from() == 0
                && bytes.length >= MARK.length
                && bytes[0] == MARK[0]
                && bytes[1] == MARK[1]
                && bytes[2] == MARK[2];
    }

    private byte[] read() {
        byte[] read = new byte[Math.toIntExact(lines.to() - lines.from())];
        ByteBuffer into = ByteBuffer.wrap(read);
        try (FileChannel channel = FileChannel.open(file)) {
            while (into.hasRemaining()) {
                if (channel.read(into, lines.from() + into.position()) < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
        refuseOtherEncodings(read);
        return read;
    }

    private void refuseOtherEncodings(byte[] read) {
        int seen = 0;
        for (byte b : read) {
            seen |= b;
        }
        if (seen >= 0) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(read);
        CharBuffer into = CharBuffer.allocate(1 << 13);
        CoderResult result = decoder.decode(from, into.clear(), true);
        while (result.isOverflow()) {
            result = decoder.decode(from, into.clear(), true);
        }
        if (result.isError()) {
            for (int i = 0; i < from.position(); i++) {
                line += read[i] == '\n' ? 1 : 0;
            }
            throw CsvRows.notUtf8(place(), new MalformedInputException(result.length()));
        }
    }

    private String place() {
        return file.getFileName() + " line " + line;
    }

    /** Nothing is held open between rows. */
    @Override
    public void close() {
        bytes = new byte[0];
        at = 0;
    }
}
