package dev.waymark.pbr.criterion;

import dev.waymark.family.Form;
import dev.waymark.family.Incident;
import dev.waymark.family.SchoolTerm;
import dev.waymark.family.Spell;
import dev.waymark.family.StarReading;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Judgement;
import dev.waymark.pbr.decision.Decision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is noted down while a decision is made, so that the decision that counts and the one that is explained are the
 * same computation.
 *
 * <p>While families are only counted, nothing is noted, nothing costs anything, and what is decided is not asked
 * further. While a decision is explained, all is asked. <b>Threads:</b> one at a time; {@link #NONE} may be shared.
 */
public final class Notes {

    /** Takes no notes. */
    public static final Notes NONE = new Notes(false);

    private final boolean taken;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Evidence> records = new ArrayList<>();
    private final List<Judgement> parts = new ArrayList<>();

    private Notes(boolean taken) {
        this.taken = taken;
    }

    /** An empty page of notes. */
    public static Notes taken() {
        return new Notes(true);
    }

    /** Whether notes are taken; ask before text is put together for them. */
    public boolean areTaken() {
        return taken;
    }

    /** Whether no more need be asked once something is decided: nobody will read how the rest comes out. */
    boolean mayEnd(boolean isDecided) {
        return isDecided && !taken;
    }

    /** Notes a computed value. */
    public void value(String name, Object value) {
        if (taken) {
            values.put(name, String.valueOf(value));
        }
    }

    /** Notes a record. */
    public void record(String table, Optional<String> id, LocalDate date, String role, Map<String, String> used) {
        if (taken) {
            records.add(new Evidence(table, id, date, role.isEmpty() ? List.of() : List.of(role), used));
        }
    }

    /** Notes which days the months before D are. */
    void window(Situation situation, int months) {
        if (taken) {
            value(
                    "window",
                    "from " + LocalDate.ofEpochDay(situation.windowStart(months)) + " to "
                            + LocalDate.ofEpochDay(situation.windowEnd()));
        }
    }

    void incident(Incident incident, String role) {
        incident(incident, role, Map.of());
    }

    /** Notes an incident, with what more of it was used. */
    void incident(Incident incident, String role, Map<String, String> more) {
        if (taken) {
            Map<String, String> used = new LinkedHashMap<>(more);
            used.put("kind", incident.event().word());
            incident.memberId().ifPresent(id -> used.put("individual", id));
            record("incidents", Optional.of(incident.id()), incident.date(), role, used);
        }
    }

    void spell(Spell spell, String role) {
        if (taken) {
            Map<String, String> used = new LinkedHashMap<>();
            used.put("individual", spell.memberId());
            used.put("kind", spell.state().word());
            spell.type().ifPresent(type -> used.put("type", type));
            used.put("end", spell.end().map(LocalDate::toString).orElse("goes on"));
            record("spells", Optional.empty(), spell.start(), role, used);
        }
    }

    void term(SchoolTerm term) {
        if (taken) {
            record(
                    "school_terms",
                    Optional.empty(),
                    term.end(),
                    "",
                    Map.of(
                            "individual",
                            term.memberId(),
                            "sessions_possible",
                            String.valueOf(term.sessionsPossible()),
                            "sessions_absent",
                            String.valueOf(term.sessionsAbsent()),
                            "sessions_unauthorised",
                            String.valueOf(term.sessionsUnauthorised()),
                            "fixed_exclusions",
                            String.valueOf(term.fixedExclusions())));
        }
    }

    void answer(Form form, String issue, String answer) {
        if (taken) {
            Map<String, String> used = new LinkedHashMap<>();
            used.put("kind", form.kind().word());
            form.memberId().ifPresent(id -> used.put("individual", id));
            used.put("issue", issue);
            used.put("present", answer);
            record("assessments", Optional.of(form.id()), form.date(), "", used);
        }
    }

    void reading(StarReading reading, String area, int score) {
        if (taken) {
            record(
                    "star_readings",
                    Optional.empty(),
                    reading.date(),
                    "",
                    Map.of("kind", reading.kind().word(), area, String.valueOf(score)));
        }
    }

    /** Decides a criterion and notes how it came out as a part of these notes. */
    public Decision judge(String about, Criterion criterion, Situation situation) {
        return taken
                ? judge(about, criterion, situation, criterion.rule(), criterion.limits())
                : criterion.decide(situation, this);
    }

    /** Decides one of several criteria that are taken together. */
    Decision judgePart(int place, Criterion criterion, Situation situation) {
        return judge(taken ? "part " + (place + 1) : "", criterion, situation);
    }

    /** Decides a criterion of a member, whose rule and limits stand above all the members. */
    Decision judgeMember(String about, Criterion criterion, Situation situation) {
        return taken ? judge(about, criterion, situation, "", List.of()) : criterion.decide(situation, this);
    }

    private Decision judge(
            String about, Criterion criterion, Situation situation, String rule, List<Threshold> limits) {
        Notes part = taken();
        Decision decision = criterion.decide(situation, part);
        add(part.judgement(about, decision, rule, limits));
        return decision;
    }

    /** A share in words, rounded to be read; what it is decided by are the exact numbers beside it. */
    static String percent(long part, long of) {
        return part + " of " + of
                + (of == 0
                        ? ""
                        : ", "
                                + BigDecimal.valueOf(part)
                                        .movePointRight(2)
                                        .divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP)
                                        .toPlainString()
                                + " %");
    }

    /** Notes a judgement as a part of these notes. */
    public void add(Judgement part) {
        if (taken) {
            parts.add(part);
        }
    }

    /** What was noted, as a judgement. */
    public Judgement judgement(String about, Decision decision, String rule, List<Threshold> limits) {
        Map<String, String> numbers = new LinkedHashMap<>();
        limits.forEach(limit -> numbers.put(limit.name(), limit.inWords()));
        return new Judgement(about, decision.inWords(), rule, numbers, values, records, parts);
    }
}
