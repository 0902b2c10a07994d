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
