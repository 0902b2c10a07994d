package dev.waymark.run;

import dev.waymark.measure.Counting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A counting of a run, with the measures that make their figures from it, and whether it failed. */
final class Counted<S> {

    final int place;
    final Counting<S> counting;

    /** The places of the measures that share it: they fail together. */
    final List<Integer> measures = new ArrayList<>();

    private volatile Optional<Failed> failure = Optional.empty();

    Counted(int place, Counting<S> counting) {
        this.place = place;
        this.counting = counting;
    }

    /** Keeps, of several failures, that at the first family of the store, whichever thread came upon it. */
    synchronized void fail(Failed one) {
        if (failure.isEmpty() || one.row() < failure.get().row()) {
            failure = Optional.of(one);
        }
    }

    Optional<Failed> failure() {
        return failure;
    }

    /** Whether it need not count families from this row on. */
    boolean isLostBefore(int row) {
        Optional<Failed> known = failure;
        return known.isPresent() && (known.get().row() < row || known.get().step() != Step.ACCEPT);
    }
}
