package dev.waymark.csv;

import dev.waymark.WaymarkException;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One CSV file as a table. */
final class CsvTable implements SourceTable {

    private final Path file;
    private final List<String> columns;
    private volatile Optional<Optional<List<PlainFile.Lines>>> plainParts = Optional.empty();

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
        if (plainParts.isEmpty()) {
            lookAhead();
        }
        Optional<List<PlainFile.Lines>> plain = plainParts.orElseThrow();
        if (plain.isEmpty()) {
            CsvRows rows = new CsvRows(file);
            rows.header();
            return List.of(rows);
        }
        Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();
        List<PlainRows> parts = new ArrayList<>();
        for (PlainFile.Lines lines : plain.get()) {
            PlainRows rows = new PlainRows(file, lines, buffers);
            parts.add(parts.isEmpty() ? rows.afterHeader() : rows);
        }
        return parts;
    }

    /** Looks over the whole file, which shows whether it is plain and where it can be cut. */
    @Override
    public void lookAhead() {
        plainParts = Optional.of(findPlainParts());
    }

    private Optional<List<PlainFile.Lines>> findPlainParts() {
        if (file.toString().endsWith(".gz")) {
            return Optional.empty();
        }
        try {
            return PlainFile.parts(file);
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }
}
