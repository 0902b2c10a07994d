package dev.waymark.activity;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import dev.waymark.figure.Dimensions;
import java.util.ArrayList;
import java.util.List;

/** The bands in which members are counted by age, from youngest to oldest; who has no recorded age comes last. */
final class AgeBands {

    private static final int[] FIRST_AGES = {0, 5, 11, 16, 18, 25, 35, 45, 55, 65};

    private static final List<String> NAMES = new ArrayList<>();
    private static final ImmutableRangeMap<Integer, Integer> BY_AGE;

    static {
        ImmutableRangeMap.Builder<Integer, Integer> byAge = ImmutableRangeMap.builder();
        for (int band = 0; band < FIRST_AGES.length; band++) {
            boolean isLast = band == FIRST_AGES.length - 1;
            byAge.put(
                    isLast ? Range.atLeast(FIRST_AGES[band]) : Range.closedOpen(FIRST_AGES[band], FIRST_AGES[band + 1]),
                    band);
            NAMES.add(isLast ? FIRST_AGES[band] + "+" : FIRST_AGES[band] + "-" + (FIRST_AGES[band + 1] - 1));
        }
        NAMES.add(Dimensions.NOT_RECORDED);
        BY_AGE = byAge.build();
    }

    /** Ages that occur, so that finding a member's band boxes nothing. */
    private static final int[] BAND_OF_AGE = new int[202];

    static {
        for (int age = 0; age < BAND_OF_AGE.length; age++) {
            BAND_OF_AGE[age] = java.util.Objects.requireNonNull(BY_AGE.get(age));
        }
    }

    private AgeBands() {}

    static List<String> names() {
        return NAMES;
    }

    static int of(int age) {
        return BAND_OF_AGE[age];
    }

    static int notRecorded() {
        return NAMES.size() - 1;
    }
}
