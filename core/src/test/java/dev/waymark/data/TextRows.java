package dev.waymark.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a table as lines of text: the row's line, then its cells between bars. */
public final class TextRows implements AutoCloseable {

    private final RowReader reader;
    private final int columns;
    private final RowCursor rows;
    private final Row row = new Row();

    /** The rows of the table's first part. */
    public TextRows(SourceTable table) {
        this.columns = table.columns().size();
        List<ColumnFormat> texts = table.columns().stream()
                .map(name -> new ColumnFormat(name, ColumnType.TEXT, false, false, List.of(), "", "anything"))
                .toList();
        TableFormat format = new TableFormat("any", "anything", false, texts, "", List.of(), List.of(), List.of());
        this.reader = new RowReader(format, table, Optional.empty(), List.of());
        this.rows = table.parts().get(0);
    }

    /** All rows. */
    public static List<String> of(SourceTable table) {
        try (TextRows rows = new TextRows(table)) {
            List<String> all = new ArrayList<>();
            for (Optional<String> next = rows.next(); next.isPresent(); next = rows.next()) {
                all.add(next.get());
            }
            return all;
        }
    }

    /** The next row. */
    public Optional<String> next() {
        if (!rows.next(row)) {
            return Optional.empty();
        }
        if (!reader.read(row)) {
            throw new AssertionError("line " + row.line() + " has " + row.size() + " cells");
        }
        return Optional.of(IntStream.range(0, columns)
                .mapToObj(c -> new String(
                        reader.textBytes(c),
                        reader.textFrom(c),
                        reader.textTo(c) - reader.textFrom(c),
                        StandardCharsets.UTF_8))
                .collect(Collectors.joining("|", row.line() + ": ", "")));
    }

    @Override
    public void close() {
        rows.close();
    }
}
