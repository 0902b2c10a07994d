package dev.waymark.familystar;

import dev.waymark.figure.Figures;

/** One chapter of the Star's report: writes its figures from the counts of one Star. */
@FunctionalInterface
interface Chapter {

    /** The base of every figure that does not say otherwise. */
    String SCORED_IN_BOTH = "families closed with a first and a last reading, the area scored in both";

    /** Writes the chapter's figures. */
    void write(StarTally star, Figures figures);
}
