package dev.waymark.measure;

import dev.waymark.star.Star;
import java.util.List;

/**
 * What a provider makes its measures from: the definitions of the run.
 *
 * @param stars the Stars that have a definition
 */
public record MeasureSettings(List<Star> stars) {

    /** Keeps an unmodifiable copy. */
    public MeasureSettings {
        stars = List.copyOf(stars);
    }

    /** The settings of a run over a data set that brings no definitions of its own. */
    public static MeasureSettings defaults() {
        return new MeasureSettings(List.of(Star.familyStarPlus()));
    }
}
