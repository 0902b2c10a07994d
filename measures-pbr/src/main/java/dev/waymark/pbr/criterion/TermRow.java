package dev.waymark.pbr.criterion;

import dev.waymark.family.Member;
import dev.waymark.family.SchoolTerm;
import java.util.List;

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

    /** What a row of terms adds up to. */
    record Sums(long possible, long absent, long unauthorised, long exclusions) {

        static Sums of(List<SchoolTerm> terms) {
            long possible = 0;
            long absent = 0;
            long unauthorised = 0;
            long exclusions = 0;
            for (SchoolTerm term : terms) {
                possible += term.sessionsPossible();
                absent += term.sessionsAbsent();
                unauthorised += term.sessionsUnauthorised();
                exclusions += term.fixedExclusions();
            }
            return new Sums(possible, absent, unauthorised, exclusions);
        }
    }

    /** The terms of a child, by date. */
    static List<SchoolTerm> of(Member child, Situation situation) {
        List<SchoolTerm> all = situation.family().schoolTerms();
        int first = 0;
        while (first < all.size() && !all.get(first).isOf(child)) {
            first++;
        }
        int end = first;
        while (end < all.size() && all.get(end).isOf(child)) {
            end++;
        }
        return all.subList(first, end);
    }

    /** The terms of a child that end in a span of days, both included, by date. */
    static List<SchoolTerm> of(Member child, Situation situation, int from, int to) {
        List<SchoolTerm> own = of(child, situation);
        int first = 0;
        while (first < own.size() && own.get(first).endDay() < from) {
            first++;
        }
        int end = first;
        while (end < own.size() && own.get(end).endDay() <= to) {
            end++;
        }
        return own.subList(first, end);
    }

    /** The latest terms of a child, as many as are looked at or as there are. */
    List<SchoolTerm> latest(Member child, Situation situation) {
        List<SchoolTerm> own = of(child, situation);
        return own.subList(Math.max(0, own.size() - terms.wholeOn(situation.day())), own.size());
    }

    static boolean areConsecutive(List<SchoolTerm> terms, int mostDays) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).endDay() - terms.get(i - 1).endDay() > mostDays) {
                return false;
            }
        }
        return true;
    }
}
