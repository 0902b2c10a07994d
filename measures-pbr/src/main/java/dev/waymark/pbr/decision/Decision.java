package dev.waymark.pbr.decision;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a criterion, a route, a scheme or a family was decided: one of five, never a boolean.
 *
 * <p>What does not apply is neutral: it is left out of "and" and "or", and never met by default. <b>Threads:</b>
 * immutable. <b>Source:</b> docs/schemes.md, chapter Decisions.
 *
 * @param outcome which of the five it is
 * @param missing of insufficient data, the records without which nothing can be said, in words that name tables and ids
 * @param from of what is not yet observable, the first day on which it can be decided
 */
public record Decision(Outcome outcome, List<String> missing, Optional<LocalDate> from) {

    private static final Decision MET = plain(Outcome.MET);
    private static final Decision NOT_MET = plain(Outcome.NOT_MET);
    private static final Decision NOT_APPLICABLE = plain(Outcome.NOT_APPLICABLE);

    /**
     * Keeps an unmodifiable copy.
     *
     * @throws IllegalArgumentException if records are missing or a day is given where the outcome has none, or the
     *     other way round
     */
    public Decision {
        missing = List.copyOf(missing);
        if (missing.isEmpty() == (outcome == Outcome.INSUFFICIENT_DATA)
                || from.isPresent() != (outcome == Outcome.NOT_YET_OBSERVABLE)) {
            throw new IllegalArgumentException(outcome.word() + " with " + missing + " missing, from " + from);
        }
    }

    private static Decision plain(Outcome outcome) {
        return new Decision(outcome, List.of(), Optional.empty());
    }

    /** What was asked is there. */
    public static Decision met() {
        return MET;
    }

    /** What was asked is not there. */
    public static Decision notMet() {
        return NOT_MET;
    }

    /** It is not asked of this family. */
    public static Decision notApplicable() {
        return NOT_APPLICABLE;
    }

    /** Records are missing. */
    public static Decision insufficientData(String missing) {
        return insufficientData(List.of(missing));
    }

    private static Decision insufficientData(List<String> missing) {
        return new Decision(Outcome.INSUFFICIENT_DATA, missing, Optional.empty());
    }

    /** The time that is asked about has not passed before this day. */
    public static Decision notYetObservable(LocalDate from) {
        return new Decision(Outcome.NOT_YET_OBSERVABLE, List.of(), Optional.of(from));
    }

    /** Met or not met. */
    public static Decision metIf(boolean isMet) {
        return isMet ? MET : NOT_MET;
    }

    /** Whether it is met. */
    public boolean isMet() {
        return outcome == Outcome.MET;
    }

    /** Whether it is not met, though it applies and can be decided. */
    public boolean isNotMet() {
        return outcome == Outcome.NOT_MET;
    }

    /** Whether it applies. */
    public boolean applies() {
        return outcome != Outcome.NOT_APPLICABLE;
    }

    /** The decision in words: which records are missing, from which day it can be decided. */
    public String inWords() {
        return switch (outcome) {
            case INSUFFICIENT_DATA -> outcome.word() + ": " + String.join("; ", missing);
            case NOT_YET_OBSERVABLE -> outcome.word() + " before " + from.orElseThrow();
            default -> outcome.word();
        };
    }

    /**
     * This and another: not met if either is, else insufficient data (for want of what either misses), else not yet
     * observable (from the later day), else met. What does not apply is left out.
     */
    public Decision and(Decision other) {
        int more = other.outcome.weightInAll() - outcome.weightInAll();
        if (more != 0) {
            return more > 0 ? other : this;
        }
        return switch (outcome) {
            case INSUFFICIENT_DATA -> withMissingOf(other);
            case NOT_YET_OBSERVABLE -> isFromDayAfter(other) ? this : other;
            default -> this;
        };
    }

    /**
     * This or another: met if either is, else not yet observable (from the earlier day), else insufficient data (for
     * want of what either misses), else not met. What does not apply is left out.
     */
    public Decision or(Decision other) {
        int more = other.outcome.weightInAny() - outcome.weightInAny();
        if (more != 0) {
            return more > 0 ? other : this;
        }
        return switch (outcome) {
            case INSUFFICIENT_DATA -> withMissingOf(other);
            case NOT_YET_OBSERVABLE -> isFromDayAfter(other) ? other : this;
            default -> this;
        };
    }

    private boolean isFromDayAfter(Decision other) {
        return from.orElseThrow().isAfter(other.from.orElseThrow());
    }

    /** Insufficient data, for want of what is missing in this and in another: each record once. */
    Decision withMissingOf(Decision other) {
        // the very same, in most cases, which costs nothing to see
        if (missing == other.missing || missing.equals(other.missing) || missing.containsAll(other.missing)) {
            return this;
        }
        Set<String> both = new LinkedHashSet<>(missing);
        both.addAll(other.missing);
        return insufficientData(List.copyOf(both));
    }

    /** All of them: one {@link #and} the other; not applicable if there is none. */
    public static Decision allOf(List<Decision> decisions) {
        Decision all = NOT_APPLICABLE;
        for (int i = 0; i < decisions.size(); i++) {
            all = all.and(decisions.get(i));
        }
        return all;
    }

    /** Any of them: one {@link #or} the other; not applicable if there is none. */
    public static Decision anyOf(List<Decision> decisions) {
        Decision any = NOT_APPLICABLE;
        for (int i = 0; i < decisions.size(); i++) {
            any = any.or(decisions.get(i));
        }
        return any;
    }
}
