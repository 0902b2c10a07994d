package dev.waymark.pbr.criterion;

/**
 * A row of school terms that is looked at together.
 *
 * @param terms how many
 * @param mostDaysBetween how many days the end of one may lie after the end of the one before
 */
record TermRow(Threshold terms, Threshold mostDaysBetween) {

    private static final int MOST_TERMS = 12;
    private static final int MOST_DAYS = 400;

    static TermRow read(CriterionReader.Part part) {
        return new TermRow(part.whole("terms", 1, MOST_TERMS), part.whole("mostDaysBetweenTerms", 1, MOST_DAYS));
    }
}
