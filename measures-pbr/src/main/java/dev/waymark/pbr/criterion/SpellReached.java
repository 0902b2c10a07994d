package dev.waymark.pbr.criterion;

import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code spell-reached}: a spell of some kinds that began after the claim episode opened reached its length in
 * the months before D.
 */
final class SpellReached implements Criterion {

    private static final int MOST_DAYS = 3660;

    private final Tables tables = Tables.ofSpells();
    private final Set<Spell.State> states;
    private final Threshold days;
    private final Threshold months;

    private SpellReached(Set<Spell.State> states, Threshold days, Threshold months) {
        this.states = states;
        this.days = days;
        this.months = months;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("days", "windowMonths");
        return new SpellReached(part.states("spells"), part.whole("days", 1, MOST_DAYS), part.months("windowMonths"));
    }

    @Override
    public String rule() {
        return SpellStarted.words(states)
                + " that began after the claim episode opened has its last day of the length in the months before D";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(days, months);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        int length = months.wholeOn(situation.day());
        notes.window(situation, length);
        Optional<Decision> notOpen = situation.windowNotOpen(length);
        if (notOpen.isPresent()) {
            return notOpen.get();
        }
        int opened = situation.episode().orElseThrow().openedDay();
        int from = situation.windowStart(length);
        boolean found = false;
        List<Spell> spells = situation.family().spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            int reached = spell.startDay() + days.wholeOn(situation.day()) - 1;
            if (states.contains(spell.state()) && situation.concerns(spell) && spell.startDay() > opened) {
                found |= spell.endDay() >= reached && reached >= from && reached <= situation.windowEnd();
                if (notes.areTaken()) {
                    notes.spell(spell, "reaches its length on " + LocalDate.ofEpochDay(reached));
                }
            }
        }
        return Decision.metIf(found);
    }
}
