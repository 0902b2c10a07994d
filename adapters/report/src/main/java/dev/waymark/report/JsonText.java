package dev.waymark.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;

/** How Waymark writes JSON: UTF-8, an element of a list a line, numbers without exponents, every key always there. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Puts each element of a list on a line of its own, so that two reports can be compared line by line. */
    private static final class LineAnElement extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }
    }

    static JsonGenerator to(OutputStream out) throws IOException {
        return arranged(FACTORY.createGenerator(out));
    }

    static JsonGenerator to(Writer out) throws IOException {
        return arranged(FACTORY.createGenerator(out));
    }

    private static JsonGenerator arranged(JsonGenerator json) {
        return json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).setPrettyPrinter(new LineAnElement());
    }

    static void text(JsonGenerator json, String key, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        } else {
            json.writeNullField(key);
        }
    }

    /** Writes a number with as many decimals as it needs, but no fewer than {@code leastDecimals}. */
    static void number(JsonGenerator json, String key, Optional<BigDecimal> number, int leastDecimals)
            throws IOException {
        json.writeFieldName(key);
        if (number.isPresent()) {
            json.writeNumber(Numbers.plain(number.get(), leastDecimals));
        } else {
            json.writeNull();
        }
    }
}
