package dev.waymark.data;

import dev.waymark.definition.Definition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The eleven tables of a data set, with their columns and rules, as data.
 *
 * <p>Reading, rejection, the check of mappings, the store's columns and the documentation of the format all come from
 * this one definition (the resource {@code tables.json}). <b>Threads:</b> immutable.
 *
 * @param tables the tables, in the order of the format
 */
public record DataFormat(List<TableFormat> tables) {

    /** The first day that a record can have. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /** The last day that a record can have. */
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /** The format that this version of Waymark reads. */
    public static final DataFormat CURRENT = read(Definition.resource(DataFormat.class, "tables.json"));

    /** The table of this name, if the format has it. */
    public Optional<TableFormat> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The names of the tables, as errors list what is allowed. */
    public String tableNames() {
        return tables.stream().map(TableFormat::name).collect(Collectors.joining(", "));
    }

    /** The place of a table in {@link #tables()}. */
    public int index(TableFormat table) {
        return tables.indexOf(table);
    }

    /** The format as Markdown: a chapter a table, a row a column. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        for (TableFormat table : tables) {
            text.append("### `").append(table.name()).append("`\n\nOne row is ").append(table.about());
            text.append(table.required() ? ". Required.\n\n" : ".\n\n");
            text.append("| column | required | value | meaning |\n| --- | --- | --- | --- |\n");
            for (ColumnFormat column : table.columns()) {
                text.append("| `").append(column.name()).append("` | ");
                text.append(column.required() ? "yes" : "").append(" | ");
                text.append(
                        column.type() == ColumnType.REFERENCE
                                ? "an id of `" + column.refersTo() + "`"
                                : column.expectedForm());
                text.append(" | ").append(column.about()).append(" |\n");
            }
            if (table.hasScores()) {
                text.append("| *area codes* | | a whole number | ")
                        .append(table.scores())
                        .append(" |\n");
            }
            if (!table.identity().isEmpty()) {
                text.append("\nNo two rows share: `")
                        .append(String.join("`, `", table.identity()))
                        .append("`.\n");
            }
            for (Contradiction contradiction : table.contradictions()) {
                text.append("\nHolds: ").append(contradiction.expected()).append(".\n");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static DataFormat read(Definition format) {
        format.requireFormat("waymark-tables/1");
        return new DataFormat(
                format.at("tables").elements().stream().map(DataFormat::tableOf).toList());
    }

    private static TableFormat tableOf(Definition table) {
        List<ColumnFormat> columns = new ArrayList<>();
        for (Definition column : table.at("columns").elements()) {
            columns.add(new ColumnFormat(
                    column.at("name").text(),
                    ColumnType.valueOf(column.at("type").text().toUpperCase(Locale.ROOT)),
                    column.find("required").map(Definition::yes).orElse(false),
                    column.find("bad").isPresent(),
                    column.find("words").map(Definition::texts).orElse(List.of()),
                    column.find("to").map(Definition::text).orElse(""),
                    column.at("about").text()));
        }
        return new TableFormat(
                table.at("name").text(),
                table.at("row").text(),
                table.find("required").map(Definition::yes).orElse(false),
                List.copyOf(columns),
                table.find("scores").map(Definition::text).orElse(""),
                table.find("identity").map(Definition::texts).orElse(List.of()),
                table.find("order").map(Definition::texts).orElse(List.of()),
                table.find("contradictions").map(Definition::elements).orElse(List.of()).stream()
                        .map(DataFormat::contradictionOf)
                        .toList());
    }

    private static Contradiction contradictionOf(Definition rule) {
        return new Contradiction(
                Contradiction.Rule.valueOf(
                        rule.at("rule").text().toUpperCase(Locale.ROOT).replace('-', '_')),
                rule.at("column").text(),
                rule.find("other").map(Definition::text).orElse(""),
                rule.find("days").map(days -> days.whole(0, 36500)).orElse(0));
    }
}
