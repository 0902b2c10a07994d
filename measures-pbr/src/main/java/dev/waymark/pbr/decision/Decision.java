package dev.waymark.pbr.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a criterion, a route, a scheme or a family was decided: one of five, never a boolean.
 *
 * <p>What does not apply is neutral: it is left out of "and" and "or", and never met by default. <b>Threads:</b>
 * immutable. <b>Source:</b> docs/schemes.md, chapter Decisions.
 */
public sealed interface Decision {

    /** The decisions that say all by their name. */
    enum Plain implements Decision {
        /** What was asked is there. */
        MET,
        /** What was asked is not there. */
        NOT_MET,
        /** It is not asked of this family. */
        NOT_APPLICABLE
    }

    /**
     * Records are missing without which nothing can be said.
     *
     * @param missing which records, in words that name tables and ids
     */
    record InsufficientData(List<String> missing) implements Decision {

        /** Keeps an unmodifiable copy. */
        public InsufficientData {
            missing = List.copyOf(missing);
        }

        /** What is missing in this and in another. */
        InsufficientData and(InsufficientData other) {
            List<String> both = new ArrayList<>(missing);
            both.addAll(other.missing);
            return new InsufficientData(both);
        }
    }

    /**
     * The time that is asked about has not passed.
     *
     * @param from the first day on which it can be decided
     */
    record NotYetObservable(LocalDate from) implements Decision {}

    /** What was asked is there. */
    static Decision met() {
        return Plain.MET;
    }

    /** What was asked is not there. */
    static Decision notMet() {
        return Plain.NOT_MET;
    }

    /** It is not asked of this family. */
    static Decision notApplicable() {
        return Plain.NOT_APPLICABLE;
    }

    /** Records are missing. */
    static Decision insufficientData(String missing) {
        return new InsufficientData(List.of(missing));
    }

    /** The time that is asked about has not passed before this day. */
    static Decision notYetObservable(LocalDate from) {
        return new NotYetObservable(from);
    }

    /** Met or not met. */
    static Decision metIf(boolean isMet) {
        return isMet ? met() : notMet();
    }

    /** Which of the five it is. */
    default Outcome outcome() {
        if (this instanceof Plain plain) {
            return switch (plain) {
                case MET -> Outcome.MET;
                case NOT_MET -> Outcome.NOT_MET;
                case NOT_APPLICABLE -> Outcome.NOT_APPLICABLE;
            };
        }
        return this instanceof InsufficientData ? Outcome.INSUFFICIENT_DATA : Outcome.NOT_YET_OBSERVABLE;
    }

    /** Whether it is met. */
    default boolean isMet() {
        return this == Plain.MET;
    }

    /** Whether it applies. */
    default boolean applies() {
        return this != Plain.NOT_APPLICABLE;
    }

    /** The decision in words: which records are missing, from which day it can be decided. */
    default String inWords() {
        if (this instanceof InsufficientData insufficient) {
            return outcome().word() + ": " + String.join("; ", insufficient.missing());
        }
        if (this instanceof NotYetObservable notYet) {
            return outcome().word() + " before " + notYet.from();
        }
        return outcome().word();
    }

    /** All of them: {@link Together#all}. */
    static Decision allOf(List<Decision> decisions) {
        return taken(Together.all(), decisions);
    }

    /** Any of them: {@link Together#any}. */
    static Decision anyOf(List<Decision> decisions) {
        return taken(Together.any(), decisions);
    }

    /** At least so many of them: {@link Together#atLeast}. */
    static Decision atLeast(int wanted, List<Decision> decisions) {
        return taken(Together.atLeast(wanted), decisions);
    }

    private static Decision taken(Together together, List<Decision> decisions) {
        for (int i = 0; i < decisions.size(); i++) {
            together.add(decisions.get(i));
        }
        return together.decision();
    }
}
