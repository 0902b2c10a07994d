package dev.waymark.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.WaymarkException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place in a definition file: a JSON value that knows the file it came from and its path there.
 *
 * <p>All of Waymark's definitions (tables, Stars, mappings, schemes) are read through this type, so that each mistake
 * is reported the same way: file, path, what was found, what is allowed. <b>Errors:</b> {@code WM-DEFINITION}, and
 * {@code WM-ENCODING} for a file that is not UTF-8. <b>Threads:</b> immutable.
 */
public final class Definition {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int MOST_DIGITS = 30;

    private final String file;
    private final String path;
    private final JsonNode node;

    /** What this value extends: read where it says nothing itself. */
    private final Optional<Definition> extended;

    private Definition(String file, String path, JsonNode node) {
        this(file, path, node, Optional.empty());
    }

    private Definition(String file, String path, JsonNode node, Optional<Definition> extended) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.extended = extended;
    }

    /**
     * This definition with all that it does not say taken from another: objects are read key by key, a list of objects
     * with an {@code id} object by object, new ones behind; everything else takes the place of what the other says. So
     * does an object with a {@code value} of its own, whose source must be its own too, and one of another
     * {@code kind}. Each value still knows the file and path it stands at.
     */
    public Definition extending(Definition other) {
        if (node.isMissingNode()) {
            return other;
        }
        boolean areObjects = node.isObject() && other.node.isObject() && !node.has("value") && !isOfAnotherKind(other);
        boolean areLists = hasIds() && other.hasIds();
        return areObjects || areLists ? new Definition(file, path, node, Optional.of(other)) : this;
    }

    private boolean isOfAnotherKind(Definition other) {
        return node.has("kind") && !node.path("kind").equals(other.node.path("kind"));
    }

    private boolean hasIds() {
        if (!node.isArray() || node.isEmpty()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.path("id").isTextual()) {
                return false;
            }
        }
        return true;
    }

    /** Reads a definition from JSON text; {@code file} is how errors name it. */
    public static Definition parse(String file, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return root(file, parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a definition from a stream of UTF-8 JSON, which it does not close; {@code file} is how errors name it. */
    public static Definition read(String file, InputStream json) throws IOException {
        try (JsonParser parser = JSON.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            return root(file, parser);
        }
    }

    /** Reads a definition that ships inside a jar, beside the class given. */
    public static Definition resource(Class<?> beside, String name) {
        try (InputStream json = beside.getResourceAsStream(name)) {
            if (json == null) {
                throw new WaymarkException(
                        "WM-DEFINITION", name + " is not in the jar beside " + beside.getName() + ". Rebuild the jar.");
            }
            return read(name, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definition root(String file, JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            Definition root = new Definition(file, "", tree(parser));
            if (!root.node.isObject()) {
                throw root.refuse("a JSON object");
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw notJson(file, e);
        } catch (NumberFormatException e) { // thrown by the JDK for an exponent of ten digits
            throw notJson(file, parser.currentTokenLocation(), "a number has too many digits", e);
        }
    }

    /** The value at the parser as a tree: an ObjectMapper does the same, and takes most of a short run to be made. */
    private static JsonNode tree(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonToken token = parser.currentToken();
        if (token == null) {
            return nodes.missingNode();
        }
        return switch (token) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, tree(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(parser));
                }
                yield array;
            }
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.textNode(parser.getText());
        };
    }

    private static WaymarkException notJson(String file, JsonProcessingException e) {
        // what follows tells where an object or a list that is never closed begins, in words for programmers
        String why = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
        return why.startsWith("Invalid UTF-8")
                ? new WaymarkException(
                        "WM-ENCODING",
                        "the file is not UTF-8 (" + file + line(e.getLocation()) + "). Save it as UTF-8.",
                        e)
                : notJson(file, e.getLocation(), why, e);
    }

    private static WaymarkException notJson(String file, @Nullable JsonLocation where, String why, Exception e) {
        return new WaymarkException(
                "WM-DEFINITION", file + line(where) + " is not JSON: " + why + ". Correct the file.", e);
    }

    private static String line(@Nullable JsonLocation where) {
        return where == null ? "" : " line " + where.getLineNr();
    }

    /** The file as errors name it. */
    public String file() {
        return file;
    }

    /** The error to throw when this value is not what it must be. */
    public WaymarkException refuse(String expected) {
        String found = node.isMissingNode()
                ? path.isEmpty() ? "is empty" : "is missing"
                : node.isContainerNode() ? "is " + (node.isArray() ? "a list" : "an object") : "is " + node;
        String where = path.isEmpty() ? file : file + ": " + path;
        return new WaymarkException("WM-DEFINITION", where + " " + found + ". Expected: " + expected + ".");
    }

    /** Refuses the value unless its {@code format} is the one given. */
    public void requireFormat(String format) {
        if (!at("format").text().equals(format)) {
            throw at("format").refuse("\"" + format + "\"");
        }
    }

    /** Refuses the value if it has a key other than these. */
    public void allowOnly(String... names) {
        List<String> allowed = Arrays.asList(names);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!allowed.contains(entry.getKey())) {
                throw new WaymarkException(
                        "WM-DEFINITION",
                        file + ": " + child(entry.getKey()) + " is not known. Allowed here: "
                                + String.join(", ", allowed) + ".");
            }
        }
        extended.ifPresent(other -> other.allowOnly(names));
    }

    /** The value of a key, which may be missing: then reading it as something is refused. */
    public Definition at(String name) {
        if (!node.isObject()) {
            throw refuse("an object");
        }
        Definition own = new Definition(file, child(name), node.path(name));
        return extended.isEmpty() ? own : own.extending(extended.get().at(name));
    }

    /** The value of a key, if the key is there and not null. */
    public Optional<Definition> find(String name) {
        Definition found = at(name);
        return found.node.isMissingNode() || found.node.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** The elements of a list. */
    public List<Definition> elements() {
        if (!node.isArray()) {
            throw refuse("a list");
        }
        List<Definition> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new Definition(file, path + "[" + elements.size() + "]", element));
        }
        return extended.isEmpty()
                ? elements
                : extending(elements, extended.get().elements());
    }

    private static List<Definition> extending(List<Definition> own, List<Definition> others) {
        List<Definition> elements = new ArrayList<>();
        for (Definition other : others) {
            elements.add(own.stream()
                    .filter(element -> element.hasIdOf(other))
                    .findFirst()
                    .map(element -> element.extending(other))
                    .orElse(other));
        }
        for (Definition element : own) {
            if (others.stream().noneMatch(element::hasIdOf)) {
                elements.add(element);
            }
        }
        return elements;
    }

    private boolean hasIdOf(Definition other) {
        return node.path("id").equals(other.node.path("id"));
    }

    /** This value with the text of one of its keys, if it has that, behind its path: {@code figures[7] (children)}. */
    public Definition namedBy(String key) {
        JsonNode name = node.path(key);
        return name.isTextual() ? new Definition(file, path + " (" + name.textValue() + ")", node, extended) : this;
    }

    /** Whether this is a JSON object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether this is a JSON null. */
    public boolean isNull() {
        return node.isNull();
    }

    /** The keys of an object, in the file's order. */
    public List<String> keys() {
        if (!node.isObject()) {
            throw refuse("an object");
        }
        Set<String> keys = new LinkedHashSet<>();
        extended.ifPresent(other -> keys.addAll(other.keys()));
        node.properties().forEach(entry -> keys.add(entry.getKey()));
        return List.copyOf(keys);
    }

    /** Whether this is a JSON text. */
    public boolean isText() {
        return node.isTextual();
    }

    /** The text, which must not be empty. */
    public String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw refuse("a text");
        }
        return node.textValue();
    }

    /** The text, which may be empty. */
    public String textOrEmpty() {
        if (!node.isTextual()) {
            throw refuse("a text, which may be empty");
        }
        return node.textValue();
    }

    /** The text, which must be a code of small letters, digits and hyphens such as {@code home-and-money}. */
    public String code() {
        if (!node.isTextual() || !CODE.matcher(node.textValue()).matches()) {
            throw refuse("a code of small letters, digits and hyphens");
        }
        return node.textValue();
    }

    /** The text, which must be one of those given. */
    public String oneOf(String... allowed) {
        if (!node.isTextual() || !Arrays.asList(allowed).contains(node.textValue())) {
            throw refuse(Arrays.stream(allowed).map(a -> "\"" + a + "\"").collect(Collectors.joining(" or ")));
        }
        return node.textValue();
    }

    /** The texts of a list. */
    public List<String> texts() {
        return elements().stream().map(Definition::text).toList();
    }

    /** The whole number, which must lie from {@code least} to {@code most}. */
    public int whole(int least, int most) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw refuse("a whole number from " + least + " to " + most);
        }
        return node.intValue();
    }

    /** The number, which must lie from {@code least} to {@code most} and have no more decimals than so many. */
    public BigDecimal decimal(int least, int most, int decimals) {
        if (!node.isNumber()
                || node.decimalValue().compareTo(BigDecimal.valueOf(least)) < 0
                || node.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0
                || node.decimalValue().stripTrailingZeros().scale() > decimals) {
            throw refuse("a number from " + least + " to " + most + " with at most " + decimals + " decimals");
        }
        return node.decimalValue();
    }

    /** The number, whole or with decimals. */
    public BigDecimal number() {
        if (!node.isNumber()
                || node.decimalValue().precision() > MOST_DIGITS
                || node.decimalValue().scale() > MOST_DIGITS
                || node.decimalValue().scale() < -MOST_DIGITS) {
            throw refuse("a number of at most " + MOST_DIGITS + " digits");
        }
        return node.decimalValue();
    }

    /** The day, written like {@code 2012-04-01}. */
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw refuse("a date like 2012-04-01");
        }
    }

    /** True or false. */
    public boolean yes() {
        if (!node.isBoolean()) {
            throw refuse("true or false");
        }
        return node.booleanValue();
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Override
    public String toString() {
        return file + ": " + path;
    }
}
