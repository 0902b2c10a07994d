package dev.waymark.taxonomy;

import java.util.Optional;

/**
 * An issue that forms ask about.
 *
 * @param code names it in data and figures
 * @param label how people call it
 * @param level whom the question is about
 * @param subject which members it is asked of; empty for an issue of the family
 * @param starArea the area of a Star that it belongs to, if to any
 * @param need the code of the headline need that it shows, if it shows one
 */
public record Issue(
        String code,
        String label,
        Level level,
        Optional<Subject> subject,
        Optional<String> starArea,
        Optional<String> need) {

    /** Which members an issue is asked of. */
    public enum Subject {
        /** Adults and children. */
        ANY,
        /** Adults only. */
        ADULT,
        /** Children only. */
        CHILD
    }
}
