package dev.waymark.figure;

import java.util.Map;

/**
 * Which version of a measure, with which parameters, a report was made with.
 *
 * @param measure the id of the measure
 * @param version the version of its definition
 * @param title what it measures, in a few words
 * @param parameters what can be set, with the values set
 * @param source where the rule is written down; empty for what has none, such as a policy of disclosure
 */
public record MeasureDefinition(
        String measure, String version, String title, Map<String, String> parameters, String source) {

    /** The definition of what has no source. */
    public MeasureDefinition(String measure, String version, String title, Map<String, String> parameters) {
        this(measure, version, title, parameters, "");
    }

    /** The definition of what has no title, and is called by its id. */
    public MeasureDefinition(String measure, String version, Map<String, String> parameters) {
        this(measure, version, measure, parameters);
    }
}
