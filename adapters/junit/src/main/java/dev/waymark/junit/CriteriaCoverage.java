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
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which decisions of a measure were put to the test on both sides: by a family that counts and by one that does not.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CriteriaCoverage coverage = CriteriaCoverage.of(new ShortWork());
 *
 * Report report = coverage.report(Council.of(family()...), "2015/16");
 * }</pre>
 *
 * <p>A decision is a figure: of a percentage, in the numerator or in the base only; of a count, counted or not. The
 * families are those of the reports that were asked for through it, and what decides is the measure's own explanation.
 * After the last test of the class the table is printed. <b>Threads:</b> one at a time.
 */
public final class CriteriaCoverage implements AfterAllCallback {

    private static final class Hits {
        private int counted;
        private int notCounted;
    }

    private final OutcomeMeasure<?> measure;
    private final Map<FigureName, Hits> hits = new LinkedHashMap<>();
    private final Set<FigureName> bases = new HashSet<>();

    private CriteriaCoverage(OutcomeMeasure<?> measure) {
        this.measure = measure;
    }

    /** The decisions of a measure, none of them tested yet. */
    public static CriteriaCoverage of(OutcomeMeasure<?> measure) {
        return new CriteriaCoverage(measure);
    }

    /** The report of the measure on a council, whose families count as tests of its decisions. */
    public Report report(Council council, String period) {
        Report report = council.report(period, measure);
        for (Figure figure : report.figures()) {
            hits.computeIfAbsent(figure.name(), name -> new Hits());
            if (figure.denominator().isPresent()) {
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

    /** The decisions that no family counted in, or all did. */
    public List<FigureName> onOneSideOnly() {
        return hits.entrySet().stream()
                .filter(hit -> hit.getValue().counted == 0 || hit.getValue().notCounted == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The table: a line a decision, with the families on either side. */
    public String table() {
        int width = hits.keySet().stream()
                .mapToInt(name -> name.toString().length())
                .max()
                .orElse(0);
        StringBuilder table =
                new StringBuilder("Criteria coverage of " + measure.spec().id() + ": "
                        + (hits.size() - onOneSideOnly().size()) + " of " + hits.size() + " decisions on both sides\n");
        hits.forEach((name, hit) -> table.append(String.format(
                Locale.ROOT,
                "%-" + Math.max(1, width) + "s  counted %4d  not %4d  %s%n",
                name,
                hit.counted,
                hit.notCounted,
                hit.counted == 0 || hit.notCounted == 0 ? "one side only" : "")));
        return table.toString();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.out.print(table());
    }
}
