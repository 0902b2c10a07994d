package dev.waymark.measure;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider makes its measures from: the definitions of the run.
 *
 * @param stars the Stars that have a definition
 * @param taxonomy the issues that forms ask about
 * @param asAt the day after which nothing exists for the run; empty where measures are only listed
 * @param definitions the caller's own definitions of other kinds, such as schemes; each says its format
 * @param chosen what the caller chose by name, such as the ids under {@code scheme}; nothing chosen leaves it to the
 *     measures
 * @param parameters what the caller set otherwise than measures have it, such as {@code eligibility.least-needs}
 */
public record MeasureSettings(
        List<Star> stars,
        IssueTaxonomy taxonomy,
        Optional<LocalDate> asAt,
        List<Definition> definitions,
        Map<String, List<String>> chosen,
        Map<String, String> parameters) {

    /** Keeps unmodifiable copies. */
    public MeasureSettings {
        stars = List.copyOf(stars);
        definitions = List.copyOf(definitions);
        Map<String, List<String>> choices = new LinkedHashMap<>();
        chosen.forEach((what, names) -> choices.put(what, List.copyOf(names)));
        chosen = Map.copyOf(choices);
        parameters = Map.copyOf(parameters);
    }

    /** The settings of a run over a data set that brings no definitions of its own. */
    public static MeasureSettings defaults() {
        return new MeasureSettings(
                List.of(Star.familyStarPlus()),
                IssueTaxonomy.familySupport(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of());
    }

    /** The caller's definitions of one format, such as {@code waymark-scheme/1}. */
    public List<Definition> definitions(String format) {
        return definitions.stream()
                .filter(definition -> definition.at("format").text().equals(format))
                .toList();
    }

    /** The names that the caller chose of one kind, such as {@code scheme}; none if nothing was chosen. */
    public List<String> chosen(String what) {
        return chosen.getOrDefault(what, List.of());
    }

    /**
     * A parameter that is a whole number.
     *
     * @param parameter the measure's id, a dot and the parameter's name
     * @param standard what it is if the caller did not set it
     * @param least the least it may be
     * @param most the most it may be
     * @throws WaymarkException {@code WM-PARAMETER} if the caller set it to something else
     */
    public int whole(String parameter, int standard, int least, int most) {
        String set = parameters.getOrDefault(parameter, Integer.toString(standard));
        int value = set.matches("\\d{1,9}") ? Integer.parseInt(set) : -1;
        if (value < least || value > most) {
            throw new WaymarkException(
                    "WM-PARAMETER",
                    "the parameter " + parameter + " cannot be '" + set + "'. Set a whole number from " + least + " to "
                            + most + ".");
        }
        return value;
    }
}
