package dev.waymark.pbr.criterion;

import dev.waymark.family.Member;
import dev.waymark.pbr.decision.Decision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code school-terms}: a child of compulsory school age over its latest terms, one after the other, without
 * too many exclusions, without too much unauthorised absence, with enough attendance.
 *
 * <p>Left out is a child not yet at school for so many terms, and one that left school before them. Too few terms,
 * terms that do not follow each other and terms without possible sessions are insufficient data, whatever else they
 * show.
 */
final class SchoolTermsCriterion implements Criterion {

    private static final long ALL_IN_HUNDREDTHS = 10_000;
    private static final int LEAVING_BIRTHDAY = 16;

    private final Tables tables = Tables.of("school_terms");
    private final Ages ages;
    private final TermRow terms;
    private final Optional<Threshold> exclusionsUnder;
    private final Optional<Threshold> unauthorisedUnderPercent;
    private final Optional<Threshold> attendanceAtLeastPercent;

    /** The ages at which a child is of compulsory school age, and under which a child may be new at school. */
    private record Ages(Threshold from, Threshold to, Threshold newUnder) {}

    private SchoolTermsCriterion(
            Ages ages,
            TermRow terms,
            Optional<Threshold> exclusionsUnder,
            Optional<Threshold> unauthorisedUnderPercent,
            Optional<Threshold> attendanceAtLeastPercent) {
        this.ages = ages;
        this.terms = terms;
        this.exclusionsUnder = exclusionsUnder;
        this.unauthorisedUnderPercent = unauthorisedUnderPercent;
        this.attendanceAtLeastPercent = attendanceAtLeastPercent;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds(
                "terms",
                "mostDaysBetweenTerms",
                "fromAge",
                "toAge",
                "newAtSchoolUnderAge",
                "exclusionsUnder",
                "unauthorisedUnderPercent",
                "attendanceAtLeastPercent");
        SchoolTermsCriterion criterion = new SchoolTermsCriterion(
                new Ages(
                        part.whole("fromAge", 0, 25),
                        part.whole("toAge", 0, 25),
                        part.whole("newAtSchoolUnderAge", 0, 25)),
                TermRow.read(part),
                part.has("exclusionsUnder") ? Optional.of(part.whole("exclusionsUnder", 1, 1000)) : Optional.empty(),
                part.has("unauthorisedUnderPercent")
                        ? Optional.of(part.percent("unauthorisedUnderPercent"))
                        : Optional.empty(),
                part.has("attendanceAtLeastPercent")
                        ? Optional.of(part.percent("attendanceAtLeastPercent"))
                        : Optional.empty());
        if (criterion.exclusionsUnder.isEmpty()
                && criterion.unauthorisedUnderPercent.isEmpty()
                && criterion.attendanceAtLeastPercent.isEmpty()) {
            throw part.definition()
                    .at("thresholds")
                    .refuse("at least one of exclusionsUnder, unauthorisedUnderPercent, attendanceAtLeastPercent");
        }
        return criterion;
    }

    @Override
    public String rule() {
        List<String> asked = new ArrayList<>();
        exclusionsUnder.ifPresent(t -> asked.add("fixed exclusions together below the limit"));
        unauthorisedUnderPercent.ifPresent(t -> asked.add("unauthorised of possible sessions below the limit"));
        attendanceAtLeastPercent.ifPresent(t -> asked.add("attendance at or above the limit"));
        return "a child of compulsory school age, over its latest terms before D, one after the other: "
                + String.join(", ", asked);
    }

