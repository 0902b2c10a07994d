package dev.waymark.figure;

/**
 * What tells one figure of a report from all others.
 *
 * @param measure the measure's id, such as {@code familystar.progress}
 * @param figure the figure's id in the measure, such as {@code positive-progress}
 * @param dimensions what part of the whole it is about
 */
public record FigureName(String measure, String figure, Dimensions dimensions) {

    @Override
    public String toString() {
        return measure + "/" + figure + dimensions;
    }
}
