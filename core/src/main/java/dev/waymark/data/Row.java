package dev.waymark.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one row, as a source hands them over: text as UTF-8, or dates and whole numbers where the source has
 * them.
 *
 * <p>A source calls {@link #begin} and then one method a cell. The row is used again for the next one, so that reading
 * a row makes no objects. <b>Threads:</b> one at a time.
 */
public final class Row {

    static final byte EMPTY = 0;
    static final byte TEXT = 1;
    static final byte DATE = 2;
    static final byte WHOLE = 3;

    private byte[] bytes = new byte[512];
    private int used;
    private byte[] kinds = new byte[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] numbers = new long[16];
    private int size;
    private long line;

    /** An empty row. */
    public Row() {}

    /** Starts a row that stands on this physical line of its source (the first row after a header of one line: 2). */
    public void begin(long atLine) {
        line = atLine;
        size = 0;
        used = 0;
    }

    /** Adds a cell without a value. */
    public void empty() {
        add(EMPTY, 0);
    }

    /** Adds a cell of text; text of no characters is a cell without a value. */
    public void text(char[] source, int offset, int length) {
        if (bytes.length - used < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
        }
        int start = used;
        byte[] into = bytes;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = source[offset + i];
            seen |= c;
            into[start + i] = (byte) c;
        }
        if (seen < 0x80) {
            used = start + length;
            addText(start);
        } else {
            text(new String(source, offset, length));
        }
    }

    /** Adds a cell of text; an empty text is a cell without a value. */
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length - used < utf8.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + utf8.length));
        }
        int start = used;
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        used = start + utf8.length;
        addText(start);
    }

    /** Adds a cell with a date, as the days since 1970-01-01. */
    public void date(long epochDay) {
        add(DATE, epochDay);
    }

    /** Adds a cell with a whole number. */
    public void whole(long value) {
        add(WHOLE, value);
    }

    /** How many cells the row has. */
    public int size() {
        return size;
    }

    /** The line the row starts on. */
    public long line() {
        return line;
    }

    boolean isEmpty(int cell) {
        return kinds[cell] == EMPTY;
    }

    /** What a cell holds. */
    int kind(int cell) {
        return kinds[cell];
    }

    long number(int cell) {
        return numbers[cell];
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    private void addText(int start) {
        int cell = size;
        add(used == start ? EMPTY : TEXT, 0);
        from[cell] = start;
        to[cell] = used;
    }

    private void add(byte kind, long number) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        kinds[size] = kind;
        numbers[size] = number;
        from[size] = used;
        to[size] = used;
        size++;
    }
}
