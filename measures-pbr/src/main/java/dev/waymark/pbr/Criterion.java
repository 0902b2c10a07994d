package dev.waymark.pbr;

import java.util.Map;

/**
 * One criterion of a scheme: a kind with its thresholds.
 *
 * @param id names it in figures and explanations
 * @param title how people call it
 * @param kind what is asked
 * @param thresholds the numbers it is held against, by name
 */
public record Criterion(String id, String title, CriterionKind kind, Map<String, Threshold> thresholds) {}
