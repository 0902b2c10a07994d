package dev.waymark.measure;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import java.util.List;

/**
 * The base of measures that only count named things: one class names its counts, counts a family, and writes figures.
 *
 * <p>Merging, writing down, explaining, empty bases and absent tables are taken care of. <b>Threads:</b> immutable once
 * constructed.
 */
public abstract class CountingMeasure extends TallyCounting implements OutcomeMeasure<Tally> {

    private final MeasureSpec spec;

    /** A measure with this specification. */
    protected CountingMeasure(MeasureSpec spec) {
        this.spec = spec;
    }

    /**
     * Writes the figures of a tally.
     *
     * @param tally the counts of all families, or of those of one stratum
     * @param whole the counts of all families, from which the values of dimensions come
     * @param figures where to write them; without the tables that the specification needs they have no value
     */
    protected abstract void figures(Tally tally, Tally whole, Figures figures);

    @Override
    public final MeasureSpec spec() {
        return spec;
    }

    @Override
    public final Counting<Tally> counting() {
        return this;
    }

    @Override
    public final List<Figure> finish(Tally state, Whole<Tally> whole) {
        Figures figures = Figures.of(spec.id(), whole.tables()).needing(spec.needs());
        figures(state, whole.state(), figures);
        return figures.list();
    }
}
