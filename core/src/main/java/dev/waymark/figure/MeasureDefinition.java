package dev.waymark.figure;

import java.util.Map;

/** Which version of a measure, with which parameters, a report was made with. */
public record MeasureDefinition(String measure, String version, Map<String, String> parameters) {}
