package dev.waymark.example;

import dev.waymark.example.StarReading.Kind;
import java.time.LocalDate;

/**
 * One visit to a family on which forms are filled in.
 *
 * @param isMilestone whether it is the first or the last of an episode
 */
record Visit(LocalDate date, Kind kind, boolean isMilestone) {

    /** Whether the forms ask everything; a review in between asks after what was there only. */
    boolean asksEverything() {
        return kind != Kind.REVIEW || isMilestone;
    }

    /** The answer on this day to an issue that took this course. */
    String answer(Outcome outcome, Chance chance) {
        if (!asksEverything()) {
            return chance.percent(50) ? outcome.atFirst() : outcome.atLast();
        }
        return kind == Kind.INITIAL ? outcome.atFirst() : outcome.atLast();
    }
}
