package dev.waymark.figure;

import dev.waymark.data.DataQuality;
import dev.waymark.family.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one run, in order, with what a reader needs to check them. A value: same input, equal report.
 *
 * @param period the time the report is about
 * @param asAt nothing after this day was known
 * @param definitions the measures that ran
 * @param dataQuality what was read and what was left out
 * @param figures the figures, in the order of the measures
 * @param failures the measures that failed, in their order; none of them has a figure
 */
public record Report(
        Period period,
        LocalDate asAt,
        List<MeasureDefinition> definitions,
        DataQuality dataQuality,
        List<Figure> figures,
        List<MeasureFailure> failures) {

    /** Keeps unmodifiable copies. */
    public Report {
        definitions = List.copyOf(definitions);
        figures = List.copyOf(figures);
        failures = List.copyOf(failures);
    }

    /** A report in which no measure failed. */
    public Report(
            Period period,
            LocalDate asAt,
            List<MeasureDefinition> definitions,
            DataQuality dataQuality,
            List<Figure> figures) {
        this(period, asAt, definitions, dataQuality, figures, List.of());
    }

    /** Whether the numbers were rounded by a disclosure policy, so that the exact ones may be others. */
    public boolean isRounded() {
        return definitions.stream().anyMatch(MeasureDefinition::rounds);
    }

    /** The figure with this measure, id and dimensions, if the report has it. */
    public Optional<Figure> figure(String measure, String figure, Map<String, String> dimensions) {
        return figure(new FigureName(measure, figure, new Dimensions(dimensions)));
    }

    /** The figure of this name, if the report has it. */
    public Optional<Figure> figure(FigureName name) {
        return figures.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The figures of a measure, in order. */
    public List<Figure> figures(String measure) {
        return figures.stream().filter(f -> f.name().measure().equals(measure)).toList();
    }

    /** What a measure gives as one figure, by all its dimensions, in order. */
    public List<Figure> figures(String measure, String figure) {
        return figures(measure).stream()
                .filter(f -> f.name().figure().equals(figure))
                .toList();
    }
}
