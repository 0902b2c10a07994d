package dev.waymark.store;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Texts in which plain letters, letters of two and three bytes, and characters above U+FFFF stand beside each other.
 */
final class RandomTexts {

    private static final int[] ALPHABET = {'a', 'b', 'B', '1', 0xE9, 0x20AC, 0xE000, 0xFFFD, 0x10000, 0x1F600};

    private final Random random;

    private RandomTexts(long seed) {
        System.out.println("seed " + seed);
        random = new Random(seed);
    }

    static RandomTexts seeded(long seed) {
        return new RandomTexts(seed);
    }

    Random random() {
        return random;
    }

    /** A text of {@code shortest} to {@code longest} characters. */
    String next(int shortest, int longest) {
        StringBuilder text = new StringBuilder();
        random.ints(shortest + random.nextInt(longest - shortest + 1), 0, ALPHABET.length)
                .forEach(letter -> text.appendCodePoint(ALPHABET[letter]));
        return text.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
