package dev.waymark.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A Star: its areas, its scale and its stages.
 *
 * @param id the id in the column {@code star}
 * @param areas the codes of the areas in the Star's own order
 * @param minScore the least score
 * @param maxScore the greatest score
 * @param threshold a score under it is a low score
 * @param stages the stages from lowest to highest
 */
public record ReferenceStar(
        String id, List<String> areas, int minScore, int maxScore, int threshold, List<Stage> stages) {

    /**
     * A stage of the scale.
     *
     * @param code the stage's code
     * @param from its least score
     * @param to its greatest score
     * @param inProgressBase whether families first here are in the base of positive progress
     * @param littleOrNoSupport whether families here need little or no support
     * @param atLeastTrying whether families here are at least trying
     */
    public record Stage(
            String code, int from, int to, boolean inProgressBase, boolean littleOrNoSupport, boolean atLeastTrying) {}

    /**
     * "Family Star Plus: scores 1 to 10; stages stuck 1-2, accepting-help 3-4, trying 5-6, finding-what-works 7-8,
     * effective-parenting 9-10."
     */
    public static final ReferenceStar FAMILY_STAR_PLUS = new ReferenceStar(
            "family-star-plus",
            List.of(
                    "physical-health",
                    "your-well-being",
                    "meeting-emotional-needs",
                    "keeping-your-children-safe",
                    "social-networks",
                    "education-and-learning",
                    "boundaries-and-behaviour",
                    "family-routine",
                    "home-and-money",
                    "progress-to-work"),
            1,
            10,
            6,
            List.of(
                    new Stage("stuck", 1, 2, true, false, false),
                    new Stage("accepting-help", 3, 4, true, false, false),
                    new Stage("trying", 5, 6, true, false, true),
                    new Stage("finding-what-works", 7, 8, false, true, true),
                    new Stage("effective-parenting", 9, 10, false, true, true)));

    /** The place of the score's stage, from 0 for the lowest. */
    int stageIndex(int score) {
        for (int index = 0; index < stages.size(); index++) {
            if (score >= stages.get(index).from() && score <= stages.get(index).to()) {
                return index;
            }
        }
        throw new IllegalArgumentException("score " + score + " is in no stage of " + id);
    }

    /** The stage of the score. */
    Stage stage(int score) {
        return stages.get(stageIndex(score));
    }

    /** The definition in the format {@code waymark-star/1}, for {@code stars/*.json} beside the files. */
    public String json() {
        List<String> areaObjects = new ArrayList<>();
        for (String area : areas) {
            areaObjects.add(String.format("{\"code\": \"%s\", \"title\": \"%s\"}", area, area));
        }
        List<String> stageObjects = new ArrayList<>();
        for (Stage stage : stages) {
            stageObjects.add(String.format(
                    "{\"code\": \"%s\", \"title\": \"%s\", \"from\": %d, \"to\": %d,"
                            + " \"inProgressBase\": %b, \"littleOrNoSupport\": %b, \"atLeastTrying\": %b}",
                    stage.code(),
                    stage.code(),
                    stage.from(),
                    stage.to(),
                    stage.inProgressBase(),
                    stage.littleOrNoSupport(),
                    stage.atLeastTrying()));
        }
        return String.format(
                "{\"format\": \"waymark-star/1\", \"id\": \"%s\", \"version\": \"1\", \"title\": \"%s\",%n"
                        + " \"areas\": [%s],%n \"minScore\": %d, \"maxScore\": %d, \"threshold\": %d,%n"
                        + " \"stages\": [%s]}%n",
                id, id, String.join(", ", areaObjects), minScore, maxScore, threshold, String.join(", ", stageObjects));
    }
}
