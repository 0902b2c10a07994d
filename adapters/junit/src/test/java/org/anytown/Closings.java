package org.anytown;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;

/** A measure of a third party, outside of Waymark's packages: the families closed. */
public final class Closings extends CountingMeasure {

    private final Tally.Counter closed = counter();

    public Closings(String id) {
        super(MeasureSpec.of(id, "1", "Closings", "Anytown plan 2016, page 4"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.isClosed()) {
            tally.add(closed);
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.count("closed", Dimensions.NONE, tally.of(closed), "families closed in the period");
    }
}
