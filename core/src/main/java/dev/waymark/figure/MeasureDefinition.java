package dev.waymark.figure;

import java.util.Map;

/**
 * Which version of a measure, with which parameters, a report was made with; also the disclosure policy it is under.
 *
 * @param measure the id of the measure
 * @param version the version of its definition
 * @param title what it measures, in a few words
 * @param parameters what can be set, with the values set
 * @param source where the rule is written down; empty for what has none
 */
public record MeasureDefinition(
        String measure, String version, String title, Map<String, String> parameters, String source) {

    /** Under which name the disclosure policy stands among the definitions of a report. */
    public static final String DISCLOSURE = "disclosure";

    /** The parameter of a disclosure policy that says how its numbers are rounded. */
    public static final String ROUNDING = "rounding";

    /** The rounding of a disclosure policy that does not round. */
    public static final String NOT_ROUNDED = "none";

    /** The definition of what has no source. */
    public MeasureDefinition(String measure, String version, String title, Map<String, String> parameters) {
        this(measure, version, title, parameters, "");
    }

    /** The definition of what has no title, and is called by its id. */
    public MeasureDefinition(String measure, String version, Map<String, String> parameters) {
        this(measure, version, measure, parameters);
    }

    /** Whether it is the disclosure policy of a report. */
    public boolean isDisclosure() {
        return measure.equals(DISCLOSURE);
    }

    /** Whether it is a disclosure policy that rounds, so that the exact numbers may be others than those given. */
    public boolean rounds() {
        return isDisclosure() && !parameters.getOrDefault(ROUNDING, NOT_ROUNDED).equals(NOT_ROUNDED);
    }
}
