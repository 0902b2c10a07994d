package dev.waymark.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ids of the rows of a table, as UTF-8 bytes one behind the other. Their byte order is the order of code points.
 *
 * <p><b>Threads:</b> safe to read once the store is made.
 */
public final class TextColumn extends Column {

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

    int size() {
        return size;
    }

    /** The text of a row. */
    public String get(int row) {
        int start = start(row);
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    boolean is(int row, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(row), ends[row], text, from, to);
    }

    int hash(int row) {
        return hash(bytes, start(row), ends[row]);
    }

    static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
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
