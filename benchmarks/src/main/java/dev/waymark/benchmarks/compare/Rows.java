package dev.waymark.benchmarks.compare;

import java.util.Arrays;
import java.util.List;

/** Rows of whole numbers, each of an owner; afterwards sorted so that those of one owner stand together. */
final class Rows {

    final int width;
    int[] cells;
    int rows;

    Rows(int width) {
        this.width = width;
        this.cells = new int[width << 12];
    }

    /** Makes room for a row and says where its cells begin; the first cell is the owner. */
    int add() {
        int at = rows++ * width;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, 2 * at);
        }
        return at;
    }

    /** The rows by owner, and where those of each owner begin. */
    static final class Sorted {
        final int width;
        final int[] cells;
        final int[] starts;

        private Sorted(int width, int[] cells, int[] starts) {
            this.width = width;
            this.cells = cells;
            this.starts = starts;
        }
    }

    /** All rows of the parts in order of their owners, which are below a limit: a counting sort. */
    static Sorted sorted(List<Rows> parts, int width, int owners) {
        int[] starts = new int[owners + 2];
        int rows = 0;
        for (Rows part : parts) {
            rows += part.rows;
            for (int row = 0; row < part.rows; row++) {
                starts[part.cells[row * width] + 2]++;
            }
        }
        for (int owner = 2; owner < starts.length; owner++) {
            starts[owner] += starts[owner - 1];
        }
        int[] cells = new int[rows * width];
        for (Rows part : parts) {
            for (int row = 0; row < part.rows; row++) {
                int to = starts[part.cells[row * width] + 1]++;
                System.arraycopy(part.cells, row * width, cells, to * width, width);
            }
        }
        return new Sorted(width, cells, starts);
    }
}
