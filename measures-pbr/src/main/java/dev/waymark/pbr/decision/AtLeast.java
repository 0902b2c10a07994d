package dev.waymark.pbr.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of which at least so many must be met, taken one after the other.
 *
 * <p><b>Gives</b> met if enough are met; else, if enough are met or not yet observable, not yet observable, from the
 * first day on which enough of them can be; else, if enough would be were the missing records to show them met,
 * insufficient data; else not met. None that applies gives not applicable. <b>Threads:</b> one at a time.
 * <b>Source:</b> docs/schemes.md, chapter Decisions.
 */
public final class AtLeast {

    private int wanted;
    private int applying;
    private int met;
    private int insufficient;
    private @Nullable Decision missing;
    private @Nullable List<LocalDate> days;

    private AtLeast(int wanted) {
        this.wanted = wanted;
    }

    /** At least so many, 1 or more. */
    public static AtLeast of(int wanted) {
        return new AtLeast(wanted);
    }

    /** Forgets what was taken, to take others of which at least so many must be met. */
    public AtLeast startAgain(int ofOthers) {
        wanted = ofOthers;
        applying = 0;
        met = 0;
        insufficient = 0;
        missing = null;
        days = null;
        return this;
    }

    /** Takes one more. */
    public void add(Decision decision) {
        applying += decision.applies() ? 1 : 0;
        switch (decision.outcome()) {
            case MET -> met++;
            case INSUFFICIENT_DATA -> {
                insufficient++;
                missing = missing == null ? decision : missing.withMissingOf(decision);
            }
            case NOT_YET_OBSERVABLE -> {
                if (days == null) {
                    days = new ArrayList<>();
                }
                days.add(decision.from().orElseThrow());
            }
            case NOT_MET, NOT_APPLICABLE -> {
                // of no help
            }
        }
    }

    /** Whether enough are met, so that they come out the same whatever else is taken. */
    public boolean areMet() {
        return met >= wanted;
    }

    /** How they come out together. */
    public Decision decision() {
        if (applying == 0) {
            return Decision.notApplicable();
        }
        if (areMet()) {
            return Decision.met();
        }
        int notYet = days == null ? 0 : days.size();
        if (days != null && met + notYet >= wanted) {
            Collections.sort(days);
            return Decision.notYetObservable(days.get(wanted - met - 1));
        }
        return missing != null && met + notYet + insufficient >= wanted ? missing : Decision.notMet();
    }
}
