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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds published figures against each other and against a report. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Says of published figures whether they agree with each other and with a report.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of published figures, format waymark-published/1; they can refer to each other.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The report.json that figures with a measure are held against.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--fit",
            paramLabel = "ID",
            description = "Look for the base, definition and rounding that give this one figure.")
    private Optional<String> fit = Optional.empty();

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean asJson;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the verdicts to this page for people too, worst first.")
    private Optional<Path> html = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    CheckCommand() {}

    @Override
    public Integer call() throws IOException {
        if (html.isPresent() && fit.isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE", "--html writes the verdicts on all figures, not a fit. Leave out --html or --fit.");
        }
        PublishedFigures figures = PublishedFigures.read(files.stream()
                .map(file -> DefinitionFile.read("file", file, "check FILE"))
                .toArray(Definition[]::new));
        Optional<ReportedFigures> reported =
                report.map(file -> DefinitionFile.read("report", file)).map(ReportedFigures::read);
        PrintWriter text = spec.commandLine().getOut();
        boolean holds = fit.isPresent() ? fits(figures, reported, fit.get(), text) : holds(figures, reported, text);
        text.flush();
        return holds ? 0 : Main.FIGURES_FAILED;
    }

    private boolean holds(PublishedFigures figures, Optional<ReportedFigures> reported, PrintWriter text)
            throws IOException {
        PublishedCheck check = reported.map(figures::check).orElseGet(figures::check);
        html.ifPresent(page -> CheckFile.write(check, page));
        if (asJson) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            CheckJson.write(check, json);
            text.print(json.toString(StandardCharsets.UTF_8));
        } else {
            CheckText.print(check, text);
            html.ifPresent(page -> text.printf("%nPage: %s%n", page));
        }
        return check.holds();
    }

    private boolean fits(PublishedFigures figures, Optional<ReportedFigures> reported, String id, PrintWriter text)
            throws IOException {
        Fit found = reported.map(known -> figures.fit(id, known)).orElseGet(() -> figures.fit(id));
        if (asJson) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            CheckJson.write(found, json);
            text.print(json.toString(StandardCharsets.UTF_8));
        } else {
            CheckText.print(found, text);
        }
        return !found.fitting().isEmpty();
    }
}
