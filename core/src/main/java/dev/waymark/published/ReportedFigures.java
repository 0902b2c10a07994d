package dev.waymark.published;

import dev.waymark.definition.Definition;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a report that published ones are held against: of a run, or read from a {@code report.json}.
 *
 * <p><b>Errors:</b> {@code WM-DEFINITION} for a file that is no report. <b>Threads:</b> immutable.
 */
public final class ReportedFigures {

    private static final int MOST_LISTED = 5;

    private final Map<FigureName, Reported> figures = new LinkedHashMap<>();
    private final boolean areRounded;

    private ReportedFigures(boolean areRounded) {
        this.areRounded = areRounded;
    }

    /** The figures of a run. */
    public static ReportedFigures of(Report report) {
        ReportedFigures figures = new ReportedFigures(report.isRounded());
        for (Figure figure : report.figures()) {
            figures.figures.put(
                    figure.name(),
                    new Reported(
                            figure.name(),
                            figure.status(),
                            figure.exact(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.base()));
        }
        return figures;
    }

    /** Reads the figures of a report, format {@code waymark-report/1}. */
    public static ReportedFigures read(Definition report) {
        report.requireFormat("waymark-report/1");
        ReportedFigures figures =
                new ReportedFigures(report.find("definitions").map(Definition::elements).orElse(List.of()).stream()
                        .map(ReportedFigures::readDefinition)
                        .anyMatch(MeasureDefinition::rounds));
        for (Definition figure : report.at("figures").elements()) {
            Reported reported = readFigure(figure);
            if (figures.figures.put(reported.name(), reported) != null) {
                throw figure.refuse("a figure that is not in the report already");
            }
        }
        return figures;
    }

    private static MeasureDefinition readDefinition(Definition definition) {
        Definition parameters = definition.at("parameters");
        Map<String, String> values = new LinkedHashMap<>();
        parameters.keys().forEach(key -> values.put(key, parameters.at(key).textOrEmpty()));
        return new MeasureDefinition(
                definition.at("measure").text(), definition.at("version").text(), values);
    }

    private static Reported readFigure(Definition figure) {
        Definition dimensions = figure.at("dimensions");
        Map<String, String> values = new LinkedHashMap<>();
        dimensions.keys().forEach(key -> values.put(key, dimensions.at(key).textOrEmpty()));
        Optional<BigDecimal> numerator = figure.find("numerator").map(Definition::number);
        Optional<BigDecimal> denominator = figure.find("denominator").map(Definition::number);
        return new Reported(
                new FigureName(figure.at("measure").text(), figure.at("figure").text(), new Dimensions(values)),
                status(figure),
                exact(figure, numerator, denominator),
                numerator,
                denominator,
                figure.at("base").textOrEmpty());
    }

    private static Status status(Definition figure) {
        String word = figure.at("status").oneOf("value", "no-value", "suppressed");
        Optional<String> reason = figure.find("reason").map(Definition::text);
        return switch (word) {
            case "value" -> Status.VALUE;
            case "suppressed" -> new Status(Status.State.SUPPRESSED, reason);
            default -> new Status(Status.State.NO_VALUE, reason);
        };
    }

    /** The exact value where the file has what it was divided from; a number rounded twice may be off by one. */
    private static Optional<Ratio> exact(
            Definition figure, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
        Optional<Ratio> value = figure.find("value").map(Definition::number).map(Ratio::of);
        if (value.isEmpty() || denominator.isEmpty() || denominator.get().signum() == 0) {
            return value;
        }
        Ratio whole = Ratio.of(denominator.get());
        return switch (figure.at("unit").text()) {
            case "percent" ->
                numerator.map(part -> Ratio.of(part).times(100).over(whole)).or(() -> value);
            case "mean", "years" ->
                figure.find("sum")
                        .map(Definition::number)
                        .map(sum -> Ratio.of(sum).over(whole))
                        .or(() -> value);
            default -> value;
        };
    }

    /** Whether the numbers were rounded by a disclosure policy, so that the exact ones may be others. */
    boolean areRounded() {
        return areRounded;
    }

    /** The figure of this name, if the report has it. */
    public Optional<Reported> find(FigureName name) {
        return Optional.ofNullable(figures.get(name));
    }

    /** What there is where this figure is not, in words: other parts of the whole, or other figures of the measure. */
    String inPlaceOf(FigureName missing) {
        List<FigureName> ofMeasure = figures.keySet().stream()
                .filter(name -> name.measure().equals(missing.measure()))
                .toList();
        if (ofMeasure.isEmpty()) {
            return "; it has none of " + missing.measure();
        }
        List<String> parts = ofMeasure.stream()
                .filter(name -> name.figure().equals(missing.figure()))
                .map(FigureName::toString)
                .toList();
        return parts.isEmpty()
                ? "; its figures of " + missing.measure() + " are "
                        + listed(ofMeasure.stream()
                                .map(FigureName::figure)
                                .distinct()
                                .toList())
                : "; it has " + listed(parts);
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())))
                + (names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "");
    }

    /** All figures, in the order of the report. */
    List<Reported> all() {
        return List.copyOf(figures.values());
    }
}
