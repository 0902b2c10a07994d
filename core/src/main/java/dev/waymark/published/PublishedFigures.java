package dev.waymark.published;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that a council published, and the checks that they can be put to.
 *
 * <p><b>Reads</b> files of the format {@code waymark-published/1}; figures of several files can refer to each other.
 * <b>Gives</b> a verdict for each figure, relation and linked figure of a report. <b>Errors:</b> {@code WM-DEFINITION}
 * for a mistake in a file, {@code WM-PUBLISHED} for an id given twice or asked for and not there. <b>Threads:</b>
 * immutable.
 */
public final class PublishedFigures {

    private final List<String> titles;
    private final Map<String, PublishedFigure> figures;

    private PublishedFigures(List<String> titles, Map<String, PublishedFigure> figures) {
        this.titles = titles;
        this.figures = figures;
    }

    /** Reads files of published figures. */
    public static PublishedFigures read(Definition... files) {
        List<String> titles = new ArrayList<>();
        Map<String, PublishedFigure> figures = new LinkedHashMap<>();
        for (Definition file : files) {
            file.requireFormat("waymark-published/1");
            file.allowOnly("format", "source", "figures");
            file.find("source").ifPresent(source -> {
                source.allowOnly("title", "period", "publisher", "url");
                source.find("title").map(Definition::text).ifPresent(titles::add);
            });
            for (Definition place : file.at("figures").elements()) {
                PublishedFigure figure = PublishedFigure.read(place.namedBy("id"));
                if (figures.putIfAbsent(figure.id(), figure) != null) {
                    throw new WaymarkException(
                            "WM-PUBLISHED",
                            "the id '" + figure.id() + "' stands twice (" + place + "). Give each figure its own id.");
                }
            }
        }
        return new PublishedFigures(titles, figures);
    }

    /** The figures, in the order of the files. */
    public List<PublishedFigure> figures() {
        return List.copyOf(figures.values());
    }

    /** The figure of this id. */
    public PublishedFigure figure(String id) {
        PublishedFigure figure = figures.get(id);
        if (figure == null) {
            throw new WaymarkException(
                    "WM-PUBLISHED", "no published figure has the id '" + id + "'. Give the id of one in the files.");
        }
        return figure;
    }

    boolean has(String id) {
        return figures.containsKey(id);
    }

    /** Holds the figures against each other. */
    public PublishedCheck check() {
        return check(Optional.empty());
    }

    /** Holds the figures against each other and against a report. */
    public PublishedCheck check(ReportedFigures report) {
        return check(Optional.of(report));
    }

    /** Holds one figure against the others. */
    public FigureCheck check(String id) {
        return FigureCheck.of(figure(id), this, Optional.empty());
    }

    /** Holds one figure against the others and against a report. */
    public FigureCheck check(String id, ReportedFigures report) {
        return FigureCheck.of(figure(id), this, Optional.of(report));
    }

    private PublishedCheck check(Optional<ReportedFigures> report) {
        List<FigureCheck> checks = new ArrayList<>();
        figures.values().forEach(figure -> checks.add(FigureCheck.of(figure, this, report)));
        return new PublishedCheck(titles, checks);
    }

    /** Looks for the calculation that gives a figure, among those that the files declare. */
    public Fit fit(String id) {
        return Fit.of(figure(id), this, Optional.empty());
    }

    /** Looks for the calculation that gives a figure, among those that the files and a report declare. */
    public Fit fit(String id, ReportedFigures report) {
        return Fit.of(figure(id), this, Optional.of(report));
    }
}
