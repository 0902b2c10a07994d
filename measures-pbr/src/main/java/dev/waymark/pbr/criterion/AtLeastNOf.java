package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.AtLeast;
import dev.waymark.pbr.decision.Decision;
import java.util.List;

/** The kind {@code at-least-n-of}: so many of other criteria. */
final class AtLeastNOf implements Criterion {

    private static final int MOST = 100;

    private final Criterion[] of;
    private final Threshold atLeast;

    private AtLeastNOf(Criterion[] of, Threshold atLeast) {
        this.of = of;
        this.atLeast = atLeast;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("atLeast");
        return new AtLeastNOf(part.criteria("of"), part.whole("atLeast", 1, MOST));
    }

    @Override
    public String rule() {
        return "at least so many of the following";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(atLeast);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        AtLeast decisions = AtLeast.of(atLeast.wholeOn(situation.day()));
        for (int i = 0; i < of.length && !notes.mayEnd(decisions.areMet()); i++) {
            decisions.add(notes.judgePart(i, of[i], situation));
        }
        return decisions.decision();
    }
}
