package dev.waymark.example;

/** Why a family closed in the year has a first and a last reading in its counted episode, or has not. */
enum Pairing {
    /** Both are there: the families of {@code districts.csv}. */
    PAIRED,
    /** No first: the Star was never used. */
    NO_READING,
    /** No first: there are reviews, but no initial reading. */
    REVIEWS_ONLY,
    /** No first: the initial reading is dated before the opening. */
    INITIAL_BEFORE_OPENING,
    /** No last: the initial reading is the only one. */
    INITIAL_ONLY,
    /** No last: the only review is of the same day. */
    REVIEW_ON_DAY_OF_INITIAL,
    /** No last: the only review is dated before the initial reading. */
    REVIEW_BEFORE_INITIAL,
    /** No last: the closure reading is dated after the closing. */
    CLOSURE_AFTER_CLOSING;

    /** The 230 of the 416 families closed that are not among the 186 of the charts. */
    static Deck<Pairing> unpaired(Chance chance) {
        return new Deck<Pairing>()
                .with(74, NO_READING)
                .with(44, REVIEWS_ONLY)
                .with(14, INITIAL_BEFORE_OPENING)
                .with(66, INITIAL_ONLY)
                .with(6, REVIEW_ON_DAY_OF_INITIAL)
                .with(8, REVIEW_BEFORE_INITIAL)
                .with(18, CLOSURE_AFTER_CLOSING)
                .shuffled(chance);
    }
}