    @Override
    public List<Threshold> limits() {
        List<Threshold> limits = new ArrayList<>(List.of(terms.terms(), terms.mostDaysBetween()));
        limits.addAll(List.of(ages.from(), ages.to(), ages.newUnder()));
        exclusionsUnder.ifPresent(limits::add);
        unauthorisedUnderPercent.ifPresent(limits::add);
        attendanceAtLeastPercent.ifPresent(limits::add);
        return limits;
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Member child = situation.member();
        LocalDate day = situation.day();
        if (!child.hasBirthDate()) {
            return leftOut("no birth date", notes);
        }
        int age = child.ageOn(situation.dayNumber());
        if (age < ages.from().wholeOn(day) || age > ages.to().wholeOn(day)) {
            return leftOut("not of compulsory school age at D", notes);
        }
        if (age >= LEAVING_BIRTHDAY - 1 && hasLeftSchool(child, situation, notes)) {
            return leftOut("left school longer before D than terms may lie apart", notes);
        }
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        int wanted = terms.terms().wholeOn(day);
        Terms latest = situation.termsOf(child).latest(wanted);
        if (notes.areTaken()) {
            latest.forEach(notes::term);
        }
        if (latest.size() < wanted) {
            return age < ages.newUnder().wholeOn(day)
                    ? leftOut("new at school: young, and with fewer terms than are looked at", notes)
                    : tooFew(wanted - latest.size(), child, situation);
        }
        if (child.ageOn(latest.get(0).endDay()) < ages.from().wholeOn(day)) {
            return leftOut("new at school: below school age at the end of the first of its terms", notes);
        }
        int mostDays = terms.mostDaysBetween().wholeOn(day);
        if (!latest.areConsecutive(mostDays) || situation.dayNumber() - latest.lastDay() > mostDays) {
            return situation.saysWhy()
                    ? Decision.insufficientData("school_terms: terms of individual " + child.id()
                            + " that follow each other up to " + situation.day().minusDays(1))
                    : Situation.missing();
        }
        return decide(latest, child, situation, notes);
    }

    private static Decision tooFew(int more, Member child, Situation situation) {
        return situation.saysWhy()
                ? Decision.insufficientData("school_terms: " + more + " more terms of individual " + child.id())
                : Situation.missing();
    }

    private static Decision leftOut(String why, Notes notes) {
        notes.value("left out", why);
        return Decision.notApplicable();
    }

    private Decision decide(Terms latest, Member child, Situation situation, Notes notes) {
        LocalDate day = situation.day();
        note(latest, notes);
        long possible = latest.possible();
        if (possible == 0) {
            return situation.saysWhy()
                    ? Decision.insufficientData("school_terms: possible sessions of individual " + child.id())
                    : Situation.missing();
        }
        boolean met = true;
        if (exclusionsUnder.isPresent()) {
            met = latest.exclusions() < exclusionsUnder.get().wholeOn(day);
        }
        if (unauthorisedUnderPercent.isPresent()) {
            met &= latest.unauthorised() * ALL_IN_HUNDREDTHS
                    < unauthorisedUnderPercent.get().hundredthsOn(day) * possible;
        }
        if (attendanceAtLeastPercent.isPresent()) {
            met &= (possible - latest.absent()) * ALL_IN_HUNDREDTHS
                    >= attendanceAtLeastPercent.get().hundredthsOn(day) * possible;
        }
        return Decision.metIf(met);
    }

    private void note(Terms latest, Notes notes) {
        if (notes.areTaken()) {
            exclusionsUnder.ifPresent(limit -> notes.value("fixed exclusions", latest.exclusions()));
            unauthorisedUnderPercent.ifPresent(limit -> notes.value(
                    "sessions unauthorised, of those possible",
                    Notes.percent(latest.unauthorised(), latest.possible())));
            attendanceAtLeastPercent.ifPresent(limit -> notes.value(
                    "sessions attended, of those possible",
                    Notes.percent(latest.possible() - latest.absent(), latest.possible())));
        }
    }

    /**
     * Whether the child's leaving date is further back than terms may lie apart. It is the last Friday of June in the
     * school year of the 16th birthday: at 15 for who was born in July or August, never at 14.
     */
    private boolean hasLeftSchool(Member child, Situation situation, Notes notes) {
        LocalDate birth = child.birthDate().orElseThrow();
        LocalDate birthday = birth.plusYears(LEAVING_BIRTHDAY);
        int endYear =
                birthday.getMonthValue() >= Month.SEPTEMBER.getValue() ? birthday.getYear() + 1 : birthday.getYear();
        LocalDate leaving = LocalDate.of(endYear, Month.JUNE, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        boolean hasLeft = situation.dayNumber() - leaving.toEpochDay()
                > terms.mostDaysBetween().wholeOn(situation.day());
        if (hasLeft) {
            notes.value("leaving date", leaving);
        }
        return hasLeft;
    }
}
