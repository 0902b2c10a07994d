package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;
import dev.waymark.pbr.decision.Together;
import java.util.List;
import java.util.Optional;

/** The kinds {@code all-of}, {@code any-of} and {@code at-least-n-of}: other criteria taken together. */
final class Combination implements Criterion {

    private static final int MOST = 100;

    private final Criterion[] of;
    private final boolean needsAll;
    private final Optional<Threshold> atLeast;

    private Combination(List<Criterion> of, boolean needsAll, Optional<Threshold> atLeast) {
        this.of = of.toArray(Criterion[]::new);
        this.needsAll = needsAll;
        this.atLeast = atLeast;
    }

    static Criterion allOf(CriterionReader.Part part) {
        return new Combination(part.criteria("of"), true, Optional.empty());
    }

    static Criterion anyOf(CriterionReader.Part part) {
        return new Combination(part.criteria("of"), false, Optional.empty());
    }

    static Criterion atLeastNOf(CriterionReader.Part part) {
        part.allowThresholds("atLeast");
        return new Combination(part.criteria("of"), false, Optional.of(part.whole("atLeast", 1, MOST)));
    }

    @Override
    public String rule() {
        return needsAll
                ? "all of the following that apply"
                : atLeast.isEmpty() ? "any of the following" : "at least so many of the following";
    }

    @Override
    public List<Threshold> limits() {
        return atLeast.stream().toList();
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Together decisions = needsAll
                ? Together.all()
                : Together.atLeast(atLeast.isPresent() ? atLeast.get().wholeOn(situation.day()) : 1);
        for (int i = 0; i < of.length && !notes.mayEnd(decisions); i++) {
            decisions.add(notes.judge(notes.areTaken() ? "part " + (i + 1) : "", of[i], situation));
        }
        return decisions.decision();
    }
}
