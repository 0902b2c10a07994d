package dev.waymark.run;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import java.util.Optional;

/** A measure as a third party would write it: families worked with, and closed families by the month of closing. */
final class FamiliesCounted extends CountingMeasure {

    private final Tally.Counter families = counter();
    private final Tally.TextCounter byMonth = textCounter();

    FamiliesCounted(String id) {
        super(MeasureSpec.of(id, "1", "Families", "this test"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.isWorkedWith()) {
            tally.add(families);
        }
        Optional<String> month = family.countedEpisode()
                .flatMap(episode -> episode.closed())
                .map(date -> date.getMonth().name());
        month.ifPresent(name -> tally.add(byMonth, name));
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        figures.count("families", Dimensions.NONE, tally.of(families), "families worked with");
        for (String month : whole.texts(byMonth)) {
            figures.count("closed", Dimensions.of("month", month), tally.of(byMonth, month), "families closed");
        }
    }
}
