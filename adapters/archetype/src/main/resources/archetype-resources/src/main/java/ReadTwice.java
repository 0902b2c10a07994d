package ${package};

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;

/** Families closed that have at least two Star readings, of all families closed. */
public final class ReadTwice extends CountingMeasure {

    private final Tally.Counter closed = counter();
    private final Tally.Counter readTwice = counter();

    public ReadTwice() {
        super(MeasureSpec.of("${idPrefix}.read-twice", "1", "Families with two readings", "Say here who wrote the rule")
                .needing("star_readings"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.countedEpisode().isPresent()) {
            tally.add(closed);
            if (family.readings().size() >= 2) {
                tally.add(readTwice);
            }
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.proportion(
                "two-readings", Dimensions.NONE, tally.of(readTwice), tally.of(closed), "families closed in the period");
    }
}
