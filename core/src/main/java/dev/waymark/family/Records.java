package dev.waymark.family;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * The records of one kind of the family at hand, in their order; the views in it are used again for the next family.
 *
 * @param <R> the kind of record
 */
final class Records<R extends CaseRecord> extends AbstractList<R> implements RandomAccess {

    private static final int FIRST_VIEWS = 4;

    private CaseRecord[] views = new CaseRecord[0]; // an array, as all is asked for through it
    private final Supplier<R> newView;
    private long visit = FamilyCase.NO_VISIT;
    private int size;

    Records(Supplier<R> newView) {
        this.newView = newView;
    }

    /** None of them is of the family at hand any more. */
    void forget() {
        size = 0;
    }

    /**
     * Whether they must be added still in a visit of a family, of which none is there then. It is asked by who adds
     * them, so the next answer is no until another visit.
     */
    boolean areToBeAdded(long now) {
        if (visit == now) {
            return false;
        }
        visit = now;
        size = 0;
        return true;
    }

    R add(int row) {
        if (size == views.length) {
            makeViews();
        }
        views[size++].row = row;
        return get(size - 1);
    }

    /** For itself, so that who adds a record is compiled without it. */
    private void makeViews() {
        CaseRecord[] more = Arrays.copyOf(views, Math.max(FIRST_VIEWS, size * 2));
        for (int view = size; view < more.length; view++) {
            more[view] = newView.get();
        }
        views = more;
    }

    @Override
    @SuppressWarnings("unchecked") // all are made by newView
    public R get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (R) views[index];
    }

    @Override
    public int size() {
        return size;
    }
}
