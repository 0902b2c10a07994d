package dev.waymark.csv;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.ColumnType;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.RowReader;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a table as texts, each with the line it starts on. */
final class TextRows implements AutoCloseable {

    /** One row: its line and its cells. */
    record Line(long line, List<String> cells) {

        static Line of(long line, String... cells) {
            return new Line(line, List.of(cells));
        }
    }

    private final RowReader reader;
    private final int columns;
    private final List<? extends RowCursor> parts;
    private int part;
    private final Row row = new Row();

    /** Opens a table, whose columns must have different names. */
    TextRows(SourceTable table) {
        this.columns = table.columns().size();
        this.reader = new RowReader(anyText(table.columns()), table, Optional.empty(), List.of());
        this.parts = table.parts();
    }

    private static TableFormat anyText(List<String> names) {
        List<ColumnFormat> columns = names.stream()
                .map(name -> new ColumnFormat(name, ColumnType.TEXT, false, false, List.of(), "", "anything"))
                .toList();
        return new TableFormat("any", "anything", false, columns, "", List.of(), List.of(), List.of());
    }

    /** All rows of a table that all have as many fields as the header. */
    static List<Line> of(SourceTable table) {
        try (TextRows rows = new TextRows(table)) {
            List<Line> all = new ArrayList<>();
            for (Optional<Line> next = rows.next(); next.isPresent(); next = rows.next()) {
                all.add(next.get());
            }
            return all;
        }
    }

    /** The next row, if there is one left. */
    Optional<Line> next() {
        while (!parts.get(part).next(row)) {
            if (part == parts.size() - 1) {
                return Optional.empty();
            }
            part++;
        }
        if (!reader.read(row)) {
            throw new AssertionError("line " + row.line() + " has " + row.size() + " fields");
        }
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            cells.add(new String(
                    reader.textBytes(c),
                    reader.textFrom(c),
                    reader.textTo(c) - reader.textFrom(c),
                    StandardCharsets.UTF_8));
        }
        return Optional.of(new Line(row.line(), cells));
    }

    @Override
    public void close() {
        parts.forEach(RowCursor::close);
    }
}
