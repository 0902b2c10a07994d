package dev.waymark.disclosure;

import dev.waymark.definition.Definition;
import java.util.Locale;

/**
 * How counts are rounded before they are published. Zero stays zero, and only zero becomes zero.
 *
 * @param method which number of its class stands for a count
 * @param to how many counts share one published number
 */
public record Rounding(Method method, int to) {

    private static final int LARGEST = 1000;

    /** Which published number stands for a count. */
    public enum Method {
        /** The nearest multiple; half way is rounded up. */
        NEAREST,
        /** The middle between two multiples, so that a sum of many is neither too high nor too low. */
        MIDPOINT
    }

    static Rounding read(Definition rounding, int suppressUpTo) {
        rounding.allowOnly("method", "to");
        Method method = Method.valueOf(
                rounding.at("method").oneOf("nearest", "midpoint").toUpperCase(Locale.ROOT));
        int to = rounding.at("to").whole(2, LARGEST);
        if (method == Method.NEAREST && new Rounding(method, to).rounded(suppressUpTo + 1L) == 0) {
            throw rounding.at("to")
                    .refuse("at most " + (2 * suppressUpTo + 2) + " beside \"suppressUpTo\": " + suppressUpTo
                            + ", so that no count becomes 0");
        }
        return new Rounding(method, to);
    }

    /** The number that is published for this one; of a negative number (a difference) that of its size. */
    public long rounded(long number) {
        if (number <= 0) {
            return number == 0 ? 0 : -rounded(-number);
        }
        return switch (method) {
            case NEAREST -> (2 * number + to) / (2L * to) * to;
            case MIDPOINT -> (number + to - 1) / to * to - to / 2;
        };
    }

    /** The lowest number that is published like this one, which is above 0. */
    long lowestLike(long number) {
        return switch (method) {
            case NEAREST -> (2 * rounded(number) - to + 1) / 2;
            case MIDPOINT -> rounded(number) + to / 2 - to + 1;
        };
    }

    /** The highest number that is published like this one, which is above 0. */
    long highestLike(long number) {
        return lowestLike(number) + to - 1;
    }

    /** The rounding as the definitions of a report name it, such as {@code nearest 5}. */
    String asText() {
        return method.name().toLowerCase(Locale.ROOT) + " " + to;
    }

    String inWords() {
        return switch (method) {
            case NEAREST -> "Other counts are rounded to the nearest " + to + ".";
            case MIDPOINT ->
                "Counts are rounded to the middle of their class of " + to + " (1 to " + to + " become " + rounded(1)
                        + ").";
        };
    }
}
