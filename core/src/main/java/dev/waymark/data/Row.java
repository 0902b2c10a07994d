package dev.waymark.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The cells of one row, as a source hands them over: text as UTF-8, or dates and whole numbers where the source has
 * them.
 *
 * <p>A source calls {@link #begin} and then one method a cell. The row is used again for the next one, so that reading
 * a row makes no objects. <b>Threads:</b> one at a time.
 */
public final class Row {

    /** The most bytes that the text of a cell may have, as UTF-8; a cell with more stops the reading. */
    public static final int MOST_BYTES = 1 << 20;

    static final byte EMPTY = 0;
    static final byte TEXT = 1;
    static final byte DATE = 2;
    static final byte WHOLE = 3;

    private static final int DIGITS_OF_A_LONG = 18;
    private static final int MOST_ZEROS = 1000;
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    private byte[] own = new byte[512];
    private byte[] bytes = own;
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
        bytes = own;
    }

    /**
     * Starts a row whose texts all lie in a buffer of the source, as UTF-8, where they stay until the next row is
     * begun. Its cells are added with {@link #text(int, int)} and {@link #empty()}.
     */
    public void begin(long atLine, byte[] buffer) {
        line = atLine;
        size = 0;
        bytes = buffer;
    }

    /** Adds a cell whose text lies in the row's buffer from one place to before another; none between is no value. */
    public void text(int start, int end) {
        int cell = size;
        add(start == end ? EMPTY : TEXT, 0);
        from[cell] = start;
        to[cell] = end;
    }

    /** Adds a cell without a value. */
    public void empty() {
        add(EMPTY, 0);
    }

    /** Adds a cell of text; text of no characters is a cell without a value. */
    public void text(char[] source, int offset, int length) {
        room(length);
        int start = used;
        byte[] into = own;
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
        room(utf8.length);
        int start = used;
        System.arraycopy(utf8, 0, own, start, utf8.length);
        used = start + utf8.length;
        addText(start);
    }

    /** Makes room for so many bytes in the row's own buffer. */
    private void room(int length) {
        if (bytes != own) {
            throw new IllegalStateException("the texts of this row lie in a buffer of its source");
        }
        if (own.length - used < length) {
            own = Arrays.copyOf(own, Math.max(own.length * 2, used + length));
            bytes = own;
        }
    }

    /** Adds a cell with a date, as the days since 1970-01-01. */
    public void date(long epochDay) {
        add(DATE, epochDay);
    }

    /** Adds a cell with a whole number. */
    public void whole(long value) {
        add(WHOLE, value);
    }

    /** Adds a cell with the day that a moment is in England, where it may be another than elsewhere. */
    public void moment(OffsetDateTime moment) {
        boolean isForEver = moment.getYear() < 0 || moment.getYear() > LAST_YEAR_OF_FOUR_DIGITS;
        // the zone is looked up here, so that who reads files does not load the zones of the world
        LocalDate day = isForEver
                ? moment.toLocalDate()
                : moment.atZoneSameInstant(ZoneId.of("Europe/London")).toLocalDate();
        date(day.toEpochDay());
    }

    /**
     * Adds a cell with a number without zeros that say nothing: the id 100001.00 is the id 100001, the amount 12.5000
     * is 12.5.
     *
     * @param value a number of one of the classes that Java has for whole numbers, {@link BigInteger},
     *     {@link BigDecimal}, {@link Double} or {@link Float}
     * @throws IllegalArgumentException for a number of another class
     */
    public void number(Number value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            whole(value.longValue());
        } else if (value instanceof BigDecimal number) {
            plain(number.stripTrailingZeros());
        } else if (value instanceof BigInteger number) {
            plain(new BigDecimal(number).stripTrailingZeros());
        } else if (value instanceof Double || value instanceof Float) {
            if (Double.isFinite(value.doubleValue())) {
                plain(new BigDecimal(value.toString()).stripTrailingZeros());
            } else {
                text(value.toString());
            }
        } else {
            throw new IllegalArgumentException(
                    "a number of the class " + value.getClass().getName());
        }
    }

    private void plain(BigDecimal value) {
        if (value.scale() <= 0 && value.precision() - (long) value.scale() <= DIGITS_OF_A_LONG) {
            whole(value.longValueExact());
        } else {
            // with more zeros than any number of a record has it stays as it is, which no column takes
            text(Math.abs((long) value.scale()) > MOST_ZEROS ? value.toString() : value.toPlainString());
        }
    }

    /** Adds a cell with the word for yes or no. */
    public void yesOrNo(boolean yes) {
        text(yes ? "yes" : "no");
    }

    /** How many cells the row has. */
    public int size() {
        return size;
    }

    /** The line the row starts on. */
    public long line() {
        return line;
    }

    /**
     * What a cell holds, as text: a date like 2015-04-01, a whole number in digits, nothing for a cell without a value.
     */
    public String asText(int cell) {
        return switch (kinds[cell]) {
            case EMPTY -> "";
            case DATE -> LocalDate.ofEpochDay(numbers[cell]).toString();
            case WHOLE -> Long.toString(numbers[cell]);
            default -> new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
        };
    }

    /** Whether a cell has no value. */
    public boolean isEmpty(int cell) {
        return kinds[cell] == EMPTY;
    }

    /** What a cell holds. */
    int kind(int cell) {
        return kinds[cell];
    }

    long wholeAt(int cell) {
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
