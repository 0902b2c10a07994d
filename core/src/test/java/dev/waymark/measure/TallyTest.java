package dev.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Mean;
import java.util.Random;
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

        @Override
        protected void count(FamilyCase family, Tally tally) {}
    }

    private final Names names = new Names();

    private Tally random(Random random) {
        Tally tally = names.newState();
        for (int i = random.nextInt(20); i > 0; i--) {
            tally.add(names.one, random.nextInt(5));
            tally.add(names.many, random.nextInt(3));
            tally.add(names.sum, random.nextInt(100) - 50L);
            tally.add(names.texts, "text " + random.nextInt(4) + "\uD83D\uDE00");
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
}
