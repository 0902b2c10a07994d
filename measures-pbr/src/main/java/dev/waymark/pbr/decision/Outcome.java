package dev.waymark.pbr.decision;

import java.util.Locale;

/** The five ways in which a decision can come out, in the order in which figures list them. */
public enum Outcome {
    /** What was asked is there. */
    MET(1, 4),
    /** It is not. */
    NOT_MET(4, 1),
    /** Records are missing. */
    INSUFFICIENT_DATA(3, 2),
    /** The time it is asked of has not passed. */
    NOT_YET_OBSERVABLE(2, 3),
    /** It is not asked of this family. */
    NOT_APPLICABLE(0, 0);

    private static final Outcome[] OUTCOMES = values();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int weightInAll;
    private final int weightInAny;

    Outcome(int weightInAll, int weightInAny) {
        this.weightInAll = weightInAll;
        this.weightInAny = weightInAny;
    }

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

    /** Of two that must both be met, the one that weighs more is how they come out. */
    int weightInAll() {
        return weightInAll;
    }

    /** Of two of which one must be met, the one that weighs more is how they come out. */
    int weightInAny() {
        return weightInAny;
    }
}
