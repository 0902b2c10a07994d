package dev.waymark.pbr.criterion;

import java.math.BigDecimal;
import java.util.List;

/**
 * The problems that a scheme knows, by which it counts a family in.
 *
 * @param problems the problems, in their order
 * @param monthsBefore how many months before the claim episode opened records count
 */
public record ProblemList(List<Problem> problems, Threshold monthsBefore) {

    /**
     * One problem.
     *
     * @param id names it
     * @param title how people call it
     * @param issues the issues on a form that show it
     * @param signs the records that show it
     */
    public record Problem(String id, String title, IssueSet issues, List<Sign> signs) {

        /** Keeps an unmodifiable copy. */
        public Problem {
            signs = List.copyOf(signs);
        }
    }

    /** Keeps an unmodifiable copy. */
    public ProblemList {
        problems = List.copyOf(problems);
    }

    /** The list of a scheme that speaks of no problems. */
    static ProblemList none() {
        return new ProblemList(
                List.of(), new Threshold("problemMonthsBefore", BigDecimal.ONE, List.of(), Mark.ASSUMED, "unused"));
    }
}
