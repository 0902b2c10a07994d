package dev.waymark.benchmarks.compare;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a file of a CSV folder with FastCSV, for the engines that have no fast reader of their own. */
final class CsvLines {

    private CsvLines() {}

    /** Hands over the rows behind the header. */
    static void read(Path folder, String table, Consumer<CsvRecord> row) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(folder.resolve(table + ".csv"))) {
            boolean isHeader = true;
            for (CsvRecord record : rows) {
                if (!isHeader) {
                    row.accept(record);
                }
                isHeader = false;
            }
        } catch (IOException e) {
            throw new IllegalStateException(table + " cannot be read", e);
        }
    }
}
