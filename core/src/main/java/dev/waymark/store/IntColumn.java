package dev.waymark.store;

import java.util.Arrays;

/** Dates, counts, codes and references of one column as ints. <b>Threads:</b> safe to read once the store is made. */
public final class IntColumn extends Column {

    private int[] values = new int[0];
    private int size;

    IntColumn() {}

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size, size + 1L));
        }
        values[size++] = value;
    }

    void add(int[] more, int from, int to) {
        long needed = (long) size + (to - from);
        if (needed > values.length) {
            values = Arrays.copyOf(values, grown(values.length, needed));
        }
        System.arraycopy(more, from, values, size, to - from);
        size = (int) needed;
    }

    void addToEach(int more) {
        for (int row = 0; row < size; row++) {
            values[row] = Math.addExact(values[row], more);
        }
    }

    void set(int row, int value) {
        values[row] = value;
    }

    int size() {
        return size;
    }

    /** The value of a row. */
    public int get(int row) {
        return values[row];
    }

    @Override
    void arrange(int[] order) {
        int[] arranged = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            arranged[i] = values[order[i]];
        }
        values = arranged;
        size = order.length;
    }

    @Override
    void append(Column other) {
        IntColumn more = (IntColumn) other;
        add(more.values, 0, more.size);
    }

    @Override
    int compare(int left, int right) {
        return Integer.compare(values[left], values[right]);
    }

    @Override
    void trim() {
        values = size == values.length ? values : Arrays.copyOf(values, size);
    }

    @Override
    long bytes() {
        return 4L * values.length;
    }
}
