package dev.waymark.measure;

import dev.waymark.data.TextOrder;
import dev.waymark.figure.Mean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Whole-number counts under the names that a {@link TallyCounting} gave them. <b>Threads:</b> one at a time. */
public final class Tally {

    /** The name of one count. */
    public static final class Counter {
        final int place;

        Counter(int place) {
            this.place = place;
        }
    }

    /** The name of a row of counts with a place for each of a fixed number of things. */
    public static final class Counters {
        final int place;
        final int size;

        Counters(int place, int size) {
            this.place = place;
            this.size = size;
        }
    }

    /** The name of counts under texts that only the data knows, such as ethnicities. */
    public static final class TextCounter {
        final int place;

        TextCounter(int place) {
            this.place = place;
        }
    }

    /** The name of the sums behind a mean: how many values, their sum, the sum of their squares. */
    public static final class Sum {
        final int place;

        Sum(int place) {
            this.place = place;
        }
    }

    final long[] counts;
    final List<Map<String, long[]>> byText;

    Tally(int counts, int textCounters) {
        this.counts = new long[counts];
        List<Map<String, long[]>> empty = new ArrayList<>();
        for (int i = 0; i < textCounters; i++) {
            empty.add(new HashMap<>());
        }
        this.byText = List.copyOf(empty);
    }

    /** Counts one more. */
    public void add(Counter counter) {
        counts[counter.place]++;
    }

    /** Counts so many more. */
    public void add(Counter counter, long more) {
        counts[counter.place] = Math.addExact(counts[counter.place], more);
    }

    /** Counts one more of one of the things. */
    public void add(Counters counters, int thing) {
        counts[counters.place + Objects.checkIndex(thing, counters.size)]++;
    }

    /** Counts one more under a text. */
    public void add(TextCounter counter, String text) {
        byText.get(counter.place).computeIfAbsent(text, t -> new long[1])[0]++;
    }

    /** Takes in one value of a mean. */
    public void add(Sum sum, long value) {
        counts[sum.place]++;
        counts[sum.place + 1] = Math.addExact(counts[sum.place + 1], value);
        counts[sum.place + 2] = Math.addExact(counts[sum.place + 2], Math.multiplyExact(value, value));
    }

    /** The count. */
    public long of(Counter counter) {
        return counts[counter.place];
    }

    /** The count of one of the things. */
    public long of(Counters counters, int thing) {
        return counts[counters.place + Objects.checkIndex(thing, counters.size)];
    }

    /** The count under a text; 0 if it never occurred. */
    public long of(TextCounter counter, String text) {
        long[] count = byText.get(counter.place).get(text);
        return count == null ? 0 : count[0];
    }

    /** The texts that occurred, A to Z. */
    public List<String> texts(TextCounter counter) {
        return byText.get(counter.place).keySet().stream()
                .sorted(TextOrder.A_TO_Z)
                .toList();
    }

    /** The sums behind a mean of the values as they are. */
    public Mean.Sums of(Sum sum) {
        return of(sum, 1);
    }

    /** The sums behind a mean of the values divided by {@code per}. */
    public Mean.Sums of(Sum sum, long per) {
        return new Mean.Sums(counts[sum.place], counts[sum.place + 1], counts[sum.place + 2], per);
    }

    void merge(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
        }
        for (int i = 0; i < byText.size(); i++) {
            Map<String, long[]> into = byText.get(i);
            other.byText.get(i).forEach((text, count) -> into.computeIfAbsent(text, t -> new long[1])[0] += count[0]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(counts, tally.counts) && texts().equals(tally.texts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    private List<Map<String, Long>> texts() {
        return byText.stream()
                .map(map -> {
                    Map<String, Long> copy = new TreeMap<>();
                    map.forEach((text, count) -> copy.put(text, count[0]));
                    return copy;
                })
                .toList();
    }
}
