package dev.waymark.published;

import java.util.List;

/**
 * Whether a relation between published figures holds.
 *
 * @param relation the relation
 * @param recomputed what comes of it, and the verdict
 */
public record RelationCheck(Relation relation, Recomputed recomputed) {

    static RelationCheck of(PublishedFigure figure, Relation relation, PublishedFigures all) {
        List<String> unknown =
                relation.terms().stream().filter(id -> !all.has(id)).toList();
        if (!unknown.isEmpty()) {
            return new RelationCheck(
                    relation,
                    Recomputed.notChecked(String.join(", ", unknown) + " cannot be found in the files given"));
        }
        List<Printed> terms =
                relation.terms().stream().map(id -> all.figure(id).printed()).toList();
        Recomputed recomputed = Recomputed.of(
                figure.printed(),
                relation.written(terms.stream().map(Printed::text).toList()),
                terms,
                numbers -> relation.of(numbers, figure.printed().factor()));
        return new RelationCheck(relation, recomputed.unless(relation.unless()));
    }
}
