package dev.waymark.measure;

import dev.waymark.figure.Figure;
import java.util.List;

/**
 * Why a family counts where it counts.
 *
 * @param measure the measure's id
 * @param familyId the family
 * @param counts the figures that the family counts in, as they would be of this family alone
 * @param judgements what was judged on the way to the counts; empty for measures that judge nothing
 * @param evidence the records behind them
 */
public record Explanation(
        String measure, String familyId, List<Figure> counts, List<Judgement> judgements, List<Evidence> evidence) {

    /** Keeps unmodifiable copies. */
    public Explanation {
        counts = List.copyOf(counts);
        judgements = List.copyOf(judgements);
        evidence = List.copyOf(evidence);
    }
}
