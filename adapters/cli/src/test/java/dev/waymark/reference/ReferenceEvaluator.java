package dev.waymark.reference;

import dev.waymark.reference.ReferenceFigures.Result;
import dev.waymark.reference.ReferenceRules.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The slow, obvious evaluation of a data set: every figure a walk over all rows, written from the definitions alone.
 */
public final class ReferenceEvaluator {

    /** The measures that are covered, in the order of the page of figures; {@code familystar} stands for its seven. */
    public static final List<String> MEASURES =
            List.of("activity", "timeliness", "issues", "eligibility", "familystar", "pbr");

    /** The headline needs in the order of the taxonomy {@code family-support}. */
    public static final List<String> NEEDS =
            List.of("crime", "school", "children-who-need-help", "work-and-money", "domestic-abuse", "health");

    private final ReferenceRules rules;
    private final List<ReferenceStar> stars;
    private final List<String> needs;
    private final Map<String, String> needOfIssue;
    private final Map<LocalDate, ReferenceRecords> seenAt = new HashMap<>();

    /**
     * A data set with the Family Star Plus and the six needs.
     *
     * @param data the rows
     * @param needOfIssue the need of each issue that has one
     */
    public ReferenceEvaluator(ReferenceData data, Map<String, String> needOfIssue) {
        this(data, List.of(ReferenceStar.FAMILY_STAR_PLUS), NEEDS, needOfIssue);
    }

    /**
     * A data set with its own Stars and needs.
     *
     * @param data the rows
     * @param stars the Stars that are defined
     * @param needs the headline needs in the order of the taxonomy
     * @param needOfIssue the need of each issue that has one
     */
    public ReferenceEvaluator(
            ReferenceData data, List<ReferenceStar> stars, List<String> needs, Map<String, String> needOfIssue) {
        this.rules = new ReferenceRules(data, stars);
        this.stars = List.copyOf(stars);
        this.needs = List.copyOf(needs);
        this.needOfIssue = needOfIssue;
    }

    /** The rejections of the data set. */
    public List<Rejection> rejections() {
        return rules.rejections();
    }

    /** All figures over all families. */
    public Map<String, Result> evaluate(ReferencePeriod period, LocalDate asAt) {
        return evaluate(period, asAt, null, MEASURES);
    }

    /** All figures of one stratum, whose dimension is the first in each key. */
    public Map<String, Result> evaluate(ReferencePeriod period, LocalDate asAt, ReferenceStratum stratum) {
        return evaluate(period, asAt, stratum, MEASURES);
    }

    /**
     * The figures of some of the measures.
     *
     * @param period the period
     * @param asAt the as-at date
     * @param stratum the stratum, or null for all families
     * @param measures which of {@link #MEASURES}
     */
    public Map<String, Result> evaluate(
            ReferencePeriod period, LocalDate asAt, ReferenceStratum stratum, List<String> measures) {
        ReferenceRecords seen = seen(period, asAt);
        ReferenceSemantics whole = new ReferenceSemantics(seen, period, asAt);
        ReferenceSemantics part = stratum == null ? whole : new ReferenceSemantics(seen.in(stratum), period, asAt);
        ReferenceFigures figures =
                new ReferenceFigures(stratum == null ? List.of() : List.of(stratum.dimension(), stratum.value()));
        // "Order: as on this page"
        if (measures.contains("activity")) {
            new ReferenceActivity(whole, part, figures).evaluate();
        }
        if (measures.contains("timeliness")) {
            new ReferenceTimeliness(part, figures).evaluate();
        }
        if (measures.contains("issues")) {
            new ReferenceIssues(whole, part, figures).evaluate();
        }
        if (measures.contains("eligibility")) {
            new ReferenceEligibility(part, needs, needOfIssue, figures).evaluate();
        }
        if (measures.contains("familystar")) {
            new ReferenceFamilyStar(whole, part, stars, figures).evaluate();
        }
        if (measures.contains("pbr")) {
            ReferencePbrFigures pbr = pbr(period, asAt, stratum, figures);
            pbr.evaluate();
            // "pbr.finance is not split"
            if (stratum == null) {
                pbr.finance();
            }
        }
        return figures.results();
    }

    private ReferencePbrFigures pbr(
            ReferencePeriod period, LocalDate asAt, ReferenceStratum stratum, ReferenceFigures figures) {
        Map<LocalDate, ReferenceSemantics> asked = new HashMap<>();
        Function<LocalDate, ReferenceSemantics> partAsAt = asAtDay -> asked.computeIfAbsent(
                asAtDay,
                day -> new ReferenceSemantics(
                        stratum == null ? seenAt(day) : seenAt(day).in(stratum, seenAt(asAt)), period, day));
        return new ReferencePbrFigures(
                new ReferenceSemantics(seen(period, asAt), period, asAt),
                partAsAt.apply(asAt),
                partAsAt,
                needOfIssue,
                figures);
    }

    /** How each family evaluated under a scheme was decided, by the family's id. */
    Map<String, ReferencePbr.Judged> judged(String scheme, ReferencePeriod period, LocalDate asAt) {
        return pbr(period, asAt, null, new ReferenceFigures(List.of())).judged(scheme);
    }

    /**
     * The figures of a report that is split: "the figures without the dimension come first, then again for each
     * district of the data, with {@code district} in front", "Several {@code --by}: one after the other, not crossed."
     *
     * @param period the period
     * @param asAt the as-at date
     * @param by {@code district}, {@code service} or both, in the order asked for
     * @param measures which of {@link #MEASURES}
     */
    public Map<String, Result> report(ReferencePeriod period, LocalDate asAt, List<String> by, List<String> measures) {
        Map<String, Result> all = new LinkedHashMap<>(evaluate(period, asAt, null, measures));
        for (String dimension : by) {
            for (ReferenceStratum stratum : strata(dimension, period, asAt)) {
                all.putAll(evaluate(period, asAt, stratum, measures));
            }
        }
        return all;
    }

    /** The strata of {@code district} or {@code service}, in the order of the report. */
    public List<ReferenceStratum> strata(String dimension, ReferencePeriod period, LocalDate asAt) {
        ReferenceRecords seen = seen(period, asAt);
        List<String> values = switch (dimension) {
            case "district" -> seen.districts();
            case "service" -> seen.services();
            default -> throw new IllegalArgumentException("no stratum by " + dimension);
        };
        List<ReferenceStratum> strata = new ArrayList<>();
        for (String value : values) {
            strata.add(new ReferenceStratum(dimension, value));
        }
        return strata;
    }

    /** "As-at date (default: the period's end; before the period's start: an error)". */
    private ReferenceRecords seen(ReferencePeriod period, LocalDate asAt) {
        if (asAt.isBefore(period.start())) {
            throw new IllegalArgumentException("as-at date " + asAt + " is before the period's start");
        }
        return seenAt(asAt);
    }

    /** The records of a day, which every part of a report asks for again. */
    private ReferenceRecords seenAt(LocalDate day) {
        return seenAt.computeIfAbsent(day, asAt -> ReferenceRecords.seenAt(rules, asAt));
    }
}
