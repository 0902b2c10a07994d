package dev.waymark.taxonomy;

/**
 * A headline need, by which a family is eligible.
 *
 * @param code names it in figures
 * @param label how people call it
 */
public record HeadlineNeed(String code, String label) {}
