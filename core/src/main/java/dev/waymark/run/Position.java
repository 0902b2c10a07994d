package dev.waymark.run;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one thread of a run has a measure do at the moment, so that one that does not come back can be named.
 *
 * <p>The thread itself writes it for every family and counting, as an ordinary store into memory; one other thread
 * looks at it now and then.
 */
final class Position {

    private static final long IDLE = -1;
    private static final int PLACE_BITS = 24;
    private static final long ACCEPT = at(Step.ACCEPT, 0);

    private final AtomicLong now = new AtomicLong(IDLE);

    private long seen = IDLE;
    private int looks;

    private static long at(Step step, int place) {
        return (((long) step.code << PLACE_BITS) | place) << Integer.SIZE;
    }

    /** A step that is about no family, of a counting or a measure at a place, for a slot. */
    void enter(Step step, int place, int slot) {
        now.setOpaque(at(step, place) | slot);
    }

    void accept(int counting, int row) {
        now.setOpaque(ACCEPT | ((long) counting << Integer.SIZE) | row);
    }

    void leave() {
        now.setOpaque(IDLE);
    }

    /** How many looks in a row, before this one, found the thread where it is; 0 if no measure is at work. */
    int look() {
        long at = now.getOpaque();
        looks = at == seen && at != IDLE ? looks + 1 : 0;
        seen = at;
        return looks;
    }

    /** Whether a measure was at work when it was last looked at. */
    boolean wasBusy() {
        return seen != IDLE;
    }

    /** The step at the last look. */
    Step step() {
        return Step.of((int) (seen >>> (Integer.SIZE + PLACE_BITS)));
    }

    /** The place of the counting or measure at the last look. */
    int place() {
        return (int) (seen >>> Integer.SIZE) & ((1 << PLACE_BITS) - 1);
    }

    /** The family at the last look. */
    int row() {
        return step() == Step.ACCEPT ? (int) seen : Failed.NO_FAMILY;
    }
}
