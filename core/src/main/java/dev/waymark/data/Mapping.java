package dev.waymark.data;

import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a council's own tables and columns become those of the data format (format {@code waymark-mapping/1}).
 *
 * <p>Per table its source, per column the source's column or a constant, a date pattern and translations of values. It
 * is checked against the format before any row is read. <b>Errors:</b> {@code WM-DEFINITION}, naming file, path and
 * what is allowed, for an unknown table or column, a required column left out, a date pattern that is none or leaves
 * the century open. <b>Threads:</b> immutable.
 */
public final class Mapping {

    private final Definition definition;

    private Mapping(Definition definition) {
        this.definition = definition;
    }

    /** A mapping from its definition. */
    public static Mapping of(Definition definition) {
        definition.requireFormat("waymark-mapping/1");
        definition.allowOnly("format", "tables");
        return new Mapping(definition);
    }

    /** The mapped tables by name, checked against the data format and the Stars whose areas are columns. */
    public Map<String, TableMapping> tables(List<Star> stars) {
        Definition tables = definition.at("tables");
        Map<String, TableMapping> mapped = new LinkedHashMap<>();
        for (String name : tables.keys()) {
            TableFormat format = DataFormat.CURRENT
                    .table(name)
                    .orElseThrow(() ->
                            tables.at(name).refuse("no such table; the tables are " + DataFormat.CURRENT.tableNames()));
            mapped.put(name, table(tables.at(name), format, stars));
        }
        return mapped;
    }

    private static TableMapping table(Definition table, TableFormat format, List<Star> stars) {
        table.allowOnly("source", "datePattern", "columns");
        Optional<DatePattern> pattern = table.find("datePattern").map(DatePattern::read);
        List<String> allowed = new ArrayList<>(
                format.columns().stream().map(ColumnFormat::name).toList());
        if (format.hasScores()) {
            stars.forEach(star -> star.areas().forEach(area -> allowed.add(area.code())));
        }
        Definition columns = table.at("columns");
        Map<String, ColumnMapping> mapped = new LinkedHashMap<>();
        for (String name : columns.keys()) {
            if (!allowed.contains(name)) {
                throw columns.at(name)
                        .refuse("no such column; the columns of " + format.name() + " are "
                                + String.join(", ", allowed));
            }
            mapped.put(name, column(columns.at(name), pattern));
        }
        for (ColumnFormat column : format.columns()) {
            if (column.required() && !mapped.containsKey(column.name())) {
                throw columns.refuse("a mapping of the required column " + column.name() + "; the columns of "
                        + format.name() + " are " + String.join(", ", allowed));
            }
        }
        return new TableMapping(table.find("source").map(Definition::text).orElse(format.name()), mapped);
    }

    private static ColumnMapping column(Definition column, Optional<DatePattern> tablePattern) {
        if (column.isText()) {
            return new ColumnMapping(Optional.of(column.text()), Optional.empty(), tablePattern, Map.of());
        }
        column.allowOnly("column", "constant", "datePattern", "values");
        Optional<String> source = column.find("column").map(Definition::text);
        Optional<String> constant = column.find("constant").map(Definition::textOrEmpty);
        if (source.isPresent() == constant.isPresent()) {
            throw column.refuse("the source's column as a text, or an object with either \"column\" or \"constant\"");
        }
        if (constant.isPresent() && column.find("values").isPresent()) {
            throw column.at("values").refuse("no values beside a constant: write the constant as it shall be read");
        }
        Map<String, String> values = new HashMap<>();
        column.find("values")
                .ifPresent(translations -> translations
                        .keys()
                        .forEach(from -> values.put(from, translations.at(from).textOrEmpty())));
        return new ColumnMapping(
                source,
                constant,
                column.find("datePattern").map(DatePattern::read).or(() -> tablePattern),
                Map.copyOf(values));
    }
}
