package dev.waymark.csv;

import dev.waymark.WaymarkException;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** One CSV file as a table. */
final class CsvTable implements SourceTable {

    private final Path file;
    private final List<String> columns;

    CsvTable(Path file) {
        this.file = file;
        try (CsvRows rows = new CsvRows(file)) {
            columns = rows.header();
        }
        if (columns.isEmpty()) {
            throw new WaymarkException(
                    "WM-COLUMN-MISSING",
                    "there is no header row (" + place() + "). Put the names of the columns into the first line.");
        }
    }

    @Override
    public String place() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<? extends RowCursor> parts() {
        if (CsvFolder.isZipped(file)) {
            CsvRows rows = new CsvRows(file);
            rows.header();
            return List.of(rows);
        }
        try {
            CsvParts parts = CsvParts.of(file);
            if (parts.most() == 0) {
                throw new IOException("its header was there, and now it has no size");
            }
            return IntStream.range(0, parts.most())
                    .mapToObj(place -> new PartRows(file, parts, place))
                    .toList();
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }
}
