package dev.waymark.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The cells of many rows, handed over together: text as UTF-8, in one buffer of the source, where it stays until the
 * next block is begun.
 *
 * <p>A source calls {@link #begin}, then {@link #room} and {@link #cell} for the cells of a row and {@link #endRow}
 * after it, until it {@link #isFull}. The block is used again for the next rows, so that reading them makes no objects.
 * <b>Threads:</b> one at a time.
 */
public final class RowBlock {

    /** How many rows a full block has. */
    public static final int MOST_ROWS = 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private final int[] lines = new int[MOST_ROWS];
    private final int[] firstCells = new int[MOST_ROWS + 1];
    private int[] from = new int[MOST_ROWS];
    private int[] to = new int[MOST_ROWS];
    private int mostRows;
    private int rows;
    private int cells;

    /** An empty block. */
    public RowBlock() {}

    /** Starts a block of so many rows at most, whose texts lie in this buffer. */
    public void begin(byte[] buffer, int most) {
        bytes = buffer;
        mostRows = Math.min(most, MOST_ROWS);
        rows = 0;
        cells = 0;
    }

    /** Makes room for so many more cells. */
    public void room(int more) {
        if (cells + more > from.length) {
            from = Arrays.copyOf(from, cells * 2 + more);
            to = Arrays.copyOf(to, cells * 2 + more);
        }
    }

    /**
     * Adds a cell for which there is {@link #room} to the row at hand: its text from one place to before another; none
     * between is no value.
     */
    public void cell(int start, int end) {
        from[cells] = start;
        to[cells++] = end;
    }

    /** Ends the row at hand, which stands on this physical line of its source. */
    public void endRow(int line) {
        lines[rows++] = line;
        firstCells[rows] = cells;
    }

    /** Whether the row at hand has cells already. */
    public boolean hasCells() {
        return cells > firstCells[rows];
    }

    /** Whether the row at hand is one cell without a text. */
    public boolean isBlank() {
        return cells == firstCells[rows] + 1 && from[cells - 1] == to[cells - 1];
    }

    /** Forgets the cells of the row at hand. */
    public void dropRow() {
        cells = firstCells[rows];
    }

    /** Whether no further row has room. */
    public boolean isFull() {
        return rows == mostRows;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many cells a row has. */
    public int cells(int row) {
        return firstCells[row + 1] - firstCells[row];
    }

    /** The lines that the rows stand on. */
    public int[] lines() {
        return lines;
    }

    /** Gives one of the rows as a {@link Row}. */
    public void copy(int row, Row into) {
        into.begin(lines[row], bytes);
        for (int cell = firstCells[row]; cell < firstCells[row + 1]; cell++) {
            into.text(from[cell], to[cell]);
        }
    }

    /** The buffer that the texts lie in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the text of a cell begins in the buffer. */
    public int from(int row, int cell) {
        return from[firstCells[row] + cell];
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

    /** Where the text of a cell ends. */
    public int to(int row, int cell) {
        return to[firstCells[row] + cell];
    }
}
