package dev.waymark.store;

import java.util.Arrays;

/**
 * Words, or the scores of a reading, as one or more bytes a row. <b>Threads:</b> safe to read once the store is made.
 */
public final class ByteColumn extends Column {

    private final int width;
    private byte[] values = new byte[0];
    private int size;

    ByteColumn(int width) {
        this.width = width;
    }

    void add(byte[] row) {
        room();
        System.arraycopy(row, 0, values, size * width, width);
        size++;
    }

    void add(byte value) {
        room();
        values[size++] = value;
    }

    private void room() {
        long needed = (size + 1L) * width;
        if (needed > values.length) {
            values = Arrays.copyOf(values, grown(values.length, needed));
        }
    }

    /** The value of a row of a column that has one a row. */
    public byte get(int row) {
        return values[row];
    }

    /** One of the values of a row. */
    public byte get(int row, int place) {
        return values[row * width + place];
    }

    @Override
    void arrange(int[] order) {
        byte[] arranged = new byte[order.length * width];
        for (int i = 0; i < order.length; i++) {
            if (width == 1) {
                arranged[i] = values[order[i]];
            } else {
                System.arraycopy(values, order[i] * width, arranged, i * width, width);
            }
        }
        values = arranged;
        size = order.length;
    }

    @Override
    void append(Column other) {
        ByteColumn more = (ByteColumn) other;
        long needed = ((long) size + more.size) * width;
        if (needed > values.length) {
            values = Arrays.copyOf(values, grown(values.length, needed));
        }
        System.arraycopy(more.values, 0, values, size * width, more.size * width);
        size += more.size;
    }

    @Override
    int compare(int left, int right) {
        return Byte.compare(values[left * width], values[right * width]);
    }

    @Override
    void trim() {
        values = size * width == values.length ? values : Arrays.copyOf(values, size * width);
    }

    @Override
    long bytes() {
        return values.length;
    }
}
