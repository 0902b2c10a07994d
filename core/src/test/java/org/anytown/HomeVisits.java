package org.anytown;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;

/** A measure of a third party, outside of Waymark's packages: the families that it was asked about. */
public final class HomeVisits extends CountingMeasure {

    private final Tally.Counter families = counter();

    public HomeVisits(String id) {
        super(MeasureSpec.of(id, "1", "Home visits", "Anytown plan 2016, page 4"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        tally.add(families);
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.count("families", Dimensions.NONE, tally.of(families), "families of the data set");
    }
}
