package dev.waymark.disclosure;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataQuality;
import dev.waymark.disclosure.Suppression.Cause;
import dev.waymark.figure.Figure;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Report;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of a report one that may be published: small numbers cannot be seen and cannot be worked out.
 *
 * <p><b>Gives</b> the same figures in the same order. A figure that must not be seen is {@code suppressed}, with
 * {@code primary} (it rests on a number that the policy does not show) or {@code secondary} (such a number could be
 * worked out from it) as its reason, and has no number at all. Means are given without sum and interval. With rounding,
 * all numbers are rounded and percentages and changes computed from the rounded ones; means are given to one decimal.
 * The definitions of the report gain the policy. How many rows and values were read is left out of its data quality:
 * rows are people. <b>Errors:</b> {@code WM-DISCLOSURE} for a report that a policy was applied to already, or whose
 * Star is not among those given. <b>Threads:</b> immutable.
 */
public final class DisclosureControl {

    private final DisclosurePolicy policy;
    private final List<Star> stars;
    private final IssueTaxonomy taxonomy;

    private DisclosureControl(DisclosurePolicy policy, List<Star> stars, IssueTaxonomy taxonomy) {
        this.policy = policy;
        this.stars = List.copyOf(stars);
        this.taxonomy = taxonomy;
    }

    /**
     * Control by a policy, of a report with the taxonomy that ships.
     *
     * @param policy what may be published
     * @param stars the Stars of the data set, whose stages say which figures add up: {@code CaseStore.stars()}
     */
    public static DisclosureControl of(DisclosurePolicy policy, List<Star> stars) {
        return of(policy, stars, IssueTaxonomy.familySupport());
    }

    /**
     * Control by a policy.
     *
     * @param policy what may be published
     * @param stars the Stars of the data set, whose stages say which figures add up: {@code CaseStore.stars()}
     * @param taxonomy the taxonomy of the data set, by whose needs the issues add up: {@code CaseStore.taxonomy()}
     */
    public static DisclosureControl of(DisclosurePolicy policy, List<Star> stars, IssueTaxonomy taxonomy) {
        return new DisclosureControl(policy, stars, taxonomy);
    }

    /** What of a report may be published; the report itself where the policy changes nothing. */
    public Report apply(Report report) {
        if (definition(report).isPresent()) {
            throw new WaymarkException(
                    "WM-DISCLOSURE",
                    "the report is under the disclosure policy '"
                            + definition(report).get().parameters().get("policy")
                            + "' already. Apply a policy to the report of a run.");
        }
        if (policy.changesNothing()) {
            return report;
        }
        checkStars(report);
        ReportNumbers numbers = ReportNumbers.of(
                report,
                Relations.ofWaymark(),
                stars,
                taxonomy,
                policy.rounding().isEmpty() || policy.complements());
        List<Optional<Cause>> causes = Suppression.of(numbers, policy);
        Release release = new Release(policy);
        List<Figure> figures = new ArrayList<>();
        for (int f = 0; f < report.figures().size(); f++) {
            Figure figure = report.figures().get(f);
            Optional<Cause> cause = causes.get(f);
            figures.add(cause.isPresent() ? release.suppressed(figure, cause.get()) : release.shown(figure));
        }
        List<MeasureDefinition> definitions = new ArrayList<>(report.definitions());
        definitions.add(asDefinition());
        return new Report(
                report.period(),
                report.asAt(),
                definitions,
                new DataQuality(Map.of(), report.dataQuality().rejected(), List.of()),
                figures,
                report.failures().stream().map(MeasureFailure::withoutFamily).toList());
    }

    /** In one or two sentences, which disclosure policy a report is under; also when it is under none. */
    public static String statement(Report report) {
        return definition(report)
                .map(definition ->
                        "Disclosure control: " + definition.parameters().get("policy") + ". "
                                + definition.parameters().get("rule"))
                .orElseGet(() -> {
                    DisclosurePolicy none = DisclosurePolicy.named("none");
                    return "Disclosure control: " + none.id() + ". " + none.inWords();
                });
    }

    private static Optional<MeasureDefinition> definition(Report report) {
        return report.definitions().stream()
                .filter(MeasureDefinition::isDisclosure)
                .findFirst();
    }

    private MeasureDefinition asDefinition() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("policy", policy.id());
        parameters.put(
                MeasureDefinition.ROUNDING,
                policy.rounding().map(Rounding::asText).orElse(MeasureDefinition.NOT_ROUNDED));
        parameters.put("rule", policy.inWords());
        return new MeasureDefinition(
                MeasureDefinition.DISCLOSURE,
                policy.version(),
                MeasureDefinition.DISCLOSURE,
                parameters,
                policy.source());
    }

    private void checkStars(Report report) {
        for (Figure figure : report.figures()) {
            Map<String, String> dimensions = figure.name().dimensions().values();
            String area = dimensions.get("area");
            if (figure.name().measure().startsWith("familystar.")
                    && area != null
                    && stars.stream().noneMatch(star -> isOf(star, dimensions, area))) {
                throw new WaymarkException(
                        "WM-DISCLOSURE",
                        "no Star given has the area " + area + " of "
                                + figure.name().measure() + ". Give the Stars of the data set: CaseStore.stars().");
            }
        }
    }

    private static boolean isOf(Star star, Map<String, String> dimensions, String area) {
        return dimensions.getOrDefault("star", star.id()).equals(star.id())
                && star.areas().stream().anyMatch(known -> known.code().equals(area));
    }
}
