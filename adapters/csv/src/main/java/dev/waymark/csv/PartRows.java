package dev.waymark.csv;

import dev.waymark.csv.CsvParts.Kind;
import dev.waymark.csv.CsvParts.Part;
import dev.waymark.csv.CsvParts.Place;
import dev.waymark.data.BlockCursor;
import dev.waymark.data.Row;
import dev.waymark.data.RowBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The rows of a part of a CSV file: where it is plain, cells lie between commas, and are handed over where they lie;
 * the rest of a file that is not is the parser's.
 *
 * <p>What a blank line is, which blanks are trimmed, and how long a field may be is as for what the parser reads. The
 * part is read when the first row is asked for, and nothing is held open between rows of a plain one. Blocks are handed
 * over before it is known what the parts before this one are: whether their rows count is said behind the last.
 */
final class PartRows implements BlockCursor {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final CsvParts parts;
    private final int number;
    private boolean isRead;
    /** Whether it is read before what it is, is known; lines are then counted from its own first one. */
    private boolean isAhead;
    /** What is seen of a part read ahead. */
    private final PlainBytes seen = new PlainBytes();

    /** Whether a part read ahead is not plain, so that its rows are the parser's or none. */
    private boolean isOther;
    /** The first line with a field that is too long, in a part read ahead: refused if the part counts. */
    private OptionalLong longField = OptionalLong.empty();

    private Optional<Part> part = Optional.empty();
    private byte[] bytes = new byte[0];
    /** Whether there is a blank in the cell at hand. */
    private boolean blank;

    private int length;
    private int at;
    private long line;
    private Optional<CsvRows> rest = Optional.empty();
    /** For single rows, once one is asked for. */
    private Optional<RowBlock> single = Optional.empty();

    /** The rows of a part by its number; those of the first one begin after the header. */
    PartRows(Path file, CsvParts parts, int number) {
        this.file = file;
        this.parts = parts;
        this.number = number;
    }

    @Override
    public boolean next(Row row) {
        if (isAhead) {
            throw new IllegalStateException("rows follow blocks only when linesBefore() has been asked");
        }
        read();
        return rest.isPresent() ? rest.get().next(row) : nextPlain(row);
    }

    private boolean nextPlain(Row row) {
        if (at == length) {
            return false;
        }
        RowBlock one = single.orElseGet(RowBlock::new);
        single = Optional.of(one);
        one.begin(bytes, 1);
        fill(one);
        if (one.rows() > 0) {
            one.copy(0, row);
        }
        return one.rows() > 0;
    }

    @Override
    public boolean next(RowBlock block) {
        readAhead();
        block.begin(bytes, RowBlock.MOST_ROWS);
        fill(block);
        return block.rows() > 0;
    }

    @Override
    public OptionalInt linesBefore() {
        if (!isAhead) {
            return OptionalInt.of(0);
        }
        isAhead = false;
        if (isOther) {
            parts.seenOther(number);
        } else if (length > 0) {
            parts.seen(number, line, seen.areAscii());
        }
        Place place = ofFile(() -> parts.place(number));
        line = place.firstLine();
        if (place.kind() == Kind.PLAIN) {
            if (place.length() != length) {
                throw new IllegalStateException("a part was passed over that counts: " + place());
            }
            refuseOtherEncodings(place);
            refuseLongField(place);
            return OptionalInt.of(Math.toIntExact(place.firstLine()));
        }
        startRest(place);
        return OptionalInt.empty();
    }

    private void read() {
        if (isRead) {
            return;
        }
        Place place = take(ofFile(() -> parts.read(number)));
        startRest(place);
        refuseOtherEncodings(place);
        startRows();
    }

    private void readAhead() {
        if (isRead) {
            return;
        }
        isAhead = true;
        take(ofFile(() -> parts.readAhead(number)));
        startRows();
    }

    private Place take(Part read) {
        isRead = true;
        part = Optional.of(read);
        bytes = read.bytes();
        length = read.place().length();
        line = read.place().firstLine();
        return read.place();
    }

