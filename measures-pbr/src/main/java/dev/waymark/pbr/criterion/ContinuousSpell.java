package dev.waymark.pbr.criterion;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.waymark.definition.Definition;
import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code continuous-spell}: after a spell of some kinds (a benefit) has ended, spells of others (employment),
 * joined over short gaps, reach a length in the months before D without a day of the former.
 *
 * <p>It applies to a member with a spell of the former kinds. The length may differ by the type of the spell that
 * ended.
 */
final class ContinuousSpell implements Criterion {

    private static final int MOST_DAYS = 3660;
    private static final int MOST_GAP = 366;

    private final Tables tables = Tables.ofSpells();
    private final Set<Spell.State> states;
    private final Set<Spell.State> after;
    private final Threshold days;
    private final Map<String, Threshold> daysByType;
    private final Threshold gapDays;
    private final Threshold overlapDays;
    private final Threshold months;

    private ContinuousSpell(
            Set<Spell.State> states,
            Set<Spell.State> after,
            Threshold days,
            Map<String, Threshold> daysByType,
            Threshold gapDays,
            Threshold overlapDays,
            Threshold months) {
        this.states = states;
        this.after = after;
        this.days = days;
        this.daysByType = daysByType;
        this.gapDays = gapDays;
        this.overlapDays = overlapDays;
        this.months = months;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("days", "gapDays", "overlapDays", "windowMonths");
        Map<String, Threshold> byType = new LinkedHashMap<>();
        if (part.definition().find("daysByType").isPresent()) {
            Definition types = part.definition().at("daysByType");
            for (String type : types.keys()) {
                byType.put(type, part.wholeIn(types, type, 1, MOST_DAYS));
            }
        }
        return new ContinuousSpell(
                part.states("spells"),
                part.states("after"),
                part.whole("days", 1, MOST_DAYS),
                byType,
                part.whole("gapDays", 0, MOST_GAP),
                part.whole("overlapDays", 0, MOST_GAP),
                part.months("windowMonths"));
    }

    @Override
    public String rule() {
        return "after " + SpellStarted.words(after) + " has ended, " + SpellStarted.words(states)
                + " goes on for its length, short gaps included, and reaches it in the months before D, without a day of "
                + SpellStarted.words(after);
    }

    @Override
    public List<Threshold> limits() {
        List<Threshold> limits = new ArrayList<>(List.of(days, gapDays, overlapDays, months));
        limits.addAll(daysByType.values());
        return limits;
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        boolean applies = false;
        Decision any = Decision.notApplicable();
        List<Spell> spells = situation.family().spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell ended = spells.get(i);
            if (after.contains(ended.state()) && situation.concerns(ended)) {
                applies = true;
                notes.spell(ended, "before");
                if (ended.end().isPresent()) {
                    any = any.or(anyRunAfter(ended, spells, situation, notes));
                }
            }
        }
        if (!applies) {
            return Decision.notApplicable();
        }
        return any.applies() ? any : Decision.notMet();
    }

    /** How the runs of spells after one that ended come out. */
    private Decision anyRunAfter(Spell ended, List<Spell> spells, Situation situation, Notes notes) {
        LocalDate day = situation.day();
        int gap = gapDays.wholeOn(day);
        notes.window(situation, months.wholeOn(day));
        int earliest = ended.endDay() + 1 - overlapDays.wholeOn(day);
        RangeSet<Long> runs = TreeRangeSet.create();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (states.contains(spell.state()) && situation.concerns(spell) && spell.startDay() >= earliest) {
                long first = Math.max(spell.startDay(), ended.endDay() + 1);
                long endOfGap = spell.endDay() + 1L + gap;
                if (first <= spell.endDay()) {
                    runs.add(Range.closedOpen(first, endOfGap));
                    notes.spell(spell, "run");
                }
            }
        }
        int length = ended.type()
                .flatMap(type -> Optional.ofNullable(daysByType.get(type)))
                .orElse(days)
                .wholeOn(day);
        Decision any = Decision.notApplicable();
        for (Range<Long> run : runs.asRanges()) {
            long last = run.upperEndpoint() - 1 - gap;
            long reached = run.lowerEndpoint() + length - 1;
            boolean isBroken = hasBenefit(spells, situation, run.lowerEndpoint(), reached);
            Decision decision = decide(last >= reached && !isBroken, last, reached, situation);
            any = any.or(decision);
            if (notes.areTaken()) {
                notes.value(
                        "after the end on " + LocalDate.ofEpochDay(ended.endDay()) + ", run from "
                                + LocalDate.ofEpochDay(run.lowerEndpoint())
                                + (last == Integer.MAX_VALUE ? " that goes on" : " to " + LocalDate.ofEpochDay(last)),
                        inWords(decision, last < reached, isBroken, LocalDate.ofEpochDay(reached), length));
            }
        }
        return any;
    }

    private String inWords(Decision decision, boolean isTooShort, boolean isBroken, LocalDate reached, int length) {
        String day = "its day " + length + " is " + reached;
        if (isTooShort) {
            return day + ", and it ends before";
        }
        if (isBroken) {
            return day + ", and " + SpellStarted.words(after) + " has a day in it up to then";
        }
        return switch (decision.outcome()) {
            case MET -> day + ", in the months before D";
            case NOT_MET -> day + ", earlier than the months before D";
            default -> day + ", not before D";
        };
    }

    private boolean hasBenefit(List<Spell> spells, Situation situation, long from, long to) {
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (after.contains(spell.state())
                    && situation.concerns(spell)
                    && spell.startDay() <= to
                    && spell.endDay() >= from) {
                return true;
            }
        }
        return false;
    }

    private Decision decide(boolean isUnbroken, long last, long reached, Situation situation) {
        if (!isUnbroken) {
            return Decision.notMet();
        }
        if (reached > situation.windowEnd()) {
            return last == Integer.MAX_VALUE
                    ? Decision.notYetObservable(LocalDate.ofEpochDay(reached + 1))
                    : Decision.notMet();
        }
        return Decision.metIf(reached >= situation.windowStart(months.wholeOn(situation.day())));
    }
}
