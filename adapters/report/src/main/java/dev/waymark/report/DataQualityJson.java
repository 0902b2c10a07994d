package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.data.DataQuality;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** The data quality alone as JSON, as it stands in a report, format {@code waymark-data-quality/1}. */
public final class DataQualityJson {

    private DataQualityJson() {}

    /** Writes the data quality as UTF-8 JSON; the stream stays open. */
    public static void write(DataQuality quality, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            write(quality, json);
        }
    }

    /** Writes the same as text; the writer stays open. */
    public static void write(DataQuality quality, Writer out) throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            write(quality, json);
        }
    }

    private static void write(DataQuality quality, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "waymark-data-quality/1");
        ReportJson.writeDataQuality(json, quality);
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
