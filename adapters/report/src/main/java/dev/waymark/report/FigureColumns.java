package dev.waymark.report;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Report;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The columns of a report's figures as a table: what each is called, what it says and how a figure fills it.
 *
 * <p>The file and its metadata are both written from here, so that the one always describes the other.
 */
final class FigureColumns {

    private static final String PREFIX = "dimension_";
    private static final String TEXT = "string";
    private static final char LAST_OF_ASCII = 0x7F;

    /**
     * A column.
     *
     * @param title its header in the file
     * @param description what it says, for readers
     * @param datatype the W3C's name of the type of its cells
     * @param unit what its numbers are counted in, where that is the same in each row
     * @param isRequired whether each row has a cell
     * @param isKey whether it is part of what tells a row from all others
     * @param cell how a figure fills it
     */
    record Column(
            String title,
            String description,
            String datatype,
            Optional<String> unit,
            boolean isRequired,
            boolean isKey,
            Function<Row, String> cell) {

        /** The column's name in metadata: its title, with all that a name cannot have escaped. */
        String name() {
            StringBuilder name = new StringBuilder();
            for (byte b : title.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xFF);
                boolean isPlain = c <= LAST_OF_ASCII && Character.isLetterOrDigit(c);
                if (isPlain || (c == '_' && !name.isEmpty())) {
                    name.append(c);
                } else {
                    name.append(String.format("%%%02X", (int) c));
                }
            }
            return name.toString();
        }

        boolean isNumber() {
            return !datatype.equals(TEXT);
        }
    }

    /** A figure with its interval, which is worked out once for all columns about it. */
    record Row(Figure figure, Optional<Interval> interval) {
        Row(Figure figure) {
            this(figure, figure.interval());
        }
    }

    private FigureColumns() {}

    /** The columns for the figures of a report, a column a dimension that occurs. */
    static List<Column> of(Report report) {
        List<Column> columns = new ArrayList<>(names());
        List<Column> numbers = numbers();
        Set<String> taken = new LinkedHashSet<>();
        columns.forEach(column -> taken.add(column.title()));
        numbers.forEach(column -> taken.add(column.title()));
        Set<String> dimensions = new LinkedHashSet<>();
        for (Figure figure : report.figures()) {
            Dimensions of = figure.name().dimensions();
            for (int place = 0; place < of.count(); place++) {
                dimensions.add(of.name(place));
            }
        }
        for (String dimension : dimensions) {
            columns.add(text(
                    title(dimension, taken),
                    "What part of the whole the figure is about: its " + dimension.replace('-', ' ')
                            + ". Empty where the figure is not by it.",
                    false,
                    true,
                    row -> row.figure().name().dimensions().value(dimension).orElse("")));
        }
        columns.addAll(numbers);
        return columns;
    }

    /**
     * A dimension is called what it is called, unless that is taken: then, and where it begins with the prefix itself,
     * it gets the prefix, so that no two columns have one title and each can be read back.
     */
    private static String title(String dimension, Set<String> taken) {
        boolean isUnclear = taken.contains(dimension) || dimension.startsWith(PREFIX) || dimension.isBlank();
        return isUnclear ? PREFIX + dimension : dimension;
    }

    private static List<Column> names() {
        return List.of(
                text(
                        "measure",
                        "The measure that gives the figure.",
                        true,
                        true,
                        row -> row.figure().name().measure()),
                text(
                        "figure",
                        "The figure's id in its measure.",
                        true,
                        true,
                        row -> row.figure().name().figure()));
    }

    private static List<Column> numbers() {
        List<Column> columns = new ArrayList<>(List.of(
                text(
                        "unit",
                        "What the value and the interval are counted in: count, percent, points (percentage points),"
                                + " mean, years, weeks or pounds.",
                        true,
                        false,
                        row -> row.figure().unit().word()),
                text(
                        "status",
                        "value; no-value, where there is none; suppressed, where there is one that must not be seen.",
                        true,
                        false,
                        row -> row.figure().status().state().word()),
                text(
                        "reason",
                        "Why there is no value to see; primary and secondary are the causes of suppression.",
                        false,
                        false,
                        row -> row.figure().status().reason().orElse(""))));
        columns.addAll(counted());
        columns.addAll(List.of(
                new Column(
                        "decimals",
                        "With how many decimals the value is printed.",
                        "nonNegativeInteger",
                        Optional.empty(),
                        true,
                        false,
                        row -> Integer.toString(row.figure().decimals())),
                number(
                        "interval_lower",
                        "The lower end of the confidence interval, in the unit of the value.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.interval().map(Interval::lower), 1)),
                number(
                        "interval_upper",
                        "The upper end of the confidence interval, in the unit of the value.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.interval().map(Interval::upper), 1)),
                number(
                        "interval_level",
                        "The level of the confidence interval, as a part of 1.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.interval().map(interval -> Interval.LEVEL), 0)),
                text(
                        "interval_method",
                        "How the confidence interval is computed: wilson or student-t.",
                        false,
                        false,
                        row -> row.interval().map(Interval::method).orElse("")),
                text(
                        "base",
                        "Whose records count, in words.",
                        false,
                        false,
                        row -> row.figure().base())));
        return columns;
    }

    /** The value, and what it was computed from. */
    static List<Column> counted() {
        return List.of(
                number(
                        "value",
                        "The value in its unit, rounded half up to 6 decimals; " + Figure.SUPPRESSED
                                + " where it is suppressed.",
                        "decimal",
                        Optional.empty(),
                        row -> row.figure().status().isSuppressed()
                                ? Figure.SUPPRESSED
                                : plain(
                                        row.figure().value(),
                                        Numbers.leastDecimals(row.figure().unit()))),
                number(
                        "numerator",
                        "What a percentage counts of its base; of a relative change, the change.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.figure().numerator(), 0)),
                number(
                        "denominator",
                        "How many the base of a percentage or a mean has.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.figure().denominator(), 0)),
                number(
                        "sum",
                        "The sum that a mean is computed from, in the unit of the mean.",
                        "decimal",
                        Optional.empty(),
                        row -> plain(row.figure().sum(), 0)),
                number(
                        "first",
                        "The percentage at first, of points.",
                        "decimal",
                        Optional.of("percent"),
                        row -> plain(row.figure().first(), 1)),
                number(
                        "last",
                        "The percentage at last, of points.",
                        "decimal",
                        Optional.of("percent"),
                        row -> plain(row.figure().last(), 1)));
    }

    private static Column text(
            String title, String description, boolean isRequired, boolean isKey, Function<Row, String> text) {
        return new Column(
                title,
                description,
                TEXT,
                Optional.empty(),
                isRequired,
                isKey,
                row -> SpreadsheetText.cell(text.apply(row)));
    }

    private static Column number(
            String title, String description, String datatype, Optional<String> unit, Function<Row, String> number) {
        return new Column(title, description, datatype, unit, false, false, number);
    }

    private static String plain(Optional<BigDecimal> number, int leastDecimals) {
        return number.isEmpty() ? "" : Numbers.plain(number.get(), leastDecimals);
    }
}
