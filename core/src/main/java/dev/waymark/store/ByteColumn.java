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
        add(row, 0, 1);
    }

    /** Adds rows of a table of values, from one to before another. */
    void add(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from * width, values, size * width, (to - from) * width);
        size += to - from;
    }

    void add(byte value) {
        room(1);
        values[size++] = value;
    }

    /** Adds words by their places, none as -1. */
    void addWords(int[] words, int from, int to) {
        room(to - from);
        for (int i = from; i < to; i++) {
            values[size++] = (byte) Math.max(words[i], -1);
        }
    }

    private void room(int rows) {
        long needed = ((long) size + rows) * width;
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
        add(more.values, 0, more.size);
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
