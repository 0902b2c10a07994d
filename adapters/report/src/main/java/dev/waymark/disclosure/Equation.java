package dev.waymark.disclosure;

import java.util.Arrays;
import java.util.SortedMap;

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
