package dev.waymark.junit;

/**
 * One dimension of a figure in a test.
 *
 * @param name its name, such as {@code area}
 * @param value its value
 */
public record Dimension(String name, String value) {

    /** The area of a Star. */
    public static Dimension area(String code) {
        return new Dimension("area", code);
    }

    /** The district of a stratum. */
    public static Dimension district(String name) {
        return new Dimension("district", name);
    }

    /** Any dimension. */
    public static Dimension dimension(String name, String value) {
        return new Dimension(name, value);
    }
}
