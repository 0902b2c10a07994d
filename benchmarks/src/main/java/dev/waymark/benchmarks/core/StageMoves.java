package dev.waymark.benchmarks.core;

import dev.waymark.family.FamilyCase;
import dev.waymark.family.StarReading;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Families by stage at first and at last, as somebody writes it who has only the plugin contract. */
final class StageMoves extends CountingMeasure {

    private final Star star;
    private final int stages;
    private final List<Tally.Counters> moves = new ArrayList<>();

    StageMoves(Star star) {
        super(MeasureSpec.of("anytown.stage-moves", "1", "Moves from stage to stage", "Anytown plan 2016, page 5"));
        this.star = star;
        this.stages = star.stages().size();
        for (int area = 0; area < star.areas().size(); area++) {
            moves.add(counters(stages * stages));
        }
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        Optional<StarReading> first = family.firstReading(star);
        Optional<StarReading> last = family.lastReading(star);
        for (int area = 0; last.isPresent() && area < moves.size(); area++) {
            if (first.get().isScored(area) && last.get().isScored(area)) {
                tally.add(
                        moves.get(area),
                        star.stageIndex(first.get().score(area)) * stages
                                + star.stageIndex(last.get().score(area)));
            }
        }
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        for (int area = 0; area < moves.size(); area++) {
            for (int first = 0; first < stages; first++) {
                for (int last = 0; last < stages; last++) {
                    figures.count(
                            "families",
                            Dimensions.of("area", star.areas().get(area).code())
                                    .and(
                                            "stage-at-first",
                                            star.stages().get(first).code())
                                    .and(
                                            "stage-at-last",
                                            star.stages().get(last).code()),
                            tally.of(moves.get(area), first * stages + last),
                            "families closed with a first and a last reading, the area scored in both");
                }
            }
        }
    }
}
