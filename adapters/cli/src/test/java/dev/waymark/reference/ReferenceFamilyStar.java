package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Reading;
import dev.waymark.reference.ReferenceStar.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The measures {@code familystar.*}: "needs star_readings". */
final class ReferenceFamilyStar {

    /** The first and the last score of one family in one area. */
    private record Pair(int first, int last) {}

    /** The first and the last reading of one family. */
    private record PairedReadings(Reading first, Reading last) {}

    /** One figure for one Star. */
    private interface OfStar {

        void add(ReferenceStar star);
    }

    private final ReferenceSemantics part;
    private final ReferenceFigures figures;
    private final List<ReferenceStar> stars;
    private final boolean absent;
    private final Map<ReferenceStar, List<PairedReadings>> pairedFamilies = new HashMap<>();

    /**
     * The measures for a part of the data.
     *
     * @param whole the records of the whole report, which say which Stars there are
     * @param part the records that are counted
     * @param defined the Stars that are defined
     * @param figures where the figures go
     */
    ReferenceFamilyStar(
            ReferenceSemantics whole, ReferenceSemantics part, List<ReferenceStar> defined, ReferenceFigures figures) {
        this.part = part;
        this.figures = figures;
        this.stars = starsInTheData(whole, defined);
        this.absent = !part.records().has("star_readings");
    }

    /**
     * "For each Star in the data", "Without any reading the figures are those of family-star-plus"; by id, "the others
     * A to Z".
     */
    private static List<ReferenceStar> starsInTheData(ReferenceSemantics whole, List<ReferenceStar> defined) {
        List<ReferenceStar> read = new ArrayList<>();
        for (String id : ReferenceRecords.aToZ(
                whole.records().readings().stream().map(Reading::star).toList())) {
            defined.stream().filter(star -> star.id().equals(id)).forEach(read::add);
        }
        return read.isEmpty() ? List.of(ReferenceStar.FAMILY_STAR_PLUS) : read;
    }

    void evaluate() {
        base();
        start();
        end();
        progress();
        transitions();
        scores();
        family();
    }

    private void base() {
        String measure = "familystar.base";
        each(star -> count(measure, "families-closed", families(star).size(), front(star)));
        each(star -> count(measure, "paired", pairedFamilies(star).size(), front(star)));
        each(star -> count(measure, "no-first", withoutFirst(star), front(star)));
        each(star -> count(measure, "no-last", withoutLast(star), front(star)));
        if (stars.size() > 1) {
            each(star -> count(
                    measure,
                    "no-reading",
                    part.familiesClosed().size() - families(star).size(),
                    front(star)));
        }
        // "paired of closed"
        each(star -> percent(
                measure,
                "pairing-rate",
                pairedFamilies(star).size(),
                families(star).size(),
                front(star)));
    }

    private void start() {
        String measure = "familystar.start";
        eachStage(
                "stage",
                (star, area, stage, dimensions) -> share(
                        measure, "stage-at-first", star, area, pair -> atStage(star, pair.first(), stage), dimensions));
        // "at a stage below those that are at least trying"
        eachArea((star, area, dimensions) -> share(
                measure,
                "low-stage-at-first",
                star,
                area,
                pair -> !star.stage(pair.first()).atLeastTrying(),
                dimensions));
    }

    private void end() {
        String measure = "familystar.end";
        eachStage(
                "stage",
                (star, area, stage, dimensions) -> share(
                        measure, "stage-at-last", star, area, pair -> atStage(star, pair.last(), stage), dimensions));
        // "last at finding what works or effective parenting"
        eachArea((star, area, dimensions) -> share(
                measure,
                "little-or-no-support",
                star,
                area,
                pair -> star.stage(pair.last()).littleOrNoSupport(),
                dimensions));
        // "last at trying or above"
        eachArea((star, area, dimensions) -> share(
                measure,
                "at-least-trying",
                star,
                area,
                pair -> star.stage(pair.last()).atLeastTrying(),
                dimensions));
    }

    private void progress() {
        String measure = "familystar.progress";
        // "score increased AND at least one stage up, of those first at stuck, accepting help or trying"
        eachArea((star, area, dimensions) -> {
            List<Pair> base = pairs(star, area).stream()
                    .filter(pair -> star.stage(pair.first()).inProgressBase())
                    .toList();
            percent(measure, "positive-progress", progressed(star, base), base.size(), dimensions);
        });
        // "the same over every starting stage"
        eachArea((star, area, dimensions) -> {
            List<Pair> base = pairs(star, area);
            percent(measure, "positive-progress-all", progressed(star, base), base.size(), dimensions);
        });
        // "by stage at first; the last stage: no-value, cannot-progress, numerator null, the denominator given"
        eachStage("stage", (star, area, stage, dimensions) -> {
            List<Pair> base = pairs(star, area).stream()
                    .filter(pair -> atStage(star, pair.first(), stage))
                    .toList();
            if (stage.equals(star.stages().get(star.stages().size() - 1)) && !absent) {
                figures.cannotProgress(measure, "positive-progress-by-start", base.size(), dimensions);
            } else {
                percent(measure, "positive-progress-by-start", progressed(star, base), base.size(), dimensions);
            }
        });
        // "same stage"
        eachArea((star, area, dimensions) ->
                share(measure, "maintained", star, area, pair -> stagesUp(star, pair) == 0, dimensions));
        // "at least one stage down"
        eachArea((star, area, dimensions) ->
                share(measure, "regression", star, area, pair -> stagesUp(star, pair) < 0, dimensions));
    }

