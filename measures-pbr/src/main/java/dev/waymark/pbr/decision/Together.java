package dev.waymark.pbr.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions taken together as "all of them" or "at least so many of them", one after the other.
 *
 * <p><b>Gives</b> for all: over what applies, any not met gives not met, else any without data gives insufficient data,
 * else any not yet observable gives that (from the latest of the days), else met. For at least so many: enough met
 * gives met; else enough met or not yet observable gives not yet observable, from the first day on which enough of them
 * can be; else enough if the missing records showed them met gives insufficient data; else not met. None that applies
 * gives not applicable. <b>Threads:</b> one at a time. <b>Source:</b> docs/schemes.md, chapter Decisions.
 */
public final class Together {

    private static final int ALL = 0;

    private final int wanted;
    private int applying;
    private int met;
    private int notMet;
    private int insufficient;
    private int notYet;
    private @Nullable Decision missing;
    private @Nullable List<LocalDate> days;

    private Together(int wanted) {
        this.wanted = wanted;
    }

    /** All of them that apply. */
    public static Together all() {
        return new Together(ALL);
    }

    /** Any of them. */
    public static Together any() {
        return new Together(1);
    }

    /** At least so many of them, 1 or more. */
    public static Together atLeast(int wanted) {
        return new Together(wanted);
    }

    /** Takes one more. */
    public void add(Decision decision) {
        applying += decision.applies() ? 1 : 0;
        switch (decision.outcome()) {
            case MET -> met++;
            case NOT_MET -> notMet++;
            case INSUFFICIENT_DATA -> {
                insufficient++;
                missing = missing == null ? decision : missing.withMissingOf(decision);
            }
            case NOT_YET_OBSERVABLE -> {
                notYet++;
                if (days == null) {
                    days = new ArrayList<>();
                }
                days.add(decision.from().orElseThrow());
            }
            case NOT_APPLICABLE -> {
                // neutral
            }
        }
    }

    /** Whether they come out the same whatever else is taken. */
    public boolean areDecided() {
        return wanted == ALL ? notMet > 0 : met >= wanted;
    }

    /** How they come out together. */
    public Decision decision() {
        if (applying == 0) {
            return Decision.notApplicable();
        }
        return wanted == ALL ? allOf() : atLeast();
    }

    private Decision allOf() {
        if (notMet > 0) {
            return Decision.notMet();
        }
        if (missing != null) {
            return missing;
        }
        return days != null ? Decision.notYetObservable(Collections.max(days)) : Decision.met();
    }

    private Decision atLeast() {
        if (met >= wanted) {
            return Decision.met();
        }
        if (days != null && met + notYet >= wanted) {
            Collections.sort(days);
            return Decision.notYetObservable(days.get(wanted - met - 1));
        }
        return missing != null && met + notYet + insufficient >= wanted ? missing : Decision.notMet();
    }
}
