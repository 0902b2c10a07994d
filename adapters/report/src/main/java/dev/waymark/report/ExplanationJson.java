package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.Judgement;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
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
            if (!explanation.judgements().isEmpty()) {
                judgements(json, "judgements", explanation.judgements());
            }
            records(json, explanation.evidence());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void judgements(JsonGenerator json, String key, List<Judgement> judgements) throws IOException {
        json.writeArrayFieldStart(key);
        for (Judgement judgement : judgements) {
            json.writeStartObject();
            json.writeStringField("about", judgement.about());
            json.writeStringField("decision", judgement.decision());
            json.writeStringField("rule", judgement.rule());
            texts(json, "limits", judgement.limits());
            texts(json, "values", judgement.values());
            records(json, judgement.records());
            judgements(json, "parts", judgement.parts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void records(JsonGenerator json, List<Evidence> records) throws IOException {
        json.writeArrayFieldStart("records");
        for (Evidence record : records) {
            json.writeStartObject();
            json.writeStringField("table", record.table());
            JsonText.text(json, "id", record.id());
            json.writeStringField("date", record.date().toString());
            json.writeStringField("used-as", String.join(", ", record.roles()));
            texts(json, "values", record.values());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String key, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }
}
