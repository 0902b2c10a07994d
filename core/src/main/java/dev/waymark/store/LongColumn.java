package dev.waymark.store;

import java.util.Arrays;

/** Amounts of one column in pence. <b>Threads:</b> safe to read once the store is made. */
public final class LongColumn extends Column {

    private long[] values = new long[0];
    private int size;

    LongColumn() {}

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size, size + 1L));
        }
        values[size++] = value;
    }

    /** The value of a row. */
    public long get(int row) {
        return values[row];
    }

    @Override
    void arrange(int[] order) {
        long[] arranged = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            arranged[i] = values[order[i]];
        }
        values = arranged;
        size = order.length;
    }

    @Override
    void append(Column other) {
        LongColumn more = (LongColumn) other;
        long needed = (long) size + more.size;
        if (needed > values.length) {
            values = Arrays.copyOf(values, grown(values.length, needed));
        }
        System.arraycopy(more.values, 0, values, size, more.size);
        size += more.size;
    }

    @Override
    int compare(int left, int right) {
        return Long.compare(values[left], values[right]);
    }

    @Override
    void trim() {
        values = size == values.length ? values : Arrays.copyOf(values, size);
    }

    @Override
    long bytes() {
        return 8L * values.length;
    }
}
