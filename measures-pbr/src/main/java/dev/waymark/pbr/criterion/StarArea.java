package dev.waymark.pbr.criterion;

import dev.waymark.family.Episode;
import dev.waymark.family.Kind;
import dev.waymark.family.StarReading;
import dev.waymark.pbr.decision.Decision;
import dev.waymark.star.Area;
import dev.waymark.star.Stage;
import dev.waymark.star.Star;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code star-area}: an area of a Star is at or above a stage in the last reading of the claim episode.
 *
 * <p>The last is the latest review or closure reading in which the area is scored; without one data are insufficient.
 */
final class StarArea implements Criterion {

    private final Tables tables = Tables.of("star_readings");
    private final Star star;
    private final int area;
    private final int stage;

    private StarArea(Star star, int area, int stage) {
        this.star = star;
        this.area = area;
        this.stage = stage;
    }

    static Criterion read(CriterionReader.Part part) {
        Star star = part.star("star");
        List<String> areas = star.areas().stream().map(Area::code).toList();
        List<String> stages = star.stages().stream().map(Stage::code).toList();
        return new StarArea(
                star,
                areas.indexOf(part.definition().at("area").oneOf(areas.toArray(String[]::new))),
                stages.indexOf(part.definition().at("stage").oneOf(stages.toArray(String[]::new))));
    }

    @Override
    public String rule() {
        return "the area " + star.areas().get(area).code() + " of the Star is at the stage "
                + star.stages().get(stage).code() + " or above in the last reading of the claim episode";
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        Episode episode = situation.episode().get();
        List<StarReading> readings = situation.family().readings();
        for (int i = readings.size() - 1; i >= 0; i--) {
            StarReading reading = readings.get(i);
            if (reading.star().id().equals(star.id())
                    && reading.kind() != Kind.INITIAL
                    && episode.includes(reading.day())
                    && reading.isScored(area)) {
                notes.reading(reading, star.areas().get(area).code(), reading.score(area));
                return Decision.metIf(star.stageIndex(reading.score(area)) >= stage);
            }
        }
        return situation.saysWhy()
                ? Decision.insufficientData(
                        "star_readings: a review or closure reading of the claim episode that scores "
                                + star.areas().get(area).code())
                : Situation.missing();
    }
}
