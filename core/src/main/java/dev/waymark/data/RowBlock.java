package dev.waymark.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The cells of many rows, each with as many cells as the others, handed over together: text as UTF-8, in one buffer of
 * the source, where it stays until the next block is begun.
 *
 * <p>A source calls {@link #begin}, then {@link #room} and {@link #cell} for the cells of a row and {@link #endRow}
 * after it, until it {@link #isFull} or a row has another number of cells. The block is used again for the next rows,
 * so that reading them makes no objects. <b>Threads:</b> one at a time.
 */
public final class RowBlock {

    /** How many rows a full block has. */
    public static final int MOST_ROWS = 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private final int[] lines = new int[MOST_ROWS];
    /** Row after row: where the text begins, in the higher half, and where it ends. */
    private long[] cells = new long[MOST_ROWS];

    private int count;
    private int width;
    private int mostRows;
    private int rows;
    /** Where the cells of the row at hand begin. */
    private int first;

    /** An empty block. */
    public RowBlock() {}

    /** Starts a block of so many rows at most, whose texts lie in this buffer. */
    public void begin(byte[] buffer, int most) {
        bytes = buffer;
        mostRows = Math.min(most, MOST_ROWS);
        rows = 0;
        width = 0;
        count = 0;
        first = 0;
    }

    /** Makes room for so many more cells. */
    public void room(int more) {
        if (count + more > cells.length) {
            cells = Arrays.copyOf(cells, count * 2 + more);
        }
    }

    /**
     * Adds a cell for which there is {@link #room} to the row at hand: its text from one place to before another; none
     * between is no value.
     */
    public void cell(int start, int end) {
        cells[count++] = (long) start << Integer.SIZE | end;
    }

    /**
     * Ends the row at hand, which stands on this physical line of its source.
     *
     * @return false if it has not as many cells as the rows before: it is forgotten then, and is the first row of
     *     another block
     */
    public boolean endRow(int line) {
        if (count - first != width) {
            if (rows > 0) {
                dropRow();
                return false;
            }
            width = count;
        }
        lines[rows++] = line;
        first = count;
        return true;
    }

    /** Whether the row at hand has cells already. */
    public boolean hasCells() {
        return count > first;
    }

    /** Whether the row at hand is one cell without a text. */
    public boolean isBlank() {
        return count == first + 1 && length(cells[first]) == 0;
    }

    /** Forgets the cells of the row at hand. */
    public void dropRow() {
        count = first;
    }

    /** Whether no further row has room. */
    public boolean isFull() {
        return rows == mostRows;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many cells each row has. */
    public int width() {
        return width;
    }

    /** The lines that the rows stand on. */
    public int[] lines() {
        return lines;
    }

    /** Gives one of the rows as a {@link Row}. */
    public void copy(int row, Row into) {
        into.begin(lines[row], bytes);
        for (int at = row * width; at < (row + 1) * width; at++) {
            into.text(from(cells[at]), to(cells[at]));
        }
    }

    /** The buffer that the texts lie in. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The cells, {@link #width} a row, row after row: their places by {@link #from}, {@link #to} and {@link #length}.
     */
    public long[] cells() {
        return cells;
    }

    /** Where the text of a cell begins in the buffer. */
    public static int from(long cell) {
        return (int) (cell >>> Integer.SIZE);
    }

    /** Where the text of a cell ends. */
    public static int to(long cell) {
        return (int) cell;
    }

    /** How many bytes the text of a cell has. */
    public static int length(long cell) {
        return to(cell) - from(cell);
    }

    /** The first eight bytes of a text, or all it has, as a number by which texts can be told apart quickly. */
    public static long head(byte[] text, int from, int to) {
        if (from + Long.BYTES <= text.length) {
            long eight = (long) LONGS.get(text, from);
            return to - from >= Long.BYTES ? eight : eight & ((1L << ((to - from) * Byte.SIZE)) - 1);
        }
        long head = 0;
        for (int i = Math.min(to, from + Long.BYTES) - 1; i >= from; i--) {
            head = (head << Byte.SIZE) | (text[i] & 0xFF);
        }
        return head;
    }

    /** Eight bytes of a text mixed, so that its highest bits tell texts apart that differ anywhere among them. */
    public static long mixed(long eight) {
        return (eight ^ (eight >>> Integer.SIZE)) * 0x9E37_79B9_7F4A_7C15L;
    }
}
