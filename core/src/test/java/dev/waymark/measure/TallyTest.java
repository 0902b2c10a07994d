package dev.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Mean;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of merging, once for every measure that only counts. */
class TallyTest {

    private static final class Names extends TallyCounting {
        private final Tally.Counter one = counter();
        private final Tally.Counters many = counters(3);
        private final Tally.Sum sum = sum();
        private final Tally.TextCounter texts = textCounter();
        private final Tally.TextCounters byWords = textCounters(2);

        @Override
        protected void count(FamilyCase family, Tally tally) {}
    }

    private static final List<String> HUNDRED =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    private final Names names = new Names();

    private Tally random(Random random) {
        Tally tally = names.newState();
        for (int i = random.nextInt(20); i > 0; i--) {
            tally.add(names.one, random.nextInt(5));
            tally.add(names.many, random.nextInt(3));
            tally.add(names.sum, random.nextInt(100) - 50L);
            tally.add(names.texts, "text " + random.nextInt(4) + "\uD83D\uDE00");
            tally.add(names.byWords, HUNDRED, random.nextInt(2), random.nextLong() & 0xF_FFFF_FFFFL, random.nextInt(2));
        }
        return tally;
    }

    private Tally copy(Tally tally) {
        return names.codec().decode(names.codec().encode(tally));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mergeHasAnIdentityAndKnowsNoOrderOrGrouping(long seed) {
        Random random = new Random(seed);
        Tally a = random(random);
        Tally b = random(random);
        Tally c = random(random);

        assertThat(names.merge(copy(a), names.newState())).isEqualTo(a);
        assertThat(names.merge(names.newState(), copy(a))).isEqualTo(a);
        assertThat(names.merge(copy(a), copy(b))).isEqualTo(names.merge(copy(b), copy(a)));
        assertThat(names.merge(names.merge(copy(a), copy(b)), copy(c)))
                .isEqualTo(names.merge(copy(a), names.merge(copy(b), copy(c))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void codecGivesBackAnEqualStateAndEqualStatesEqualBytes(long seed) {
        Tally tally = random(new Random(seed));

        assertThat(copy(tally)).isEqualTo(tally);
        assertThat(names.codec().encode(copy(tally))).isEqualTo(names.codec().encode(tally));
    }

    /** 3 + 5 = 8, 9 + 25 = 34 */
    @Test
    void sumKeepsWhatAMeanAndItsIntervalNeed() {
        Tally tally = names.newState();
        tally.add(names.sum, 3);
        tally.add(names.sum, 5);

        assertThat(tally.of(names.sum)).isEqualTo(new Mean.Sums(2, 8, 34, 1));
    }

    @Test
    void textsThatNeverOccurredCountNoughtAndOthersAreListedAToZ() {
        Tally tally = names.newState();
        tally.add(names.texts, "b");
        tally.add(names.texts, "a");
        tally.add(names.texts, "b");

        assertThat(tally.texts(names.texts)).containsExactly("a", "b");
        assertThat(tally.of(names.texts, "b")).isEqualTo(2);
        assertThat(tally.of(names.texts, "c")).isZero();
    }

    // 65,535 are as many as counts by words hold before they are counted off
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 65_534, 65_535, 65_536, 131_070, 131_071})
    void aTextMayBeCountedByWordsAnyNumberOfTimes(int times) {
        Tally tally = names.newState();
        for (int i = 0; i < times; i++) {
            tally.add(names.byWords, HUNDRED, 0, -1L, 1);
        }

        assertThat(tally.of(names.byWords, "0", 1)).isEqualTo(times);
        assertThat(tally.of(names.byWords, "63", 1)).isEqualTo(times);
        assertThat(tally.of(names.byWords, "63", 0)).isZero();
    }

    /** Oracle: an array that is counted up for each bit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wordsOfTextsCountAsTheirTextsOneByOne(long seed) {
        Random random = new Random(seed);
        Tally tally = names.newState();
        long[][] expected = new long[HUNDRED.size()][2];
        for (int i = 0; i < 1000; i++) {
            int word = random.nextInt(2);
            int thing = random.nextInt(2);
            long which = random.nextLong();
            if (word == 1) {
                which &= (1L << 36) - 1;
            }
            tally.add(names.byWords, HUNDRED, word, which, thing);
            for (int bit = 0; bit < 64; bit++) {
                if ((which >>> bit & 1) != 0) {
                    expected[64 * word + bit][thing]++;
                }
            }
            if (random.nextInt(300) == 0) {
                tally.texts(names.byWords); // what is read on the way takes nothing away
            }
        }

        for (int text = 0; text < HUNDRED.size(); text++) {
            for (int thing = 0; thing < 2; thing++) {
                assertThat(tally.of(names.byWords, HUNDRED.get(text), thing)).isEqualTo(expected[text][thing]);
            }
        }
    }

    @Test
    void textOfAWordThatIsNeverSetDoesNotOccurAndAnotherListOfTextsIsCountedOn() {
        Tally tally = names.newState();
        tally.add(names.byWords, HUNDRED, 0, 0b101, 1);
        tally.add(names.byWords, List.of("2", "x"), 0, 0b11, 1);

        assertThat(tally.texts(names.byWords)).containsExactly("0", "2", "x");
        assertThat(tally.of(names.byWords, "2", 1)).isEqualTo(2);
        assertThat(tally.of(names.byWords, "2", 0)).isZero();
    }
}
