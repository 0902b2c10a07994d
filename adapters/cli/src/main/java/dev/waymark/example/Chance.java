package dev.waymark.example;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that falls the same way on every run and every Java.
 *
 * <p>Each subject draws from a stream of its own, so that a new table does not change those that are there.
 * {@link Random} is used because its algorithm is part of its contract; only {@link Random#nextInt(int)} is called, and
 * no floating point.
 */
final class Chance {

    private static final long SEED = 20160331L;

    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    static Chance of(String subject) {
        return new Chance(SEED * 31 + subject.hashCode());
    }

    /** A whole number, both ends included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    /** Any day, both ends included. */
    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(between(0, Math.toIntExact(ChronoUnit.DAYS.between(from, to))));
    }

    /** A day from Monday to Friday, both ends included; the first day where the range holds no such day. */
    LocalDate workday(LocalDate from, LocalDate to) {
        List<LocalDate> workdays = from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        return workdays.isEmpty() ? from : oneOf(workdays);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Fisher and Yates, from the end. */
    void shuffle(List<?> cards) {
        for (int i = cards.size() - 1; i > 0; i--) {
            Collections.swap(cards, i, random.nextInt(i + 1));
        }
    }
}
