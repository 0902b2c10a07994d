package dev.waymark.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Which hidden numbers the equations between numbers determine, and by which sum of numbers that can be seen.
 *
 * <p>The equations are reduced, hidden numbers first: a hidden number is determined when an equation is left in which
 * no other hidden number stands. Factors are counted modulo the prime 2^61 - 1, where nothing is rounded and nothing
 * overflows; a factor that is not 0 would have to be a multiple of it to be taken for 0. <b>Threads:</b> one at a time.
 */
final class Elimination {

    private static final long PRIME = (1L << 61) - 1;

    /** Numbers in ascending order, each with the factor that it has. */
    private static final class Row {
        private final int[] numbers;
        private final long[] factors;

        private Row(int[] numbers, long[] factors) {
            this.numbers = numbers;
            this.factors = factors;
        }

        long factor(int number) {
            int at = Arrays.binarySearch(numbers, number);
            return at < 0 ? 0 : factors[at];
        }

        /** This row less another one times a factor. */
        Row minus(Row other, long factor) {
            int[] sumNumbers = new int[numbers.length + other.numbers.length];
            long[] sumFactors = new long[sumNumbers.length];
            int size = 0;
            int left = 0;
            int right = 0;
            while (left < numbers.length || right < other.numbers.length) {
                int next = left == numbers.length
                        ? other.numbers[right]
                        : right == other.numbers.length ? numbers[left] : Math.min(numbers[left], other.numbers[right]);
                long sum = 0;
                if (left < numbers.length && numbers[left] == next) {
                    sum = factors[left++];
                }
                if (right < other.numbers.length && other.numbers[right] == next) {
                    sum = difference(sum, product(factor, other.factors[right++]));
                }
                if (sum != 0) {
                    sumNumbers[size] = next;
                    sumFactors[size++] = sum;
                }
            }
            return new Row(Arrays.copyOf(sumNumbers, size), Arrays.copyOf(sumFactors, size));
        }

        /** This row divided by the factor of one of its numbers. */
        Row per(int number) {
            long inverse = inverse(factor(number));
            long[] divided = factors.clone();
            for (int i = 0; i < divided.length; i++) {
                divided[i] = product(inverse, divided[i]);
            }
            return new Row(numbers, divided);
        }
    }

    private final BitSet hidden;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, List<Integer>> rowsWith = new HashMap<>();
    private final BitSet waiting = new BitSet();

    /**
     * The equations that wait, each with its length in the upper half; the lengths that some had before stand there
     * too.
     */
    private final PriorityQueue<Long> byLength = new PriorityQueue<>();

    private final List<Integer> pivots = new ArrayList<>();
    private final Map<Integer, Row> rowOfPivot = new HashMap<>();
    /** The numbers of equations of which all numbers can be seen, as they are once these are solved. */
    private final BitSet tied = new BitSet();

    private Elimination(BitSet hidden) {
        this.hidden = (BitSet) hidden.clone();
    }

    /** The equations, solved for the hidden numbers. */
    static Elimination of(List<Equation> equations, BitSet hidden) {
        Elimination elimination = new Elimination(hidden);
        for (Equation equation : equations) {
            elimination.put(equation);
        }
        elimination.reduce();
        elimination.substitute();
        return elimination;
    }

    /**
     * Has more numbers hidden, if it shows without solving the equations again that none of these is determined: none
     * stands in an equation of which all numbers could be seen. A sum of equations without a hidden number is a sum of
     * such equations, so that no sum rids an equation of one that is hidden now.
     *
     * <p>Then all derivations are forgotten. Those with a number that is hidden now are none any more; whoever wants
     * the others solves the equations again.
     *
     * @param nowHidden all that is hidden, what was before included
     * @return whether that is so; if it is not, nothing has changed
     */
    boolean hides(BitSet nowHidden) {
        BitSet more = (BitSet) nowHidden.clone();
        more.andNot(hidden);
        if (more.intersects(tied)) {
            return false;
        }
        hidden.or(more);
        rowOfPivot.clear();
        return true;
    }

