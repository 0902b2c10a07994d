package dev.waymark.junit;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;

/** A sound measure: families closed, of the families worked with. */
final class ClosedFamilies extends CountingMeasure {

    private final Tally.Counter worked = counter();
    private final Tally.Counter closed = counter();

    ClosedFamilies() {
        super(MeasureSpec.of("anytown.closed", "1", "Families closed", "Anytown plan 2016, page 4"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.isWorkedWith()) {
            tally.add(worked);
            if (family.isClosed()) {
                tally.add(closed);
            }
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.proportion(
                "closed", Dimensions.NONE, tally.of(closed), tally.of(worked), "families worked with in the period");
    }
}
