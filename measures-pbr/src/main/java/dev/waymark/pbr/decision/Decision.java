package dev.waymark.pbr.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

    /**
     * All of them: over what applies, any not met gives not met, else any without data gives insufficient data, else
     * any not yet observable gives that (from the latest of the days), else met; not applicable if none applies.
     */
    static Decision allOf(List<Decision> decisions) {
        boolean someApply = false;
        List<String> missing = new ArrayList<>();
        LocalDate latest = null;
        for (Decision decision : decisions) {
            someApply |= decision.applies();
            if (decision == Plain.NOT_MET) {
                return decision;
            }
            if (decision instanceof InsufficientData insufficient) {
                missing.addAll(insufficient.missing());
            }
            if (decision instanceof NotYetObservable notYet
                    && (latest == null || notYet.from().isAfter(latest))) {
                latest = notYet.from();
            }
        }
        if (!missing.isEmpty()) {
            return new InsufficientData(missing);
        }
        if (latest != null) {
            return notYetObservable(latest);
        }
        return someApply ? met() : notApplicable();
    }

    /** Any of them: {@link #atLeast} one. */
    static Decision anyOf(List<Decision> decisions) {
        return atLeast(1, decisions);
    }

    /**
     * At least so many of them: over what applies, enough met gives met; else enough met or not yet observable gives
     * not yet observable, from the first day on which enough of them can be; else enough if the missing records showed
     * them met gives insufficient data; else not met; not applicable if none applies.
     */
    static Decision atLeast(int wanted, List<Decision> decisions) {
        int applying = 0;
        int met = 0;
        int insufficient = 0;
        List<String> missing = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (Decision decision : decisions) {
            applying += decision.applies() ? 1 : 0;
            met += decision.isMet() ? 1 : 0;
            if (decision instanceof InsufficientData without) {
                insufficient++;
                missing.addAll(without.missing());
            }
            if (decision instanceof NotYetObservable notYet) {
                days.add(notYet.from());
            }
        }
        if (applying == 0) {
            return notApplicable();
        }
        if (met >= wanted) {
            return met();
        }
        if (met + days.size() >= wanted) {
            Collections.sort(days);
            return notYetObservable(days.get(wanted - met - 1));
        }
        return met + days.size() + insufficient >= wanted ? new InsufficientData(missing) : notMet();
    }
}
