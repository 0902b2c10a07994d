package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.Incident;
import dev.waymark.family.Spell;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The published schema and the reader take and refuse the same files: a file that has all there is, and each file that
 * differs from it in one place.
 */
class SchemaAgreesWithReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode SCHEMA = (ObjectNode) resource(Scheme.class, "waymark-scheme-1.schema.json");
    private static final Schema SCHEME = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA.toString());
    private static final ObjectNode WITH_ALL =
            (ObjectNode) resource(SchemaAgreesWithReaderTest.class, "scheme-with-all.json");
    private static final IssueTaxonomy TAXONOMY = IssueTaxonomy.familySupport();
    private static final List<Star> STARS = List.of(Star.familyStarPlus());

    private static final int NAMED_BY_THE_ROUTE = 3;

    private static final Pattern CRITERION = Pattern.compile("/criteria/([0-9]+)");

    private static final Set<String> IN_EACH_THRESHOLD = Set.of("mark", "source");

    /** What stands in a value's place: of another type, empty, below and above every range, between whole numbers. */
    private static final List<String> OTHERS =
            List.of("\"\"", "\"two words\"", "-1", "0", "1.5", "1.005", "1000001", "[]", "[7]", "{}", "true");

    private static JsonNode resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the reader refuses a file; empty if it takes it. */
    private static String refusal(JsonNode file) {
        try {
            Definition plan = Definition.parse("plan.json", file.toString());
            plan.requireFormat(Scheme.FORMAT);
            Scheme.read(plan, TAXONOMY, STARS);
            return "";
        } catch (WaymarkException e) {
            assertThat(e.getMessage()).startsWith("WM-DEFINITION: plan.json: ");
            return e.getMessage();
        }
    }

    private static boolean fits(JsonNode file) {
        return SCHEME.validate(file.toString(), InputFormat.JSON).isEmpty();
    }

    /** An id that is named elsewhere and not there any more is the reader's alone to see. */
    private static void assertAlike(ObjectNode whole, String pointer, String what) {
        ObjectNode file = around(whole, pointer);
        String refusal = refusal(file);
        if (!refusal.contains("the id of a problem of the scheme") && !refusal.contains("the id of a criterion")) {
            assertThat(fits(file))
                    .as("%s: whether the schema takes it, of which the reader says '%s'", what, refusal)
                    .isEqualTo(refusal.isEmpty());
        }
    }

    /** The file without the criteria that neither hold the place nor are named by the route: it is read the sooner. */
    private static ObjectNode around(ObjectNode file, String pointer) {
        if (!pointer.isEmpty()) {
            Matcher criterion = CRITERION.matcher(pointer);
            int place = criterion.lookingAt() ? Integer.parseInt(criterion.group(1)) : 0;
            ArrayNode criteria = (ArrayNode) file.get("criteria");
            for (int i = criteria.size() - 1; i >= NAMED_BY_THE_ROUTE; i--) {
                if (i != place) {
                    criteria.remove(i);
                }
            }
        }
        return file;
    }

    private static void addObjects(JsonNode node, String pointer, List<String> found) {
        if (node.isObject()) {
            found.add(pointer);
        }
        node.properties()
                .forEach(entry -> addObjects(
                        entry.getValue(), pointer + "/" + entry.getKey().replace("/", "~1"), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            addObjects(node.get(i), pointer + "/" + i, found);
        }
    }

    private static List<String> objects() {
        List<String> found = new ArrayList<>();
        addObjects(WITH_ALL, "", found);
        return found;
    }

    @Test
    void fileWithAllThereIsIsTakenByBoth() {
        assertThat(refusal(WITH_ALL)).isEmpty();
        assertThat(SCHEME.validate(WITH_ALL.toString(), InputFormat.JSON)).isEmpty();
    }

    /** Or a kind, a key or a threshold could be left out of what the mutations below go over. */
    @Test
    void fileHasEveryKeyThatTheSchemaKnows() {
        TreeSet<String> known = new TreeSet<>();
        SCHEMA.findValues("properties")
                .forEach(properties ->
                        properties.properties().stream().map(Map.Entry::getKey).forEach(known::add));
        known.remove("extends");
        TreeSet<String> used = new TreeSet<>();
        objects().forEach(pointer -> WITH_ALL.at(pointer).properties().forEach(entry -> used.add(entry.getKey())));
        TreeSet<String> kinds = new TreeSet<>(WITH_ALL.findValuesAsText("kind"));

        assertThat(used).containsAll(known);
        assertThat(kinds).containsAll(words("/$defs/criterion/properties/kind/enum"));
    }

    @TestFactory
    List<DynamicTest> keyThatIsMissingOrUnknown() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String pointer : objects()) {
            tests.add(DynamicTest.dynamicTest("in " + pointer, () -> {
                for (Map.Entry<String, JsonNode> entry : WITH_ALL.at(pointer).properties()) {
                    ObjectNode without = WITH_ALL.deepCopy();
                    ((ObjectNode) without.at(pointer)).remove(entry.getKey());
                    assertAlike(without, pointer, "without " + pointer + "/" + entry.getKey());
                }
                ObjectNode more = WITH_ALL.deepCopy();
                ((ObjectNode) more.at(pointer)).putObject("gap");
                assertAlike(more, pointer, "with " + pointer + "/gap");
            }));
        }
        return tests;
    }

    /** Mark and source of a threshold are one rule, gone over in those of the file itself and not of each criterion. */
    @TestFactory
    List<DynamicTest> valueThatIsAnother() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String pointer : objects()) {
            tests.add(DynamicTest.dynamicTest("in " + pointer, () -> {
                for (Map.Entry<String, JsonNode> entry : WITH_ALL.at(pointer).properties()) {
                    boolean isGoneOver = pointer.contains("/thresholds/") && IN_EACH_THRESHOLD.contains(entry.getKey());
                    for (String other : isGoneOver ? List.<String>of() : OTHERS) {
                        ObjectNode with = WITH_ALL.deepCopy();
                        ((ObjectNode) with.at(pointer)).set(entry.getKey(), JSON.readTree(other));
                        assertAlike(with, pointer, pointer + "/" + entry.getKey() + " being " + other);
                    }
                }
            }));
        }
        return tests;
    }

    @Test
    void numbersAtTheEndsOfTheirRangeAreTakenAndThoseBeyondAreNot() throws IOException {
        int ranges = 0;
        for (String pointer : objects()) {
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            JsonNode range = SCHEMA.at("/$defs/thresholds/properties/" + name + "/properties/value");
            if (!range.isObject()) {
                continue;
            }
            ranges++;
            boolean isAbove = range.has("exclusiveMinimum");
            int least = range.path(isAbove ? "exclusiveMinimum" : "minimum").intValue();
            int most = range.path("maximum").intValue();
            assertThat(refusal(withValue(pointer, String.valueOf(most))))
                    .as(pointer)
                    .isEmpty();
            assertThat(refusal(withValue(pointer, isAbove ? least + ".01" : String.valueOf(least))))
                    .as(pointer)
                    .isEmpty();
            for (String beyond : List.of(String.valueOf(isAbove ? least : least - 1), most + ".01", most + 1 + "")) {
                assertThat(refusal(withValue(pointer, beyond)))
                        .as("%s %s", pointer, beyond)
                        .isNotEmpty();
                assertThat(fits(withValue(pointer, beyond)))
                        .as("%s %s", pointer, beyond)
                        .isFalse();
            }
        }
        assertThat(ranges).isGreaterThan(25);
    }

    private static ObjectNode withValue(String pointer, String value) throws IOException {
        ObjectNode file = WITH_ALL.deepCopy();
        ((ObjectNode) file.at(pointer)).set("value", JSON.readTree(value));
        return around(file, pointer);
    }

    @Test
    void wordsOfRecordsAreThoseOfTheTables() {
        assertThat(words("/$defs/criterion/properties/incidents/items/enum"))
                .isEqualTo(words("/$defs/problem/properties/signs/items/properties/incidents/items/enum"))
                .containsExactlyElementsOf(Arrays.stream(Incident.Event.values())
                        .map(Incident.Event::word)
                        .toList());
        assertThat(words("/$defs/criterion/properties/spells/items/enum"))
                .isEqualTo(words("/$defs/criterion/properties/after/items/enum"))
                .isEqualTo(words("/$defs/problem/properties/signs/items/properties/spells/items/enum"))
                .containsExactlyElementsOf(Arrays.stream(Spell.State.values())
                        .map(Spell.State::word)
                        .toList());
    }

    /** Each word that the schema lists is one that the reader takes. */
    @Test
    void wordsToChooseFromAreTaken() {
        for (String pointer : objects()) {
            for (String key : List.of("by", "baseline", "count", "mark")) {
                if (WITH_ALL.at(pointer).path(key).isTextual()) {
                    String of = key.equals("mark") ? "threshold" : "criterion";
                    for (String word : words("/$defs/" + of + "/properties/" + key + "/enum")) {
                        ObjectNode file = WITH_ALL.deepCopy();
                        ((ObjectNode) file.at(pointer)).put(key, word);
                        assertThat(refusal(around(file, pointer)))
                                .as(pointer + " " + word)
                                .isEmpty();
                    }
                }
            }
        }
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        ((ArrayNode) SCHEMA.at(pointer)).forEach(word -> words.add(word.textValue()));
        return words;
    }
}
