package dev.waymark.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {

    private static final Definition SCHEME = Definition.parse("scheme.json", """
            {"format": "scheme/1",
             "title": "Troubled families", "empty": "", "blank": " ", "fee": 4000, "share": 0.5, "large": 2147483648,
             "open": true, "nothing": null, "codes": ["a", "b-2"], "mixed": ["a", 1],
             "windows": {"crime": {"months": 6}, "school": {"months": 3}}}
            """);

    @Test
    void valuesAreReadByTheirPath() {
        assertThat(SCHEME.file()).isEqualTo("scheme.json");
        assertThat(SCHEME.at("title").text()).isEqualTo("Troubled families");
        assertThat(SCHEME.at("empty").textOrEmpty()).isEmpty();
        assertThat(SCHEME.at("fee").whole(0, 4000)).isEqualTo(4000);
        assertThat(SCHEME.at("open").yes()).isTrue();
        assertThat(SCHEME.at("codes").texts()).containsExactly("a", "b-2");
        assertThat(SCHEME.at("codes").elements().get(1).code()).isEqualTo("b-2");
        assertThat(SCHEME.at("windows").keys()).containsExactly("crime", "school");
        assertThat(SCHEME.at("windows").at("school").at("months").whole(1, 12)).isEqualTo(3);
        assertThat(SCHEME.at("windows").at("school")).hasToString("scheme.json: windows.school");
    }

    @Test
    void aPlaceIsNamedByOneOfItsKeysToo() {
        assertThat(SCHEME.at("windows").namedBy("crime")).hasToString("scheme.json: windows");
        Definition figure = Definition.parse("list.json", "{\"all\": [{\"id\": \"first\", \"size\": \"x\"}]}")
                .at("all")
                .elements()
                .get(0)
                .namedBy("id");
        assertThat(figure).hasToString("list.json: all[0] (first)");
        assertThatThrownBy(() -> figure.at("size").whole(0, 9))
                .hasMessage("WM-DEFINITION: list.json: all[0] (first).size is \"x\"."
                        + " Expected: a whole number from 0 to 9.");
    }

    @Test
    void aKeyThatIsNotThereOrNullIsNotFound() {
        assertThat(SCHEME.find("title")).isPresent();
        assertThat(SCHEME.find("nothing")).isEmpty();
        assertThat(SCHEME.find("subtitle")).isEmpty();
    }

    @Test
    void allowedKeysAndTheRightFormatAreAccepted() {
        SCHEME.requireFormat("scheme/1");
        SCHEME.at("windows").allowOnly("school", "crime", "health");
    }

    @Test
    void aTextMustBeOne() {
        assertRefused(d -> d.at("fee").text(), "fee is 4000. Expected: a text.");
        assertRefused(d -> d.at("empty").text(), "empty is \"\". Expected: a text.");
        assertRefused(d -> d.at("blank").text(), "blank is \" \". Expected: a text.");
        assertRefused(d -> d.at("nothing").text(), "nothing is null. Expected: a text.");
        assertRefused(d -> d.at("subtitle").text(), "subtitle is missing. Expected: a text.");
        assertRefused(d -> d.at("codes").text(), "codes is a list. Expected: a text.");
        assertRefused(d -> d.at("windows").text(), "windows is an object. Expected: a text.");
        assertRefused(d -> d.at("fee").textOrEmpty(), "fee is 4000. Expected: a text, which may be empty.");
        assertRefused(d -> d.at("mixed").texts(), "mixed[1] is 1. Expected: a text.");
        assertRefused(
                d -> d.at("windows").at("crime").at("years").text(),
                "windows.crime.years is missing. Expected: a text.");
    }

    @Test
    void aWholeNumberMustBeOneOfItsRange() {
        assertRefused(d -> d.at("fee").whole(0, 3999), "fee is 4000. Expected: a whole number from 0 to 3999.");
        assertRefused(d -> d.at("fee").whole(4001, 5000), "fee is 4000. Expected: a whole number from 4001 to 5000.");
        assertRefused(d -> d.at("share").whole(0, 1), "share is 0.5. Expected: a whole number from 0 to 1.");
        assertRefused(
                d -> d.at("large").whole(-2147483648, 2147483647),
                "large is 2147483648. Expected: a whole number from -2147483648 to 2147483647.");
        assertRefused(
                d -> d.at("title").whole(0, 1),
                "title is \"Troubled families\". Expected: a whole number from 0 to 1.");
    }

    @Test
    void trueOrFalseMustBeOneOfThem() {
        assertRefused(d -> d.at("fee").yes(), "fee is 4000. Expected: true or false.");
        assertRefused(d -> d.at("nothing").yes(), "nothing is null. Expected: true or false.");
    }

    @Test
    void aListMustBeOne() {
        assertRefused(d -> d.at("windows").elements(), "windows is an object. Expected: a list.");
        assertRefused(d -> d.at("list").elements(), "list is missing. Expected: a list.");
    }

    @Test
    void anObjectMustBeOne() {
        assertRefused(d -> d.at("codes").keys(), "codes is a list. Expected: an object.");
        assertRefused(d -> d.at("fee").at("pounds"), "fee is 4000. Expected: an object.");
        assertRefused(d -> d.at("mixed").elements().get(1).find("x"), "mixed[1] is 1. Expected: an object.");
    }

    @Test
    void aCodeIsOfSmallLettersDigitsAndHyphens() {
        String expected = ". Expected: a code of small letters, digits and hyphens.";
        assertRefused(d -> d.at("title").code(), "title is \"Troubled families\"" + expected);
        assertRefused(d -> d.at("empty").code(), "empty is \"\"" + expected);
        for (String code : new String[] {"A", "a_b", "-a", "a-", "a--b", "é", "a b"}) {
            Definition definition = Definition.parse("scheme.json", "{\"code\": \"" + code + "\"}");
            assertThatThrownBy(() -> definition.at("code").code())
                    .hasMessage("WM-DEFINITION: scheme.json: code is \"" + code + "\"" + expected);
        }
    }

    @Test
    void aChoiceIsOneOfTheWordsGiven() {
        assertThat(SCHEME.at("title").oneOf("Troubled families", "Strong families"))
                .isEqualTo("Troubled families");
        assertRefused(
                d -> d.at("title").oneOf("up", "down"),
                "title is \"Troubled families\". Expected: \"up\" or \"down\".");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsPath() {
        assertRefused(
                d -> d.at("windows").allowOnly("crime", "health"),
                "windows.school is not known. Allowed here: crime, health.");
    }

    @Test
    void anotherFormatIsRefused() {
        assertRefused(d -> d.requireFormat("scheme/2"), "format is \"scheme/1\". Expected: \"scheme/2\".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []    | is a list
            "x"   | is "x"
            1     | is 1
            null  | is null
            ~~    | is empty
            """)
    void aDefinitionThatIsNoObjectIsRefused(String json, String found) {
        assertRefused(
                () -> Definition.parse("x.json", json),
                "WM-DEFINITION: x.json " + found + ". Expected: a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1,\n \"a\": 2}", "{\"x\": 1,\n \"b\": {\"a\": 1, \"a\": 1}}"})
    void aKeyThatStandsTwiceIsRefusedWithItsLine(String json) {
        assertRefused(
                () -> Definition.parse("x.json", json),
                "WM-DEFINITION: x.json line 2 is not JSON: Duplicate field 'a'. Correct the file.");
    }

    // what is wrong is said in the words of the JSON reader
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n\"a\": nul}",
                "{\n\"a\" 1}",
                "{\"a\":\n",
                "{\n'a': 1}",
                "{\"a\": 1\n,}",
                "{\"a\": 1}\n}",
                "{\"a\": 1}\nrest"
            })
    void aFileThatIsNotJsonIsRefusedWithItsLine(String json) {
        assertThatThrownBy(() -> Definition.parse("x.json", json))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-DEFINITION: x.json line 2 is not JSON: ")
                .hasMessageEndingWith(". Correct the file.");
    }

    // a JSON text is one value (RFC 8259, section 2): what stands after it is not passed over
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}\n{\"a\": 2}", "{\"a\": 1}\n[]", "{\"a\": 1}\n5"})
    void aValueAfterTheObjectIsRefusedWithItsLine(String json) {
        assertRefused(
                () -> Definition.parse("x.json", json),
                "WM-DEFINITION: x.json line 2 is not JSON: something follows the object. Correct the file.");
    }

    @Test
    void aStreamIsReadAsUtf8() throws IOException {
        byte[] json = "{\"title\": \"Café €\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Definition.read("x.json", new ByteArrayInputStream(json))
                        .at("title")
                        .text())
                .isEqualTo("Café €");
    }

    // what a parser says of itself helps nobody: where the object began is the place in the message
    @Test
    void anObjectThatIsNeverClosedIsRefusedInAFewWords() {
        assertRefused(
                () -> Definition.parse("x.json", "{\"a\": 1,\n"),
                "WM-DEFINITION: x.json line 2 is not JSON: Unexpected end-of-input within/between Object entries. Correct"
                        + " the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "[1e99999999999]"})
    void aNumberThatNoComputerHoldsIsRefusedWithItsLine(String number) {
        assertRefused(
                () -> Definition.parse("x.json", "{\"a\":\n" + number + "}"),
                "WM-DEFINITION: x.json line 2 is not JSON: a number has too many digits. Correct the file.");
    }

    @Test
    void aStreamThatIsNotUtf8IsRefused() {
        byte[] latin1 = "{\"title\":\n\"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Definition.read("x.json", new ByteArrayInputStream(latin1)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-ENCODING: the file is not UTF-8 (x.json line 2). Save it as UTF-8.");
    }

    @Test
    void aResourceThatIsNotInTheJarIsNamed() {
        assertRefused(
                () -> Definition.resource(Definition.class, "nowhere.json"),
                "WM-DEFINITION: nowhere.json is not in the jar beside dev.waymark.definition.Definition."
                        + " Rebuild the jar.");
    }

    private static void assertRefused(Consumer<Definition> reading, String message) {
        assertRefused(() -> reading.accept(SCHEME), "WM-DEFINITION: scheme.json: " + message);
    }

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(WaymarkException.class).hasMessage(message);
    }
}
