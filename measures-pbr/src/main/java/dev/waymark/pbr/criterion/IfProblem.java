package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;
import java.util.List;

/** The kind {@code if-problem}: another criterion, where the family has a problem of the scheme. */
final class IfProblem implements Criterion {

    private final int problem;
    private final String id;
    private final Criterion then;

    private IfProblem(int problem, String id, Criterion then) {
        this.problem = problem;
        this.id = id;
        this.then = then;
    }

    static Criterion read(CriterionReader.Part part) {
        return new IfProblem(
                part.problem("problem"), part.definition().at("problem").text(), part.criterion("then"));
    }

    @Override
    public String rule() {
        return "where the family has the problem " + id + ", then as follows";
    }

    @Override
    public List<Threshold> limits() {
        return then.limits();
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        Decision has = situation.problems().has(problem, situation, notes);
        return switch (has.outcome()) {
            case MET -> notes.judge("then", then, situation);
            case INSUFFICIENT_DATA -> has;
            default -> Decision.notApplicable();
        };
    }
}
