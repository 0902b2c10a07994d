package dev.waymark.figure;

/**
 * What tells one figure of a report from all others.
 *
 * @param measure the measure's id, such as {@code familystar.progress}
 * @param figure the figure's id in the measure, such as {@code positive-progress}
 * @param dimensions what part of the whole it is about
 */
public record FigureName(String measure, String figure, Dimensions dimensions) {

    // Written out: what a record has of itself is made by the JVM at the first call, which costs a short run some ms.

    @Override
    public boolean equals(Object other) {
        return other instanceof FigureName name
                && measure.equals(name.measure)
                && figure.equals(name.figure)
                && dimensions.equals(name.dimensions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * measure.hashCode() + figure.hashCode()) + dimensions.hashCode();
    }

    @Override
    public String toString() {
        return measure + "/" + figure + dimensions;
    }
}
