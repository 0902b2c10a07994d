package dev.waymark.store;

import dev.waymark.data.RowBlock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The ids of the rows of a table, as UTF-8 bytes one behind the other. Their byte order is the order of code points.
 *
 * <p><b>Threads:</b> safe to read once the store is made.
 */
public final class TextColumn extends Column {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private int size;

    TextColumn() {}

    void add(byte[] text, int from, int to) {
        int start = start(size);
        long needed = (long) start + (to - from);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length, needed));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(size, size + 1L));
        }
        System.arraycopy(text, from, bytes, start, to - from);
        ends[size++] = (int) needed;
    }

    /** Adds a cell of each row of a block, from one row to before another. */
    void add(RowBlock block, int cell, int from, int to) {
        long[] cells = block.cells();
        int width = block.width();
        for (int row = from, at = from * width + cell; row < to; row++, at += width) {
            add(block.bytes(), RowBlock.from(cells[at]), RowBlock.to(cells[at]));
        }
    }

    int size() {
        return size;
    }

    /** The text of a row. */
    public String get(int row) {
        int start = start(row);
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** The first row that has a text; nothing if none has. It looks through the rows. */
    public OptionalInt find(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int row = 0; row < size; row++) {
            if (is(row, wanted, 0, wanted.length) && get(row).equals(text)) { // half a surrogate pair is written as ?
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    boolean is(int row, byte[] text, int from, int to) {
        int start = start(row);
        return ends[row] - start == to - from && same(bytes, start, text, from, to - from);
    }

    /** Whether as many bytes of two texts are the same: texts are short, so this is quicker than to ask the JDK. */
    static boolean same(byte[] one, int fromOne, byte[] other, int fromOther, int length) {
        int last = length - Long.BYTES;
        if (last < 0) {
            return RowBlock.head(one, fromOne, fromOne + length) == RowBlock.head(other, fromOther, fromOther + length);
        }
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) LONGS.get(one, fromOne + i) != (long) LONGS.get(other, fromOther + i)) {
                return false;
            }
        }
        return (long) LONGS.get(one, fromOne + last) == (long) LONGS.get(other, fromOther + last);
    }

    int hash(int row) {
        return hash(bytes, start(row), ends[row]);
    }

    /** Every bit of the text has a say in every bit of the hash, so that any of its bits will do for a table. */
    static int hash(byte[] text, int from, int to) {
        long hash = (long) to - from;
        int last = to - Long.BYTES;
        if (last < from) {
            return (int) mixed(hash ^ RowBlock.head(text, from, to));
        }
        for (int i = from; i < last; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, i));
        }
        return (int) mixed(hash ^ (long) LONGS.get(text, last));
    }

    private static long mixed(long bits) {
        long product = RowBlock.mixed(bits);
        return product ^ (product >>> Integer.SIZE);
    }

    /**
     * Whether each text comes after the one before it, shorter ones first, as with numbers that go up: no two are the
     * same then.
     */
    boolean ascends() {
        for (int row = 1; row < size; row++) {
            if (compareShorterFirst(row - 1, bytes, start(row), ends[row]) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Compares the text of a row with another: by length, then by code point. */
    int compareShorterFirst(int row, byte[] text, int from, int to) {
        int start = start(row);
        int longer = (ends[row] - start) - (to - from);
        return longer != 0 ? longer : Arrays.compareUnsigned(bytes, start, ends[row], text, from, to);
    }

    /** Orders the texts of two rows by code point. */
    @Override
    public int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, start(left), ends[left], bytes, start(right), ends[right]);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    @Override
    void arrange(int[] order) {
        TextColumn arranged = new TextColumn();
        arranged.bytes = new byte[bytes.length];
        arranged.ends = new int[order.length];
        for (int row : order) {
            arranged.add(bytes, start(row), ends[row]);
        }
        bytes = arranged.bytes;
        ends = arranged.ends;
        size = arranged.size;
    }

    @Override
    void append(Column other) {
        TextColumn more = (TextColumn) other;
        for (int row = 0; row < more.size; row++) {
            add(more.bytes, more.start(row), more.ends[row]);
        }
    }

    @Override
    void trim() {
        int used = size == 0 ? 0 : ends[size - 1];
        bytes = used == bytes.length ? bytes : Arrays.copyOf(bytes, used);
        ends = size == ends.length ? ends : Arrays.copyOf(ends, size);
    }

    @Override
    long bytes() {
        return bytes.length + 4L * ends.length;
    }
}
