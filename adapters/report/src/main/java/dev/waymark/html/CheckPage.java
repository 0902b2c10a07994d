package dev.waymark.html;

import dev.waymark.html.Block.KeyFigure;
import dev.waymark.html.Block.KeyFigures;
import dev.waymark.html.Block.Part;
import dev.waymark.html.Block.Points;
import dev.waymark.html.Block.Text;
import dev.waymark.published.Expected;
import dev.waymark.published.Feasibility;
import dev.waymark.published.FigureCheck;
import dev.waymark.published.PublishedCheck;
import dev.waymark.published.Recomputed;
import dev.waymark.published.RelationCheck;
import dev.waymark.published.ReportCheck;
import dev.waymark.published.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The verdicts on published figures as a page for people: one HTML file in the style of the report, without script,
 * which needs no network.
 *
 * <p><b>Gives</b> a chapter a verdict, worst first. A figure that contradicts something stands with every check that it
 * was put to: what was printed, what comes of the other numbers, what could have been printed instead, and why. The
 * others are a line each. A verdict that the file lists with a reason says so. <b>Threads:</b> any number. The same
 * verdicts give the same bytes.
 */
public final class CheckPage {

    private static final String NOTHING = "–";

    private CheckPage() {}

    /** Writes the page as UTF-8 HTML; the stream stays open. */
    public static void write(PublishedCheck check, OutputStream out) throws IOException {
        List<Section> sections = new ArrayList<>(List.of(summary(check)));
        for (Verdict verdict : Verdict.values()) {
            List<FigureCheck> figures = check.worstFirst().stream()
                    .filter(figure -> figure.verdict() == verdict)
                    .toList();
            if (!figures.isEmpty()) {
                sections.add(verdict.isContradiction() ? contradictions(verdict, figures) : agreeing(verdict, figures));
            }
        }
        sections.add(reading());
        new Page("Published figures, checked", subtitle(check), sections, false).write(out);
    }

    private static String subtitle(PublishedCheck check) {
        String reports = check.titles().stream().map(Titles::ofData).collect(Collectors.joining("; "));
        return (reports.isEmpty() ? "" : reports + ". ")
                + (isHeldAgainstAReport(check)
                        ? "Held against each other and against a report of the records."
                        : "Held against each other; "
                                + (check.figures().stream().anyMatch(CheckPage::isLinked)
                                        ? "no report of the records was given."
                                        : "none is linked to a figure of a report of the records."));
    }

    private static boolean isLinked(FigureCheck figure) {
        return figure.figure().link().isPresent();
    }

    private static boolean isHeldAgainstAReport(PublishedCheck check) {
        return check.figures().stream().anyMatch(figure -> figure.report().verdict() != Verdict.NOT_CHECKED);
    }

