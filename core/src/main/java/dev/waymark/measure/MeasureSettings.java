package dev.waymark.measure;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What a provider makes its measures from: the definitions of the run, and what its caller gave and chose.
 *
 * <p>It notes what providers ask for, so that a run can refuse what none of them reads. <b>Threads:</b> safe.
 */
public final class MeasureSettings {

    private final List<Star> stars;
    private final IssueTaxonomy taxonomy;
    private final Optional<LocalDate> asAt;
    private final List<Definition> definitions;
    private final Map<String, List<String>> chosen;
    private final Map<String, String> parameters;

    private final Set<String> formatsRead = new ConcurrentSkipListSet<>();
    private final Set<String> choicesRead = new ConcurrentSkipListSet<>();

    /**
     * Settings of which nothing has been read yet.
     *
     * @param stars the Stars that have a definition
     * @param taxonomy the issues that forms ask about
     * @param asAt the day after which nothing exists for the run; empty where measures are only listed
     * @param definitions the caller's own definitions of other kinds, such as schemes; each says its format
     * @param chosen what the caller chose by name, such as the ids under {@code scheme}; nothing chosen leaves it to
     *     the measures
     * @param parameters what the caller set otherwise than measures have it, such as {@code eligibility.least-needs}
     */
    public MeasureSettings(
            List<Star> stars,
            IssueTaxonomy taxonomy,
            Optional<LocalDate> asAt,
            List<Definition> definitions,
            Map<String, List<String>> chosen,
            Map<String, String> parameters) {
        this.stars = List.copyOf(stars);
        this.taxonomy = taxonomy;
        this.asAt = asAt;
        this.definitions = List.copyOf(definitions);
        Map<String, List<String>> choices = new TreeMap<>();
        chosen.forEach((what, names) -> choices.put(what, List.copyOf(names)));
        this.chosen = choices;
        this.parameters = Map.copyOf(parameters);
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

    /** The Stars that have a definition. */
    public List<Star> stars() {
        return stars;
    }

    /** The issues that forms ask about. */
    public IssueTaxonomy taxonomy() {
        return taxonomy;
    }

    /** The day after which nothing exists for the run; empty where measures are only listed. */
    public Optional<LocalDate> asAt() {
        return asAt;
    }

    /** The caller's definitions of one format, such as {@code waymark-scheme/1}. */
    public List<Definition> definitions(String format) {
        formatsRead.add(format);
        return definitions.stream()
                .filter(definition -> definition.at("format").text().equals(format))
                .toList();
    }

    /** The names that the caller chose of one kind, such as {@code scheme}; none if nothing was chosen. */
    public List<String> chosen(String what) {
        choicesRead.add(what);
        return chosen.getOrDefault(what, List.of());
    }

    /**
     * A parameter that is a whole number.
     *
     * @param parameter the measure's id, a dot and the parameter's name
     * @param standard what it is if the caller did not set it; it is not held to the limits, which may follow from the
     *     data set
     * @param least the least it may be
     * @param most the most it may be
     * @throws WaymarkException {@code WM-PARAMETER} if the caller set it to something else
     */
    public int whole(String parameter, int standard, int least, int most) {
        String set = parameters.get(parameter);
        if (set == null) {
            return standard;
        }
        int value = set.matches("\\d{1,9}") ? Integer.parseInt(set) : -1;
        if (value < least || value > most) {
            throw new WaymarkException(
                    "WM-PARAMETER",
                    "the parameter " + parameter + " cannot be '" + set + "'. Set a whole number from " + least + " to "
                            + most + ".");
        }
        return value;
    }

    /**
     * Refuses what the caller gave and no provider has asked for, once all of them have made their measures.
     *
     * @throws WaymarkException {@code WM-DEFINITION} for a definition of a format that no measure reads,
     *     {@code WM-PARAMETER} for a choice that no measure offers
     */
    public void refuseUnread() {
        for (Definition definition : definitions) {
            if (!formatsRead.contains(definition.at("format").text())) {
                throw definition.at("format").refuse("a format that one of the measures reads: " + listed(formatsRead));
            }
        }
        for (String what : chosen.keySet()) {
            if (!choicesRead.contains(what)) {
                throw new WaymarkException(
                        "WM-PARAMETER",
                        "no measure offers a choice of '" + what + "'. There are: " + listed(choicesRead) + ".");
            }
        }
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
