package dev.waymark.pbr.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waymark.pbr.scheme.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of scheme files: it takes what ships, refuses what the reader refuses, and knows every kind. */
class SchemeSchemaTest {

    private static final String SCHEMA = resource("waymark-scheme-1.schema.json");
    private static final Schema SCHEME = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);

    private static final String PLAN = """
            {"format": "waymark-scheme/1", "id": "ours", "extends": "troubled-families-1", "criteria": [
              {"id": "it", "title": "It", "kind": "closed-for", "thresholds": {
                "months": {"value": 6, "mark": "A", "source": "our plan"}}},
              {"id": "anti-social-behaviour", "thresholds": {
                "atLeastPercent": {"value": 50, "mark": "A", "source": "our plan"}}}]}""";

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Scheme.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Error> faults(String scheme) {
        return SCHEME.validate(scheme, InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"troubled-families-1", "troubled-families-2", "supporting-families-2022"})
    void shippedSchemesFit(String scheme) {
        assertThat(faults(resource(scheme + ".json"))).isEmpty();
    }

    @Test
    void planThatSaysOnlyWhatDiffersFits() {
        assertThat(faults(PLAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            closed-for                        | closed-since
            "mark": "A", "source": "our plan" | "mark": "A"
            "mark": "A"                       | "mark": "X"
            "value": 50                       | "value": "50"
            "title": "It"                     | "title": "It", "gap": 7
            "kind": "closed-for"              | "kind": "has-minor"
            , "extends": "troubled-families-1" | , "version": "1"
            waymark-scheme/1                  | waymark-scheme/2
            """)
    void mistakesDoNot(String right, String wrong) {
        assertThat(PLAN).contains(right);

        assertThat(faults(PLAN.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void everyKindIsInItWithItsKeys() throws IOException {
        JsonNode criterion = new ObjectMapper().readTree(SCHEMA).at("/$defs/criterion");
        List<String> ofSchema = new ArrayList<>();
        for (JsonNode rule : criterion.at("/allOf")) {
            TreeSet<String> keys = new TreeSet<>();
            rule.at("/then/propertyNames/enum").forEach(key -> keys.add(key.textValue()));
            ofSchema.add(rule.at("/if/properties/kind/const").textValue() + " " + keys);
        }
        TreeSet<String> kinds = new TreeSet<>(Kinds.words(false));
        kinds.addAll(Kinds.words(true));
        List<String> ofReader = kinds.stream()
                .map(kind -> {
                    TreeSet<String> keys = new TreeSet<>(List.of("id", "title", "kind"));
                    keys.addAll(Kinds.of(kind).keys());
                    return kind + " " + keys;
                })
                .toList();
        List<String> words = new ArrayList<>();
        criterion.at("/properties/kind/enum").forEach(word -> words.add(word.textValue()));

        assertThat(ofSchema).containsExactlyInAnyOrderElementsOf(ofReader);
        assertThat(words).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
