package dev.waymark.pbr.criterion;

import dev.waymark.data.Months;
import dev.waymark.definition.Definition;
import dev.waymark.family.Incident;
import dev.waymark.family.Member;
import dev.waymark.pbr.decision.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code incident-reduction}: incidents in the months before D are so many percent fewer than in a baseline of
 * the same length.
 *
 * <p>No incident in the baseline: it does not apply, for zero divides nothing. Where only incidents of minors count,
 * one whose person or birth date is not recorded leaves the decision open, unless it is the same whichever of them
 * count.
 */
final class IncidentReduction implements Criterion {

    private static final int MOST_PERCENT = 100;
    private static final long ALL_IN_HUNDREDTHS = 10_000;

    private final Tables tables;
    private final Set<Incident.Event> events;
    private final boolean byMinors;
    private final boolean baselineIsBeforeOpening;
    private final Threshold months;
    private final Threshold atLeastPercent;

    private IncidentReduction(
            Set<Incident.Event> events,
            boolean byMinors,
            boolean baselineIsBeforeOpening,
            Threshold months,
            Threshold atLeastPercent) {
        // who is a minor is not known without the members: then no offence is none of theirs
        this.tables = byMinors ? Tables.of("incidents", "individuals") : Tables.of("incidents");
        this.events = events;
        this.byMinors = byMinors;
        this.baselineIsBeforeOpening = baselineIsBeforeOpening;
        this.months = months;
        this.atLeastPercent = atLeastPercent;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("windowMonths", "atLeastPercent");
        Threshold percent = part.percent("atLeastPercent");
        Definition given = part.definition().at("thresholds").at("atLeastPercent");
        refuseZero(percent.value(), given);
        for (int i = 0; i < percent.earlier().size(); i++) {
            refuseZero(
                    percent.earlier().get(i).value(),
                    given.at("before").elements().get(i));
        }
        return new IncidentReduction(
                part.events("incidents"),
                part.definition().at("by").oneOf("anyone", "minors").equals("minors"),
                part.definition()
                        .at("baseline")
                        .oneOf("before-opening", "before-window")
                        .equals("before-opening"),
                part.months("windowMonths"),
                percent);
    }

    private static void refuseZero(BigDecimal percent, Definition given) {
        if (percent.signum() == 0) {
            throw given.at("value").refuse("a number above 0 and up to " + MOST_PERCENT);
        }
    }

    @Override
    public String rule() {
        return String.join(" and ", events.stream().map(Incident.Event::word).toList()) + " incidents"
                + (byMinors ? " by minors" : "") + " in the months before D are at least so many percent below those"
                + " in the same number of months before "
                + (baselineIsBeforeOpening ? "the claim episode opened" : "these");
    }

    @Override
    public List<Threshold> limits() {
        return List.of(months, atLeastPercent);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        int length = months.wholeOn(situation.day());
        int from = situation.windowStart(length);
        int baselineEnd = baselineIsBeforeOpening ? situation.episode().get().openedDay() : from;
        int baselineFrom = Months.before(baselineEnd, length);
        Count before = new Count();
        Count after = new Count();
        int unknown = 0;
        List<Incident> incidents = situation.family().incidents();
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i);
            if (events.contains(incident.event()) && situation.concerns(incident)) {
                boolean isBefore = incident.day() >= baselineFrom && incident.day() < baselineEnd;
                boolean isAfter = incident.day() >= from && incident.day() <= situation.windowEnd();
                if (isBefore || isAfter) {
                    Optional<Boolean> counted = isCounted(incident, situation);
                    if (isBefore) {
                        before.add(counted);
                        note(incident, "baseline", situation, notes);
                    }
                    if (isAfter) {
                        after.add(counted);
                        note(incident, "window", situation, notes);
                    }
                    // one that lies in both, as long as the work is young, is still one
                    unknown += counted.isEmpty() ? 1 : 0;
                }
            }
        }
        if (notes.areTaken()) {
            notes.value(
                    "baseline from " + LocalDate.ofEpochDay(baselineFrom) + " to "
                            + LocalDate.ofEpochDay(baselineEnd - 1),
                    before.inWords());
            notes.value(
                    "window from " + LocalDate.ofEpochDay(from) + " to "
                            + situation.day().minusDays(1),
                    after.inWords());
            if (before.known > 0 && unknown == 0) {
                notes.value("fewer than in the baseline", Notes.percent(before.known - after.known, before.known));
            }
        }
        return decide(before, after, unknown, situation, length);
    }

    /** Whether an incident counts; nothing if that is not known. */
    private Optional<Boolean> isCounted(Incident incident, Situation situation) {
        return byMinors
                ? person(incident, situation).map(member -> situation.isMinorOn(member, incident.day()))
                : Optional.of(true);
    }

    /** The person an incident is of, if the person and the birth date are recorded. */
    private static Optional<Member> person(Incident incident, Situation situation) {
        List<Member> members = situation.family().members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (incident.names(member)) {
                return member.hasBirthDate() ? Optional.of(member) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void note(Incident incident, String role, Situation situation, Notes notes) {
        if (notes.areTaken()) {
            Map<String, String> age = byMinors
                    ? Map.of(
                            "age",
                            person(incident, situation)
                                    .map(member -> String.valueOf(member.ageOn(incident.day())))
                                    .orElse("not known"))
                    : Map.of();
            notes.incident(incident, role, age);
        }
    }

    /** The same decision whichever of the unknown incidents count, or insufficient data. */
    private Decision decide(Count before, Count after, int unknown, Situation situation, int length) {
        if (before.known + before.unknown == 0) {
            return Decision.notApplicable();
        }
        Decision best = decide(before.known + before.unknown, after.known, situation, length);
        Decision worst = decide(before.known, after.known + after.unknown, situation, length);
        boolean mayNotApply = before.known == 0;
        if (!mayNotApply && worst.outcome() == best.outcome()) {
            return best;
        }
        return situation.saysWhy()
                ? Decision.insufficientData("incidents: the person, or individuals: the birth date, of " + unknown
                        + (unknown == 1 ? " incident" : " incidents") + " that may be a minor's")
                : Situation.missing();
    }

    private Decision decide(int before, int after, Situation situation, int length) {
        Optional<Decision> notOpen = situation.windowNotOpen(length);
        if (notOpen.isPresent()) {
            return notOpen.get();
        }
        return Decision.metIf(after * ALL_IN_HUNDREDTHS
                <= (ALL_IN_HUNDREDTHS - atLeastPercent.hundredthsOn(situation.day())) * before);
    }

    private static final class Count {
        private int known;
        private int unknown;

        void add(Optional<Boolean> counted) {
            if (counted.isEmpty()) {
                unknown++;
            } else if (counted.get()) {
                known++;
            }
        }

        String inWords() {
            return known + (unknown == 0 ? "" : ", and " + unknown + " of which it is not known whether they count");
        }
    }
}
