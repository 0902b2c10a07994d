package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as JSON, format {@code waymark-report/1}.
 *
 * <p>A measure that failed stands among the definitions and has no figures; the format has no other place for it.
 *
 * <p>The same report gives the same bytes: there is no clock time, no file path and no thread count in it.
 * <b>Threads:</b> no state. <b>Errors:</b> those of the stream.
 */
public final class ReportJson {

    private ReportJson() {}

    /** Writes a report as UTF-8 JSON; the stream stays open. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            json.writeStartObject();
            json.writeStringField("format", "waymark-report/1");
            json.writeObjectFieldStart("period");
            json.writeStringField("label", report.period().label());
            json.writeStringField("start", report.period().start().toString());
            json.writeStringField("end", report.period().end().toString());
            json.writeEndObject();
            json.writeStringField("asAt", report.asAt().toString());
            writeDefinitions(json, report.definitions());
            writeDataQuality(json, report.dataQuality());
            json.writeArrayFieldStart("figures");
            for (Figure figure : report.figures()) {
                writeFigure(json, figure);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeDefinitions(JsonGenerator json, List<MeasureDefinition> definitions) throws IOException {
        json.writeArrayFieldStart("definitions");
        for (MeasureDefinition definition : definitions) {
            json.writeStartObject();
            json.writeStringField("measure", definition.measure());
            json.writeStringField("version", definition.version());
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> parameter : definition.parameters().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeDataQuality(JsonGenerator json, DataQuality quality) throws IOException {
        json.writeObjectFieldStart("dataQuality");
        json.writeObjectFieldStart("rows");
        for (Map.Entry<String, Long> table : quality.rowsRead().entrySet()) {
            json.writeNumberField(table.getKey(), table.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("rejected");
        for (Rejection rejection : quality.rejected()) {
            json.writeStartObject();
            json.writeStringField("table", rejection.table());
            json.writeNumberField("line", rejection.line());
            JsonText.text(json, "column", rejection.column());
            json.writeStringField("code", rejection.code().word());
            json.writeStringField("expected", rejection.expected());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notices");
        for (Notice notice : quality.notices()) {
            json.writeStartObject();
            json.writeStringField("code", notice.code());
            json.writeStringField("table", notice.table());
            json.writeStringField("column", notice.column());
            JsonText.text(json, "value", notice.value());
            json.writeNumberField("count", notice.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void writeFigure(JsonGenerator json, Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("measure", figure.name().measure());
        json.writeStringField("figure", figure.name().figure());
        json.writeObjectFieldStart("dimensions");
        Dimensions dimensions = figure.name().dimensions();
        for (int place = 0; place < dimensions.count(); place++) {
            json.writeStringField(dimensions.name(place), dimensions.value(place));
        }
        json.writeEndObject();
        int decimals = Numbers.leastDecimals(figure.unit());
        json.writeStringField("unit", figure.unit().word());
        json.writeStringField("status", figure.status().state().word());
        JsonText.text(json, "reason", figure.status().reason());
        JsonText.number(json, "value", figure.value(), decimals);
        JsonText.number(json, "numerator", figure.numerator(), 0);
        JsonText.number(json, "denominator", figure.denominator(), 0);
        JsonText.number(json, "sum", figure.sum(), 0);
        JsonText.number(json, "first", figure.first(), 1);
        JsonText.number(json, "last", figure.last(), 1);
        json.writeNumberField("decimals", figure.decimals());
        Optional<Interval> interval = figure.interval();
        if (interval.isPresent()) {
            json.writeObjectFieldStart("interval");
            JsonText.number(json, "lower", interval.map(Interval::lower), 1);
            JsonText.number(json, "upper", interval.map(Interval::upper), 1);
            JsonText.number(json, "level", Optional.of(Interval.LEVEL), 0);
            json.writeStringField("method", interval.get().method());
            json.writeEndObject();
        } else {
            json.writeNullField("interval");
        }
        json.writeStringField("base", figure.base());
        json.writeEndObject();
    }
}
