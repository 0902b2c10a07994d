package dev.waymark.taxonomy;

import java.util.Locale;

/** Whom a form, and an issue on it, is about. */
public enum Level {
    /** The family as a whole. */
    FAMILY,
    /** One member of it. */
    INDIVIDUAL;

    /** The level as definitions and figures write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
