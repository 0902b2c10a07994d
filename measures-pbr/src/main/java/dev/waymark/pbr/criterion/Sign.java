package dev.waymark.pbr.criterion;

import dev.waymark.family.Incident;
import dev.waymark.family.Member;
import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A record that shows a problem, if it lies in a span of days. */
public abstract sealed class Sign permits Sign.OfIncident, Sign.OfSpell, Sign.OfAttendance {

    private static final long ALL_IN_HUNDREDTHS = 10_000;

    private final Tables tables;

    private Sign(Tables tables) {
        this.tables = tables;
    }

    static Sign read(CriterionReader.Part part) {
        String kind = part.definition().at("kind").oneOf("incident", "spell", "attendance");
        switch (kind) {
            case "incident" -> {
                part.definition().allowOnly("kind", "incidents");
                return new OfIncident(part.events("incidents"));
            }
            case "spell" -> {
                part.definition().allowOnly("kind", "spells", "of");
                return new OfSpell(
                        part.states("spells"),
                        part.definition().at("of").oneOf("anyone", "adults").equals("adults"));
            }
            default -> {
                part.definition().allowOnly("kind", "thresholds");
                part.allowThresholds("terms", "mostDaysBetweenTerms", "fromAge", "toAge", "attendanceUnderPercent");
                return new OfAttendance(
                        TermRow.read(part),
                        part.whole("fromAge", 0, 25),
                        part.whole("toAge", 0, 25),
                        part.percent("attendanceUnderPercent"));
            }
        }
    }

    /** What it is, in words. */
    abstract String inWords();

    /** What stands against looking for it: the tables it is found in may be absent. */
    Optional<Decision> absent(Situation situation) {
        return tables.absent(situation);
    }

    /** Whether it is there in a span of days, both included. */
    abstract boolean isThere(Situation situation, int from, int to, Notes notes);

    /** An incident. */
    static final class OfIncident extends Sign {
        private final Set<Incident.Event> events;

        OfIncident(Set<Incident.Event> events) {
            super(Tables.of("incidents"));
            this.events = events;
        }

        @Override
        String inWords() {
            return String.join(" or ", events.stream().map(Incident.Event::word).toList()) + " incidents";
        }

        @Override
        boolean isThere(Situation situation, int from, int to, Notes notes) {
            boolean found = false;
            List<Incident> incidents = situation.family().incidents();
            for (int i = 0; i < incidents.size(); i++) {
                Incident incident = incidents.get(i);
                if (events.contains(incident.event()) && incident.day() >= from && incident.day() <= to) {
                    found = true;
                    notes.incident(incident, "shows it");
                }
            }
            return found;
        }
    }

    /** A spell with a day in the span. */
    static final class OfSpell extends Sign {
        private final Set<Spell.State> states;
        private final boolean ofAdults;

        OfSpell(Set<Spell.State> states, boolean ofAdults) {
            super(Tables.ofSpells());
            this.states = states;
            this.ofAdults = ofAdults;
        }

        @Override
        String inWords() {
            return SpellStarted.words(states) + (ofAdults ? " of an adult" : "");
        }

        @Override
        boolean isThere(Situation situation, int from, int to, Notes notes) {
            boolean found = false;
            List<Spell> spells = situation.family().spells();
            for (int i = 0; i < spells.size(); i++) {
                Spell spell = spells.get(i);
                if (states.contains(spell.state())
                        && spell.startDay() <= to
                        && spell.endDay() >= from
                        && (!ofAdults || isOfAdult(spell, situation))) {
                    found = true;
                    notes.spell(spell, "shows it");
                }
            }
            return found;
        }

        private static boolean isOfAdult(Spell spell, Situation situation) {
            List<Member> members = situation.family().members();
            for (int i = 0; i < members.size(); i++) {
                if (spell.isOf(members.get(i))) {
                    return situation.isAdult(members.get(i));
                }
            }
            return false;
        }
    }

    /** Attendance below a limit over the latest terms of the span that follow each other. */
    static final class OfAttendance extends Sign {
        private final TermRow terms;
        private final Threshold fromAge;
        private final Threshold toAge;
        private final Threshold underPercent;

        OfAttendance(TermRow terms, Threshold fromAge, Threshold toAge, Threshold underPercent) {
            super(Tables.of("individuals", "school_terms"));
            this.terms = terms;
            this.fromAge = fromAge;
            this.toAge = toAge;
            this.underPercent = underPercent;
        }

        @Override
        String inWords() {
            return "attendance of a child aged " + fromAge.value() + " to " + toAge.value() + " below "
                    + underPercent.value().toPlainString() + " % over its latest "
                    + terms.terms().value() + " terms in a row";
        }

        @Override
        boolean isThere(Situation situation, int from, int to, Notes notes) {
            boolean found = false;
            List<Member> members = situation.family().members();
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).hasBirthDate()) {
                    found |= isUnder(members.get(i), situation, from, to, notes);
                }
            }
            return found;
        }

        private boolean isUnder(Member child, Situation situation, int from, int to, Notes notes) {
            Terms row = situation
                    .termsOf(child)
                    .endingIn(from, to)
                    .latestConsecutive(
                            terms.terms().wholeOn(situation.day()),
                            terms.mostDaysBetween().wholeOn(situation.day()));
            return !row.isEmpty() && isUnder(child, row, situation, notes);
        }

        private boolean isUnder(Member child, Terms row, Situation situation, Notes notes) {
            int age = child.ageOn(row.lastDay());
            long possible = row.possible();
            boolean under = age >= fromAge.wholeOn(situation.day())
                    && age <= toAge.wholeOn(situation.day())
                    && (possible - row.absent()) * ALL_IN_HUNDREDTHS
                            < underPercent.hundredthsOn(situation.day()) * possible;
            if (under && notes.areTaken()) {
                row.forEach(notes::term);
            }
            return under;
        }
    }
}
