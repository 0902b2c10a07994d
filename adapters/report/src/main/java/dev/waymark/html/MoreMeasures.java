package dev.waymark.html;

import dev.waymark.figure.Figure;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Report;
import dev.waymark.html.Block.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The measures that no chapter shows, such as those of plugins, or those that their chapter shows beside others which
 * the report does not have: a table each, and one for each split.
 */
final class MoreMeasures {

    private final Report report;
    private final Reported whole;
    private final List<String> measures;

    /** {@code chapters}: those of the page. */
    MoreMeasures(Report report, Reported whole, List<Section> chapters) {
        this.report = report;
        this.whole = whole;
        Set<String> shown = chapters.stream()
                .flatMap(chapter -> chapter.measures().stream())
                .collect(Collectors.toSet());
        this.measures = whole.measures().stream()
                .filter(measure -> !shown.contains(measure))
                .toList();
    }

    Optional<Section> section() {
        List<Block> parts = new ArrayList<>();
        for (String measure : measures) {
            parts.add(part("measure-" + parts.size(), title(measure), measure, figures(measure)));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Section("more", "More measures", parts));
    }

    /**
     * The measures that are split, with a row for each district or service and one for all, or where there are more
     * figures than these a row a figure; {@code one} is its word.
     */
    List<Block> sideBySide(Map<String, Reported> rows, String one) {
        List<Block> parts = new ArrayList<>();
        for (String measure : measures) {
            if (rows.values().stream().anyMatch(row -> row.has(measure))) {
                String title = title(measure) + " by " + one;
                parts.add(
                        part(one + "s-measure-" + parts.size(), title, measure, sideBySide(measure, title, rows, one)));
            }
        }
        return parts;
    }

    private static Part part(String id, String title, String measure, Table table) {
        String code = Titles.ofData(measure);
        return new Part(id, title, title.equals(code) ? "" : code, List.of(table), false);
    }

    private String title(String measure) {
        return report.definitions().stream()
                .filter(definition -> definition.measure().equals(measure))
                .findFirst()
                .map(MeasureDefinition::title)
                .map(Titles::sentence)
                .orElseGet(() -> Titles.ofData(measure));
    }

    private Table figures(String measure) {
        Table.Builder table =
                Table.of(title(measure), "Figure", "Value", "Number", "Base", "95% interval", "Base in words");
        for (Figure figure : whole.of(measure)) {
            Optional<Figure> found = Optional.of(figure);
            table.row(
                    name(figure),
                    Cell.value(found),
                    Cell.numerator(found),
                    Cell.denominator(found),
                    Cell.interval(found),
                    Cell.text(Titles.sentence(figure.base())));
        }
        return table.build();
    }

    private Table sideBySide(String measure, String caption, Map<String, Reported> rows, String one) {
        List<Figure> figures = whole.of(measure);
        List<String> columns = new ArrayList<>(List.of("No. and " + one));
        figures.forEach(figure -> columns.add(name(figure)));
        Table.Builder table = Table.of(caption, columns);
        rows.forEach((name, row) -> table.row(name, values(figures, row)));
        table.row("All " + one + "s", values(figures, whole));
        Table byPart = table.build();
        return figures.size() > byPart.rows().size() ? byPart.turned("Figure") : byPart;
    }

    private static List<Cell> values(List<Figure> figures, Reported of) {
        return figures.stream()
                .map(Figure::name)
                .map(name -> Cell.shareOfBase(of.find(name.measure(), name.figure(), name.dimensions())))
                .toList();
    }

    private static String name(Figure figure) {
        String of = figure.name().dimensions().values().values().stream()
                .map(Titles::ofData)
                .collect(Collectors.joining(", "));
        return Titles.ofCode(figure.name().figure()) + (of.isEmpty() ? "" : ": " + of);
    }
}
