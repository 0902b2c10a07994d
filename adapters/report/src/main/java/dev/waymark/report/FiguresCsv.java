package dev.waymark.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.report.FigureColumns.Column;
import dev.waymark.report.FigureColumns.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The figures of a report as tidy CSV: a row a figure, a column a dimension, then what the JSON has under the same
 * names.
 *
 * <p>What is null in the JSON is empty here, except for a value that is suppressed: that is {@code [c]}. The columns of
 * the dimensions stand in the order in which dimensions first occur; a dimension that has the name of another column,
 * or begins with {@code dimension_} itself, is called {@code dimension_NAME}. Text that a spreadsheet would take for a
 * formula (it begins with {@code = + - @}, a tab or a line break) gets an apostrophe in front, and so does text that
 * begins with an apostrophe; numbers are written as they are.
 */
public final class FiguresCsv {

    private FiguresCsv() {}

    /** Writes the figures as UTF-8 CSV; the stream stays open. */
    public static void write(Report report, OutputStream out) throws IOException {
        List<Column> columns = FigureColumns.of(report);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns.stream()
                .map(column -> SpreadsheetText.cell(column.title()))
                .toList());
        String[] cells = new String[columns.size()];
        for (Figure figure : report.figures()) {
            Row row = new Row(figure);
            for (int column = 0; column < cells.length; column++) {
                cells[column] = columns.get(column).cell().apply(row);
            }
            csv.writeRecord(cells);
        }
        csv.flush();
        text.flush();
    }
}
