package dev.waymark.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.apiguardian.api.API;

/**
 * Rejections in the making: what is the same in many is held once, so that each takes two numbers.
 *
 * <p>An extract that is wrong throughout has as many rejections as rows, and an object for each would take more memory
 * than the rows do. <b>Threads:</b> one at a time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Rejections {

    /** The different rejections, all put at line 0, and the place of each. */
    private final List<Rejection> kinds = new ArrayList<>();

    private final Map<Rejection, Integer> places = new HashMap<>();
    private int[] lines = new int[0];
    private int[] kindOf = new int[0];
    private int size;

    /** None yet. */
    public Rejections() {}

    /** Adds one behind the others. */
    public void add(Rejection rejection) {
        // mostly so where there are many, and quicker seen than looked up
        boolean isLikeLast = size > 0 && kinds.get(kindOf[size - 1]).isLike(rejection);
        add(Math.toIntExact(rejection.line()), isLikeLast ? kindOf[size - 1] : place(rejection.atLine(0)));
    }

    /** Adds others behind those that are here, in their order. */
    public void addAll(Rejections others) {
        int[] placeHere = others.kinds.stream().mapToInt(this::place).toArray();
        for (int i = 0; i < others.size; i++) {
            add(others.lines[i], placeHere[others.kindOf[i]]);
        }
    }

    private int place(Rejection kind) {
        Integer known = places.putIfAbsent(kind, kinds.size());
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    private void add(int line, int kind) {
        if (size == lines.length) {
            int grown = size + (size >> 1) + 16;
            lines = Arrays.copyOf(lines, grown);
            kindOf = Arrays.copyOf(kindOf, grown);
        }
        lines[size] = line;
        kindOf[size++] = kind;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** One of them. */
    public Rejection get(int index) {
        return kinds.get(kindOf[index]).atLine(lines[index]);
    }

    /** Moves all of them down by so many lines. */
    public void addToEachLine(int more) {
        for (int i = 0; i < size; i++) {
            lines[i] = Math.addExact(lines[i], more);
        }
    }

    /**
     * Orders those of one table by line, then column; the scores of a reading come last and stay in the order of its
     * Star's areas, in which they were read.
     */
    public void order(TableFormat format) {
        int[] columnOf = kinds.stream()
                .mapToInt(kind ->
                        kind.column().map(column -> columnOf(column, format)).orElse(0))
                .toArray();
        int[] next = new int[format.columns().size() + 3];
        for (int i = 0; i < size; i++) {
            next[columnOf[kindOf[i]] + 1]++;
        }
        for (int column = 1; column < next.length; column++) {
            next[column] += next[column - 1];
        }
        int[] byColumn = new int[size];
        for (int i = 0; i < size; i++) {
            byColumn[next[columnOf[kindOf[i]]]++] = i;
        }
        long[] byLine = new long[size]; // of one line, the place by column decides
        for (int place = 0; place < size; place++) {
            byLine[place] = (long) lines[byColumn[place]] << Integer.SIZE | place;
        }
        Arrays.sort(byLine);
        int[] kindsBefore = kindOf.clone();
        for (int i = 0; i < size; i++) {
            lines[i] = (int) (byLine[i] >> Integer.SIZE);
            kindOf[i] = kindsBefore[byColumn[(int) byLine[i]]];
        }
    }

    /** The place of a column behind the row as a whole; scores share the one behind the last. */
    private static int columnOf(String column, TableFormat format) {
        int place = 0;
        while (place < format.columns().size()
                && !format.columns().get(place).name().equals(column)) {
            place++;
        }
        return place + 1;
    }

    /** Those that are here now, as a list that nobody changes: a rejection is made when it is asked for. */
    public List<Rejection> toList() {
        return new Compact(List.copyOf(kinds), Arrays.copyOf(lines, size), Arrays.copyOf(kindOf, size));
    }

    /** An unmodifiable list of the same rejections: the list itself if it was made here. */
    static List<Rejection> copyOf(List<Rejection> rejections) {
        return rejections instanceof Compact ? rejections : List.copyOf(rejections);
    }

    private static final class Compact extends AbstractList<Rejection> implements RandomAccess {
        private final List<Rejection> kinds;
        private final int[] lines;
        private final int[] kindOf;

        private Compact(List<Rejection> kinds, int[] lines, int[] kindOf) {
            this.kinds = kinds;
            this.lines = lines;
            this.kindOf = kindOf;
        }

        @Override
        public int size() {
            return lines.length;
        }

        @Override
        public Rejection get(int index) {
            return kinds.get(kindOf[index]).atLine(lines[index]);
        }
    }
}
