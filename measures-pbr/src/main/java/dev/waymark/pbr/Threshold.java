package dev.waymark.pbr;

/** A number that a criterion is held against, with how sure it is and where it comes from. */
public record Threshold(int value, Mark mark, String source) {}