    private void startRest(Place place) {
        if (place.kind() == Kind.REST) {
            CsvRows rows = new CsvRows(file, place.from(), place.firstLine());
            rest = Optional.of(rows);
            if (number == 0) {
                rows.header();
            }
        }
    }

    private void startRows() {
        if (number == 0 && length > 0) {
            at = startsWithMark() ? MARK.length : 0;
            nextPlain(new Row());
        }
    }

    /** Something that needs the file. */
    private interface Reading<T> {
        T now() throws IOException;
    }

    private <T> T ofFile(Reading<T> reading) {
        try {
            return reading.now();
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }

    /**
     * Puts the cells of the next lines into the block, 64 bytes at a time, until it is full or a line has another
     * number of cells.
     */
    private void fill(RowBlock block) {
        int from = at;
        for (int word = at; word < length; word += Long.SIZE) {
            long ends = seen.cellEnds(bytes, word);
            if (length - word < Long.SIZE) {
                ends &= ~(-1L << (length - word));
            }
            block.room(Long.SIZE);
            for (; ends != 0; ends &= ends - 1) {
                int end = word + PlainBytes.firstOf(ends);
                if (bytes[end] == ',') {
                    cell(block, from, end);
                    from = end + 1;
                } else if (bytes[end] == '\n') {
                    if (!endLine(block, from, end)) {
                        return;
                    }
                    from = end + 1;
                    at = from;
                    if (block.isFull()) {
                        return;
                    }
                } else if (PlainBytes.isBlank(bytes[end])) {
                    blank = true;
                } else if (isNotPlain(end)) {
                    leaveToParser(block);
                    return;
                }
            }
        }
        if (from < length || block.hasCells()) {
            block.room(1);
            if (!endLine(block, from, length)) {
                return;
            }
        }
        at = length;
    }

    /**
     * Ends the row with its last cell; a line of nothing but blanks is no row.
     *
     * @return false if the line is left for another block
     */
    private boolean endLine(RowBlock block, int from, int end) {
        cell(block, from, end > from && bytes[end - 1] == '\r' ? end - 1 : end);
        if (block.isBlank()) {
            block.dropRow();
        } else if (!block.endRow(Math.toIntExact(line))) {
            return false;
        }
        line++;
        return true;
    }

    private void cell(RowBlock block, int from, int end) {
        if (blank || end - from > Row.MOST_BYTES) {
            trimmed(block, from, end);
        } else {
            block.cell(from, end);
        }
    }

    /** Adds a cell without the blanks around it. */
    private void trimmed(RowBlock block, int start, int end) {
        blank = false;
        int from = start;
        int to = end;
        while (from < to && PlainBytes.isBlank(bytes[from])) {
            from++;
        }
        while (to > from && PlainBytes.isBlank(bytes[to - 1])) {
            to--;
        }
        block.cell(from, to);
        if (end - start > Row.MOST_BYTES) {
            if (!isAhead) {
                throw CsvRows.fieldTooLong(place());
            }
            longField = longField.isPresent() ? longField : OptionalLong.of(line);
        }
    }

    /** Whether a byte is one that plain bytes have not: a quote, or a carriage return that no line feed follows. */
    private boolean isNotPlain(int place) {
        return bytes[place] == '"' || (bytes[place] == '\r' && (place + 1 == length || bytes[place + 1] != '\n'));
    }

    private void leaveToParser(RowBlock block) {
        isOther = true;
        block.begin(bytes, 0);
        at = length;
    }

    private void refuseLongField(Place place) {
        if (longField.isPresent()) {
            line = place.firstLine() + longField.getAsLong();
            throw CsvRows.fieldTooLong(place());
        }
    }

    private boolean startsWithMark() {
        return length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    private void refuseOtherEncodings(Place place) {
        if (place.ascii()) {
            return;
        }
        CharsetDecoder decoder = CsvRows.decoder();
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

    @Override
    public void close() {
        rest.ifPresent(CsvRows::close);
        part.ifPresent(parts::giveBack);
        part = Optional.empty();
        bytes = new byte[0];
        length = 0;
        at = 0;
        isRead = true;
    }
}
