package dev.waymark.disclosure;

import java.util.Arrays;
import java.util.List;

/** Equations between numbers, and for each number where it stands. <b>Threads:</b> nothing changes it. */
final class Equations {

    private final List<Equation> all;
    private final int[][] with;

    /** Equations between so many numbers. */
    Equations(List<Equation> equations, int numbers) {
        this.all = List.copyOf(equations);
        this.with = new int[numbers][];
        int[] counts = new int[numbers];
        for (Equation equation : all) {
            for (int term = 0; term < equation.size(); term++) {
                counts[equation.number(term)]++;
            }
        }
        Arrays.setAll(with, number -> new int[counts[number]]);
        for (int e = all.size() - 1; e >= 0; e--) {
            for (int term = 0; term < all.get(e).size(); term++) {
                int number = all.get(e).number(term);
                with[number][--counts[number]] = e;
            }
        }
    }

    int count() {
        return all.size();
    }

    Equation get(int equation) {
        return all.get(equation);
    }

    int numbers() {
        return with.length;
    }

    /** The places of the equations that a number stands in, in their order; to be read only. */
    int[] with(int number) {
        return with[number];
    }
}
