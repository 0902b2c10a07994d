package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.TextOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private static int code(Dictionary dictionary, String text) {
        // in the middle of other bytes, as in a row
        byte[] bytes = RandomTexts.utf8("<" + text + ">");
        return dictionary.code(bytes, 1, bytes.length - 1);
    }

    @Test
    void aTextKeepsItsCodeAndCodesAreGivenInTheOrderOfMeeting() {
        RandomTexts texts = RandomTexts.seeded(31);
        Dictionary dictionary = new Dictionary();
        Map<String, Integer> codes = new HashMap<>();

        for (int i = 0; i < 20_000; i++) {
            String text = texts.next(1, 4);
            Integer next = codes.size();
            Integer known = codes.putIfAbsent(text, next);
            assertThat(code(dictionary, text)).isEqualTo(known == null ? next : known);
        }
        assertThat(dictionary.size()).isEqualTo(codes.size());
    }

    // codes of one list: the same beginning, the same end, or both
    @Test
    void textsThatDifferInOnePlaceOnlyHaveCodesOfTheirOwn() {
        Dictionary dictionary = new Dictionary();
        Map<String, Integer> codes = new HashMap<>();
        for (int length = 1; length <= 40; length++) {
            for (int place = 0; place < length; place++) {
                for (String digit : new String[] {"0", "1", "2", "8"}) {
                    String text = "0".repeat(place) + digit + "0".repeat(length - place - 1);
                    codes.putIfAbsent(text, codes.size());
                    assertThat(code(dictionary, text)).isEqualTo(codes.get(text));
                }
            }
        }

        codes.forEach((text, code) -> assertThat(code(dictionary, text)).isEqualTo(code));
        assertThat(dictionary.size()).isEqualTo(codes.size());
    }

    @Test
    void anEmptyTextIsNone() {
        Dictionary dictionary = new Dictionary();

        assertThat(code(dictionary, "")).isEqualTo(Dictionary.NONE);
        assertThat(dictionary.size()).isZero();
        assertThat(dictionary.settle()).isEmpty();
    }

    // "Text is ordered by Unicode code point everywhere"
    @Test
    void settledCodesAreTheRanksOfTheTextsByCodePoint() {
        RandomTexts texts = RandomTexts.seeded(32);
        Dictionary dictionary = new Dictionary();
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String text = texts.next(1, 4);
            if (code(dictionary, text) == met.size()) {
                met.add(text);
            }
        }
        TreeSet<String> ordered = new TreeSet<>(TextOrder.A_TO_Z);
        ordered.addAll(met);

        int[] newCodes = dictionary.settle();

        assertThat(dictionary.texts()).containsExactlyElementsOf(ordered);
        assertThat(dictionary.size()).isEqualTo(ordered.size());
        for (int old = 0; old < met.size(); old++) {
            assertThat(dictionary.text(newCodes[old])).isEqualTo(met.get(old));
        }
        assertThat(dictionary.bytes()).isPositive();
    }

    @Test
    void textsThatAreNotKeptAreForgottenAndTheOthersStayInOrder() {
        Dictionary dictionary = new Dictionary();
        for (String text : new String[] {"d", "a", "c", "b"}) {
            code(dictionary, text);
        }
        dictionary.settle();
        BitSet used = new BitSet();
        // a and d
        used.set(0);
        used.set(3);

        int[] newCodes = dictionary.keep(used);

        assertThat(dictionary.texts()).containsExactly("a", "d");
        assertThat(dictionary.size()).isEqualTo(2);
        assertThat(newCodes[0]).isZero();
        assertThat(newCodes[3]).isEqualTo(1);
    }

    @Test
    void aCharacterAboveFfffComesAfterOneBelow() {
        String face = Character.toString(0x1F600);
        Dictionary dictionary = new Dictionary();
        code(dictionary, face);
        code(dictionary, "\uFFFD");
        code(dictionary, "z");

        assertThat(dictionary.settle()).containsExactly(2, 1, 0);
        assertThat(dictionary.texts()).containsExactly("z", "\uFFFD", face);
    }

    @Test
    void textsTakenFromAnotherDictionaryKeepTheCodesOfThisOneAndNewOnesComeAToZ() {
        Dictionary dictionary = new Dictionary();
        code(dictionary, "Blaby");
        code(dictionary, "Melton");
        Dictionary other = new Dictionary();
        code(other, "Harborough");
        code(other, "Melton");
        code(other, "Charnwood");

        assertThat(dictionary.take(other)).containsExactly(3, 1, 2);
        assertThat(dictionary.size()).isEqualTo(4);
        assertThat(code(dictionary, "Charnwood")).isEqualTo(2);
    }
}
