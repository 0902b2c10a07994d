package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.published.Fit;
import dev.waymark.published.PublishedCheck;
import dev.waymark.published.PublishedFigures;
import dev.waymark.published.ReportedFigures;
import dev.waymark.report.CheckFile;
import dev.waymark.report.CheckJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Holds published figures against each other and against a report. */
final class CheckCommand extends Command {

    private final Supplier<List<Path>> files = arguments(
            Path.class,
            "FILE",
            "Files of published figures, format waymark-published/1; they can refer to each other.");
    private final Supplier<Optional<Path>> report = optional(
            Path.class,
            "--report",
            "FILE",
            "The report.json that figures with a measure are held against, or the folder of the report.");
    private final Supplier<Optional<String>> fit = optional(
            String.class, "--fit", "ID", "Look for the base, definition and rounding that give this one figure.");
    private final BooleanSupplier asJson = flag("--json", "Print everything as JSON.");
    private final Supplier<Optional<Path>> html =
            optional(Path.class, "--html", "FILE", "Write the verdicts to this page for people too, worst first.");

    CheckCommand() {
        super("Says of published figures whether they agree with each other and with a report.");
    }

    @Override
    public Integer call() throws IOException {
        Optional<Path> page = html.get();
        Optional<String> fitted = fit.get();
        if (page.isPresent() && fitted.isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE", "--html writes the verdicts on all figures, not a fit. Leave out --html or --fit.");
        }
        PublishedFigures figures = PublishedFigures.read(files.get().stream()
                .map(file -> DefinitionFile.read("file", file, "check FILE"))
                .toArray(Definition[]::new));
        Optional<ReportedFigures> reported =
                report.get().map(CheckCommand::reportIn).map(ReportedFigures::read);
        PrintWriter text = out();
        boolean holds =
                fitted.isPresent() ? fits(figures, reported, fitted.get(), text) : holds(figures, reported, page, text);
        text.flush();
        return holds ? 0 : Main.FIGURES_FAILED;
    }

    private static Definition reportIn(Path place) {
        return DefinitionFile.read("report", Files.isDirectory(place) ? place.resolve("report.json") : place);
    }

    private boolean holds(
            PublishedFigures figures, Optional<ReportedFigures> reported, Optional<Path> page, PrintWriter text)
            throws IOException {
        PublishedCheck check = reported.map(figures::check).orElseGet(figures::check);
        page.ifPresent(file -> CheckFile.write(check, file));
        if (asJson.getAsBoolean()) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            CheckJson.write(check, json);
            text.print(json.toString(StandardCharsets.UTF_8));
        } else {
            CheckText.print(check, text);
            page.ifPresent(file -> text.printf("%nPage: %s%n", file));
        }
        return check.holds();
    }

    private boolean fits(PublishedFigures figures, Optional<ReportedFigures> reported, String id, PrintWriter text)
            throws IOException {
        Fit found = reported.map(known -> figures.fit(id, known)).orElseGet(() -> figures.fit(id));
        if (asJson.getAsBoolean()) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            CheckJson.write(found, json);
            text.print(json.toString(StandardCharsets.UTF_8));
        } else {
            CheckText.print(found, text);
        }
        return !found.fitting().isEmpty();
    }
}
