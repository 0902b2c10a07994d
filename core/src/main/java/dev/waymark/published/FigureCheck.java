package dev.waymark.published;

import dev.waymark.figure.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that can be said of one published figure.
 *
 * @param figure the figure
 * @param fraction whether its own numerator and denominator give it
 * @param relations whether its relations to other figures hold, in the order of the file
 * @param feasibility whether any whole numerator gives it
 * @param report whether the report has it
 */
public record FigureCheck(
        PublishedFigure figure,
        Recomputed fraction,
        List<RelationCheck> relations,
        Feasibility feasibility,
        ReportCheck report) {

    /** Keeps an unmodifiable copy. */
    public FigureCheck {
        relations = List.copyOf(relations);
    }

    static FigureCheck of(PublishedFigure figure, PublishedFigures all, Optional<ReportedFigures> report) {
        return new FigureCheck(
                figure,
                fractionOf(figure),
                figure.relations().stream()
                        .map(relation -> RelationCheck.of(figure, relation, all))
                        .toList(),
                Feasibility.of(figure),
                ReportCheck.of(figure, report));
    }

    private static Recomputed fractionOf(PublishedFigure figure) {
        if (figure.numerator().isEmpty() || figure.denominator().isEmpty()) {
            return Recomputed.notChecked("no numerator and denominator are stated");
        }
        List<Printed> terms = List.of(
                stated(figure.numerator().get()),
                stated(BigDecimal.valueOf(figure.denominator().getAsInt())));
        Relation ratio = new Relation(Relation.Type.RATIO, List.of("numerator", "denominator"));
        return Recomputed.of(
                figure.printed(),
                ratio.written(terms.stream().map(Printed::text).toList()),
                terms,
                numbers -> ratio.of(numbers, figure.printed().factor()));
    }

    /** A numerator or denominator: exact, however many decimals it has. */
    private static Printed stated(BigDecimal number) {
        return new Printed(number.toPlainString(), number, Unit.COUNT, Math.max(0, number.scale()));
    }

    /** The verdict on the figure: the weightiest of those on its parts. */
    public Verdict verdict() {
        List<Verdict> parts = new ArrayList<>();
        parts.add(fraction.verdict());
        relations.forEach(relation -> parts.add(relation.recomputed().verdict()));
        parts.add(feasibility.verdict());
        parts.add(report.verdict());
        return Verdict.of(parts);
    }

    /**
     * Whether it is as the file says: the verdict that it lists, or no contradiction. A listed contradiction that is
     * none any more is not as expected.
     */
    public boolean isAsExpected() {
        return figure.expected()
                .map(expected -> expected.verdict() == verdict())
                .orElse(!verdict().isContradiction());
    }

    /** What led to the verdict, in words: each part that has it; of a figure that was not checked, why not. */
    public List<String> reasons() {
        Verdict verdict = verdict();
        List<String> reasons = new ArrayList<>();
        boolean isChecked = verdict != Verdict.NOT_CHECKED;
        if (isChecked && fraction.verdict() == verdict && !isAmongRelations(fraction)) {
            reasons.add(fraction.says());
        }
        for (RelationCheck relation : relations) {
            if (relation.recomputed().verdict() == verdict) {
                reasons.add(relation.recomputed().says());
            }
        }
        if (isChecked && feasibility.verdict() == verdict) {
            reasons.add(feasibility.says());
        }
        if (report.verdict() == verdict && (isChecked || figure.link().isPresent())) {
            reasons.add(report.says());
        }
        if (reasons.isEmpty()) {
            reasons.add("nothing states what it follows from");
        }
        return reasons.stream().distinct().toList();
    }

    /** The numerator and denominator are often the terms of a ratio too. */
    private boolean isAmongRelations(Recomputed stated) {
        return relations.stream()
                .map(RelationCheck::recomputed)
                .anyMatch(other ->
                        other.verdict() == stated.verdict() && other.value().equals(stated.value()));
    }
}
