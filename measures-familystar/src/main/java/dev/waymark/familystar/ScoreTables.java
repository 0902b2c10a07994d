package dev.waymark.familystar;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.StarReading;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Counter;
import dev.waymark.measure.Tally.Counters;
import dev.waymark.measure.Tally.Sum;
import dev.waymark.measure.TallyCounting;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all Family Star figures come from: per Star and area one table of the closed families by first and last score.
 *
 * <p>Beside the tables stand the counts that are of families and not of areas: who is paired, and in how many areas a
 * family progressed.
 */
final class ScoreTables extends TallyCounting {

    /** The counts of one Star. */
    static final class OfStar {
        final Star star;
        final Counter closedWithReading;
        final Counter paired;
        final Counter noLast;
        final Counter scoredInBoth;
        final Counter progressedInAny;
        final Sum areasProgressed;
        /** By area; an array, as every pair of scores is counted through it. */
        final Counters[] tables;

        private final int minScore;
        private final int scores;
        /** 1 for the cells of a table that are progress, which no processor foresees, so it is added and not asked. */
        private final int[] progress;

        private OfStar(Star star, ScoreTables names) {
            this.star = star;
            this.closedWithReading = names.counter();
            this.paired = names.counter();
            this.noLast = names.counter();
            this.scoredInBoth = names.counter();
            this.progressedInAny = names.counter();
            this.areasProgressed = names.sum();
            this.minScore = star.minScore();
            this.scores = star.maxScore() - minScore + 1;
            this.tables = star.areas().stream()
                    .map(area -> names.counters(scores * scores))
                    .toArray(Counters[]::new);
            this.progress = new int[scores * scores];
            for (int first = minScore; first <= star.maxScore(); first++) {
                for (int last = minScore; last <= star.maxScore(); last++) {
                    progress[cell(first, last)] = isProgress(first, last) ? 1 : 0;
                }
            }
        }

        int cell(int first, int last) {
            return (first - minScore) * scores + last - minScore;
        }

        boolean isProgress(int first, int last) {
            return last > first && star.stageIndex(last) > star.stageIndex(first);
        }
    }

    final Counter closed;
    final List<OfStar> stars = new ArrayList<>();

    ScoreTables(List<Star> definitions) {
        closed = counter();
        for (Star star : definitions) {
            stars.add(new OfStar(star, this));
        }
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        Optional<Episode> counted = family.countedEpisode();
        if (counted.isEmpty()) {
            return;
        }
        tally.add(closed);
        for (int s = 0; s < stars.size(); s++) {
            OfStar star = stars.get(s);
            if (family.hasReading(star.star)) {
                tally.add(star.closedWithReading);
                countPair(family, counted.get(), star, tally);
            }
        }
    }

    private static void countPair(FamilyCase family, Episode counted, OfStar star, Tally tally) {
        Optional<StarReading> first = family.firstReading(star.star, counted);
        if (first.isEmpty()) {
            return;
        }
        Optional<StarReading> last = family.lastReading(first.get(), counted);
        if (last.isEmpty()) {
            tally.add(star.noLast);
            return;
        }
        tally.add(star.paired);
        int scored = 0;
        int progressed = 0;
        for (int area = 0; area < star.tables.length; area++) {
            if (first.get().isScored(area) && last.get().isScored(area)) {
                int cell = star.cell(first.get().score(area), last.get().score(area));
                tally.add(star.tables[area], cell);
                scored++;
                progressed += star.progress[cell];
            }
        }
        if (scored > 0) {
            tally.add(star.scoredInBoth);
            tally.add(star.areasProgressed, progressed);
            if (progressed > 0) {
                tally.add(star.progressedInAny);
            }
        }
    }
}
