package dev.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits counted upright are what counting them one by one gives, at every number of words. */
class BitCountsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 255, 256, 1000, 65_535})
    void everyBitIsCounted(int words) {
        Random random = new Random(words);
        BitCounts counts = new BitCounts();
        int[] expected = new int[Long.SIZE];
        for (int i = 0; i < words; i++) {
            assertThat(counts.areFull()).isFalse();
            long word = random.nextLong() & (random.nextBoolean() ? random.nextLong() : -1L);
            counts.add(word);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                expected[bit] += (int) (word >>> bit & 1);
            }
        }
        long some = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(counts.of(bit)).as("bit %d of %d words", bit, words).isEqualTo(expected[bit]);
            some |= expected[bit] > 0 ? 1L << bit : 0;
        }
        assertThat(counts.some()).isEqualTo(some);
    }

    @Test
    void asManyAsAreLetIn() {
        BitCounts counts = new BitCounts();
        int words = 0;
        while (!counts.areFull()) {
            counts.add(-1L);
            words++;
        }
        assertThat(counts.of(0)).isEqualTo(words);
        assertThat(counts.of(Long.SIZE - 1)).isEqualTo(words);
    }

    @Test
    void looksBetweenWordsChangeNothing() {
        BitCounts counts = new BitCounts();
        for (int words = 1; words <= 20; words++) {
            counts.add(1L << 5);
            assertThat(counts.of(5)).isEqualTo(words);
            assertThat(counts.of(6)).isZero();
        }
    }

    @Test
    void beginsAnew() {
        BitCounts counts = new BitCounts();
        for (int i = 0; i < 13; i++) {
            counts.add(-1L);
        }
        counts.clear();
        counts.add(2);

        assertThat(counts.some()).isEqualTo(2);
        assertThat(counts.of(0)).isZero();
        assertThat(counts.of(1)).isEqualTo(1);
    }
}
