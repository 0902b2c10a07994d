package dev.waymark.familystar;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.figure.Unit;
import dev.waymark.star.Stage;
import java.util.List;

/** The chapters of the Star's report, in their order; each says who is in its base. */
final class Chapters {

    private static final String CLOSED = "families closed in the period";
    private static final String CLOSED_WITH_READING = "families closed in the period with a reading of the Star";
    private static final String PAIRED_AND_SCORED =
            "families closed with a first and a last reading, at least one area scored in both";

    private Chapters() {}

    /**
     * Who is in the analysis: the families closed, those with a first and a last reading, and why the others are out.
     */
    static void base(StarTally star, Figures figures) {
        Dimensions all = star.dimensions();
        String closed = star.isOneOfSeveral() ? CLOSED_WITH_READING : CLOSED;
        figures.count("families-closed", all, star.closed(), closed);
        figures.count(
                "paired", all, star.paired(), closed + ", with a first and a last reading in the counted episode");
        figures.count("no-first", all, star.noFirst(), closed + ", without a first reading in the counted episode");
        figures.count("no-last", all, star.noLast(), closed + ", with a first reading but no last after it");
        if (star.isOneOfSeveral()) {
            figures.count("no-reading", all, star.noReading(), CLOSED + ", without any reading of the Star");
        }
        figures.proportion("pairing-rate", all, star.paired(), star.closed(), closed);
    }

    /** Where families start. */
    static void start(StarTally star, Figures figures) {
        eachStage(star, figures, "stage-at-first", (stage, first, last) -> star.stage(first) == stage);
        eachArea(
                star,
                figures,
                "low-stage-at-first",
                (first, last) -> !stageOf(star, first).atLeastTrying());
    }

    /** Where families end. */
    static void end(StarTally star, Figures figures) {
        eachStage(star, figures, "stage-at-last", (stage, first, last) -> star.stage(last) == stage);
        eachArea(
                star,
                figures,
                "little-or-no-support",
                (first, last) -> stageOf(star, last).littleOrNoSupport());
        eachArea(
                star,
                figures,
                "at-least-trying",
                (first, last) -> stageOf(star, last).atLeastTrying());
    }

    /** Who makes positive progress: the score rose and the stage rose by at least one. Both bases are given. */
    static void progress(StarTally star, Figures figures) {
        String starters =
                "families first at " + star.star().stageTitles(Stage::inProgressBase) + ", scored in both readings";
        for (int area = 0; area < star.star().areas().size(); area++) {
            figures.proportion(
                    "positive-progress",
                    star.dimensions(area),
                    star.families(
                            area,
                            (first, last) -> stageOf(star, first).inProgressBase() && star.isProgress(first, last)),
                    star.families(area, (first, last) -> stageOf(star, first).inProgressBase()),
                    starters);
        }
        eachArea(star, figures, "positive-progress-all", star::isProgress);
        progressByStart(star, figures);
        eachArea(star, figures, "maintained", (first, last) -> star.stage(first) == star.stage(last));
        eachArea(star, figures, "regression", (first, last) -> star.stage(last) < star.stage(first));
    }

    private static void progressByStart(StarTally star, Figures figures) {
        List<Stage> stages = star.star().stages();
        // by their codes: the equals of a record is made at the first call, which every run would pay
        List<String> bases = stages.stream()
                .map(stage -> "families first at "
                        + star.star().stageTitles(one -> one.code().equals(stage.code())) + ", scored in both readings")
                .toList();
        for (int area = 0; area < star.star().areas().size(); area++) {
            for (int s = 0; s < stages.size(); s++) {
                int stage = s;
                String base = bases.get(stage);
                Dimensions dimensions = star.dimensions(area, "stage", stage);
                long starters = star.families(area, (first, last) -> star.stage(first) == stage);
                if (stage == stages.size() - 1) {
                    figures.noPercentage("positive-progress-by-start", dimensions, "cannot-progress", starters, base);
                } else {
                    figures.proportion(
                            "positive-progress-by-start",
                            dimensions,
                            star.families(
                                    area, (first, last) -> star.stage(first) == stage && star.isProgress(first, last)),
                            starters,
                            base);
                }
            }
        }
    }

