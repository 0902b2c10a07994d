package dev.waymark.pbr.criterion;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Incident;
import dev.waymark.family.Member;
import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The family that a criterion is asked of, or one member of it, on the day of the judgement.
 *
 * <p>D, the day of the judgement, is the day after the last day that is known; the family is seen as at the day before
 * D. <b>Threads:</b> one at a time; like the family, it holds until the engine goes on.
 */
public final class Situation {

    private final FamilyCase family;
    private final LocalDate day;
    private final int dayNumber;
    private final Optional<Episode> episode;
    private final int adultAge;
    private final Problems problems;
    private final @Nullable Member member;

    private Situation(
            FamilyCase family,
            LocalDate day,
            Optional<Episode> episode,
            int adultAge,
            Problems problems,
            @Nullable Member member) {
        this.family = family;
        this.day = day;
        this.dayNumber = (int) day.toEpochDay();
        this.episode = episode;
        this.adultAge = adultAge;
        this.problems = problems;
        this.member = member;
    }

    /**
     * The situation of a whole family.
     *
     * @param family the family as at the day before D
     * @param day D
     * @param episode the claim episode, if there is one
     * @param adultAge from which age a member is an adult
     * @param problems the problems that the scheme knows
     */
    public static Situation of(
            FamilyCase family, LocalDate day, Optional<Episode> episode, int adultAge, ProblemList problems) {
        return new Situation(family, day, episode, adultAge, new Problems(problems), null);
    }

    /** The situation of one member. */
    Situation of(Member one) {
        return new Situation(family, day, episode, adultAge, problems, one);
    }

    /** The family as at the day before D. */
    public FamilyCase family() {
        return family;
    }

    /** D, the day of the judgement. */
    public LocalDate day() {
        return day;
    }

    int dayNumber() {
        return dayNumber;
    }

    /** The claim episode, if the family has one. */
    public Optional<Episode> episode() {
        return episode;
    }

    Problems problems() {
        return problems;
    }

    /** The member that is asked about; asked only by criteria of a person. */
    Member member() {
        if (member == null) {
            throw new IllegalStateException("a criterion of a person was asked of a family");
        }
        return member;
    }

    /** Whether a spell is one of the member, or, where the whole family is asked about, of anyone in it. */
    boolean concerns(Spell spell) {
        return member == null || spell.isOf(member);
    }

    /** Whether an incident is one of the member, or, where the whole family is asked about, of the family. */
    boolean concerns(Incident incident) {
        return member == null || incident.names(member);
    }

    /** What stands against asking about spells: the tables they are in may be absent. */
    Optional<Decision> spellsAbsent() {
        return absent("individuals", "spells");
    }

    /** What stands against asking: a table may be absent. */
    Optional<Decision> absent(String... tables) {
        for (String table : tables) {
            if (!family.tablesPresent().contains(table)) {
                return Optional.of(Decision.insufficientData("the table " + table));
            }
        }
        return Optional.empty();
    }

    boolean isAdult(Member one) {
        return one.hasBirthDate() && one.ageOn(dayNumber) >= adultAge;
    }

    boolean isMinor(Member one) {
        return isMinorOn(one, dayNumber);
    }

    boolean isMinorOn(Member one, int dayOfAge) {
        return one.hasBirthDate() && one.ageOn(dayOfAge) < adultAge;
    }

    /** The first of the months before D. */
    int windowStart(int months) {
        return (int) day.minusMonths(months).toEpochDay();
    }

    /** The last day before D. */
    int windowEnd() {
        return dayNumber - 1;
    }

    /**
     * What stands against looking at the months before D: the work has not gone on for so long (not yet observable,
     * from the first day for which it has), or no claim episode is known; nothing where they can be looked at.
     */
    Optional<Decision> windowNotOpen(int months) {
        if (episode.isEmpty()) {
            return Optional.of(noEpisode());
        }
        int opened = episode.get().openedDay();
        return windowStart(months) >= opened
                ? Optional.empty()
                : Optional.of(Decision.notYetObservable(
                        firstDayWithMonthsSince(months, episode.get().opened())));
    }

    static Decision noEpisode() {
        return Decision.insufficientData("episodes: no claim episode is known on the day of the judgement");
    }

    /** The first day that so many months before it are not before a start. */
    static LocalDate firstDayWithMonthsSince(int months, LocalDate start) {
        LocalDate first = start.plusMonths(months);
        while (first.minusMonths(months).isBefore(start)) {
            first = first.plusDays(1);
        }
        return first;
    }
}
