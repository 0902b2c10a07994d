package dev.waymark.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.waymark.html.Chart.Datum;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a picture draws as JSON that may stand in a {@code script} element: no character in it can end the element or
 * begin a comment.
 */
final class PictureJson {

    private static final JsonFactory JSON = JsonFactory.builder().build().setCharacterEscapes(new ForScript());

    private PictureJson() {}

    /** Writes what HTML might read as markup as escapes, which JSON reads as the same character. */
    private static final class ForScript extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = ESCAPE_STANDARD;
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c == '\u2028' || c == '\u2029' ? new SerializedString(String.format("\\u%04x", c)) : null;
        }
    }

    static String of(Chart.Picture picture) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("spec", picture.specification());
            json.writeObjectFieldStart("params");
            for (Map.Entry<String, Object> parameter : picture.parameters().entrySet()) {
                value(json, parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("datasets");
            for (Map.Entry<String, List<Datum>> rows : picture.data().entrySet()) {
                json.writeArrayFieldStart(rows.getKey());
                for (Datum row : rows.getValue()) {
                    json.writeStartObject();
                    for (Map.Entry<String, Object> value : row.values().entrySet()) {
                        value(json, value.getKey(), value.getValue());
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(JsonGenerator json, String name, Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumberField(name, number);
        } else if (value instanceof Double number) {
            json.writeNumberField(name, number);
        } else if (value instanceof Number whole) {
            json.writeNumberField(name, whole.longValue());
        } else {
            json.writeStringField(name, value.toString());
        }
    }
}
