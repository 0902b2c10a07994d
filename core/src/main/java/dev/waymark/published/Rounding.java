package dev.waymark.published;

import java.math.RoundingMode;

/** How a printed number may have been rounded: nobody says, so both ways in use are tried and named. */
public enum Rounding {
    /** A half goes away from zero, as taught at school. */
    HALF_UP("half up", RoundingMode.HALF_UP),
    /** A half goes to the even neighbour, as some software rounds. */
    HALF_EVEN("half even", RoundingMode.HALF_EVEN);

    private final String title;
    private final RoundingMode mode;

    Rounding(String title, RoundingMode mode) {
        this.title = title;
        this.mode = mode;
    }

    /** The name as files write it. */
    public String word() {
        return title.replace(' ', '-');
    }

    /** The name as people read it. */
    public String title() {
        return title;
    }

    RoundingMode mode() {
        return mode;
    }
}
