package dev.waymark.disclosure;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Numbers of a report that, each times its factor, add up to 0. The numbers stand in ascending order. */
final class Equation {

    private final int[] numbers;
    private final long[] factors;

    private Equation(int[] numbers, long[] factors) {
        this.numbers = numbers;
        this.factors = factors;
    }

    static Equation of(SortedMap<Integer, Long> terms) {
        return new Equation(
                terms.keySet().stream().mapToInt(number -> number).toArray(),
                terms.values().stream().mapToLong(factor -> factor).toArray());
    }

    int size() {
        return numbers.length;
    }

    int number(int term) {
        return numbers[term];
    }

    long factor(int term) {
        return factors[term];
    }

    /** Whether some number counts more than once. */
    boolean isWeighted() {
        return Arrays.stream(factors).anyMatch(factor -> Math.abs(factor) > 1);
    }

    /** The numbers that are counted with the others' weights, or those that are the other side of the sum. */
    IntStream numbers(boolean areWeighted) {
        long weight = Arrays.stream(factors).reduce(0, (one, other) -> Math.abs(other) > Math.abs(one) ? other : one);
        return IntStream.range(0, numbers.length)
                .filter(term -> (Long.signum(factors[term]) == Long.signum(weight)) == areWeighted)
                .map(term -> numbers[term]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Equation equation
                && Arrays.equals(numbers, equation.numbers)
                && Arrays.equals(factors, equation.factors);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(factors);
    }
}
