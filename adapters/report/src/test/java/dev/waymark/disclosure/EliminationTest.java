package dev.waymark.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Which hidden numbers the equations determine", against sums worked by hand and against ranks of matrices. */
class EliminationTest {

    private static final int NUMBERS = 12;

    private static Equation equation(long... factors) {
        TreeMap<Integer, Long> terms = new TreeMap<>();
        for (int number = 0; number < factors.length; number++) {
            if (factors[number] != 0) {
                terms.put(number, factors[number]);
            }
        }
        return Equation.of(terms);
    }

    private static BitSet hidden(int... numbers) {
        BitSet hidden = new BitSet();
        Arrays.stream(numbers).forEach(hidden::set);
        return hidden;
    }

    private static BitSet determined(Elimination elimination) {
        BitSet determined = new BitSet();
        for (int number = 0; number < NUMBERS; number++) {
            determined.set(number, elimination.derivation(number).isPresent());
        }
        return determined;
    }

    /** 0 + 1 = 2 and 2 + 3 = 4. */
    private static final List<Equation> TWO_SUMS = List.of(equation(1, 1, -1), equation(0, 0, 1, 1, -1));

    /** 0 is 2 less 1. Nothing is left to tell 0 or 1 once 1 is hidden, too. */
    @Test
    void numberOfADerivationIsHiddenWithoutBeingDetermined() {
        Elimination elimination = Elimination.of(TWO_SUMS, hidden(0));
        assertThat(elimination.derivation(0))
                .hasValueSatisfying(from -> assertThat(from).containsExactly(1, 2));

        assertThat(elimination.hides(hidden(0, 1))).isTrue();

        assertThat(determined(elimination)).isEqualTo(hidden());
    }

    /** 3 is 4 less 2, which can both be seen: that is not known before the equations are solved for it. */
    @Test
    void numberThatFollowsFromOthersIsNotHiddenWithoutSolvingAgain() {
        Elimination elimination = Elimination.of(TWO_SUMS, hidden(0));

        assertThat(elimination.hides(hidden(0, 3))).isFalse();

        assertThat(determined(elimination)).isEqualTo(hidden(0));
        assertThat(determined(Elimination.of(TWO_SUMS, hidden(0, 3)))).isEqualTo(hidden(0, 3));
    }

    /** With 2 hidden both sums have one that is not seen; 0 + 1 + 3 = 4 has none, so that each of these follows. */
    @Test
    void numberThatFollowsFromTwoEquationsTogetherIsNotHiddenWithoutSolvingAgain() {
        Elimination elimination = Elimination.of(TWO_SUMS, hidden(2));

        assertThat(elimination.hides(hidden(2, 3))).isFalse();

        assertThat(determined(Elimination.of(TWO_SUMS, hidden(2, 3)))).isEqualTo(hidden(2, 3));
    }

    /**
     * A hidden number is determined if, in the columns of the hidden ones, a sum of equations has it alone: to add that
     * row makes the rank no higher. Step by step a number of each derivation is hidden, and another one; where that is
     * done without solving again, nothing is determined but what no number tells, as it is 0 by itself.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsDeterminedIsWhatTheRankSaysAndNothingWhereTheEquationsAreNotSolvedAgain(long seed) {
        Random random = new Random(seed);
        int notSolvedAgain = 0;
        int determined = 0;
        for (int round = 0; round < 200; round++) {
            List<Equation> equations = new ArrayList<>();
            List<long[]> rows = new ArrayList<>();
            for (int e = 0; e < 5; e++) {
                long[] factors = new long[NUMBERS];
                for (int term = 0; term < 4; term++) {
                    factors[random.nextInt(NUMBERS)] = random.nextInt(5) - 2;
                }
                rows.add(factors);
                equations.add(equation(factors));
            }
            BitSet hidden = hidden(random.nextInt(NUMBERS));
            for (int step = 0; step < 4; step++) {
                Elimination elimination = Elimination.of(equations, hidden);
                BitSet byRank = determinedByRank(rows, hidden);
                assertThat(determined(elimination)).isEqualTo(byRank);
                determined += byRank.cardinality();
                BitSet zeros = new BitSet();
                BitSet more = (BitSet) hidden.clone();
                byRank.stream().forEach(number -> {
                    int[] from = elimination.derivation(number).orElseThrow();
                    zeros.set(number, from.length == 0);
                    Arrays.stream(from)
                            .skip(random.nextInt(Math.max(1, from.length)))
                            .findFirst()
                            .ifPresent(more::set);
                });
                IntStream.range(0, NUMBERS)
                        .filter(number -> !more.get(number))
                        .skip(random.nextInt(3))
                        .findFirst()
                        .ifPresent(more::set);
                if (elimination.hides(more)) {
                    assertThat(determined(elimination)).isEqualTo(hidden());
                    BitSet told = determinedByRank(rows, more);
                    told.andNot(zeros);
                    assertThat(told).isEqualTo(hidden());
                    notSolvedAgain++;
                }
                hidden = more;
            }
        }
        assertThat(notSolvedAgain).isGreaterThan(50);
        assertThat(determined).isGreaterThan(50);
    }

    private static BitSet determinedByRank(List<long[]> rows, BitSet hidden) {
        int[] columns = hidden.stream().toArray();
        List<BigInteger[]> matrix = new ArrayList<>();
        rows.forEach(row -> matrix.add(Arrays.stream(columns)
                .mapToObj(column -> BigInteger.valueOf(row[column]))
                .toArray(BigInteger[]::new)));
        int rank = rank(matrix);
        BitSet determined = new BitSet();
        for (int column = 0; column < columns.length; column++) {
            int alone = column;
            List<BigInteger[]> more = new ArrayList<>(matrix);
            more.add(IntStream.range(0, columns.length)
                    .mapToObj(other -> other == alone ? BigInteger.ONE : BigInteger.ZERO)
                    .toArray(BigInteger[]::new));
            determined.set(columns[column], rank(more) == rank);
        }
        return determined;
    }

    /** Without fractions: each row times the other's factor, and less that row times its own. */
    private static int rank(List<BigInteger[]> matrix) {
        List<BigInteger[]> rows = new ArrayList<>(matrix);
        int rank = 0;
        for (int column = 0; column < matrix.get(0).length; column++) {
            int at = column;
            int pivotRow = IntStream.range(rank, rows.size())
                    .filter(row -> rows.get(row)[at].signum() != 0)
                    .findFirst()
                    .orElse(-1);
            if (pivotRow >= 0) {
                BigInteger[] pivot = rows.remove(pivotRow);
                rows.add(rank++, pivot);
                for (int row = rank; row < rows.size(); row++) {
                    BigInteger[] before = rows.get(row);
                    rows.set(
                            row,
                            IntStream.range(0, before.length)
                                    .mapToObj(
                                            i -> before[i].multiply(pivot[at]).subtract(pivot[i].multiply(before[at])))
                                    .toArray(BigInteger[]::new));
                }
            }
        }
        return rank;
    }
}
