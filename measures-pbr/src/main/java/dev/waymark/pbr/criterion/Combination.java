package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;

/** The kinds {@code all-of} and {@code any-of}: other criteria taken together. */
final class Combination implements Criterion {

    private final Criterion[] of;
    private final boolean needsAll;

    private Combination(Criterion[] of, boolean needsAll) {
        this.of = of;
        this.needsAll = needsAll;
    }

    static Criterion allOf(CriterionReader.Part part) {
        return new Combination(part.criteria("of"), true);
    }

    static Criterion anyOf(CriterionReader.Part part) {
        return new Combination(part.criteria("of"), false);
    }

    @Override
    public String rule() {
        return needsAll ? "all of the following that apply" : "any of the following";
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Decision together = Decision.notApplicable();
        for (int i = 0; i < of.length && !notes.mayEnd(needsAll ? together.isNotMet() : together.isMet()); i++) {
            Decision part = notes.judgePart(i, of[i], situation);
            together = needsAll ? together.and(part) : together.or(part);
        }
        return together;
    }
}
