package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;
import java.util.List;

/**
 * One thing that a scheme asks of a family, or of one member of it.
 *
 * <p>A new kind is one class that reads itself from a {@link CriterionReader} and decides, and one entry in the list of
 * kinds. <b>Threads:</b> immutable.
 */
public interface Criterion {

    /** What is asked, in plain words. */
    String rule();

    /** The numbers it is held against. */
    default List<Threshold> limits() {
        return List.of();
    }

    /**
     * Decides it.
     *
     * @param situation the family, or the member, that it is asked of
     * @param notes where to note down what was seen; they are taken only while a decision is explained
     */
    Decision decide(Situation situation, Notes notes);
}
