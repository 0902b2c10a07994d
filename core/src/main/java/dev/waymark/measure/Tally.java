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
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The name of rows of counts under texts that only the data knows, a place for each of a number of things. */
    public static final class TextCounters {
        final int place;
        final int size;

        TextCounters(int place, int size) {
            this.place = place;
            this.size = size;
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
    final int[] sizes;
    private final List<Map<String, long[]>> rows;
    /** What was counted by words of texts, on its way into the rows. */
    private final ByWords[] onTheWay; // an array, as every word is counted through it

    /** Counts under the texts of one list, by words of 64 of them and things. */
    private static final class ByWords {
        private List<String> texts = List.of();
        private BitCounts[] counts = new BitCounts[0];
        private boolean areSome;
    }

    Tally(int counts, int[] sizes) {
        this.counts = new long[counts];
        this.sizes = sizes;
        List<Map<String, long[]>> noRows = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            noRows.add(new HashMap<>());
        }
        this.rows = List.copyOf(noRows);
        this.onTheWay = Stream.generate(ByWords::new).limit(sizes.length).toArray(ByWords[]::new);
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
        row(counter.place, text)[0]++;
    }

    /** Counts one more of one of the things under a text. */
    public void add(TextCounters counters, String text, int thing) {
        row(counters.place, text)[Objects.checkIndex(thing, counters.size)]++;
    }

    /**
     * Counts one more of one of the things under each of some texts.
     *
     * @param counters the counts
     * @param texts texts that are counted under, the same list each time, by whose places their counts are found
     *     without looking at them
     * @param word which 64 of them
     * @param which under which of those: bit {@code i} stands for the text at place {@code 64 * word + i}
     * @param thing the thing
     */
    public void add(TextCounters counters, List<String> texts, int word, long which, int thing) {
        ByWords byWords = onTheWay[counters.place];
        if (texts != byWords.texts) {
            arrive(counters.place);
            byWords.texts = texts;
            byWords.counts = new BitCounts[(texts.size() / Long.SIZE + 1) * counters.size];
        }
        int at = word * counters.size + Objects.checkIndex(thing, counters.size);
        BitCounts counts = byWords.counts[at];
        if (counts == null) {
            counts = new BitCounts();
            byWords.counts[at] = counts;
        }
        byWords.areSome = true;
        counts.add(which);
        if (counts.areFull()) {
            arrive(counters.place, at);
        }
    }

    private void arrive(int place) {
        ByWords byWords = onTheWay[place];
        if (byWords.areSome) {
            byWords.areSome = false;
            for (int at = 0; at < byWords.counts.length; at++) {
                arrive(place, at);
            }
        }
    }

    private void arrive(int place, int at) {
        ByWords byWords = onTheWay[place];
        BitCounts counts = byWords.counts[at];
        if (counts != null) {
            int first = at / sizes[place] * Long.SIZE;
            int thing = at % sizes[place];
            for (long some = counts.some(); some != 0; some &= some - 1) {
                int bit = Long.numberOfTrailingZeros(some);
                row(place, byWords.texts.get(first + bit))[thing] += counts.of(bit);
            }
            counts.clear();
        }
    }

    /** The rows of counts under texts. */
    Map<String, long[]> byText(int place) {
        arrive(place);
        return rows.get(place);
    }

    private long[] row(int place, String text) {
        long[] row = rows.get(place).get(text);
        if (row == null) { // not computeIfAbsent: its lambda would be made anew for each family
            row = new long[sizes[place]];
            rows.get(place).put(text, row);
        }
        return row;
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
        long[] count = byText(counter.place).get(text);
        return count == null ? 0 : count[0];
    }

    /** The count of one of the things under a text; 0 if the text never occurred. */
    public long of(TextCounters counters, String text, int thing) {
        long[] row = byText(counters.place).get(text);
        return row == null ? 0 : row[Objects.checkIndex(thing, counters.size)];
    }

    /** The texts that occurred, A to Z. */
    public List<String> texts(TextCounter counter) {
        return texts(counter.place);
    }

    /** The texts that occurred, A to Z. */
    public List<String> texts(TextCounters counters) {
        return texts(counters.place);
    }

    private List<String> texts(int place) {
        return byText(place).keySet().stream().sorted(TextOrder.A_TO_Z).toList();
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
        for (int place = 0; place < sizes.length; place++) {
            for (Map.Entry<String, long[]> text : other.byText(place).entrySet()) {
                long[] row = row(place, text.getKey());
                for (int thing = 0; thing < row.length; thing++) {
                    row[thing] = Math.addExact(row[thing], text.getValue()[thing]);
                }
            }
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

    private List<Map<String, List<Long>>> texts() {
        return IntStream.range(0, sizes.length)
                .mapToObj(this::byText)
                .map(map -> {
                    Map<String, List<Long>> copy = new TreeMap<>();
                    map.forEach((text, row) ->
                            copy.put(text, Arrays.stream(row).boxed().toList()));
                    return copy;
                })
                .toList();
    }
}
