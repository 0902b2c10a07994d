package dev.waymark.issues;

import dev.waymark.data.TextOrder;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.run.Stratum;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The issues of a report that stand out: those that most subjects had at first, and those that fell most.
 *
 * <p><b>Reads</b> the figures {@code at-first} and {@code at-last} of the measure {@code issues} over all families, not
 * those of a stratum. <b>Gives</b> lists in a stated order; a report without the measure, or without an issue, gives
 * empty ones. <b>Threads:</b> immutable.
 */
public final class TopIssues {

    private static final String MEASURE = "issues";

    private static final Comparator<TopIssue> BY_NAME =
            Comparator.comparing(TopIssue::issue, TextOrder.A_TO_Z).thenComparing(TopIssue::level, TextOrder.A_TO_Z);

    private final List<TopIssue> issues;

    private TopIssues(List<TopIssue> issues) {
        this.issues = issues;
    }

    /** The issues of a report. */
    public static TopIssues of(Report report) {
        return new TopIssues(report.figures(MEASURE, "at-first").stream()
                .filter(figure -> Stratum.of(figure.name().dimensions()).isEmpty())
                .flatMap(atFirst -> topIssue(atFirst, report).stream())
                .toList());
    }

    private static Optional<TopIssue> topIssue(Figure atFirst, Report report) {
        Map<String, String> dimensions = atFirst.name().dimensions().values();
        return report.figure(MEASURE, "at-last", dimensions)
                .filter(atLast -> atFirst.status().isValue() && atLast.status().isValue())
                .map(atLast -> new TopIssue(
                        dimensions.getOrDefault("issue", ""),
                        dimensions.getOrDefault("level", ""),
                        count(atFirst.numerator()),
                        count(atLast.numerator()),
                        count(atFirst.denominator())));
    }

    private static long count(Optional<BigDecimal> number) {
        return number.orElseThrow().longValueExact();
    }

    /**
     * The issues that most subjects had at their first form.
     *
     * @param most how many at most
     * @return by the number at first, greatest first; of equal numbers by their share of those who answered, greatest
     *     first, then by issue and level A to Z; none that nobody had
     */
    public List<TopIssue> mostFrequentAtFirst(int most) {
        return issues.stream()
                .filter(issue -> issue.atFirst() > 0)
                .sorted(Comparator.comparingLong(TopIssue::atFirst)
                        .reversed()
                        .thenComparingLong(TopIssue::base)
                        .thenComparing(BY_NAME))
                .limit(most)
                .toList();
    }

    /**
     * The issues that fell most from the first to the last form.
     *
     * @param most how many at most
     * @return by how many fewer had it at last, greatest first; of equal numbers by their share of those who had it at
     *     first, greatest first, then by issue and level A to Z; none that did not fall
     */
    public List<TopIssue> biggestReductions(int most) {
        return issues.stream()
                .filter(issue -> issue.fell() > 0)
                .sorted(Comparator.comparingLong(TopIssue::fell)
                        .reversed()
                        .thenComparingLong(TopIssue::atFirst)
                        .thenComparing(BY_NAME))
                .limit(most)
                .toList();
    }
}
