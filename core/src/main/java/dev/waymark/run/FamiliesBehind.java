package dev.waymark.run;

import dev.waymark.WaymarkException;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The families behind a figure: of 26 of 33, who the 26 and who the 33 are.
 *
 * <p>What the families give is counted by the same computation as the figure. A number of families, episodes, readings,
 * forms, persons, weeks or pounds is the sum of theirs; one of workers is not, as two families may have the same.
 * <b>Threads:</b> immutable.
 *
 * @param figure the figure as the report has it
 * @param shares the families that count in it, in the order of the data set; empty if none does, as of a budget, which
 *     belongs to no family
 */
public record FamiliesBehind(Figure figure, List<Share> shares) {

    /**
     * What one family gives to a figure.
     *
     * @param familyId the family
     * @param alone the figure as it would be of this family alone; at least one of its numbers is not 0
     */
    public record Share(String familyId, Figure alone) {}

    /** Keeps an unmodifiable copy. */
    public FamiliesBehind {
        shares = List.copyOf(shares);
    }

    /** The figure of a report that has one measure only. */
    static Figure figure(Report report, FigureName name) {
        return report.figure(name).orElseThrow(() -> unknown(report, name));
    }

    private static WaymarkException unknown(Report report, FigureName name) {
        if (Stratum.of(name.dimensions()).size() > 1) {
            return unknown("a figure is of a district or of a service, not of both. Give one.");
        }
        List<Figure> sameId = report.figures(name.measure(), name.figure());
        if (sameId.isEmpty()) {
            return unknown("the measure " + name.measure() + " has no figure '" + name.figure() + "'. There are: "
                    + listed(report.figures(name.measure()).stream()
                            .map(figure -> figure.name().figure())
                            .collect(Collectors.toCollection(LinkedHashSet::new)))
                    + ".");
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Figure figure : sameId) {
            Dimensions dimensions = figure.name().dimensions();
            for (int place = 0; place < dimensions.count(); place++) {
                values.computeIfAbsent(dimensions.name(place), of -> new LinkedHashSet<>())
                        .add(dimensions.value(place));
            }
        }
        return unknown("there is no figure " + name + ". "
                + (values.isEmpty()
                        ? "It has no dimensions but district or service."
                        : "Give each of its dimensions: "
                                + values.entrySet().stream()
                                        .map(dimension ->
                                                dimension.getKey() + " (" + listed(dimension.getValue()) + ")")
                                        .collect(Collectors.joining("; "))
                                + "."));
    }

    private static WaymarkException unknown(String what) {
        return new WaymarkException("WM-FIGURE-UNKNOWN", what);
    }

    private static String listed(Collection<String> words) {
        return String.join(", ", words);
    }
}
