package dev.waymark.pbr.criterion;

import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kind {@code spell-started}: a spell of some kinds began in the months before D. */
final class SpellStarted implements Criterion {

    private final Tables tables = Tables.ofSpells();
    private final Set<Spell.State> states;
    private final Threshold months;

    private SpellStarted(Set<Spell.State> states, Threshold months) {
        this.states = states;
        this.months = months;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("windowMonths");
        return new SpellStarted(part.states("spells"), part.months("windowMonths"));
    }

    static String words(Set<Spell.State> states) {
        return String.join(" or ", states.stream().map(Spell.State::word).toList());
    }

    @Override
    public String rule() {
        return words(states) + " began in the months before D";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(months);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        int length = months.wholeOn(situation.day());
        int from = situation.windowStart(length);
        notes.window(situation, length);
        boolean found = false;
        List<Spell> spells = situation.family().spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (states.contains(spell.state())
                    && situation.concerns(spell)
                    && spell.startDay() >= from
                    && spell.startDay() <= situation.windowEnd()) {
                found = true;
                notes.spell(spell, "window");
            }
        }
        return Decision.metIf(found);
    }
}
