package dev.waymark.pbr.criterion;

import java.math.BigDecimal;
import java.util.List;

/**
 * The problems that a scheme knows, by which it counts a family in.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class ProblemList {

    private final Problem[] problems; // arrays, as each is asked about for each family
    private final Threshold monthsBefore;

    /** One problem: the issues on a form that show it, and the records that do. */
    static final class Problem {
        private final String id;
        private final IssueSet issues;
        private final boolean hasIssues;
        private final Sign[] signs;

        Problem(String id, IssueSet issues, List<Sign> signs) {
            this.id = id;
            this.issues = issues;
            this.hasIssues = !issues.isEmpty();
            this.signs = signs.toArray(Sign[]::new);
        }

        /** Names it. */
        String id() {
            return id;
        }

        /** Whether forms can show it. */
        boolean hasIssues() {
            return hasIssues;
        }

        /** The issues on a form that show it. */
        IssueSet issues() {
            return issues;
        }

        /** How many kinds of records show it. */
        int signs() {
            return signs.length;
        }

        /** One of them. */
        Sign sign(int place) {
            return signs[place];
        }
    }

    /**
     * The problems, in their order.
     *
     * @param monthsBefore how many months before the claim episode opened records count
     */
    ProblemList(List<Problem> problems, Threshold monthsBefore) {
        this.problems = problems.toArray(Problem[]::new);
        this.monthsBefore = monthsBefore;
    }

    /** The list of a scheme that speaks of no problems. */
    static ProblemList none() {
        return new ProblemList(
                List.of(), new Threshold("problemMonthsBefore", BigDecimal.ONE, List.of(), Mark.ASSUMED, "unused"));
    }

    /** How many there are. */
    int size() {
        return problems.length;
    }

    /** One of them. */
    Problem problem(int place) {
        return problems[place];
    }

    /** How many months before the claim episode opened records count. */
    Threshold monthsBefore() {
        return monthsBefore;
    }
}
