package dev.waymark.benchmarks.compare;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.waymark.figure.Dimensions;
import java.io.IOException;
import java.nio.file.Path;

/** Prints the answers that stand in the {@code figures.csv} of a report by district. */
public final class ReportedAnswers {

    private ReportedAnswers() {}

    /** {@code ReportedAnswers REPORT_DIR}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: java -cp benchmarks.jar " + ReportedAnswers.class.getName() + " REPORT_DIR");
            System.exit(2);
        }
        AnswerCommand.print(of(Path.of(arguments[0])));
    }

    /** The answers of one report. */
    public static Answers of(Path report) throws IOException {
        FigureAnswers answers = new FigureAnswers();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(report.resolve("figures.csv"))) {
            for (NamedCsvRecord row : rows) {
                answers.add(new FigureAnswers.Numbers(
                        row.getField("measure"),
                        row.getField("figure"),
                        new Dimensions(row.getFieldsAsMap()),
                        number(row.getField("value")),
                        number(row.getField("numerator")),
                        number(row.getField("denominator"))));
            }
        }
        return answers.answers();
    }

    /** The whole part; figures in percent are not looked at. */
    private static long number(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return whole.isEmpty() || whole.equals("-") ? 0 : Long.parseLong(whole);
    }
}
