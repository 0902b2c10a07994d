package dev.waymark.example;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One table of the data set, ready to be written; an empty value is one that is not recorded. */
record Table(String name, List<String> columns, List<List<String>> rows) {

    void write(Path folder) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(name + ".csv"))) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        }
    }
}
