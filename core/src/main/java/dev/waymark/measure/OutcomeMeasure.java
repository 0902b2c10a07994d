package dev.waymark.measure;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measure of outcomes: what it counts of each family, and the figures that come from the counts.
 *
 * <p>Most measures only count named things: extend {@link CountingMeasure} for those. <b>Threads:</b> a measure is
 * immutable and shared by threads, which may ask it several things at once. <b>Errors:</b> a measure that throws has no
 * figures; the report names it, and the others are reported.
 *
 * @param <S> the state in which the counts are kept
 */
public interface OutcomeMeasure<S> {

    /** What the measure is called, needs and rests on. */
    MeasureSpec spec();

    /**
     * What is counted of each family. Measures that give equal countings share one: the engine counts once and every
     * one of them makes its figures from the same state.
     */
    Counting<S> counting();

    /**
     * The figures of a state, in the order in which they shall be reported. Changes neither state.
     *
     * @param state the counts of all families, or of those of one stratum
     * @param whole the counts of all families, from which the values of dimensions come, so that each stratum has the
     *     same
     */
    List<Figure> finish(S state, Whole<S> whole);

    /** The records of a family that a reader needs beside the counts to check them. */
    default List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>();
        for (Episode episode : family.episodes()) {
            List<String> roles = new ArrayList<>();
            if (isSame(family.entryEpisode(), episode)) {
                roles.add("entry");
            }
            if (isSame(family.openingEpisode(), episode)) {
                roles.add("opening");
            }
            if (isSame(family.countedEpisode(), episode)) {
                roles.add("counted");
            }
            evidence.add(new Evidence(
                    "episodes",
                    Optional.of(episode.id()),
                    episode.opened(),
                    roles,
                    Map.of(
                            "closed",
                            episode.closed().map(Object::toString).orElse(""),
                            "service",
                            episode.service(),
                            "worker",
                            episode.worker().orElse(""))));
        }
        return evidence;
    }

    private static boolean isSame(Optional<Episode> chosen, Episode episode) {
        return chosen.isPresent() && chosen.get() == episode;
    }

    /** What was judged of a family on the way to the counts, and how it came out; nothing for most measures. */
    default List<Judgement> judgements(FamilyCase family) {
        return List.of();
    }

    /** Whether the figures are given for each stratum of a split report too, and not of the whole alone. */
    default boolean isSplitByStrata() {
        return true;
    }

    /** The figures that a family alone would give, without those in which it does not count. */
    default List<Figure> figuresOfOne(FamilyCase family) {
        S state = counting().newState();
        counting().accept(state, family);
        Whole<S> alone = new Whole<>(state, family.period(), family.tablesPresent(), family.starsInData(), List.of());
        return finish(state, alone).stream().filter(Figure::isTouched).toList();
    }

    /**
     * Why a family counts where it counts: the {@linkplain #figuresOfOne figures} that it alone would give, and the
     * records behind them. It is the same computation that the figures of all come from.
     */
    default Explanation explain(FamilyCase family) {
        return new Explanation(
                spec().id(), family.familyId(), figuresOfOne(family), judgements(family), evidence(family));
    }
}
