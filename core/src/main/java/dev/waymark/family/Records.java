package dev.waymark.family;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * The records of one kind of the family at hand, in their order; the views in it are used again for the next family.
 *
 * @param <R> the kind of record
 */
final class Records<R extends CaseRecord> extends AbstractList<R> implements RandomAccess {

    private final List<R> views = new ArrayList<>();
    private final Supplier<R> newView;
    private boolean areThere;
    private int size;

    Records(Supplier<R> newView) {
        this.newView = newView;
    }

    /** None of them is of the family at hand any more. */
    void forget() {
        areThere = false;
        size = 0;
    }

    /**
     * Whether they must be added still. It is asked by who adds them, so the next answer is no until they are
     * forgotten.
     */
    boolean areToBeAdded() {
        boolean areMissing = !areThere;
        areThere = true;
        return areMissing;
    }

    R add(int row) {
        if (size == views.size()) {
            views.add(newView.get());
        }
        R view = views.get(size++);
        view.row = row;
        return view;
    }

    @Override
    public R get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return views.get(index);
    }

    @Override
    public int size() {
        return size;
    }
}
