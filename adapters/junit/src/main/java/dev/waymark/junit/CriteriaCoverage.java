package dev.waymark.junit;

import dev.waymark.family.FamilyCase;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.OutcomeMeasure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which branches of a measure's decisions were put to the test on both sides: by a family that counts and by one that
 * does not.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CriteriaCoverage coverage = CriteriaCoverage.of(new ShortWork());
 *
 * Report report = coverage.report(Council.of(family()...), "2015/16");
 * }</pre>
 *
 * <p>A branch is a figure, such as that of the families who met one criterion: of a percentage or a mean, a family is
 * counted or in the base only; of a count, it is counted or not. A figure that nobody can be counted in, such as the
 * progress of those who began at the highest stage, is none. The families are those of the reports that were asked for
 * through it, and what decides is the measure's own explanation. After the last test of the class the table is printed,
 * figure by figure, with what is missing in words. <b>Threads:</b> one at a time.
 */
public final class CriteriaCoverage implements AfterAllCallback {

    /** The families on either side of a branch. */
    private static final class Hits {
        private int counted;
        private int notCounted;

        private boolean isOnBothSides() {
            return counted > 0 && notCounted > 0;
        }

        private String missing(boolean hasBase) {
            if (isOnBothSides()) {
                return "";
            }
            if (counted > 0) {
                return hasBase ? "  every family of the base counts" : "  every family counts";
            }
            return hasBase && notCounted == 0 ? "  no family is in the base" : "  no family counts";
        }
    }

    private final OutcomeMeasure<?> measure;
    private final Map<FigureName, Hits> hits = new LinkedHashMap<>();
    private final Set<FigureName> bases = new HashSet<>();

    private CriteriaCoverage(OutcomeMeasure<?> measure) {
        this.measure = measure;
    }

    /** The branches of a measure, none of them tested yet. */
    public static CriteriaCoverage of(OutcomeMeasure<?> measure) {
        return new CriteriaCoverage(measure);
    }

    /** The report of the measure on a council, whose families count as tests of its branches. */
    public Report report(Council council, String period) {
        Report report = council.report(period, measure);
        for (Figure figure : report.figures()) {
            boolean hasBase = figure.denominator().isPresent();
            if (hasBase && figure.numerator().or(figure::sum).isEmpty()) {
                continue;
            }
            hits.computeIfAbsent(figure.name(), name -> new Hits());
            if (hasBase) {
                bases.add(figure.name());
            }
        }
        council.cases(period).forEach(this::see);
        return report;
    }

    private void see(FamilyCase family) {
        Explanation explanation = measure.explain(family);
        Map<FigureName, Figure> ofFamily = new LinkedHashMap<>();
        explanation.counts().forEach(figure -> ofFamily.put(figure.name(), figure));
        hits.forEach((name, hit) -> {
            Figure figure = ofFamily.get(name);
            if (figure != null && Side.of(figure) == Side.COUNTED) {
                hit.counted++;
            } else if (figure != null || !bases.contains(name)) {
                hit.notCounted++;
            }
        });
    }

    /** The branches that no family counted in, or all did. */
    public List<FigureName> onOneSideOnly() {
        return hits.entrySet().stream()
                .filter(hit -> !hit.getValue().isOnBothSides())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The table: a heading a figure, a line a branch of it, with the families on either side. */
    public String table() {
        StringBuilder table =
                new StringBuilder("Criteria coverage of " + measure.spec().id() + ": "
                        + (hits.size() - onOneSideOnly().size()) + " of " + hits.size() + " branches on both sides\n");
        int width = hits.keySet().stream()
                .mapToInt(name -> words(name).length())
                .max()
                .orElse(0);
        String heading = "";
        for (Map.Entry<FigureName, Hits> branch : hits.entrySet()) {
            FigureName name = branch.getKey();
            if (!name.figure().equals(heading)) {
                heading = name.figure();
                table.append(heading).append('\n');
            }
            Hits hit = branch.getValue();
            table.append(String.format(
                    Locale.ROOT,
                    "  %-" + Math.max(1, width) + "s  counted %4d  %s %4d%s%n",
                    words(name),
                    hit.counted,
                    bases.contains(name) ? "in base only" : "not counted ",
                    hit.notCounted,
                    hit.missing(bases.contains(name))));
        }
        return table.toString();
    }

    /** What tells a branch from the others of its figure. */
    private static String words(FigureName name) {
        String dimensions = name.dimensions().values().entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining(", "));
        return dimensions.isEmpty() ? "(whole)" : dimensions;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.out.print(table());
    }
}
