package dev.waymark.junit;

/**
 * A score for one area of a Star.
 *
 * @param area the code of the area
 * @param score the score
 */
public record Score(String area, int score) {

    /** A score for an area, such as {@code area("home-and-money", 3)}. */
    public static Score area(String code, int score) {
        return new Score(code, score);
    }
}
