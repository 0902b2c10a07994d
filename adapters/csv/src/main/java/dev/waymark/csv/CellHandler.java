package dev.waymark.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.waymark.data.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a CSV record into a row, without making strings; lines of nothing but blanks are no rows. */
final class CellHandler extends CsvCallbackHandler<Row> {

    /** A field has more than the most bytes. */
    static final class FieldTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int MOST_BYTES_A_CHAR = 3;

    private Row row = new Row();
    private final List<String> header = new ArrayList<>();
    private boolean inHeader = true;
    private boolean blank;
    private final long linesBefore;
    private long line;

    /** A handler of records of which the first line has this number. */
    CellHandler(long firstLine) {
        this.linesBefore = firstLine - 1;
        this.line = linesBefore;
    }

    void into(Row next) {
        row = next;
    }

    /** The line on which the record at hand starts. */
    long line() {
        return line;
    }

    /** The texts of the first record. */
    List<String> texts() {
        return List.copyOf(header);
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = linesBefore + startingLineNumber;
        row.begin(line);
        blank = true;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        if (!quoted) {
            while (from < to && isBlank(buffer[from])) {
                from++;
            }
            while (to > from && isBlank(buffer[to - 1])) {
                to--;
            }
        }
        if (length > Row.MOST_BYTES / MOST_BYTES_A_CHAR
                && new String(buffer, offset, length).getBytes(StandardCharsets.UTF_8).length > Row.MOST_BYTES) {
            throw new FieldTooLong();
        }
        blank = blank && !quoted && from == to && row.size() == 0;
        if (inHeader) {
            header.add(new String(buffer, from, to - from));
        }
        if (from == to) {
            row.empty();
        } else {
            row.text(buffer, from, to - from);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    protected @Nullable Row buildRecord() {
        if (blank) {
            header.clear();
            return null;
        }
        inHeader = false;
        return row;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return row.size();
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not read");
    }

    @Override
    protected void setEmpty() {
        blank = true;
    }
}