    /** The table of stages: from which stage to which. */
    static void transitions(StarTally star, Figures figures) {
        int stages = star.star().stages().size();
        for (int area = 0; area < star.star().areas().size(); area++) {
            for (int from = 0; from < stages; from++) {
                for (int to = 0; to < stages; to++) {
                    int atFirst = from;
                    int atLast = to;
                    figures.count(
                            "families",
                            star.dimensions(area, "stage-at-first", from)
                                    .and(
                                            "stage-at-last",
                                            star.star().stages().get(to).code()),
                            star.families(
                                    area, (first, last) -> star.stage(first) == atFirst && star.stage(last) == atLast),
                            Chapter.SCORED_IN_BOTH);
                }
            }
        }
    }

    /** Mean scores, and who scores under the Star's threshold. */
    static void scores(StarTally star, Figures figures) {
        eachMean(star, figures, "mean-first", (first, last) -> first);
        eachMean(star, figures, "mean-last", (first, last) -> last);
        eachMean(star, figures, "mean-change", (first, last) -> last - first);
        int threshold = star.star().threshold();
        StarTally.Pairs atFirst = (first, last) -> first < threshold;
        StarTally.Pairs atLast = (first, last) -> last < threshold;
        eachArea(star, figures, "below-threshold-first", atFirst);
        eachArea(star, figures, "below-threshold-last", atLast);
        for (int area = 0; area < star.star().areas().size(); area++) {
            figures.points(
                    "below-threshold-change",
                    star.dimensions(area),
                    star.families(area, atFirst),
                    star.families(area, atLast),
                    star.families(area),
                    Chapter.SCORED_IN_BOTH);
        }
        for (int area = 0; area < star.star().areas().size(); area++) {
            long low = star.families(area, atFirst);
            figures.relative(
                    "below-threshold-relative-change",
                    star.dimensions(area),
                    star.families(area, atLast) - low,
                    low,
                    "families closed with a score under " + threshold + " in the first reading, scored in both");
        }
    }

    /** In how many areas families progressed. */
    static void family(StarTally star, Figures figures) {
        figures.proportion(
                "any-progress", star.dimensions(), star.progressedInAny(), star.scoredInBoth(), PAIRED_AND_SCORED);
        figures.mean("mean-areas-progressed", star.dimensions(), Unit.MEAN, star.areasProgressed(), PAIRED_AND_SCORED);
    }

    private static Stage stageOf(StarTally star, int score) {
        return star.star().stages().get(star.stage(score));
    }

    private static void eachArea(StarTally star, Figures figures, String figure, StarTally.Pairs counted) {
        for (int area = 0; area < star.star().areas().size(); area++) {
            figures.proportion(
                    figure,
                    star.dimensions(area),
                    star.families(area, counted),
                    star.families(area),
                    Chapter.SCORED_IN_BOTH);
        }
    }

    private static void eachMean(StarTally star, Figures figures, String figure, StarTally.Value value) {
        for (int area = 0; area < star.star().areas().size(); area++) {
            figures.mean(figure, star.dimensions(area), Unit.MEAN, star.mean(area, value), Chapter.SCORED_IN_BOTH);
        }
    }

    /** Whether a pair of scores counts under a stage. */
    @FunctionalInterface
    private interface StagePairs {
        /** Whether families with this first and last score count under the stage. */
        boolean include(int stage, int first, int last);
    }

    private static void eachStage(StarTally star, Figures figures, String figure, StagePairs counted) {
        for (int area = 0; area < star.star().areas().size(); area++) {
            for (int s = 0; s < star.star().stages().size(); s++) {
                int stage = s;
                figures.proportion(
                        figure,
                        star.dimensions(area, "stage", stage),
                        star.families(area, (first, last) -> counted.include(stage, first, last)),
                        star.families(area),
                        Chapter.SCORED_IN_BOTH);
            }
        }
    }
}
