package dev.waymark.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The rejected rows and values as CSV: table, line, column (empty for a row as a whole), code, what was expected. */
public final class DataQualityCsv {

    private DataQualityCsv() {}

    /** Writes the rejections as UTF-8 CSV; the stream stays open. */
    public static void write(DataQuality quality, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord("table", "line", "column", "code", "expected");
        for (Rejection rejection : quality.rejected()) {
            csv.writeRecord(
                    SpreadsheetText.cell(rejection.table()),
                    Long.toString(rejection.line()),
                    SpreadsheetText.cell(rejection.column().orElse("")),
                    rejection.code().word(),
                    SpreadsheetText.cell(rejection.expected()));
        }
        csv.flush();
        text.flush();
    }
}
