package dev.waymark.benchmarks.core;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import java.util.Optional;

/** The measure that the README writes: families closed whose counted episode lasted 26 weeks or less. */
final class ShortWork extends CountingMeasure {

    private final Tally.Counter closed = counter();
    private final Tally.Counter inTime = counter();

    ShortWork() {
        super(MeasureSpec.of("anytown.short-work", "1", "Work of 26 weeks or less", "Anytown plan 2016, page 4"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        Optional<Episode> counted = family.countedEpisode();
        if (counted.isPresent()) {
            tally.add(closed);
            if (counted.get().closedDay() - counted.get().openedDay() <= 26 * 7) {
                tally.add(inTime);
            }
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.proportion(
                "in-26-weeks", Dimensions.NONE, tally.of(inTime), tally.of(closed), "families closed in the period");
    }
}
