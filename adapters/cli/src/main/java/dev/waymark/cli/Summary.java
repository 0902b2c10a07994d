package dev.waymark.cli;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.issues.TopIssue;
import dev.waymark.issues.TopIssues;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main figures of a report for a reader at a terminal: who was worked with, progress on each area of the Stars, the
 * issues that stand out.
 */
final class Summary {

    private static final int ISSUES_LISTED = 5;
    private static final String RESULTS = "pbr.results";

    private final Report report;

    Summary(Report report) {
        this.report = report;
    }

    void print(PrintWriter text) {
        text.println("Report " + report.period().label() + ", as at " + report.asAt());
        figure("activity", "families-worked-with", Map.of())
                .ifPresent(worked -> text.println("Families worked with " + worked.printed() + ", opened "
                        + printed("activity", "families-opened", Map.of()) + ", closed "
                        + printed("activity", "families-closed", Map.of()) + "; individuals "
                        + printed("activity", "individuals", Map.of())));
        printWhereNothingBeginsOrEnds(text);
        for (Figure paired : report.figures("familystar.base", "paired")) {
            if (isOfStarOnly(paired)) {
                printStar(text, paired);
            }
        }
        printIssues(text);
        printWhereNoSchemeRuns(text);
        long rejected = report.dataQuality().rejected().size();
        text.println();
        text.println("Rejected rows or values: " + rejected + (rejected == 0 ? "" : " (see data-quality.csv)"));
        Notices.printKinds(report.dataQuality().notices(), text);
    }

    /** Families whose work never ended are worked with for ever, so a mistyped year looks like any other. */
    private void printWhereNothingBeginsOrEnds(PrintWriter text) {
        if (isZero("families-opened") && isZero("families-closed")) {
            text.println("No work began or ended in the period: is it the one meant?");
        }
    }

    private boolean isZero(String figure) {
        return figure("activity", figure, Map.of())
                .filter(count -> count.status().isValue() && count.printed().equals("0"))
                .isPresent();
    }

    private void printIssues(PrintWriter text) {
        TopIssues top = TopIssues.of(report);
        printIssues(text, "Most frequent issues at the first form:", top.mostFrequentAtFirst(ISSUES_LISTED));
        printIssues(
                text, "Issues that fell most from the first to the last form:", top.biggestReductions(ISSUES_LISTED));
    }

    private static void printIssues(PrintWriter text, String heading, List<TopIssue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        text.println();
        text.println(heading);
        text.println();
        TextTable table = new TextTable("issue", "level", "at first", "at last", "of");
        for (TopIssue issue : issues) {
            table.row(
                    issue.issue(),
                    issue.level(),
                    Long.toString(issue.atFirst()),
                    Long.toString(issue.atLast()),
                    Long.toString(issue.base()));
        }
        table.print(text);
    }

    /** Not to be taken for a year without results. */
    private void printWhereNoSchemeRuns(PrintWriter text) {
        boolean isAsked =
                report.definitions().stream().anyMatch(one -> one.measure().equals(RESULTS));
        boolean hasFailed =
                report.failures().stream().anyMatch(one -> one.measure().equals(RESULTS));
        if (isAsked && !hasFailed && report.figures(RESULTS).isEmpty()) {
            text.println();
            text.println("Payment by results: no scheme with all its numbers has " + report.asAt()
                    + " in its years, so none runs. Name one with --scheme, or give your own with --schemes.");
        }
    }

    private static boolean isOfStarOnly(Figure figure) {
        return List.of("star").containsAll(figure.name().dimensions().values().keySet());
    }

    private void printStar(PrintWriter text, Figure paired) {
        Map<String, String> star = paired.name().dimensions().values();
        text.println();
        text.println("Stage progression" + (star.isEmpty() ? "" : ", " + star.get("star")) + ": "
                + paired.printed() + " of "
                + printed("familystar.base", "families-closed", star)
                + " families closed have a first and a last reading");
        text.println();
        TextTable table = new TextTable(
                "area",
                "low at first",
                "progress, of starters lower down",
                "progress, of all",
                "at least trying",
                "little support");
        for (Figure area : report.figures("familystar.progress", "positive-progress")) {
            if (area.name().dimensions().includes(paired.name().dimensions())
                    && area.name().dimensions().count() == star.size() + 1) {
                Map<String, String> dimensions = area.name().dimensions().values();
                table.row(
                        dimensions.getOrDefault("area", ""),
                        percent("familystar.start", "low-stage-at-first", dimensions),
                        ofBase(Optional.of(area)),
                        ofBase(figure("familystar.progress", "positive-progress-all", dimensions)),
                        percent("familystar.end", "at-least-trying", dimensions),
                        percent("familystar.end", "little-or-no-support", dimensions));
            }
        }
        table.print(text);
    }

    private Optional<Figure> figure(String measure, String figure, Map<String, String> dimensions) {
        return report.figure(measure, figure, new LinkedHashMap<>(dimensions));
    }

    private String printed(String measure, String figure, Map<String, String> dimensions) {
        return figure(measure, figure, dimensions).map(Figure::printed).orElse("-");
    }

    private String percent(String measure, String figure, Map<String, String> dimensions) {
        return figure(measure, figure, dimensions).map(Summary::percent).orElse("-");
    }

    private static String percent(Figure figure) {
        return figure.status().isValue() ? figure.printed() + " %" : figure.printed();
    }

    private static String ofBase(Optional<Figure> figure) {
        if (figure.isEmpty()
                || figure.get().numerator().isEmpty()
                || figure.get().denominator().isEmpty()) {
            return figure.map(Figure::printed).orElse("-");
        }
        String percent = percent(figure.get());
        return figure.get().numerator().get().toPlainString() + " of "
                + figure.get().denominator().get().toPlainString() + " " + " ".repeat(Math.max(0, 6 - percent.length()))
                + percent;
    }
}
