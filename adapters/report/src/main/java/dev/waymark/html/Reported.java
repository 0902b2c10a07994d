package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.run.Stratum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of the whole, or of one value of a stratum, to be found by measure, figure and dimensions. */
final class Reported {

    private final Map<FigureName, Map<Dimensions, Figure>> figures = new LinkedHashMap<>();
    private final Map<Stratum, Map<String, Reported>> strata = new EnumMap<>(Stratum.class);

    private Reported() {}

    static Reported of(Report report) {
        Reported whole = new Reported();
        for (Figure figure : report.figures()) {
            Dimensions dimensions = figure.name().dimensions();
            List<Stratum> strata = Stratum.of(dimensions);
            if (strata.isEmpty()) {
                whole.add(figure, dimensions);
            }
            for (Stratum stratum : strata) {
                whole.strata
                        .computeIfAbsent(stratum, one -> new LinkedHashMap<>())
                        .computeIfAbsent(dimensions.value(stratum.word()).orElseThrow(), name -> new Reported())
                        .add(figure, dimensions.without(stratum.word()));
            }
        }
        return whole;
    }

    /** A figure's name without its dimensions. */
    private static FigureName id(String measure, String figure) {
        return new FigureName(measure, figure, Dimensions.NONE);
    }

    private void add(Figure figure, Dimensions dimensions) {
        figures.computeIfAbsent(id(figure.name().measure(), figure.name().figure()), id -> new LinkedHashMap<>())
                .put(dimensions, figure);
    }

    /** The values of a stratum, in the report's order, with the figures of each. */
    Map<String, Reported> by(Stratum stratum) {
        return strata.getOrDefault(stratum, Map.of());
    }

    boolean has(String measure) {
        return figures.keySet().stream().anyMatch(id -> id.measure().equals(measure));
    }

    Optional<Figure> find(String measure, String figure, Dimensions dimensions) {
        return Optional.ofNullable(
                figures.getOrDefault(id(measure, figure), Map.of()).get(dimensions));
    }

    Optional<Figure> find(String measure, String figure) {
        return find(measure, figure, Dimensions.NONE);
    }

    /**
     * Those figures of a measure that the report has, under names for readers.
     *
     * @param part the dimensions of all of them
     * @param idsAndNames the id of a figure, its name, the next id and its name
     */
    List<Named> named(String measure, Dimensions part, String... idsAndNames) {
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < idsAndNames.length; i += 2) {
            String name = idsAndNames[i + 1];
            find(measure, idsAndNames[i], part).ifPresent(figure -> named.add(new Named(name, figure)));
        }
        return named;
    }

    /** All figures of an id, by their dimensions, in the report's order. */
    Map<Dimensions, Figure> all(String measure, String figure) {
        return figures.getOrDefault(id(measure, figure), Map.of());
    }

    /**
     * The different values that some dimensions have in the figures of a measure, or of all measures of a module such
     * as {@code familystar}, in the report's order: a report may have any of the measures without the others.
     *
     * @param part what the figures must be of
     */
    List<String> values(String measures, Dimensions part, String... dimensions) {
        return figures.entrySet().stream()
                .filter(id -> (id.getKey().measure() + ".").startsWith(measures + "."))
                .flatMap(id -> id.getValue().keySet().stream())
                .filter(of -> of.includes(part))
                .flatMap(of -> Arrays.stream(dimensions).flatMap(dimension -> of.value(dimension).stream()))
                .distinct()
                .toList();
    }

    /** The figures of a measure, in the report's order. */
    List<Figure> of(String measure) {
        List<Figure> all = new ArrayList<>();
        figures.forEach((id, byDimensions) -> {
            if (id.measure().equals(measure)) {
                all.addAll(byDimensions.values());
            }
        });
        return all;
    }

    /** Whether a measure has figures, and none of them could be made because a table is not in the data. */
    boolean lacksTables(String measure) {
        List<Figure> all = of(measure);
        return !all.isEmpty() && all.stream().allMatch(figure -> figure.status().equals(Status.TABLE_ABSENT));
    }

    /** The measures that have figures, in the report's order. */
    List<String> measures() {
        return figures.keySet().stream().map(FigureName::measure).distinct().toList();
    }
}
