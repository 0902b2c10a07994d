package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The metadata against the rules of the W3C's "Metadata Vocabulary for Tabular Data" and "Model for Tabular Data" of 17
 * December 2015, and the file against its metadata. Each check names the section of its rule.
 */
class FiguresCsvMetadataTest {

    private static final String LONG = "x".repeat(10_000);

    private static final Figure[] FIGURES = {
        Sample.progress(),
        Sample.count(Dimensions.NONE, 0),
        Sample.count(new Status(Status.State.SUPPRESSED, Optional.of("primary"))),
        Sample.points(9, 4, 12),
        Sample.mean(Unit.WEEKS, 2, 3, 5, 7),
        Sample.pounds("-123450"),
        Sample.count(Dimensions.of("unit", "a"), 1),
        Sample.count(Dimensions.of("dimension_unit", "a"), 2),
        Sample.count(Dimensions.of("district", "=HYPERLINK(\"http://x\")"), 3),
        Sample.count(Dimensions.of("district", "'=1"), 4),
        Sample.count(Dimensions.of("district", "<script>alert(1)</script> \"'\u202Eabc"), 5),
        Sample.count(Dimensions.of("district", LONG), 6),
        Sample.count(Dimensions.of("=age band", "0-4"), 7)
    };

    @Test
    void theMetadataKeepsTheRulesOfTheVocabulary() throws IOException {
        JsonNode table = metadata(FIGURES);

        // 5.2 "The value of any @id or @type contained within a metadata document MUST NOT be a blank node"; 5.2
        // @context
        assertThat(table.at("/@context/0").textValue()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(names(table.at("/@context/1"))).isSubsetOf("@language", "@base");
        // 5.4.1 required and allowed properties of a table; common properties are prefixed names
        assertThat(table.at("/url").textValue()).isEqualTo("figures.csv");
        assertThat(names(table))
                .allMatch(name -> Set.of("@context", "@type", "url", "dialect", "tableSchema")
                                .contains(name)
                        || name.startsWith("dc:"));
        assertThat(table.at("/@type").textValue()).isEqualTo("Table");
        // 5.9 dialect
        assertThat(names(table.at("/dialect")))
                .isSubsetOf(
                        "@type",
                        "encoding",
                        "delimiter",
                        "quoteChar",
                        "doubleQuote",
                        "lineTerminators",
                        "header",
                        "headerRowCount",
                        "trim");
        assertThat(table.at("/dialect/@type").textValue()).isEqualTo("Dialect");
        // 5.5 schemas
        assertThat(table.at("/tableSchema/@type").textValue()).isEqualTo("Schema");
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode column : table.at("/tableSchema/columns")) {
            // 5.6 columns; 5.7 inherited properties; common properties
            assertThat(names(column))
                    .allMatch(name -> Set.of("@type", "name", "titles", "datatype", "required", "null")
                                    .contains(name)
                            || name.equals("dc:description")
                            || name.equals("schema:unitText"));
            assertThat(column.at("/@type").textValue()).isEqualTo("Column");
            // 5.6.1 name: a variable of RFC 6570, and not one that begins with an underscore; no two of one name
            assertThat(column.at("/name").textValue())
                    .matches("([A-Za-z0-9]|%[0-9A-F]{2})([A-Za-z0-9_]|%[0-9A-F]{2})*");
            assertThat(columns.add(column.at("/name").textValue())).isTrue();
            // 5.11.1 built-in datatypes
            assertThat(column.at("/datatype").textValue()).isIn("string", "decimal", "nonNegativeInteger");
            assertThat(column.at("/dc:description").textValue()).isNotBlank();
        }
        // 5.5.1 primaryKey: "a column reference property", each a name of a column
        for (JsonNode key : table.at("/tableSchema/primaryKey")) {
            assertThat(columns).contains(key.textValue());
        }
        assertThat(table.at("/tableSchema/primaryKey")).isNotEmpty();
    }

