package dev.waymark.junit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lists in random order; {@link Collections#shuffle} takes a {@link java.util.Random} only, whose first numbers of
 * neighbouring seeds are alike.
 */
final class Shuffled {

    private Shuffled() {}

    static <T> List<T> copyOf(List<T> list, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
