package dev.waymark.run;

import dev.waymark.WaymarkException;
import dev.waymark.figure.Dimensions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what a report may be split. */
public enum Stratum {
    /** By the family's district. */
    DISTRICT,
    /** By service: the families with an episode of it, with only those episodes. */
    SERVICE;

    private static final Stratum[] ALL = values();

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name of the dimension. */
    public String word() {
        return word;
    }

    /** The strata that figures of these dimensions are of: one for a figure of a part, none for one of the whole. */
    public static List<Stratum> of(Dimensions dimensions) {
        List<Stratum> strata = new ArrayList<>(1); // and no stream, as a page asks this of every figure of a report
        for (Stratum stratum : ALL) {
            if (dimensions.value(stratum.word).isPresent()) {
                strata.add(stratum);
            }
        }
        return List.copyOf(strata);
    }

    /**
     * The stratum of this name.
     *
     * @throws WaymarkException {@code WM-STRATUM} if there is none
     */
    public static Stratum of(String word) {
        for (Stratum stratum : values()) {
            if (stratum.word.equals(word)) {
                return stratum;
            }
        }
        throw new WaymarkException(
                "WM-STRATUM",
                "a report cannot be split by '" + word + "'. Split it by "
                        + Arrays.stream(values()).map(Stratum::word).collect(Collectors.joining(" or ")) + ".");
    }
}