    /** "the table of stages". */
    private void transitions() {
        eachStage("stage-at-first", (star, area, first, dimensions) -> {
            for (Stage last : star.stages()) {
                long families = pairs(star, area).stream()
                        .filter(pair -> atStage(star, pair.first(), first))
                        .filter(pair -> atStage(star, pair.last(), last))
                        .count();
                count("familystar.transitions", "families", families, and(dimensions, "stage-at-last", last.code()));
            }
        });
    }

    private void scores() {
        String measure = "familystar.scores";
        eachArea((star, area, dimensions) -> mean(
                measure,
                "mean-first",
                pairs(star, area).stream().map(pair -> (long) pair.first()).toList(),
                dimensions));
        eachArea((star, area, dimensions) -> mean(
                measure,
                "mean-last",
                pairs(star, area).stream().map(pair -> (long) pair.last()).toList(),
                dimensions));
        eachArea((star, area, dimensions) -> mean(
                measure,
                "mean-change",
                pairs(star, area).stream()
                        .map(pair -> (long) pair.last() - pair.first())
                        .toList(),
                dimensions));
        // "score under the Star's threshold (6)"
        eachArea((star, area, dimensions) -> share(
                measure, "below-threshold-first", star, area, pair -> pair.first() < star.threshold(), dimensions));
        eachArea((star, area, dimensions) ->
                share(measure, "below-threshold-last", star, area, pair -> pair.last() < star.threshold(), dimensions));
        // "as for issues": "at-last minus at-first"
        eachArea((star, area, dimensions) -> {
            if (absent) {
                figures.tableAbsent(measure, "below-threshold-change", "points", dimensions);
            } else {
                figures.points(
                        measure,
                        "below-threshold-change",
                        belowThresholdFirst(star, area),
                        belowThresholdLast(star, area),
                        pairs(star, area).size(),
                        dimensions);
            }
        });
        // "as for issues": "(count at last - count at first) / count at first"
        eachArea((star, area, dimensions) -> {
            if (absent) {
                figures.tableAbsent(measure, "below-threshold-relative-change", "percent", dimensions);
            } else {
                figures.relativeChange(
                        measure,
                        "below-threshold-relative-change",
                        belowThresholdFirst(star, area),
                        belowThresholdLast(star, area),
                        dimensions);
            }
        });
    }

    private void family() {
        String measure = "familystar.family";
        each(star -> {
            List<Long> progressed = areasProgressed(star);
            long any = progressed.stream().filter(areas -> areas > 0).count();
            percent(measure, "any-progress", any, progressed.size(), front(star));
        });
        each(star -> mean(measure, "mean-areas-progressed", areasProgressed(star), front(star)));
    }

    /**
     * "paired families with one area or more scored in both; with progress (as in positive-progress-all) in at least
     * one": for each such family the number of areas with progress.
     */
    private List<Long> areasProgressed(ReferenceStar star) {
        List<Long> result = new ArrayList<>();
        for (PairedReadings readings : pairedFamilies(star)) {
            List<Pair> scoredInBoth = new ArrayList<>();
            for (String area : star.areas()) {
                addPair(readings, area, scoredInBoth);
            }
            if (!scoredInBoth.isEmpty()) {
                result.add(progressed(star, scoredInBoth));
            }
        }
        return result;
    }

    /**
     * The families closed; "with several Stars: of the families closed that have a reading of this one on or before the
     * as-at date".
     */
    private List<Family> families(ReferenceStar star) {
        return part.familiesClosed().stream()
                .filter(family ->
                        stars.size() == 1 || !part.readingsOf(family, star).isEmpty())
                .toList();
    }

    /** "First and last of one Star of a family, in the counted episode"; looked up once for all areas. */
    private List<PairedReadings> pairedFamilies(ReferenceStar star) {
        return pairedFamilies.computeIfAbsent(star, this::findPairedFamilies);
    }

