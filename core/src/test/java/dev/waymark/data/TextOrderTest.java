package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** "Text is ordered by Unicode code point everywhere ("A to Z"; note that `String.compareTo` differs above U+FFFF)." */
class TextOrderTest {

    private static final String GRINNING_FACE = Character.toString(0x1F600);
    private static final String GRINNING_FACE_WITH_EYES = Character.toString(0x1F601);

    @Test
    void textsAreInTheOrderOfTheirCodePoints() {
        // U+0000 .. U+FFFF as they are; U+1F600 after U+FFFD, where its surrogates (from U+D800) would stand before
        List<String> ordered = List.of(
                "",
                "\u0000",
                "10",
                "2",
                "A",
                "Z",
                "a",
                "aa",
                "ab",
                "a" + GRINNING_FACE,
                "b",
                "é",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                GRINNING_FACE,
                GRINNING_FACE + "a",
                GRINNING_FACE_WITH_EYES);
        for (int left = 0; left < ordered.size(); left++) {
            for (int right = 0; right < ordered.size(); right++) {
                assertThat(Integer.signum(TextOrder.compare(ordered.get(left), ordered.get(right))))
                        .as("%s against %s", ordered.get(left), ordered.get(right))
                        .isEqualTo(Integer.compare(left, right));
            }
        }
        assertThat("\uFFFD".compareTo(GRINNING_FACE)).isPositive();
    }

    @Test
    void theOrderIsThatOfTheCodePointsOneByOne() {
        long seed = 20151123;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String left = randomText(random);
            String right = randomText(random);
            assertThat(Integer.signum(TextOrder.A_TO_Z.compare(left, right)))
                    .as("%s against %s", left, right)
                    .isEqualTo(Integer.signum(java.util.Arrays.compare(
                            left.codePoints().toArray(), right.codePoints().toArray())));
        }
    }

    private static String randomText(Random random) {
        int[] alphabet = {'a', 'b', 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF};
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(4), 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
        return text.toString();
    }
}
