package dev.waymark.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarTest {

    private static final String FOUR_POINTS = """
        {"format": "waymark-star/1", "id": "four-points", "version": "2", "title": "Four points",
         "areas": [{"code": "sleep", "title": "Sleep"}, {"code": "play", "title": "Play"}],
         "minScore": 0, "maxScore": 3, "threshold": 2,
         "stages": [
          {"code": "low", "title": "Low", "from": 0, "to": 1,
           "inProgressBase": true, "littleOrNoSupport": false, "atLeastTrying": false},
          {"code": "high", "title": "High", "from": 2, "to": 3,
           "inProgressBase": false, "littleOrNoSupport": true, "atLeastTrying": true}]}
        """;

    private static Star read(String json) {
        return Star.read(Definition.parse("star.json", json));
    }

    /** A measure is made from one reading of a definition, and the records from another. */
    @Test
    void starsThatAreDefinedAlikeAreEqual() {
        assertThat(read(FOUR_POINTS)).isEqualTo(read(FOUR_POINTS)).hasSameHashCodeAs(read(FOUR_POINTS));
        assertThat(read(FOUR_POINTS))
                .isNotEqualTo(read(FOUR_POINTS.replace("\"threshold\": 2", "\"threshold\": 1")))
                .isNotEqualTo(read(FOUR_POINTS.replace("\"code\": \"play\"", "\"code\": \"rest\"")))
                .isNotEqualTo(Star.familyStarPlus());
    }

    // "Area codes in the Star's own order"
    @Test
    void theFamilyStarPlusHasTenAreasInItsOwnOrder() {
        Star star = Star.familyStarPlus();

        assertThat(star).hasToString("family-star-plus 1");
        assertThat(star.title()).isEqualTo("Family Star Plus");
        assertThat(star.areas())
                .extracting(Area::code)
                .containsExactly(
                        "physical-health",
                        "your-well-being",
                        "meeting-emotional-needs",
                        "keeping-your-children-safe",
                        "social-networks",
                        "education-and-learning",
                        "boundaries-and-behaviour",
                        "family-routine",
                        "home-and-money",
                        "progress-to-work");
    }

    // "scores 1 to 10; stages stuck 1-2, accepting-help 3-4, trying 5-6, finding-what-works 7-8, effective-parenting
    // 9-10"
    @ParameterizedTest
    @CsvSource({
        "1, stuck",
        "2, stuck",
        "3, accepting-help",
        "4, accepting-help",
        "5, trying",
        "6, trying",
        "7, finding-what-works",
        "8, finding-what-works",
        "9, effective-parenting",
        "10, effective-parenting"
    })
    void everyScoreOfTheFamilyStarPlusHasItsStage(int score, String stage) {
        Star star = Star.familyStarPlus();

        assertThat(star.stages().get(star.stageIndex(score)).code()).isEqualTo(stage);
    }

    // "`threshold` is that of the low-score figures (6)"
    @Test
    void theScaleOfTheFamilyStarPlusIsOneToTenWithThresholdSix() {
        Star star = Star.familyStarPlus();

        assertThat(star.minScore()).isEqualTo(1);
        assertThat(star.maxScore()).isEqualTo(10);
        assertThat(star.threshold()).isEqualTo(6);
    }

    @Test
    void stagesOfTheFamilyStarPlusSayWhatTheyCountFor() {
        Star star = Star.familyStarPlus();

        assertThat(star.stageTitles(Stage::inProgressBase)).isEqualTo("stuck, accepting help or trying");
        assertThat(star.stageTitles(Stage::littleOrNoSupport)).isEqualTo("finding what works or effective parenting");
        assertThat(star.stageTitles(Stage::atLeastTrying))
                .isEqualTo("trying, finding what works or effective parenting");
        assertThat(star.stageTitles(stage -> stage.from() == 1)).isEqualTo("stuck");
        assertThat(star.stageTitles(stage -> false)).isEqualTo("no stage");
    }

    @Test
    void anAreaIsFoundByItsCode() {
        Star star = Star.familyStarPlus();

        assertThat(star.areaIndex("physical-health")).isEqualTo(Optional.of(0));
        assertThat(star.areaIndex("progress-to-work")).isEqualTo(Optional.of(9));
        assertThat(star.areaIndex("Physical-health")).isEmpty();
        assertThat(star.areaIndex("sleep")).isEmpty();
    }

    @Test
    void aStarOfOtherAreasAndAnotherScaleIsAStar() {
        Star star = read(FOUR_POINTS);

        assertThat(star).hasToString("four-points 2");
        assertThat(star.stageIndex(0)).isZero();
        assertThat(star.stageIndex(1)).isZero();
        assertThat(star.stageIndex(2)).isEqualTo(1);
        assertThat(star.stageIndex(3)).isEqualTo(1);
        assertThat(star.stages().get(0)).isEqualTo(new Stage("low", "Low", 0, 1, true, false, false));
        assertThat(star.areas()).containsExactly(new Area("sleep", "Sleep"), new Area("play", "Play"));
    }

    // "stages from lowest to highest, covering the scale without gap"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # replaced        | by               | message
        # a gap, an overlap, the lower end missing, the upper end missing
        "from": 2, "to": 3 | "from": 3, "to": 3 | stages[1].from is 3. Expected: 2, so that the stages cover the scale without gap or overlap.
        "from": 2, "to": 3 | "from": 1, "to": 3 | stages[1].from is 1. Expected: 2, so that the stages cover the scale without gap or overlap.
        "from": 0, "to": 1 | "from": 1, "to": 1 | stages[0].from is 1. Expected: 0, so that the stages cover the scale without gap or overlap.
        "from": 2, "to": 3 | "from": 2, "to": 2 | stages is a list. Expected: stages up to the highest score 3; they end at 2.
        # off the scale, or backwards
        "from": 2, "to": 3 | "from": 2, "to": 4 | stages[1].to is 4. Expected: a whole number from 2 to 3.
        "from": 2, "to": 3 | "from": 2, "to": 1 | stages[1].to is 1. Expected: a whole number from 2 to 3.
        "from": 0, "to": 1 | "from": -1, "to": 1 | stages[0].from is -1. Expected: a whole number from 0 to 3.
        "threshold": 2     | "threshold": 4     | threshold is 4. Expected: a whole number from 0 to 3.
        "threshold": 2     | "threshold": -1    | threshold is -1. Expected: a whole number from 0 to 3.
        "threshold": 2     | "threshold": 1.5   | threshold is 1.5. Expected: a whole number from 0 to 3.
        "maxScore": 3      | "maxScore": 0      | maxScore is 0. Expected: a whole number from 1 to 100.
        "minScore": 0      | "minScore": -1     | minScore is -1. Expected: a whole number from 0 to 100.
        # a code twice
        "code": "play"     | "code": "sleep"    | areas[1].code is "sleep". Expected: a code that no other element of the list has.
        "code": "high"     | "code": "low"      | stages[1].code is "low". Expected: a code that no other element of the list has.
        # no code
        "code": "play"     | "code": "Play"     | areas[1].code is "Play". Expected: a code of small letters, digits and hyphens.
        "four-points"      | "four_points"      | id is "four_points". Expected: a code of small letters, digits and hyphens.
        # unknown keys
        "title": "Four     | "colour": "red", "title": "Four | colour is not known. Allowed here: format, id, version, title, areas, minScore, maxScore, threshold, stages.
        "title": "Play"    | "title": "Play", "icon": "x" | areas[1].icon is not known. Allowed here: code, title.
        "title": "High"    | "title": "High", "icon": "x" | stages[1].icon is not known. Allowed here: code, title, from, to, inProgressBase, littleOrNoSupport, atLeastTrying.
        # missing keys
        "id": "four-points",| "" | id is missing. Expected: a code of small letters, digits and hyphens.
        "version": "2",    | "" | version is missing. Expected: a text.
        "title": "Four points", | "" | title is missing. Expected: a text.
        "minScore": 0,     | "" | minScore is missing. Expected: a whole number from 0 to 100.
        "maxScore": 3,     | "" | maxScore is missing. Expected: a whole number from 1 to 100.
        "threshold": 2,    | "" | threshold is missing. Expected: a whole number from 0 to 3.
        , "title": "Play"  | "" | areas[1].title is missing. Expected: a text.
        "code": "high",    | "" | stages[1].code is missing. Expected: a code of small letters, digits and hyphens.
        "title": "High",   | "" | stages[1].title is missing. Expected: a text.
        "from": 2,         | "" | stages[1].from is missing. Expected: a whole number from 0 to 3.
        , "to": 3          | "" | stages[1].to is missing. Expected: a whole number from 2 to 3.
        "inProgressBase": false, | "" | stages[1].inProgressBase is missing. Expected: true or false.
        "littleOrNoSupport": true, | "" | stages[1].littleOrNoSupport is missing. Expected: true or false.
        , "atLeastTrying": true | "" | stages[1].atLeastTrying is missing. Expected: true or false.
        # wrong types
        "version": "2"     | "version": 2       | version is 2. Expected: a text.
        "inProgressBase": false | "inProgressBase": "no" | stages[1].inProgressBase is "no". Expected: true or false.
        # wrong format
        "waymark-star/1"   | "waymark-star/2"   | format is "waymark-star/2". Expected: "waymark-star/1".
        "format": "waymark-star/1", | ""        | format is missing. Expected: a text.
        """, quoteCharacter = '~')
    void aDefinitionThatIsNotAStarIsRefused(String replaced, String by, String message) {
        assertThat(FOUR_POINTS).contains(replaced);
        String json = FOUR_POINTS.replace(replaced, by.equals("\"\"") ? "" : by);

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: star.json: " + message);
    }

    // a family that moves up must not stop being at least trying
    @Test
    void aStageThatIsNotTryingAboveOneThatIsIsRefused() {
        String json = FOUR_POINTS
                .replace("\"atLeastTrying\": true", "\"atLeastTrying\": other")
                .replace("\"atLeastTrying\": false", "\"atLeastTrying\": true")
                .replace("\"atLeastTrying\": other", "\"atLeastTrying\": false");

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-DEFINITION: star.json: stages[1].atLeastTrying is false. Expected: true, because a lower"
                                + " stage is at least trying.");
    }

    @Test
    void allStagesOrNoneMayBeAtLeastTrying() {
        assertThat(read(FOUR_POINTS.replace("\"atLeastTrying\": false", "\"atLeastTrying\": true"))
                        .stages())
                .allMatch(Stage::atLeastTrying);
        assertThat(read(FOUR_POINTS.replace("\"atLeastTrying\": true", "\"atLeastTrying\": false"))
                        .stages())
                .noneMatch(Stage::atLeastTrying);
    }

    @Test
    void aStarWithoutAreasOrStagesIsRefused() {
        assertThatThrownBy(() -> read(FOUR_POINTS.replaceAll("\"areas\": \\[.*]", "\"areas\": []")))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: star.json: areas is a list. Expected: at least one element.");
        assertThatThrownBy(() -> read(FOUR_POINTS.replaceAll("(?s)\"stages\": \\[.*]", "\"stages\": []")))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: star.json: stages is a list. Expected: at least one element.");
        assertThatThrownBy(() -> read(FOUR_POINTS.replaceAll("(?s)\"stages\": \\[.*]", "\"stages\": {}")))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: star.json: stages is an object. Expected: a list.");
    }

    // stages 0-1 and 2-3 do not stand for a scale of 0 to 4
    @Test
    void stagesThatEndBelowTheScaleAreRefused() {
        assertThatThrownBy(() -> read(FOUR_POINTS.replace("\"maxScore\": 3", "\"maxScore\": 4")))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: star.json: stages is a list. Expected: stages up to the highest score 4;"
                        + " they end at 3.");
    }
}
