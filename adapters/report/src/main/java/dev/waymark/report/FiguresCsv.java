package dev.waymark.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of a report as tidy CSV: a row a figure, a column a dimension, then what the JSON has under the same
 * names.
 *
 * <p>What is null in the JSON is empty here. The columns of the dimensions stand in the order in which dimensions first
 * occur; a dimension that has the name of another column is called {@code dimension_NAME}.
 */
public final class FiguresCsv {

    private static final List<String> NAMES = List.of("measure", "figure");
    private static final List<String> VALUES = List.of(
            "unit",
            "status",
            "reason",
            "value",
            "numerator",
            "denominator",
            "sum",
            "first",
            "last",
            "decimals",
            "interval_lower",
            "interval_upper",
            "interval_level",
            "interval_method",
            "base");

    private FiguresCsv() {}

    /** Writes the figures as UTF-8 CSV; the stream stays open. */
    public static void write(Report report, OutputStream out) throws IOException {
        Set<String> dimensions = new LinkedHashSet<>();
        report.figures()
                .forEach(figure ->
                        dimensions.addAll(figure.name().dimensions().values().keySet()));
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(header(dimensions));
        for (Figure figure : report.figures()) {
            csv.writeRecord(row(figure, dimensions));
        }
        csv.flush();
        text.flush();
    }

    private static List<String> header(Set<String> dimensions) {
        List<String> header = new ArrayList<>(NAMES);
        for (String dimension : dimensions) {
            boolean taken = NAMES.contains(dimension) || VALUES.contains(dimension);
            header.add(taken ? "dimension_" + dimension : dimension);
        }
        header.addAll(VALUES);
        return header;
    }

    private static List<String> row(Figure figure, Set<String> dimensions) {
        List<String> row =
                new ArrayList<>(List.of(figure.name().measure(), figure.name().figure()));
        for (String dimension : dimensions) {
            row.add(figure.name().dimensions().values().getOrDefault(dimension, ""));
        }
        Optional<Interval> interval = figure.interval();
        row.add(figure.unit().word());
        row.add(figure.status().state().word());
        row.add(figure.status().reason().orElse(""));
        row.add(number(figure.value(), Numbers.leastDecimals(figure.unit())));
        row.add(number(figure.numerator(), 0));
        row.add(number(figure.denominator(), 0));
        row.add(number(figure.sum(), 0));
        row.add(number(figure.first(), 1));
        row.add(number(figure.last(), 1));
        row.add(Integer.toString(figure.decimals()));
        row.add(number(interval.map(Interval::lower), 1));
        row.add(number(interval.map(Interval::upper), 1));
        row.add(number(interval.map(i -> Interval.LEVEL), 0));
        row.add(interval.map(Interval::method).orElse(""));
        row.add(figure.base());
        return row;
    }

    private static String number(Optional<BigDecimal> number, int leastDecimals) {
        return number.map(n -> Numbers.plain(n, leastDecimals)).orElse("");
    }
}
