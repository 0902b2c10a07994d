package dev.waymark.pbr.decision;

import java.util.Locale;

/** The five ways in which a decision can come out, in the order in which figures list them. */
public enum Outcome {
    /** What was asked is there. */
    MET,
    /** It is not. */
    NOT_MET,
    /** Records are missing. */
    INSUFFICIENT_DATA,
    /** The time it is asked of has not passed. */
    NOT_YET_OBSERVABLE,
    /** It is not asked of this family. */
    NOT_APPLICABLE;

    private static final Outcome[] OUTCOMES = values();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How many outcomes there are. */
    public static int count() {
        return OUTCOMES.length;
    }

    /** The outcome as figures and explanations write it. */
    public String word() {
        return word;
    }

    /** The place in the order of figures. */
    public int place() {
        return switch (this) {
            case MET -> 0;
            case NOT_MET -> 1;
            case INSUFFICIENT_DATA -> 2;
            case NOT_YET_OBSERVABLE -> 3;
            case NOT_APPLICABLE -> 4;
        };
    }
}
