package dev.waymark.benchmarks.compare;

/** What is asked of every engine, by district, about the year 2015/16 as at its end. */
public enum Question {
    /** Families by stage at first and stage at last, for each area of the Star. */
    TRANSITIONS,
    /** Families that progressed, of those at each stage at first, for each area. */
    PROGRESS,
    /** Families with each issue at first, at last, and no longer, of those that answer it in both forms. */
    REDUCTION,
    /** Families worked with, opened and closed. */
    ACTIVITY
}
