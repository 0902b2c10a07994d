package dev.waymark.disclosure;

import dev.waymark.star.Stage;
import dev.waymark.star.Star;
import java.util.List;
import java.util.Map;

/** Groups of a Star's stages, by the words in which relations name them. */
record Stages(Star star) {

    boolean include(String words, String code, Map<String, String> dimensions) {
        List<String> codes = star.stages().stream().map(Stage::code).toList();
        int at = codes.indexOf(code);
        if (at < 0) {
            return false;
        }
        Stage stage = star.stages().get(at);
        if (words.startsWith("above ")) {
            return at > codes.indexOf(dimensions.get(words.substring("above ".length())));
        }
        if (words.startsWith("below ")) {
            return at < codes.indexOf(dimensions.get(words.substring("below ".length())));
        }
        return switch (words) {
            case "in-progress-base" -> stage.inProgressBase();
            case "little-or-no-support" -> stage.littleOrNoSupport();
            case "at-least-trying" -> stage.atLeastTrying();
            case "not at-least-trying" -> !stage.atLeastTrying();
            case "below-threshold" -> stage.to() < star.threshold();
            default -> throw new IllegalArgumentException("no group of stages is called '" + words + "'");
        };
    }
}
