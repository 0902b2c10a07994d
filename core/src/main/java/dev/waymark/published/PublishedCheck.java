package dev.waymark.published;

import java.util.Comparator;
import java.util.List;

/**
 * The verdicts on published figures.
 *
 * @param titles what the reports are called that the figures stand in, as far as the files say
 * @param figures what can be said of each, in the order of the files
 */
public record PublishedCheck(List<String> titles, List<FigureCheck> figures) {

    /** Keeps unmodifiable copies. */
    public PublishedCheck {
        titles = List.copyOf(titles);
        figures = List.copyOf(figures);
    }

    /** Whether no figure contradicts another or the report. */
    public boolean holds() {
        return figures.stream().noneMatch(figure -> figure.verdict().isContradiction());
    }

    /** The figures with the worst verdict first; those of one verdict in the order of the files. */
    public List<FigureCheck> worstFirst() {
        return figures.stream()
                .sorted(Comparator.comparing(FigureCheck::verdict))
                .toList();
    }

    /** How many figures have a verdict. */
    public long count(Verdict verdict) {
        return figures.stream().filter(figure -> figure.verdict() == verdict).count();
    }
}
