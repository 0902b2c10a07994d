package dev.waymark.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Between which bounds a number must lie for whoever knows the equations and the policy.
 *
 * <p>Each equation bounds each of its numbers by the bounds of the others; that is repeated until nothing changes, or a
 * bound has been moved so often that it is creeping towards a distant one. <b>Threads:</b> one at a time.
 */
final class Bounds {

    /** Further than any count; bounds beyond are as good as none. */
    static final long FAR = 1L << 52;

    private static final int MOST_MOVES = 40;

    private final Equations equations;
    private final long[] least;
    private final long[] most;
    private final int[] equationOfLeast;
    private final int[] equationOfMost;
    private final long[] smallest;

    /** The numbers that the last walk to causes came to, and for each number the last walk that did. */
    private final int[] walked;

    private final int[] walkOf;
    private int steps;
    private int walks;

    /** Bounds without end, which the caller narrows to what is known of each number alone. */
    Bounds(Equations equations) {
        int numbers = equations.numbers();
        this.equations = equations;
        this.least = new long[numbers];
        this.most = new long[numbers];
        this.equationOfLeast = new int[numbers];
        this.equationOfMost = new int[numbers];
        this.smallest = new long[numbers];
        this.walked = new int[numbers];
        this.walkOf = new int[numbers];
        Arrays.fill(least, -FAR);
        Arrays.fill(most, FAR);
        Arrays.fill(equationOfLeast, -1);
        Arrays.fill(equationOfMost, -1);
    }

    void narrow(int number, long from, long to) {
        least[number] = Math.max(least[number], from);
        most[number] = Math.min(most[number], to);
    }

    /** Takes note that a number is 0 or at least so much, and perhaps that it is not 0. */
    void count(int number, long atLeast, boolean isNot0) {
        smallest[number] = atLeast;
        narrow(number, isNot0 ? atLeast : 0, FAR);
    }

    boolean isExact(int number) {
        return least[number] == most[number];
    }

    /** The numbers by which the bounds of these came to be what they are, themselves included, the nearest first. */
    int[] causes(int[] numbers) {
        walk(numbers, number -> false);
        return Arrays.copyOf(walked, steps);
    }

    /** The nearest of the causes that is wanted. */
    OptionalInt nearestCause(int[] numbers, IntPredicate wanted) {
        return walk(numbers, wanted) ? OptionalInt.of(walked[steps - 1]) : OptionalInt.empty();
    }

    /** Goes from numbers to their causes, up to the first that is wanted. Whether there is one. */
    private boolean walk(int[] numbers, IntPredicate wanted) {
        walks++;
        steps = 0;
        for (int number : numbers) {
            if (isNew(number) && isEnd(number, wanted)) {
                return true;
            }
        }
        for (int done = 0; done < steps; done++) {
            int number = walked[done];
            for (int e : new int[] {equationOfLeast[number], equationOfMost[number]}) {
                for (int term = 0; e >= 0 && term < equations.get(e).size(); term++) {
                    int cause = equations.get(e).number(term);
                    if (isNew(cause) && isEnd(cause, wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isEnd(int number, IntPredicate wanted) {
        walked[steps++] = number;
        return wanted.test(number);
    }

    private boolean isNew(int number) {
        boolean isNew = walkOf[number] != walks;
        walkOf[number] = walks;
        return isNew;
    }

    /** Draws all bounds as close as the equations make them. */
    void tighten() {
        int[] moves = new int[least.length];
        Deque<Integer> queue = new ArrayDeque<>();
        BitSet queued = new BitSet();
        for (int e = 0; e < equations.count(); e++) {
            queue.add(e);
            queued.set(e);
        }
        while (!queue.isEmpty()) {
            int e = queue.remove();
            queued.clear(e);
            for (int number : tighten(e)) {
                if (moves[number]++ < MOST_MOVES) {
                    for (int other : equations.with(number)) {
                        if (!queued.get(other)) {
                            queue.add(other);
                            queued.set(other);
                        }
                    }
                }
            }
        }
    }

    private List<Integer> tighten(int e) {
        Equation equation = equations.get(e);
        Reach from = new Reach();
        Reach to = new Reach();
        for (int i = 0; i < equation.size(); i++) {
            from.add(equation.factor(i), equation.number(i), least, most);
            to.add(equation.factor(i), equation.number(i), most, least);
        }
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < equation.size(); i++) {
            int number = equation.number(i);
            long factor = equation.factor(i);
            long atLeast = -to.without(factor, number, most, least, FAR);
            long atMost = -from.without(factor, number, least, most, -FAR);
            if (move(e, number, factor, atLeast, atMost)) {
                moved.add(number);
            }
        }
        return moved;
    }

    /** How far down, or up, an equation's products can add up: a sum, and how many products have no end. */
    private static final class Reach {
        private long sum;
        private int endless;

        private static long end(long factor, int number, long[] ifPositive, long[] ifNegative) {
            return factor > 0 ? ifPositive[number] : ifNegative[number];
        }

        private void add(long factor, int number, long[] ifPositive, long[] ifNegative) {
            long end = end(factor, number, ifPositive, ifNegative);
            if (Math.abs(end) >= FAR) {
                endless++;
            } else {
                sum += factor * end;
            }
        }

        /** The sum of the other products, or what stands for one without end. */
        private long without(long factor, int number, long[] ifPositive, long[] ifNegative, long ifEndless) {
            long end = end(factor, number, ifPositive, ifNegative);
            boolean isEndless = Math.abs(end) >= FAR;
            if (endless > (isEndless ? 1 : 0)) {
                return ifEndless;
            }
            return isEndless ? sum : sum - factor * end;
        }
    }

    /** Bounds a number by those of its product with a factor. */
    private boolean move(int equation, int number, long factor, long from, long to) {
        long size = Math.abs(factor);
        long low = factor > 0 ? from : -to;
        long high = factor > 0 ? to : -from;
        long atLeast = low <= -FAR ? -FAR : -Math.floorDiv(-low, size);
        long atMost = high >= FAR ? FAR : Math.floorDiv(high, size);
        if (atLeast > 0) {
            atLeast = Math.max(atLeast, smallest[number]);
        }
        if (atMost < smallest[number]) {
            atMost = Math.min(atMost, 0);
        }
        boolean moved = false;
        if (atLeast > least[number]) {
            least[number] = atLeast;
            equationOfLeast[number] = equation;
            moved = true;
        }
        if (atMost < most[number]) {
            most[number] = atMost;
            equationOfMost[number] = equation;
            moved = true;
        }
        return moved;
    }
}
