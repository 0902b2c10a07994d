package dev.waymark.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.waymark.published.Expected;
import dev.waymark.published.Feasibility;
import dev.waymark.published.FigureCheck;
import dev.waymark.published.Fit;
import dev.waymark.published.PublishedCheck;
import dev.waymark.published.Recomputed;
import dev.waymark.published.RelationCheck;
import dev.waymark.published.Rounding;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The verdicts on published figures as JSON, formats {@code waymark-check/1} and {@code waymark-fit/1}.
 *
 * <p><b>Threads:</b> no state. <b>Errors:</b> those of the stream.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CheckJson {

    /** So many numerators are listed one by one; of more, which a printed number can hardly tell apart, the ends. */
    private static final int LISTED = 1000;

    private CheckJson() {}

    /** Writes the verdicts as UTF-8 JSON; the stream stays open. */
    public static void write(PublishedCheck check, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            json.writeStartObject();
            json.writeStringField("format", "waymark-check/1");
            json.writeArrayFieldStart("figures");
            for (FigureCheck figure : check.figures()) {
                writeFigure(json, figure);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeFigure(JsonGenerator json, FigureCheck check) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", check.figure().id());
        json.writeStringField("printed", check.figure().printed().text());
        json.writeStringField("verdict", check.verdict().word());
        json.writeArrayFieldStart("relations");
        for (RelationCheck relation : check.relations()) {
            json.writeStartObject();
            json.writeStringField("type", relation.relation().type().word());
            writeRecomputed(json, relation.recomputed(), check);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeFeasibility(json, check.feasibility());
        json.writeObjectFieldStart("report");
        json.writeStringField("verdict", check.report().verdict().word());
        JsonText.number(json, "value", check.report().value(), 0);
        json.writeStringField("says", check.report().says());
        json.writeEndObject();
        json.writeObjectFieldStart("fraction");
        writeRecomputed(json, check.fraction(), check);
        json.writeEndObject();
        writeExpected(json, check.figure().expected());
        json.writeEndObject();
    }

    private static void writeRecomputed(JsonGenerator json, Recomputed recomputed, FigureCheck check)
            throws IOException {
        json.writeStringField("verdict", recomputed.verdict().word());
        JsonText.number(json, "recomputed", recomputed.value(), 0);
        json.writeStringField("printed", check.figure().printed().text());
        JsonText.number(json, "least", recomputed.least(), 0);
        JsonText.number(json, "most", recomputed.most(), 0);
        writeRoundings(json, recomputed.roundings());
        json.writeStringField("says", recomputed.says());
    }

    private static void writeRoundings(JsonGenerator json, List<Rounding> roundings) throws IOException {
        json.writeArrayFieldStart("roundings");
        for (Rounding rounding : roundings) {
            json.writeString(rounding.word());
        }
        json.writeEndArray();
    }

    private static void writeFeasibility(JsonGenerator json, Feasibility feasibility) throws IOException {
        json.writeObjectFieldStart("feasibility");
        json.writeStringField("verdict", feasibility.verdict().word());
        boolean isFeasible = feasibility.least().isPresent();
        json.writeArrayFieldStart(isFeasible ? "numerators" : "nearest");
        for (BigInteger number : isFeasible ? listed(feasibility) : feasibility.nearest()) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        JsonText.number(json, "least", feasibility.least().map(BigDecimal::new), 0);
        JsonText.number(json, "most", feasibility.most().map(BigDecimal::new), 0);
        json.writeStringField("says", feasibility.says());
        json.writeEndObject();
    }

    private static List<BigInteger> listed(Feasibility feasibility) {
        BigInteger least = feasibility.least().orElseThrow();
        BigInteger most = feasibility.most().orElseThrow();
        if (most.subtract(least).compareTo(BigInteger.valueOf(LISTED)) >= 0) {
            return List.of(least, most);
        }
        return Stream.iterate(least, number -> number.compareTo(most) <= 0, number -> number.add(BigInteger.ONE))
                .toList();
    }

    private static void writeExpected(JsonGenerator json, Optional<Expected> expected) throws IOException {
        if (expected.isEmpty()) {
            json.writeNullField("expected");
            return;
        }
        json.writeObjectFieldStart("expected");
        json.writeStringField("verdict", expected.get().verdict().word());
        json.writeStringField("reason", expected.get().reason());
        json.writeEndObject();
    }

    /** Writes what was tried for one figure as UTF-8 JSON; the stream stays open. */
    public static void write(Fit fit, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.to(out)) {
            json.writeStartObject();
            json.writeStringField("format", "waymark-fit/1");
            json.writeStringField("id", fit.figure().id());
            json.writeStringField("printed", fit.figure().printed().text());
            json.writeNumberField("basesTried", fit.basesTried());
            json.writeArrayFieldStart("candidates");
            for (Fit.Candidate candidate : fit.candidates()) {
                json.writeStartObject();
                json.writeBooleanField("fits", candidate.fits());
                json.writeStringField("definition", candidate.definition());
                json.writeStringField("base", candidate.base());
                JsonText.number(json, "numerator", candidate.numerator(), 0);
                JsonText.number(json, "denominator", candidate.denominator(), 0);
                JsonText.number(json, "value", candidate.value(), 0);
                writeRoundings(json, candidate.roundings());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
