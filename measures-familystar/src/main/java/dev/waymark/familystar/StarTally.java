package dev.waymark.familystar;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Mean;
import dev.waymark.measure.Tally;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Integer, List<Scored>> scoredByArea = new HashMap<>();
    private final Tally tally;
    private final long closed;
    private final long closedWithReading;
    private final boolean isOneOfSeveral;

    StarTally(ScoreTables.OfStar counts, Tally tally, ScoreTables tables, boolean isOneOfSeveral) {
        this.counts = counts;
        this.tally = tally;
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
        return families(area, (first, last) -> true);
    }

    /** The families scored in both readings of an area whose pair of scores counts. */
    long families(int area, Pairs pairs) {
        return sum(area, pairs, (first, last) -> 1);
    }

    /** The sums behind a mean over the families of an area. */
    Mean.Sums mean(int area, Value value) {
        Pairs all = (first, last) -> true;
        return new Mean.Sums(
                families(area),
                sum(area, all, value),
                sum(area, all, (first, last) -> value.of(first, last) * value.of(first, last)),
                1);
    }

    private long sum(int area, Pairs pairs, Value value) {
        long sum = 0;
        for (Scored scored : scoredByArea.computeIfAbsent(area, this::scored)) {
            if (pairs.include(scored.first(), scored.last())) {
                sum += scored.families() * value.of(scored.first(), scored.last());
            }
        }
        return sum;
    }

    private List<Scored> scored(int area) {
        List<Scored> some = new ArrayList<>();
        for (int first = star().minScore(); first <= star().maxScore(); first++) {
            for (int last = star().minScore(); last <= star().maxScore(); last++) {
                long families = tally.of(counts.tables[area], counts.cell(first, last));
                if (families > 0) {
                    some.add(new Scored(first, last, families));
                }
            }
        }
        return some;
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