    private static Section summary(PublishedCheck check) {
        List<KeyFigure> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict.isContradiction() || check.count(verdict) > 0) {
                counts.add(new KeyFigure(Cell.number(check.count(verdict)).text(), title(verdict), meaning(verdict)));
            }
        }
        return new Section("summary", "Summary", List.of(new KeyFigures(counts), new Points(inShort(check))));
    }

    private static List<String> inShort(PublishedCheck check) {
        List<FigureCheck> against = check.figures().stream()
                .filter(figure -> figure.verdict().isContradiction())
                .toList();
        long listed = against.stream()
                .filter(figure -> figure.figure().expected().isPresent() && figure.isAsExpected())
                .count();
        List<String> points = new ArrayList<>();
        points.add("Of " + figures(check.figures().size()) + ", "
                + (against.isEmpty()
                        ? "none contradicts"
                        : against.size() + (against.size() == 1 ? " contradicts" : " contradict"))
                + " the numbers printed beside it" + (isHeldAgainstAReport(check) ? " or the report" : "") + ".");
        if (!against.isEmpty()) {
            points.add(listed(listed, against.size()) + " listed in the file, with a reason.");
        }
        long otherwise = check.figures().stream()
                .filter(figure -> figure.figure().expected().isPresent() && !figure.isAsExpected())
                .count();
        if (otherwise > 0) {
            points.add(figures(otherwise) + " listed with a verdict " + (otherwise == 1 ? "has" : "have")
                    + " another now: correct the file.");
        }
        return points;
    }

    private static String listed(long listed, long all) {
        if (all == 1) {
            return listed == 1 ? "It is" : "It is not";
        }
        String some = Cell.number(listed).text() + " of them" + (listed == 1 ? " is" : " are");
        return listed == 0 ? "None of them is" : listed == all ? "All of them are" : some;
    }

    private static String figures(long count) {
        Cell number = Cell.number(count);
        return number.text() + Titles.oneOrMany(number, " figure", " figures");
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case INCONSISTENT -> "Inconsistent";
            case DIFFERS -> "Differs from the report";
            case CANNOT_TELL -> "Cannot be told";
            case NOT_CHECKED -> "Not checked";
            case CONSISTENT -> "Consistent";
            case EQUAL -> "Equal to the report";
        };
    }

    /** What is true of a figure with the verdict, to stand under how many there are and after "each of these". */
    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case INCONSISTENT -> "contradicts the numbers printed beside it, or no whole number of cases prints so";
            case DIFFERS -> "has another value in the report, or none";
            case CANNOT_TELL -> "is too coarse to be wrong, or is held against numbers that are hidden or rounded";
            case NOT_CHECKED -> "has nothing to be held against";
            case CONSISTENT -> "agrees with the numbers printed beside it";
            case EQUAL -> "has the same value in the report, as precisely as it was printed";
        };
    }

    private static Section contradictions(Verdict verdict, List<FigureCheck> figures) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(sentence(verdict));
        for (FigureCheck figure : figures) {
            String id = verdict.word() + "-" + blocks.size();
            List<Block> part = new ArrayList<>();
            part.add(new Text(
                    "Printed " + Titles.ofData(figure.figure().printed().text())
                            + (figure.figure().base().isEmpty()
                                    ? ""
                                    : ", of: " + Titles.sentence(figure.figure().base()))
                            + ". Id: " + Titles.ofData(figure.figure().id()) + "."));
            part.add(checks(figure));
            listed(figure).ifPresent(words -> part.add(new Text(words)));
            blocks.add(new Part(id, name(figure), part, false));
        }
        return new Section(verdict.word(), title(verdict), blocks);
    }

    private static Text sentence(Verdict verdict) {
        return new Text("Each of these " + meaning(verdict) + "."
                + (verdict == Verdict.INCONSISTENT ? " Which of the numbers is wrong, arithmetic cannot say." : ""));
    }

    private static String name(FigureCheck figure) {
        String text = figure.figure().text();
        return text.isEmpty() ? Titles.ofData(figure.figure().id()) : Titles.sentence(text);
    }

    /** Every check that came to a verdict, in the order in which a reader would try them. */
    private static Table checks(FigureCheck figure) {
        Table.Builder table = Table.of(
                "The checks of " + Titles.ofData(figure.figure().id()),
                "Check",
                "Verdict",
                "Printed",
                "Recomputed",
                "Nearest possible",
                "Why");
        Recomputed fraction = figure.fraction();
        if (fraction.verdict() != Verdict.NOT_CHECKED) {
            row(table, figure, "Its own numerator and denominator", fraction);
        }
        for (RelationCheck relation : figure.relations()) {
            row(table, figure, heading(relation), relation.recomputed());
        }
        Feasibility feasibility = figure.feasibility();
        if (feasibility.verdict() != Verdict.NOT_CHECKED) {
            row(
                    table,
                    figure,
                    "A whole number of cases",
                    feasibility.verdict(),
                    NOTHING,
                    feasibility.nearest().stream().map(BigInteger::toString).collect(Collectors.joining(" or ")),
                    feasibility.says());
        }
        ReportCheck report = figure.report();
        if (isLinked(figure)) {
            row(table, figure, "The report", report.verdict(), report.shown().orElse(NOTHING), "", report.says());
        }
        return table.build();
    }

    private static String heading(RelationCheck relation) {
        String terms = Titles.list(
                relation.relation().terms().stream().map(Titles::ofData).toList());
        return switch (relation.relation().type()) {
            case SUM -> "Sum of " + terms;
            case RATIO -> "Ratio of " + terms;
            case DIFFERENCE -> "Difference of " + terms;
            case EQUALS -> "Equal to " + terms;
            case ROLL_FORWARD -> "Roll-forward of " + terms;
        };
    }

    private static void row(Table.Builder table, FigureCheck figure, String check, Recomputed recomputed) {
        row(
                table,
                figure,
                check,
                recomputed.verdict(),
                recomputed.shown().orElse(NOTHING),
                String.join(" or ", recomputed.nearest()),
                recomputed.says());
    }

    private static void row(
            Table.Builder table,
            FigureCheck figure,
            String check,
            Verdict verdict,
            String recomputed,
            String nearest,
            String why) {
        table.row(
                check,
                Cell.text(verdict.word()),
                Cell.text(Titles.ofData(figure.figure().printed().text())),
                Cell.text(Titles.sentence(recomputed)),
                Cell.text(nearest.isEmpty() ? NOTHING : nearest),
                Cell.sentence(Titles.sentence(why)));
    }

    private static Optional<String> listed(FigureCheck figure) {
        Optional<Expected> expected = figure.figure().expected();
        return expected.map(listed -> (figure.isAsExpected()
                        ? "Listed in the file: "
                        : "Listed in the file as " + listed.verdict().word() + ", which it is not any more: ")
                + Titles.sentence(listed.reason()));
    }

    private static Section agreeing(Verdict verdict, List<FigureCheck> figures) {
        Table.Builder table = Table.of(
                title(verdict) + ": " + figures(figures.size()),
                "Figure",
                "Id",
                "Printed",
                "Recomputed",
                "In the report",
                "Why");
        for (FigureCheck figure : figures) {
            List<String> why = new ArrayList<>(figure.reasons());
            listed(figure).ifPresent(why::add);
            table.row(
                    name(figure),
                    Cell.text(Titles.ofData(figure.figure().id())),
                    Cell.text(Titles.ofData(figure.figure().printed().text())),
                    Cell.text(recomputed(figure)),
                    Cell.text(figure.report().shown().orElse(NOTHING)),
                    Cell.sentence(Titles.sentence(String.join("; ", why))));
        }
        return new Section(verdict.word(), title(verdict), List.of(sentence(verdict), table.build()));
    }

    private static String recomputed(FigureCheck figure) {
        return figure.relations().stream()
                .map(RelationCheck::recomputed)
                .filter(relation -> relation.shown().isPresent())
                .findFirst()
                .or(() -> Optional.of(figure.fraction()))
                .flatMap(Recomputed::shown)
                .orElse(NOTHING);
    }

    private static Section reading() {
        return new Section(
                "reading",
                "How to read the verdicts",
                List.of(new Points(List.of(
                        "A verdict says no more than arithmetic can: that numbers contradict each other, not which of"
                                + " them is wrong; that they agree, not that they are right.",
                        "Nobody says how a number was rounded, so half up and half even are both tried; the one is"
                                + " named if only one of them fits.",
                        "Counts, and amounts to the penny, are exact. Of all other numbers only the range that prints"
                                + " so is known; what comes of several of them is a range too, and any value in it"
                                + " passes.",
                        "Recomputed numbers are shown with one decimal more than was printed. Nearest possible is what"
                                + " could have been printed instead, or how many cases would have been needed."))));
    }
}
