package dev.waymark.data;

import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import java.time.DateTimeException;
import java.time.LocalDate;
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
            mapped.put(name, column(columns.at(name), pattern, format.column(name)));
        }
        for (ColumnFormat column : format.columns()) {
            if (column.required() && !mapped.containsKey(column.name())) {
                throw columns.refuse("a mapping of the required column " + column.name() + "; the columns of "
                        + format.name() + " are " + String.join(", ", allowed));
            }
        }
        return new TableMapping(table.find("source").map(Definition::text).orElse(format.name()), mapped);
    }

    /**
     * The mapping of one column.
     *
     * @param format the column in the data format; empty for the area of a Star
     */
    private static ColumnMapping column(
            Definition column, Optional<DatePattern> tablePattern, Optional<ColumnFormat> format) {
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
        Optional<DatePattern> pattern =
                column.find("datePattern").map(DatePattern::read).or(() -> tablePattern);
        List<String> words = format.map(ColumnFormat::words).orElse(List.of());
        constant.ifPresent(word -> refuseUnlessWord(column.at("constant"), word, words));
        values.forEach((from, word) -> refuseUnlessWord(column.at("values").at(from), word, words));
        if (format.filter(one -> one.type() == ColumnType.DATE).isPresent()) {
            constant.ifPresent(date -> refuseUnlessDate(column.at("constant"), date, pattern));
        }
        return new ColumnMapping(source, constant, pattern, Map.copyOf(values));
    }

    /** Of a word that the column does not have, every row would be rejected. */
    private static void refuseUnlessWord(Definition value, String word, List<String> words) {
        if (!words.isEmpty() && !word.isEmpty() && words.stream().noneMatch(word::equalsIgnoreCase)) {
            throw value.refuse("one of " + String.join(", ", words) + ", or an empty text");
        }
    }

    private static void refuseUnlessDate(Definition value, String date, Optional<DatePattern> pattern) {
        if (!date.isEmpty() && !isDate(date, pattern)) {
            throw value.refuse("a date " + pattern.map(as -> "as " + as).orElse("like 2015-04-01"));
        }
    }

    private static boolean isDate(String date, Optional<DatePattern> pattern) {
        try {
            LocalDate day = pattern.map(as -> as.parse(date)).orElseGet(() -> LocalDate.parse(date));
            return !day.isBefore(DataFormat.FIRST_DAY) && !day.isAfter(DataFormat.LAST_DAY);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
