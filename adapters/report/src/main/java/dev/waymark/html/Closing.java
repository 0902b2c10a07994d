package dev.waymark.html;

import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Report;
import dev.waymark.html.Block.Points;
import dev.waymark.html.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands at the end: how to read the numbers, by which definitions they were made. */
final class Closing {

    private final Report report;
    private final Reported whole;
    private final Titles titles;

    Closing(Report report, Reported whole, Titles titles) {
        this.report = report;
        this.whole = whole;
        this.titles = titles;
    }

    Section reading() {
        List<String> points = new ArrayList<>(List.of(
                "Every percentage stands with the number counted and its base: 64.2% (70 of 109) means that 70 of 109"
                        + " families were counted.",
                "A 95% interval is the range in which the true rate plausibly lies. The fewer families are behind a"
                        + " figure, the wider it is. Where two intervals overlap widely, the difference may be chance.",
                "“none in base” means that there is nobody to count among; “not supplied” that the records needed were"
                        + " not in the data; “at the top” that families start at the highest stage and cannot move up."
                        + " None of these is zero.",
                "Percentages and means are rounded half up for this page. With six decimals, all figures are in"
                        + " report.json and figures.csv beside it."));
        points.add(Titles.sentence(DisclosureControl.statement(report)));
        if (report.figures().stream().anyMatch(figure -> figure.status().isSuppressed())) {
            points.add(
                    Figure.SUPPRESSED + " stands for a number that is not shown, so that nobody can be recognised: it"
                            + " is small, or a small one could be worked out from it. It is not zero.");
        }
        return new Section("reading", "How to read the numbers", List.of(new Points(points)));
    }

    Section definitions() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text(
                "The period runs from " + ReportPage.day(report.period().start()) + " to "
                        + ReportPage.day(report.period().end()) + ", both days included. Nothing recorded after "
                        + ReportPage.day(report.asAt()) + " is in this report"
                        + (whole.values("pbr.finance", Dimensions.NONE, "year").isEmpty()
                                ? "."
                                : ", except in the budget: all its lines are, whichever year they are of.")));
        Table.Builder measures = Table.of(
                "Measures, their versions and who wrote the rules", "Measure", "Version", "Parameters", "Source");
        for (MeasureDefinition definition : report.definitions()) {
            measures.row(
                    Titles.ofData(definition.measure()),
                    Cell.text(Titles.ofData(definition.version())),
                    Cell.text(parameters(definition.parameters())),
                    Cell.text(Titles.sentence(definition.source())));
        }
        blocks.add(measures.build());
        Table.Builder data = Table.of("Definitions used", "Definition", "Name", "Version");
        for (StarFigures star : StarFigures.of(whole, titles)) {
            star.definition()
                    .ifPresent(known -> data.row(
                            "Star",
                            Cell.text(Titles.ofData(known.title())),
                            Cell.text(Titles.ofData(known.version()))));
        }
        if (whole.has("issues") || whole.has("eligibility")) {
            data.row(
                    "Issues and headline needs",
                    Cell.text(Titles.ofData(titles.taxonomy().id())),
                    Cell.text(Titles.ofData(titles.taxonomy().version())));
        }
        Table used = data.build();
        if (!used.rows().isEmpty()) {
            blocks.add(used);
        }
        if (StarFigures.of(whole, titles).stream()
                .anyMatch(star -> star.definition().isPresent())) {
            blocks.add(
                    new Text("The Outcomes Stars are the work of Triangle. Only the names of areas and stages and the"
                            + " shape of the scale stand here, as labels."));
        }
        return new Section("definitions", "Definitions and versions", blocks);
    }

    private static String parameters(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? "–"
                : parameters.entrySet().stream()
                        .map(parameter ->
                                Titles.ofData(parameter.getKey()) + ": " + Titles.sentence(parameter.getValue()))
                        .collect(Collectors.joining("; "));
    }
}
