package dev.waymark.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.waymark.report.FigureColumns.Column;
import dev.waymark.report.FigureColumns.Row;
import dev.waymark.run.FamiliesBehind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The families behind a figure as CSV: a row a family, with the numbers that the figure would have of it alone, in the
 * columns that {@link FiguresCsv} has for them.
 *
 * <p>Ids are for those who may see case records: no disclosure policy applies to a list of families. A figure without
 * families gives the header alone.
 */
public final class FamiliesBehindCsv {

    private FamiliesBehindCsv() {}

    /** Writes the families as UTF-8 CSV; the stream stays open. */
    public static void write(FamiliesBehind families, OutputStream out) throws IOException {
        List<Column> numbers = FigureColumns.counted();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> cells = new ArrayList<>(List.of("family_id"));
        numbers.forEach(column -> cells.add(column.title()));
        csv.writeRecord(cells);
        for (FamiliesBehind.Share share : families.shares()) {
            Row row = new Row(share.alone());
            cells.clear();
            cells.add(SpreadsheetText.cell(share.familyId()));
            numbers.forEach(column -> cells.add(column.cell().apply(row)));
            csv.writeRecord(cells);
        }
        csv.flush();
        text.flush();
    }
}
