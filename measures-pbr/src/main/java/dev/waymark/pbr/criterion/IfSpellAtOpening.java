package dev.waymark.pbr.criterion;

import dev.waymark.family.Spell;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code if-spell-at-opening}: another criterion, where a spell was there on the day the claim episode opened.
 */
final class IfSpellAtOpening implements Criterion {

    private final Tables tables = Tables.ofSpells();
    private final Set<Spell.State> states;
    private final Criterion then;

    private IfSpellAtOpening(Set<Spell.State> states, Criterion then) {
        this.states = states;
        this.then = then;
    }

    static Criterion read(CriterionReader.Part part) {
        return new IfSpellAtOpening(part.states("spells"), part.criterion("then"));
    }

    @Override
    public String rule() {
        return "where there was " + SpellStarted.words(states)
                + " on the day the claim episode opened, then as follows";
    }

    @Override
    public List<Threshold> limits() {
        return then.limits();
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
        int opened = situation.episode().get().openedDay();
        boolean applies = false;
        List<Spell> spells = situation.family().spells();
        for (int i = 0; i < spells.size(); i++) {
            Spell spell = spells.get(i);
            if (states.contains(spell.state())
                    && situation.concerns(spell)
                    && spell.startDay() <= opened
                    && spell.endDay() >= opened) {
                applies = true;
                notes.spell(spell, "at opening");
            }
        }
        return applies ? notes.judge("then", then, situation) : Decision.notApplicable();
    }
}
