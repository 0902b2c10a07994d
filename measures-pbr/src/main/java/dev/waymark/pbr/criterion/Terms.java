package dev.waymark.pbr.criterion;

import dev.waymark.family.Member;
import dev.waymark.family.SchoolTerm;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Some of the school terms of a child, those that come one after the other, by date.
 *
 * <p>It is narrowed down by who looks at it, and used again for the next child. <b>Threads:</b> one at a time.
 */
final class Terms extends AbstractList<SchoolTerm> implements RandomAccess {

    private List<SchoolTerm> all = List.of();
    private int first;
    private int end;

    /** All terms of a child, among those of the family: by member, then date. */
    Terms startAgain(Member child, List<SchoolTerm> ofFamily) {
        all = ofFamily;
        first = 0;
        while (first < all.size() && !all.get(first).isOf(child)) {
            first++;
        }
        end = first;
        while (end < all.size() && all.get(end).isOf(child)) {
            end++;
        }
        return this;
    }

    /** Leaves those that end in a span of days, both included. */
    Terms endingIn(int from, int to) {
        while (first < end && all.get(first).endDay() < from) {
            first++;
        }
        while (first < end && all.get(end - 1).endDay() > to) {
            end--;
        }
        return this;
    }

    /** Leaves the latest, at most so many. */
    Terms latest(int most) {
        first = Math.max(first, end - most);
        return this;
    }

    /**
     * Leaves the latest so many that follow each other, the end of none more than so many days after that of the one
     * before; none if there are no such.
     */
    Terms latestConsecutive(int wanted, int mostDays) {
        while (end - first >= wanted && !areConsecutive(end - wanted, mostDays)) {
            end--;
        }
        first = end - first >= wanted ? end - wanted : end;
        return this;
    }

    /** Whether they follow each other. */
    boolean areConsecutive(int mostDays) {
        return areConsecutive(first, mostDays);
    }

    private boolean areConsecutive(int from, int mostDays) {
        for (int i = from + 1; i < end; i++) {
            if (all.get(i).endDay() - all.get(i - 1).endDay() > mostDays) {
                return false;
            }
        }
        return true;
    }

    /** The day on which the last of them ends. */
    int lastDay() {
        return all.get(end - 1).endDay();
    }

    long possible() {
        long possible = 0;
        for (int i = first; i < end; i++) {
            possible += all.get(i).sessionsPossible();
        }
        return possible;
    }

    long absent() {
        long absent = 0;
        for (int i = first; i < end; i++) {
            absent += all.get(i).sessionsAbsent();
        }
        return absent;
    }

    long unauthorised() {
        long unauthorised = 0;
        for (int i = first; i < end; i++) {
            unauthorised += all.get(i).sessionsUnauthorised();
        }
        return unauthorised;
    }

    long exclusions() {
        long exclusions = 0;
        for (int i = first; i < end; i++) {
            exclusions += all.get(i).fixedExclusions();
        }
        return exclusions;
    }

    @Override
    public SchoolTerm get(int index) {
        return all.get(first + index);
    }

    @Override
    public int size() {
        return end - first;
    }
}
