package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;

/** An explanation as JSON, format {@code waymark-explanation/1}: where a family counts, and the records behind it. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** Writes an explanation as UTF-8 JSON; the stream stays open. */
    public static void write(Explanation explanation, Period period, LocalDate asAt, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            json.writeStartObject();
            json.writeStringField("format", "waymark-explanation/1");
            json.writeStringField("measure", explanation.measure());
            json.writeStringField("family", explanation.familyId());
            json.writeStringField("period", period.label());
            json.writeStringField("asAt", asAt.toString());
            json.writeArrayFieldStart("counts");
            for (Figure figure : explanation.counts()) {
                ReportJson.writeFigure(json, figure);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("records");
            for (Evidence record : explanation.evidence()) {
                json.writeStartObject();
                json.writeStringField("table", record.table());
                JsonText.text(json, "id", record.id());
                json.writeStringField("date", record.date().toString());
                json.writeStringField("used-as", String.join(", ", record.roles()));
                json.writeObjectFieldStart("values");
                for (Map.Entry<String, String> value : record.values().entrySet()) {
                    json.writeStringField(value.getKey(), value.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
