package dev.waymark.example;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of published figures and of the counts chosen for them, which stand beside this class. */
final class ChosenCounts {

    private ChosenCounts() {}

    static List<NamedCsvRecord> read(String resource) throws IOException {
        try (InputStream bytes = ChosenCounts.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException(resource + " is missing beside " + ChosenCounts.class.getName());
            }
            return CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(bytes, StandardCharsets.UTF_8)
                    .stream()
                    .toList();
        }
    }

    static int count(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
