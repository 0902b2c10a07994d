package dev.waymark.pbr.criterion;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Incident;
import dev.waymark.family.Member;
import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The family that a criterion is asked of, or one member of it, on the day of the judgement.
 *
 * <p>D, the day of the judgement, is the day after the last day that is known; the family is seen as at the day before
 * D. <b>Threads:</b> one at a time; like the family, it holds until the engine goes on.
 */
public final class Situation {

    private static final Optional<Decision> MISSING =
            Optional.of(Decision.insufficientData("records that are not named here"));
    private static final Optional<Decision> NO_EPISODE =
            Optional.of(Decision.insufficientData("episodes: no claim episode is known on the day of the judgement"));
    private static final Optional<Decision> NOT_YET = Optional.of(Decision.notYetObservable(LocalDate.MAX));

    private final Problems problems;
    private final boolean withReasons;
    private final Terms terms = new Terms();
    private FamilyCase family;
    private DayOfJudgement day;
    private Optional<Episode> episode;
    private int adultAge;
    /** The tables of the data set that was looked at last, and a bit for each of them. */
    private List<String> tables = List.of();

    private long tablesPresent;
    private @Nullable Member member;
    private @Nullable Situation ofMember;

    private Situation(
            FamilyCase family,
            DayOfJudgement day,
            Optional<Episode> episode,
            int adultAge,
            Problems problems,
            boolean withReasons) {
        this.problems = problems;
        this.withReasons = withReasons;
        this.family = family;
        this.day = day;
        this.episode = episode;
        this.adultAge = adultAge;
        findTables();
    }

    private void findTables() {
        if (tables != family.tablesPresent()) {
            tables = family.tablesPresent();
            tablesPresent = Tables.bits(tables);
        }
    }

    /**
     * The situation of a whole family.
     *
     * @param family the family as at the day before D
     * @param day D
     * @param episode the claim episode, if there is one
     * @param adultAge from which age a member is an adult
     * @param problems the problems that the scheme knows
     * @param withReasons whether decisions are to say which records are missing, and from which day they can be made;
     *     for counting it is enough to know which of the five they are
     */
    public static Situation of(
            FamilyCase family,
            DayOfJudgement day,
            Optional<Episode> episode,
            int adultAge,
            ProblemList problems,
            boolean withReasons) {
        return new Situation(family, day, episode, adultAge, new Problems(problems), withReasons);
    }

    /**
     * Goes on to another family, or another day; as {@link #of(FamilyCase, DayOfJudgement, Optional, int, ProblemList,
     * boolean)}.
     */
    public void goOnTo(FamilyCase anotherFamily, DayOfJudgement itsDay, Optional<Episode> itsEpisode, int itsAdultAge) {
        family = anotherFamily;
        day = itsDay;
        episode = itsEpisode;
        adultAge = itsAdultAge;
        findTables();
        problems.forget();
    }

    /** The situation of one member, which holds until another member is asked about. */
    Situation of(Member one) {
        Situation own = ofMember;
        if (own == null) {
            own = new Situation(family, day, episode, adultAge, problems, withReasons);
            ofMember = own;
        }
        own.family = family;
        own.day = day;
        own.episode = episode;
        own.adultAge = adultAge;
        own.findTables();
        own.member = one;
        return own;
    }

    /** The family as at the day before D. */
    public FamilyCase family() {
        return family;
    }

    /** D, the day of the judgement. */
    public LocalDate day() {
        return day.date();
    }

    int dayNumber() {
        return day.number();
    }

    /** The claim episode, if the family has one. */
    public Optional<Episode> episode() {
        return episode;
    }

    /** The school terms of a child, until those of another are asked for. */
    Terms termsOf(Member child) {
        return terms.startAgain(child, family.schoolTerms());
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

    /** The tables that the data set has, as {@link Tables#bits}. */
    long tablesPresent() {
        return tablesPresent;
    }

    /** What stands against asking where some of the tables are absent. */
    Optional<Decision> absent(Tables needed) {
        return withReasons
                ? Optional.of(Decision.insufficientData("the table " + needed.firstNotAmong(tables)))
                : MISSING;
    }

    /** Whether decisions are to say why; ask before text is put together for them. */
    boolean saysWhy() {
        return withReasons;
    }

    /** Records are missing, and nobody will read which. */
    static Decision missing() {
        return MISSING.get();
    }

    boolean isAdult(Member one) {
        return one.hasBirthDate() && one.ageOn(day.number()) >= adultAge;
    }

    boolean isMinor(Member one) {
        return isMinorOn(one, day.number());
    }

    boolean isMinorOn(Member one, int dayOfAge) {
        return one.hasBirthDate() && one.ageOn(dayOfAge) < adultAge;
    }

    /** The first of the months before D. */
    int windowStart(int months) {
        return day.monthsBefore(months);
    }

    /** The last day before D. */
    int windowEnd() {
        return day.number() - 1;
    }

    /**
     * What stands against looking at the months before D: the work has not gone on for so long (not yet observable,
     * from the first day for which it has), or no claim episode is known; nothing where they can be looked at.
     */
    Optional<Decision> windowNotOpen(int months) {
        if (episode.isEmpty()) {
            return NO_EPISODE;
        }
        if (windowStart(months) >= episode.get().openedDay()) {
            return Optional.empty();
        }
        return !withReasons
                ? NOT_YET
                : Optional.of(Decision.notYetObservable(
                        firstDayWithMonthsSince(months, episode.get().opened())));
    }

    static Decision noEpisode() {
        return NO_EPISODE.get();
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
