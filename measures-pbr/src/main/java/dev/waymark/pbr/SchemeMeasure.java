package dev.waymark.pbr;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Judgement;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Whole;
import java.util.List;

/**
 * Results and claims under the payment-by-results schemes that run: {@code pbr.results} and {@code pbr.claims}.
 *
 * <p><b>Reads</b> what the criteria of the schemes ask about, and claims. <b>Counts</b> the families with an episode
 * not closed longer before the as-at date than the look-back, by their decision; both measures share the counts.
 * <b>Gives</b> counts and pounds for each scheme; with no scheme running no figure. A table that a criterion needs and
 * that is absent makes its decision insufficient data; without claims the figures on them have no value. <b>Merging</b>
 * is exact in any order. <b>Threads:</b> immutable. <b>Source:</b> docs/schemes.md.
 */
public final class SchemeMeasure implements OutcomeMeasure<Tally> {

    /** Writes one part of the figures of one scheme. */
    @FunctionalInterface
    interface Chapter {
        /** Writes it. */
        void write(SchemeTally counts, Figures figures);
    }

    private final MeasureSpec spec;
    private final SchemeCounts counts;
    private final Chapter chapter;

    SchemeMeasure(MeasureSpec spec, SchemeCounts counts, Chapter chapter) {
        this.spec = spec;
        this.counts = counts;
        this.chapter = chapter;
    }

    @Override
    public MeasureSpec spec() {
        return spec;
    }

    @Override
    public Counting<Tally> counting() {
        return counts;
    }

    @Override
    public List<Figure> finish(Tally state, Whole<Tally> whole) {
        Figures figures = Figures.of(spec.id(), whole.tables());
        for (SchemeCounts.OfScheme one : counts.schemes) {
            Dimensions dimensions =
                    counts.schemes.size() > 1 ? Dimensions.of("scheme", one.scheme.id()) : Dimensions.NONE;
            chapter.write(new SchemeTally(one, state, whole.state(), dimensions), figures);
        }
        return figures.listFigureByFigure();
    }

    @Override
    public List<Judgement> judgements(FamilyCase family) {
        return counts.schemes.stream().map(one -> one.scheme.explain(family)).toList();
    }
}
