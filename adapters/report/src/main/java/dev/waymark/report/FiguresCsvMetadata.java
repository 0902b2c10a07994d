package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.report.FigureColumns.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What a program needs to know to read {@code figures.csv}, as CSVW metadata: types, units, descriptions and what tells
 * a row from all others.
 *
 * <p><b>Source:</b> W3C Recommendation "Metadata Vocabulary for Tabular Data", 17 December 2015.
 */
public final class FiguresCsvMetadata {

    private FiguresCsvMetadata() {}

    /** Writes the metadata of a report's {@code figures.csv} as UTF-8 JSON; the stream stays open. */
    public static void write(Report report, OutputStream out) throws IOException {
        List<Column> columns = FigureColumns.of(report);
        try (JsonGenerator json = JsonText.to(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("@context");
            json.writeString("http://www.w3.org/ns/csvw");
            json.writeStartObject();
            json.writeStringField("@language", "en");
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringField("@type", "Table");
            json.writeStringField("url", "figures.csv");
            json.writeStringField(
                    "dc:title",
                    "Figures " + report.period().label() + ", as at "
                            + report.asAt().toString());
            json.writeStringField(
                    "dc:description",
                    "A row a figure. " + DisclosureControl.statement(report)
                            + " Text that begins with an apostrophe has it for the sake of spreadsheets: drop one.");
            json.writeObjectFieldStart("dialect");
            json.writeStringField("@type", "Dialect");
            json.writeStringField("encoding", "utf-8");
            json.writeStringField("delimiter", ",");
            json.writeStringField("quoteChar", "\"");
            json.writeBooleanField("doubleQuote", true);
            json.writeStringField("lineTerminators", "\r\n");
            json.writeBooleanField("header", true);
            json.writeNumberField("headerRowCount", 1);
            json.writeBooleanField("trim", false);
            json.writeEndObject();
            json.writeObjectFieldStart("tableSchema");
            json.writeStringField("@type", "Schema");
            json.writeArrayFieldStart("columns");
            for (Column column : columns) {
                write(json, column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("primaryKey");
            for (Column column : columns) {
                if (column.isKey()) {
                    json.writeString(column.name());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", "Column");
        json.writeStringField("name", column.name());
        json.writeStringField("titles", SpreadsheetText.cell(column.title()));
        json.writeStringField("dc:description", column.description());
        json.writeStringField("datatype", column.datatype());
        if (column.unit().isPresent()) {
            json.writeStringField("schema:unitText", column.unit().get());
        }
        if (column.isRequired()) {
            json.writeBooleanField("required", true);
        }
        if (column.isNumber()) {
            json.writeArrayFieldStart("null");
            json.writeString("");
            json.writeString(Figure.SUPPRESSED);
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
