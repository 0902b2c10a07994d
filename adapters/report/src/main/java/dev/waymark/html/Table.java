package dev.waymark.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table: a caption, a heading a column, and rows that begin with their heading.
 *
 * @param caption what the table shows
 * @param columns the headings; the first is that of the row headings
 * @param rows the rows
 */
record Table(String caption, List<String> columns, List<Row> rows) implements Block {

    /** One row: what it is about, and its cells. */
    record Row(String heading, List<Cell> cells) {}

    /** Rows being added to. */
    static final class Builder {
        private final String caption;
        private final List<String> columns;
        private final List<Row> rows = new ArrayList<>();

        private Builder(String caption, List<String> columns) {
            this.caption = caption;
            this.columns = columns;
        }

        Builder row(String heading, Cell... cells) {
            return row(heading, List.of(cells));
        }

        Builder row(String heading, List<Cell> cells) {
            if (cells.size() != columns.size() - 1) {
                throw new IllegalArgumentException("the table '" + caption + "' has other columns");
            }
            rows.add(new Row(heading, cells));
            return this;
        }

        Table build() {
            return new Table(caption, columns, List.copyOf(rows));
        }
    }

    static Builder of(String caption, String... columns) {
        return of(caption, List.of(columns));
    }

    static Builder of(String caption, List<String> columns) {
        return new Builder(caption, columns);
    }

    /** The same with a row for each column and a column for each row; the heading is that of the row headings. */
    Table turned(String heading) {
        List<String> across = new ArrayList<>(List.of(heading));
        rows.forEach(row -> across.add(row.heading()));
        Builder turned = of(caption, across);
        for (int column = 1; column < columns.size(); column++) {
            int cell = column - 1;
            turned.row(
                    columns.get(column),
                    rows.stream().map(row -> row.cells().get(cell)).toList());
        }
        return turned.build();
    }

    /** Whether a column holds numbers, so that its heading is set flush right like them. */
    boolean isNumeric(int column) {
        return column > 0
                && rows.stream().map(row -> row.cells().get(column - 1)).allMatch(Cell::isNumber);
    }

    /** Whether a cell is suppressed, so that the table needs the sentence that says what that means. */
    boolean hasSuppressed() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::isSuppressed);
    }
}
