package dev.waymark.data;

import dev.waymark.WaymarkException;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A data set handed over as lists of texts, for hosts that have their records in memory.
 *
 * <pre>{@code
 * TableSource source = new ListedTables()
 *         .table("families", "family_id", "district").row("1", "Blaby")
 *         .table("episodes", "episode_id", "family_id", "service", "opened", "closed")
 *         .row("1", "1", "intensive-family-support", "2015-04-07", "");
 * }</pre>
 *
 * <p>Rows go into the table named last. An empty text is not recorded. <b>Threads:</b> one while it is filled.
 */
public final class ListedTables implements TableSource {

    private final Map<String, Listed> tables = new LinkedHashMap<>();
    private final List<Star> stars = new ArrayList<>();
    private Optional<Listed> last = Optional.empty();

    /** No table yet. */
    public ListedTables() {}

    private record Listed(String place, List<String> columns, List<List<String>> rows) implements SourceTable {
        @Override
        public List<? extends RowCursor> parts() {
            return List.of(new Cursor(rows));
        }
    }

    private static final class Cursor implements RowCursor {
        private final List<List<String>> rows;
        private int next;

        private Cursor(List<List<String>> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next(Row row) {
            if (next == rows.size()) {
                return false;
            }
            row.begin(next + 2L);
            rows.get(next++).forEach(row::text);
            return true;
        }

        @Override
        public void close() {}
    }

    /**
     * Starts a table of the data format with these columns.
     *
     * @throws IllegalArgumentException if the format has no table of this name: nothing would read it; or if it was
     *     started before: its rows would be lost
     */
    public ListedTables table(String name, String... columns) {
        if (DataFormat.CURRENT.table(name).isEmpty()) {
            throw new IllegalArgumentException("no table " + name + "; the tables are "
                    + DataFormat.CURRENT.tableNames()
                    + ". One of another name, which a mapping names, is started with ownTable");
        }
        return ownTable(name, columns);
    }

    /**
     * Starts a table with these columns that a mapping names as the source of one of the data format.
     *
     * @throws IllegalArgumentException if it was started before: its rows would be lost
     */
    public ListedTables ownTable(String name, String... columns) {
        if (tables.containsKey(name)) {
            throw new IllegalArgumentException(
                    "the table " + name + " was started before. Add all of its rows before another is started.");
        }
        Listed table = new Listed(name, List.of(columns), new ArrayList<>());
        tables.put(name, table);
        last = Optional.of(table);
        return this;
    }

    /** Adds a row to the table started last. */
    public ListedTables row(String... cells) {
        Listed table = last.orElseThrow(() -> new IllegalStateException("no table was started"));
        for (int c = 0; c < cells.length; c++) {
            String column = c < table.columns().size() ? table.columns().get(c) : "cell " + (c + 1);
            Objects.requireNonNull(
                    cells[c],
                    () -> column + " of a row of " + table.place() + " is null; not recorded is an empty text");
        }
        table.rows().add(List.of(cells));
        return this;
    }

    /** Adds a Star that readings may name. */
    public ListedTables star(Star star) {
        stars.add(star);
        return this;
    }

    @Override
    public Optional<SourceTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        return table(mapped)
                .orElseThrow(() -> new WaymarkException(
                        "WM-MAPPING", "the mapping names the table " + mapped + ", which is not listed. Add it."));
    }

    @Override
    public List<Star> stars() {
        return List.copyOf(stars);
    }

    @Override
    public String toString() {
        return "tables listed by the caller";
    }
}
