package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.AtLeast;
import dev.waymark.pbr.decision.Decision;
import java.util.List;

/**
 * The kind {@code problems-at-start}: the family had at least so many problems from its initial forms and from records
 * before the claim episode opened; counted as headlines (problems), or as needs (different issues and signs of them).
 */
final class ProblemsAtStart implements Criterion {

    private static final int MOST = 100;

    private final Threshold atLeast;
    private final boolean countsNeeds;

    private ProblemsAtStart(Threshold atLeast, boolean countsNeeds) {
        this.atLeast = atLeast;
        this.countsNeeds = countsNeeds;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("atLeast");
        return new ProblemsAtStart(
                part.whole("atLeast", 1, MOST),
                part.definition().at("count").oneOf("headlines", "needs").equals("needs"));
    }

    @Override
    public String rule() {
        return "the family had at least so many " + (countsNeeds ? "needs" : "headline problems")
                + " from its initial forms and from records in the months before the claim episode opened";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(atLeast);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        Problems problems = situation.problems();
        AtLeast had = problems.atLeast(atLeast.wholeOn(situation.day()));
        for (int place = 0; place < problems.list().size() && !notes.mayEnd(had.areMet()); place++) {
            ProblemList.Problem problem = problems.list().problem(place);
            Decision one = problems.hadAtStart(place, situation, notes);
            for (int times = countsNeeds && one.isMet() ? needs(problem, situation) : 1; times > 0; times--) {
                had.add(one);
            }
        }
        Decision enough = had.decision();
        return enough.applies() ? enough : Decision.notMet();
    }

    /** The issues that the initial forms show; a problem that records alone show is one need. */
    private static int needs(ProblemList.Problem problem, Situation situation) {
        return Math.max(
                1,
                problem.issues().absent(situation).isPresent()
                        ? 1
                        : Problems.shown(situation, true).count(problem.issues().of(situation.family())));
    }
}
