package dev.waymark.figure;

import java.util.Optional;

/**
 * Whether a figure has a value, and if not, why: suppressed, zero, blank and undefined are four things.
 *
 * @param state which of the three
 * @param reason why there is no value to see; empty where there is one
 */
public record Status(State state, Optional<String> reason) {

    /** The three states. */
    public enum State {
        /** There is a value. */
        VALUE("value"),
        /** There is none: nothing to divide by, a table that is not there. */
        NO_VALUE("no-value"),
        /** There is one that must not be shown. */
        SUPPRESSED("suppressed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The state as reports write it. */
        public String word() {
            return word;
        }
    }

    /** There is a value. */
    public static final Status VALUE = new Status(State.VALUE, Optional.empty());

    /** The base is empty, so there is nothing to divide by. */
    public static final Status EMPTY_BASE = noValue("empty-base");

    /** A table that the figure needs is not in the data set. */
    public static final Status TABLE_ABSENT = noValue("table-absent");

    /** There is no value, for a reason. */
    public static Status noValue(String reason) {
        return new Status(State.NO_VALUE, Optional.of(reason));
    }

    /** Whether there is a value. */
    public boolean isValue() {
        return state == State.VALUE;
    }

    /** Whether there is a value that must not be shown. */
    public boolean isSuppressed() {
        return state == State.SUPPRESSED;
    }

    /**
     * Whether a figure of this status can carry numbers: those of an empty base stay (0 of 0), and so does the
     * denominator of whom nothing can be said; what is suppressed, and what was never counted, has none.
     */
    private boolean hasNumbers() {
        return !isSuppressed() && !equals(TABLE_ABSENT);
    }

    /** Holds a figure's numbers to its status, so that no number that is not there can pass for 0. */
    void refuseUnless(FigureName figure, boolean allKnown, boolean noneKnown) {
        if (isValue() && !allKnown) {
            throw new IllegalArgumentException(figure + " has a value and not all numbers that it is made from. Give"
                    + " them, or the status that says why there is no value.");
        }
        if (!hasNumbers() && !noneKnown) {
            throw numberAllTheSame(figure);
        }
    }

    /** Refuses a value that cannot be computed from its numbers, such as one over a base of 0. */
    void refuseUnlessComputable(FigureName figure, boolean isComputable, String numbers) {
        if (isValue() && !isComputable) {
            throw new IllegalArgumentException(figure + " has a value and cannot have one, of " + numbers
                    + ". Give the status that says why there is no value.");
        }
    }

    IllegalArgumentException numberAllTheSame(FigureName figure) {
        return new IllegalArgumentException(figure + " is " + state.word()
                + reason.map(why -> " (" + why + ")").orElse("") + " and has a number all the same. Leave it empty.");
    }

    // Written out, as those of FigureName: what a record has of itself costs a short run some ms.

    @Override
    public boolean equals(Object other) {
        return other instanceof Status status && state == status.state && reason.equals(status.reason);
    }

    @Override
    public int hashCode() {
        return 31 * state.hashCode() + reason.hashCode();
    }
}