    private List<PairedReadings> findPairedFamilies(ReferenceStar star) {
        List<PairedReadings> paired = new ArrayList<>();
        for (Family family : families(star)) {
            Episode counted = part.countedEpisode(family).orElseThrow();
            List<Reading> readings = part.readingsOf(family, star);
            if (part.first(readings, counted).isPresent()
                    && part.last(readings, counted).isPresent()) {
                paired.add(new PairedReadings(
                        part.first(readings, counted).get(),
                        part.last(readings, counted).get()));
            }
        }
        return paired;
    }

    private long withoutFirst(ReferenceStar star) {
        return families(star).stream()
                .filter(family -> part.first(
                                part.readingsOf(family, star),
                                part.countedEpisode(family).orElseThrow())
                        .isEmpty())
                .count();
    }

    private long withoutLast(ReferenceStar star) {
        return families(star).stream()
                .filter(family -> part.first(
                                part.readingsOf(family, star),
                                part.countedEpisode(family).orElseThrow())
                        .isPresent())
                .filter(family -> part.last(
                                part.readingsOf(family, star),
                                part.countedEpisode(family).orElseThrow())
                        .isEmpty())
                .count();
    }

    /** "families closed with a first and a last reading of the Star, the area scored in both". */
    private List<Pair> pairs(ReferenceStar star, String area) {
        List<Pair> pairs = new ArrayList<>();
        for (PairedReadings readings : pairedFamilies(star)) {
            addPair(readings, area, pairs);
        }
        return pairs;
    }

    /** "For one area both scores must be recorded." */
    private static void addPair(PairedReadings readings, String area, List<Pair> pairs) {
        Integer first = readings.first().scores().get(area);
        Integer last = readings.last().scores().get(area);
        if (first != null && last != null) {
            pairs.add(new Pair(first, last));
        }
    }

    private static boolean atStage(ReferenceStar star, int score, Stage stage) {
        return star.stage(score).equals(stage);
    }

    private static int stagesUp(ReferenceStar star, Pair pair) {
        return star.stageIndex(pair.last()) - star.stageIndex(pair.first());
    }

    /** "score increased AND at least one stage up". */
    private static long progressed(ReferenceStar star, List<Pair> base) {
        return base.stream()
                .filter(pair -> pair.last() > pair.first() && stagesUp(star, pair) >= 1)
                .count();
    }

    private long belowThresholdFirst(ReferenceStar star, String area) {
        return pairs(star, area).stream()
                .filter(pair -> pair.first() < star.threshold())
                .count();
    }

    private long belowThresholdLast(ReferenceStar star, String area) {
        return pairs(star, area).stream()
                .filter(pair -> pair.last() < star.threshold())
                .count();
    }

    /** One figure for one area. */
    private interface OfArea {

        void add(ReferenceStar star, String area, String[] dimensions);
    }

    /** One figure for one area and stage. */
    private interface OfStage {

        void add(ReferenceStar star, String area, Stage stage, String[] dimensions);
    }

    private void each(OfStar figure) {
        stars.forEach(figure::add);
    }

    private void eachArea(OfArea figure) {
        each(star -> star.areas().forEach(area -> figure.add(star, area, and(front(star), "area", area))));
    }

    private void eachStage(String dimension, OfStage figure) {
        eachArea((star, area, dimensions) -> star.stages()
                .forEach(stage -> figure.add(star, area, stage, and(dimensions, dimension, stage.code()))));
    }

    /** "the dimension {@code star} comes first when there is more than one". */
    private String[] front(ReferenceStar star) {
        return stars.size() > 1 ? new String[] {"star", star.id()} : new String[] {};
    }

    private static String[] and(String[] dimensions, String name, String value) {
        List<String> more = new ArrayList<>(List.of(dimensions));
        more.add(name);
        more.add(value);
        return more.toArray(new String[0]);
    }

    private void share(
            String measure,
            String figure,
            ReferenceStar star,
            String area,
            Predicate<Pair> counted,
            String... dimensions) {
        List<Pair> base = pairs(star, area);
        percent(measure, figure, base.stream().filter(counted).count(), base.size(), dimensions);
    }

    private void percent(String measure, String figure, long numerator, long denominator, String... dimensions) {
        if (absent) {
            figures.tableAbsent(measure, figure, "percent", dimensions);
        } else {
            figures.percent(measure, figure, numerator, denominator, dimensions);
        }
    }

    private void count(String measure, String figure, long value, String... dimensions) {
        if (absent) {
            figures.tableAbsent(measure, figure, "count", dimensions);
        } else {
            figures.count(measure, figure, value, dimensions);
        }
    }

    private void mean(String measure, String figure, List<Long> observations, String... dimensions) {
        if (absent) {
            figures.tableAbsent(measure, figure, "mean", dimensions);
        } else {
            figures.mean(measure, figure, "mean", observations, 1, dimensions);
        }
    }
}
