package dev.waymark.published;

import dev.waymark.definition.Definition;
import java.util.Arrays;

/**
 * A verdict that a file of published figures owns up to, with its reason: a known contradiction must not hide a new
 * one.
 *
 * @param verdict the verdict
 * @param reason why it is so
 */
public record Expected(Verdict verdict, String reason) {

    static Expected read(Definition expected) {
        expected.allowOnly("verdict", "reason");
        String word = expected.at("verdict")
                .oneOf(Arrays.stream(Verdict.values()).map(Verdict::word).toArray(String[]::new));
        Verdict verdict = Arrays.stream(Verdict.values())
                .filter(v -> v.word().equals(word))
                .findFirst()
                .orElseThrow();
        return new Expected(verdict, expected.at("reason").text());
    }
}
