package dev.waymark.cli;

import dev.waymark.published.FigureCheck;
import dev.waymark.published.Fit;
import dev.waymark.published.PublishedCheck;
import dev.waymark.published.PublishedFigure;
import dev.waymark.published.Rounding;
import dev.waymark.published.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The verdicts on published figures for a reader at a terminal, worst first. */
final class CheckText {

    private CheckText() {}

    static void print(PublishedCheck check, PrintWriter text) {
        text.println("Published figures: " + check.figures().size());
        text.println(Arrays.stream(Verdict.values())
                .map(verdict -> verdict.word() + " " + check.count(verdict))
                .collect(Collectors.joining(", ")));
        text.println();
        TextTable table = new TextTable("verdict", "figure", "printed", "why");
        for (FigureCheck figure : check.worstFirst()) {
            List<String> reasons = new ArrayList<>(figure.reasons());
            figure.figure()
                    .expected()
                    .ifPresent(expected -> reasons.add((figure.isAsExpected()
                                    ? "listed: "
                                    : "listed as " + expected.verdict().word() + ": ")
                            + expected.reason()));
            table.row(
                    figure.verdict().word(),
                    figure.figure().id(),
                    figure.figure().printed().text(),
                    reasons.get(0));
            reasons.stream().skip(1).forEach(reason -> table.row("", "", "", reason));
        }
        table.print(text);
    }

    static void print(Fit fit, PrintWriter text) {
        PublishedFigure figure = fit.figure();
        text.println(figure.id() + ": " + figure.text() + ", printed "
                + figure.printed().text());
        text.println();
        TextTable table = new TextTable("fits", "gives", "of", "calculation", "base");
        for (Fit.Candidate candidate : fit.candidates()) {
            table.row(
                    candidate.fits() ? roundings(candidate) : "no",
                    candidate.shown(),
                    candidate.numerator().isPresent() && candidate.denominator().isPresent()
                            ? candidate.numerator().get().toPlainString() + " of "
                                    + candidate.denominator().get().toPlainString()
                            : "-",
                    candidate.definition(),
                    candidate.base());
        }
        table.print(text);
        text.println();
        long fitting = fit.fitting().size();
        text.println(
                fitting == 0
                        ? "None of the calculations declared gives it."
                        : fitting == 1
                                ? "One of the calculations declared gives it."
                                : fitting
                                        + " of the calculations declared give it: the number alone does not say which.");
        if (fit.basesTried() > 0) {
            text.println("Bases tried among the counts of the files: " + fit.basesTried()
                    + "; of those that the figure does not name, only the ones that fit are listed.");
        }
    }

    private static String roundings(Fit.Candidate candidate) {
        return candidate.roundings().size() == Rounding.values().length
                ? "yes"
                : candidate.roundings().stream().map(Rounding::title).collect(Collectors.joining(", "));
    }
}