    /** The numbers that can be seen and from which the hidden one follows; empty if it does not follow. */
    Optional<int[]> derivation(int number) {
        Row row = rowOfPivot.get(number);
        if (row == null || Arrays.stream(row.numbers).anyMatch(other -> other != number && hidden.get(other))) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(row.numbers).filter(other -> other != number).toArray());
    }

    private void put(Equation equation) {
        int[] numbers = new int[equation.size()];
        long[] factors = new long[equation.size()];
        int row = rows.size();
        boolean any = false;
        for (int term = 0; term < numbers.length; term++) {
            numbers[term] = equation.number(term);
            factors[term] = Math.floorMod(equation.factor(term), PRIME);
            if (hidden.get(numbers[term])) {
                rowsWith.computeIfAbsent(numbers[term], n -> new ArrayList<>()).add(row);
                any = true;
            }
        }
        if (any) {
            rows.add(new Row(numbers, factors));
            waiting.set(row);
            queue(row);
        } else {
            tie(numbers);
        }
    }

    /** Takes a hidden number out of all equations but one, again and again: first those that stand in one alone. */
    private void reduce() {
        Deque<Integer> alone = new ArrayDeque<>();
        rowsWith.forEach((number, with) -> {
            if (with.size() == 1) {
                alone.add(number);
            }
        });
        while (!waiting.isEmpty()) {
            int number = -1;
            while (number < 0 && !alone.isEmpty()) {
                int next = alone.remove();
                if (rowsWith.getOrDefault(next, List.of()).size() == 1) {
                    number = next;
                }
            }
            int row = number < 0
                    ? shortest()
                    : rowsWith.getOrDefault(number, List.of()).get(0);
            if (number < 0) {
                number = rarest(rows.get(row));
            }
            if (number < 0) {
                waiting.clear(row);
                tie(rows.get(row).numbers);
            } else {
                take(row, number, alone);
            }
        }
    }

    private void tie(int[] numbers) {
        for (int number : numbers) {
            tied.set(number);
        }
    }

    /** The shortest equation that waits, the earliest of equal ones; what the queue says of others is out of date. */
    private int shortest() {
        while (true) {
            long next = byLength.remove();
            int row = (int) next;
            if (waiting.get(row) && rows.get(row).numbers.length == next >>> Integer.SIZE) {
                return row;
            }
        }
    }

    private void queue(int row) {
        byLength.add((long) rows.get(row).numbers.length << Integer.SIZE | row);
    }

    private int rarest(Row row) {
        int rarest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int number : row.numbers) {
            if (hidden.get(number)) {
                int with = rowsWith.getOrDefault(number, List.of()).size();
                if (with < fewest) {
                    fewest = with;
                    rarest = number;
                }
            }
        }
        return rarest;
    }

    private void take(int at, int number, Deque<Integer> alone) {
        Row pivot = rows.get(at).per(number);
        leave(at, rows.get(at), alone);
        for (int other : List.copyOf(rowsWith.getOrDefault(number, List.of()))) {
            Row before = rows.get(other);
            replace(other, before, before.minus(pivot, before.factor(number)), alone);
            if (waiting.get(other)) {
                queue(other);
            }
        }
        pivots.add(number);
        rowOfPivot.put(number, pivot);
    }

    private void replace(int at, Row before, Row after, Deque<Integer> alone) {
        rows.set(at, after);
        int gone = 0;
        int come = 0;
        while (gone < before.numbers.length || come < after.numbers.length) {
            int old = gone < before.numbers.length ? before.numbers[gone] : Integer.MAX_VALUE;
            int now = come < after.numbers.length ? after.numbers[come] : Integer.MAX_VALUE;
            if (old < now && hidden.get(old)) {
                remove(old, at, alone);
            } else if (now < old && hidden.get(now)) {
                rowsWith.computeIfAbsent(now, n -> new ArrayList<>()).add(at);
            }
            gone += old <= now ? 1 : 0;
            come += now <= old ? 1 : 0;
        }
    }

    private void leave(int at, Row row, Deque<Integer> alone) {
        waiting.clear(at);
        for (int number : row.numbers) {
            if (hidden.get(number)) {
                remove(number, at, alone);
            }
        }
    }

    private void remove(int number, int row, Deque<Integer> alone) {
        List<Integer> with = rowsWith.getOrDefault(number, List.of());
        with.remove(Integer.valueOf(row));
        if (with.size() == 1) {
            alone.add(number);
        }
    }

    /** Puts what is known of later numbers into the equations of earlier ones, which ends the work. */
    private void substitute() {
        for (int p = pivots.size() - 1; p >= 0; p--) {
            int number = pivots.get(p);
            Row row = rowOfPivot.getOrDefault(number, new Row(new int[0], new long[0]));
            for (int other : row.numbers) {
                Row known = other == number || !hidden.get(other) ? null : rowOfPivot.get(other);
                if (known != null) {
                    row = row.minus(known, row.factor(other));
                }
            }
            rowOfPivot.put(number, row);
        }
        rows.clear();
        rowsWith.clear();
        byLength.clear();
        pivots.clear();
    }

    private static long product(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
        return sum >= PRIME ? sum - PRIME : sum;
    }

    private static long difference(long left, long right) {
        long difference = left - right;
        return difference < 0 ? difference + PRIME : difference;
    }

    private static long inverse(long factor) {
        long result = 1;
        long square = factor;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = product(result, square);
            }
            square = product(square, square);
        }
        return result;
    }
}
