package dev.waymark.pbr.criterion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The kinds of criteria there are: the word for each in a scheme, its keys, and the class that reads it. */
final class Kinds {

    /** Of whom a kind may be asked. */
    private enum Asked {
        FAMILY,
        PERSON,
        BOTH
    }

    /** One kind. */
    record Kind(Asked asked, List<String> keys, Function<CriterionReader.Part, Criterion> reading) {

        Criterion read(CriterionReader.Part part) {
            return reading.apply(part);
        }
    }

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        add("all-of", Asked.BOTH, Combination::allOf, "of");
        add("any-of", Asked.BOTH, Combination::anyOf, "of");
        add("at-least-n-of", Asked.BOTH, AtLeastNOf::read, "of", "thresholds");
        add("each-child", Asked.FAMILY, Members::eachChild, "of");
        add("each-adult", Asked.FAMILY, Members::eachAdult, "of");
        add("one-adult", Asked.FAMILY, Members::oneAdult, "of");
        add("has-minor", Asked.FAMILY, HasMinor::read);
        add("incident-reduction", Asked.BOTH, IncidentReduction::read, "incidents", "by", "baseline", "thresholds");
        add("no-incident", Asked.BOTH, NoIncident::read, "incidents", "thresholds");
        add("school-terms", Asked.PERSON, SchoolTermsCriterion::read, "thresholds");
        add("spell-started", Asked.BOTH, SpellStarted::read, "spells", "thresholds");
        add("spell-reached", Asked.BOTH, SpellReached::read, "spells", "thresholds");
        add("no-spell", Asked.BOTH, NoSpell::read, "spells", "thresholds");
        add("continuous-spell", Asked.PERSON, ContinuousSpell::read, "spells", "after", "daysByType", "thresholds");
        add("if-spell-at-opening", Asked.BOTH, IfSpellAtOpening::read, "spells", "then");
        add("if-problem", Asked.FAMILY, IfProblem::read, "problem", "then");
        add("problems-at-start", Asked.FAMILY, ProblemsAtStart::read, "count", "thresholds");
        add("issues-resolved", Asked.FAMILY, IssuesResolved::read, "need", "issues");
        add("issues-fewer", Asked.FAMILY, IssuesFewer::read, "need", "issues", "thresholds");
        add("star-area", Asked.FAMILY, StarArea::read, "star", "area", "stage");
        add("closed-for", Asked.FAMILY, ClosedFor::read, "thresholds");
    }

    private Kinds() {}

    private static void add(
            String word, Asked asked, Function<CriterionReader.Part, Criterion> reading, String... keys) {
        KINDS.put(word, new Kind(asked, List.of(keys), reading));
    }

    static Kind of(String word) {
        Kind kind = KINDS.get(word);
        if (kind == null) {
            throw new IllegalArgumentException(word);
        }
        return kind;
    }

    /** The words of the kinds that may be asked of a family, or of a person. */
    static List<String> words(boolean ofPerson) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().asked() != (ofPerson ? Asked.FAMILY : Asked.PERSON))
                .map(Map.Entry::getKey)
                .toList();
    }
}
