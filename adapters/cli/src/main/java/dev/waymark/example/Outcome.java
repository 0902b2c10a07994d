package dev.waymark.example;

/** What became of one issue of one subject from its first form to its last, as the two forms answer it. */
enum Outcome {
    STILL_THERE("yes", "yes"),
    NO_LONGER("yes", "no"),
    NEW_AT_LAST("no", "yes"),
    NEVER_THERE("no", "no"),
    /** In no base; there at last, which a careless count would take for new. */
    UNKNOWN_AT_FIRST("unknown", "yes"),
    /** In no base; there at first, which a careless count would take for an issue at first. */
    UNKNOWN_AT_LAST("yes", "unknown");

    private final String atFirst;
    private final String atLast;

    Outcome(String atFirst, String atLast) {
        this.atFirst = atFirst;
        this.atLast = atLast;
    }

    String atFirst() {
        return atFirst;
    }

    String atLast() {
        return atLast;
    }

    /** Whether there is anything to ask after in between. */
    boolean isFollowedUp() {
        return !atFirst.equals("no");
    }
}