    @Test
    void theFileKeepsTheRulesOfItsMetadata() throws IOException {
        JsonNode schema = metadata(FIGURES).at("/tableSchema");
        List<CsvRecord> rows = rows(FIGURES);
        List<JsonNode> columns = new ArrayList<>();
        schema.at("/columns").forEach(columns::add);

        // Model 8, 6.4.? schema compatibility: as many columns, each title a header
        assertThat(rows.get(0).getFields())
                .isEqualTo(columns.stream()
                        .map(column -> column.at("/titles").textValue())
                        .toList());
        Set<List<String>> keys = new HashSet<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            assertThat(row.getFieldCount()).isEqualTo(columns.size());
            List<String> key = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                String cell = row.getField(c);
                assertThat(isValid(columns.get(c), cell))
                        .as("%s in %s", cell, columns.get(c).at("/titles"))
                        .isTrue();
                if (contains(
                        schema.at("/primaryKey"), columns.get(c).at("/name").textValue())) {
                    key.add(cell);
                }
            }
            // 5.5.1 "each row has a unique combination of values of cells in the indicated columns"
            assertThat(keys.add(key)).as("%s", key).isTrue();
        }
    }

    /**
     * "cells that start with = + - @ cannot become formulas: numbers stay numbers, text is safe", and can be read back.
     */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1,'=1+1", "+44,'+44", "-1,'-1", "@SUM(A1),'@SUM(A1)", "`\t=1`,`'\t=1`", "`\r=1`,`'\r=1`",
                        "`\n=1`,`'\n=1`",
                "\uFF1D1,'\uFF1D1", "` =1`,`' =1`", "`\u202E=1`,`'\u202E=1`", "'tis,''tis", "''=1,'''=1", "a=1,a=1",
                        "0-4,0-4"
            })
    void textIsMadeSafeAndCanBeReadBack(String text, String cell) throws IOException {
        List<CsvRecord> rows = rows(Sample.count(Dimensions.of("district", text), 1));

        assertThat(rows.get(1).getField(2)).isEqualTo(cell);
        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
    }

    @Test
    void negativeNumbersStayNumbers() throws IOException {
        assertThat(rows(Sample.pounds("-123450")).get(1).getField(5)).isEqualTo("-1234.5");
    }

    @Test
    void aSuppressedValueIsNeitherZeroNorBlank() throws IOException {
        assertThat(rows(Sample.count(new Status(Status.State.SUPPRESSED, Optional.of("secondary"))))
                        .get(1)
                        .getFields())
                .startsWith("activity", "individuals", "count", "suppressed", "secondary", "[c]", "", "");
    }

    @Test
    void hostileTextIsTextInTheJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = Sample.report(FIGURES);
        ReportJson.write(report, out);

        JsonNode json = new ObjectMapper().readTree(out.toByteArray());

        for (int f = 0; f < FIGURES.length; f++) {
            JsonNode dimensions = json.at("/figures/" + f + "/dimensions");
            FIGURES[f]
                    .name()
                    .dimensions()
                    .values()
                    .forEach((name, value) ->
                            assertThat(dimensions.path(name).textValue()).isEqualTo(value));
        }
    }

    /** Model 6.4 "Parsing Cells": null values, then the datatype's lexical form; 5.7 required. */
    private static boolean isValid(JsonNode column, String cell) {
        boolean isNull = column.has("null") ? contains(column.at("/null"), cell) : cell.isEmpty();
        if (isNull) {
            return !column.path("required").booleanValue();
        }
        return switch (column.at("/datatype").textValue()) {
            case "decimal" -> cell.matches("-?[0-9]+(\\.[0-9]+)?");
            case "nonNegativeInteger" -> cell.matches("[0-9]+");
            default -> true;
        };
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode element : list) {
            if (element.textValue().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode metadata(Figure... figures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FiguresCsvMetadata.write(Sample.report(figures), out);
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static List<CsvRecord> rows(Figure... figures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FiguresCsv.write(Sample.report(figures), out);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }
}
