package dev.waymark.familystar;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Mean;
import dev.waymark.measure.Tally;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.List;

/** The counts of one Star, and the dimensions its figures carry. */
final class StarTally {

    /** Whether a pair of scores counts. */
    @FunctionalInterface
    interface Pairs {
        /** Whether families with this first and last score count. */
        boolean include(int first, int last);
    }

    /** What is added up over the families of a table. */
    @FunctionalInterface
    interface Value {
        /** The value of a family with this first and last score. */
        long of(int first, int last);
    }

    /** Families that have this first and last score in an area. */
    private record Scored(int first, int last, long families) {}

    private final ScoreTables.OfStar counts;
    /** By area; arrays, as every figure of an area goes through them. */
    private final Scored[][] scoredByArea;

    private final Tally tally;
    private final long closed;
    private final long closedWithReading;
    private final boolean isOneOfSeveral;

    StarTally(ScoreTables.OfStar counts, Tally tally, ScoreTables tables, boolean isOneOfSeveral) {
        this.counts = counts;
        this.tally = tally;
        this.scoredByArea = new Scored[counts.tables.length][];
        this.closed = tally.of(tables.closed);
        this.closedWithReading = tally.of(counts.closedWithReading);
        this.isOneOfSeveral = isOneOfSeveral;
    }

    Star star() {
        return counts.star;
    }

    boolean isOneOfSeveral() {
        return isOneOfSeveral;
    }

    /** The families closed; where there are several Stars, those with a reading of this one. */
    long closed() {
        return isOneOfSeveral ? closedWithReading : closed;
    }

    long noReading() {
        return closed - closedWithReading;
    }

    long paired() {
        return tally.of(counts.paired);
    }

    long noLast() {
        return tally.of(counts.noLast);
    }

    long noFirst() {
        return closed() - paired() - noLast();
    }

    long scoredInBoth() {
        return tally.of(counts.scoredInBoth);
    }

    long progressedInAny() {
        return tally.of(counts.progressedInAny);
    }

    Mean.Sums areasProgressed() {
        return tally.of(counts.areasProgressed);
    }

    boolean isProgress(int first, int last) {
        return counts.isProgress(first, last);
    }

    int stage(int score) {
        return counts.star.stageIndex(score);
    }

    /** The families scored in both readings of an area. */
    long families(int area) {
        long families = 0;
        for (Scored scored : scored(area)) {
            families += scored.families();
        }
        return families;
    }

    /** The families scored in both readings of an area whose pair of scores counts. */
    long families(int area, Pairs pairs) {
        long families = 0;
        for (Scored scored : scored(area)) {
            if (pairs.include(scored.first(), scored.last())) {
                families += scored.families();
            }
        }
        return families;
    }

    /** The sums behind a mean over the families of an area. */
    Mean.Sums mean(int area, Value value) {
        long families = 0;
        long total = 0;
        long ofSquares = 0;
        for (Scored scored : scored(area)) {
            long one = value.of(scored.first(), scored.last());
            families += scored.families();
            total += scored.families() * one;
            ofSquares += scored.families() * one * one;
        }
        return new Mean.Sums(families, total, ofSquares, 1);
    }

    private Scored[] scored(int area) {
        Scored[] known = scoredByArea[area];
        if (known == null) {
            known = find(area);
            scoredByArea[area] = known;
        }
        return known;
    }

    private Scored[] find(int area) {
        Tally.Counters table = counts.tables[area];
        int minScore = star().minScore();
        int maxScore = star().maxScore();
        List<Scored> some = new ArrayList<>(counts.cell(maxScore, maxScore) + 1);
        for (int first = minScore; first <= maxScore; first++) {
            for (int last = minScore; last <= maxScore; last++) {
                long families = tally.of(table, counts.cell(first, last));
                if (families > 0) {
                    some.add(new Scored(first, last, families));
                }
            }
        }
        return some.toArray(new Scored[0]);
    }

    Dimensions dimensions() {
        return isOneOfSeveral ? Dimensions.of("star", star().id()) : Dimensions.NONE;
    }

    Dimensions dimensions(int area) {
        return dimensions().and("area", star().areas().get(area).code());
    }

    Dimensions dimensions(int area, String name, int stage) {
        return dimensions(area).and(name, star().stages().get(stage).code());
    }
}
