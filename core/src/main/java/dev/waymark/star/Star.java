package dev.waymark.star;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An Outcome Star as data: its areas in the Star's own order, its scale and the stages that cover it.
 *
 * <p>Only codes, titles and the shape of the scale stand here; the wording of a Star's scales is its owner's.
 * <b>Errors:</b> a definition whose stages leave a gap, overlap or miss an end of the scale, one that is at least
 * trying under one that is not, or that names a code twice, is refused with {@code WM-DEFINITION} or {@code WM-STAR},
 * naming file and path. <b>Threads:</b> immutable. <b>Source:</b> docs/data-format.md, chapter A Star of your own
 * (format {@code waymark-star/1}).
 */
public final class Star {

    /** The id of the Star that a reading without a {@code star} belongs to. */
    public static final String DEFAULT_ID = "family-star-plus";

    private final String id;
    private final String version;
    private final String title;
    private final List<Area> areas;
    private final int minScore;
    private final int maxScore;
    private final int threshold;
    private final List<Stage> stages;
    private final int[] stageOfScore;

    private Star(
            String id,
            String version,
            String title,
            List<Area> areas,
            int minScore,
            int maxScore,
            int threshold,
            List<Stage> stages) {
        this.id = id;
        this.version = version;
        this.title = title;
        this.areas = List.copyOf(areas);
        this.minScore = minScore;
        this.maxScore = maxScore;
        this.threshold = threshold;
        this.stages = List.copyOf(stages);
        this.stageOfScore = new int[maxScore - minScore + 1];
        ImmutableRangeMap.Builder<Integer, Integer> ranges = ImmutableRangeMap.builder();
        for (int stage = 0; stage < stages.size(); stage++) {
            ranges.put(Range.closed(stages.get(stage).from(), stages.get(stage).to()), stage);
        }
        ImmutableRangeMap<Integer, Integer> byScore = ranges.build();
        for (int score = minScore; score <= maxScore; score++) {
            Integer stage = byScore.get(score);
            if (stage == null) {
                throw new WaymarkException(
                        "WM-STAR", "no stage of Star '" + id + "' covers score " + score + ". Add it to a stage.");
            }
            stageOfScore[score - minScore] = stage;
        }
    }

    /** The Family Star Plus: ten areas, scores 1 to 10, five stages. */
    public static Star familyStarPlus() {
        return read(Definition.resource(Star.class, "family-star-plus.json"));
    }

    /** Reads a Star from its definition, format {@code waymark-star/1}. */
    public static Star read(Definition star) {
        star.requireFormat("waymark-star/1");
        star.allowOnly("format", "id", "version", "title", "areas", "minScore", "maxScore", "threshold", "stages");
        int minScore = star.at("minScore").whole(0, 100);
        int maxScore = star.at("maxScore").whole(minScore + 1, 100);
        List<Area> areas = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Definition area : nonEmpty(star.at("areas"))) {
            area.allowOnly("code", "title");
            areas.add(new Area(
                    once(area.at("code"), codes, area.at("code").code()),
                    area.at("title").text()));
        }
        return new Star(
                star.at("id").code(),
                star.at("version").text(),
                star.at("title").text(),
                areas,
                minScore,
                maxScore,
                star.at("threshold").whole(minScore, maxScore),
                stages(star.at("stages"), minScore, maxScore));
    }

    private static List<Stage> stages(Definition list, int minScore, int maxScore) {
        List<Stage> stages = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        boolean isTryingBefore = false;
        int next = minScore;
        for (Definition stage : nonEmpty(list)) {
            stage.allowOnly("code", "title", "from", "to", "inProgressBase", "littleOrNoSupport", "atLeastTrying");
            int from = stage.at("from").whole(minScore, maxScore);
            if (from != next) {
                throw stage.at("from").refuse(next + ", so that the stages cover the scale without gap or overlap");
            }
            int to = stage.at("to").whole(from, maxScore);
            next = to + 1;
            boolean isTrying = stage.at("atLeastTrying").yes();
            if (isTryingBefore && !isTrying) {
                throw stage.at("atLeastTrying").refuse("true, because a lower stage is at least trying");
            }
            isTryingBefore = isTrying;
            stages.add(new Stage(
                    once(stage.at("code"), codes, stage.at("code").code()),
                    stage.at("title").text(),
                    from,
                    to,
                    stage.at("inProgressBase").yes(),
                    stage.at("littleOrNoSupport").yes(),
                    isTrying));
        }
        if (next != maxScore + 1) {
            throw list.refuse("stages up to the highest score " + maxScore + "; they end at " + (next - 1));
        }
        return stages;
    }

    private static List<Definition> nonEmpty(Definition list) {
        List<Definition> elements = list.elements();
        if (elements.isEmpty()) {
            throw list.refuse("at least one element");
        }
        return elements;
    }

    private static String once(Definition place, Set<String> seen, String code) {
        if (!seen.add(code)) {
            throw place.refuse("a code that no other element of the list has");
        }
        return code;
    }

    /** The id that a reading's {@code star} names. */
    public String id() {
        return id;
    }

    /** The version of the definition. */
    public String version() {
        return version;
    }

    /** How people call the Star. */
    public String title() {
        return title;
    }

    /** The areas, in the Star's own order. */
    public List<Area> areas() {
        return areas;
    }

    /** The place of an area in {@link #areas()}, if the Star has it. */
    public Optional<Integer> areaIndex(String code) {
        for (int area = 0; area < areas.size(); area++) {
            if (areas.get(area).code().equals(code)) {
                return Optional.of(area);
            }
        }
        return Optional.empty();
    }

    /** The lowest score of the scale. */
    public int minScore() {
        return minScore;
    }

    /** The highest score of the scale. */
    public int maxScore() {
        return maxScore;
    }

    /** The score under which a family counts as low. */
    public int threshold() {
        return threshold;
    }

    /** The stages, from lowest to highest. */
    public List<Stage> stages() {
        return stages;
    }

    /** The place in {@link #stages()} of the stage that a score of the scale belongs to. */
    public int stageIndex(int score) {
        return stageOfScore[score - minScore];
    }

    /** The stages that match, as a reader lists them: "stuck, accepting help or trying"; "no stage" for none. */
    public String stageTitles(java.util.function.Predicate<Stage> which) {
        List<String> titles = stages.stream()
                .filter(which)
                .map(stage -> stage.title().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + stage.title().substring(1))
                .collect(Collectors.toList());
        if (titles.size() < 2) {
            return titles.isEmpty() ? "no stage" : titles.get(0);
        }
        return String.join(", ", titles.subList(0, titles.size() - 1)) + " or " + titles.get(titles.size() - 1);
    }

    /** Whether two Stars are defined alike, so that a measure made from one counts the readings of the other. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Star star
                        && id.equals(star.id)
                        && version.equals(star.version)
                        && title.equals(star.title)
                        && areas.equals(star.areas)
                        && minScore == star.minScore
                        && maxScore == star.maxScore
                        && threshold == star.threshold
                        && stages.equals(star.stages));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version);
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
