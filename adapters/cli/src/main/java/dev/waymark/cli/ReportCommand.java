package dev.waymark.cli;

import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.disclosure.DisclosurePolicy;
import dev.waymark.figure.Report;
import dev.waymark.html.Titles;
import dev.waymark.report.ReportFolder;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads a data set, runs the measures and writes the report. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "Writes report.html, report.json, figures.csv with its metadata and data-quality.csv, and prints a"
                        + " summary.")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RunOptions time = new RunOptions();

    @Mixin
    private DisclosureOption disclosure = new DisclosureOption();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Option(
            names = "--by",
            paramLabel = "STRATUM",
            description = "Split the report by district or service too; may be given several times.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "ID",
            description = "Only these measures; 'familystar' stands for all that begin with it.")
    private List<String> measures = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the report; files of an earlier report there are replaced.")
    private Path out = Path.of("");

    @ParentCommand
    private Main main = new Main();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ReportCommand() {}

    @Override
    public Integer call() {
        time.check();
        Stratum[] strata = by.stream().map(Stratum::of).toArray(Stratum[]::new);
        DisclosurePolicy policy = disclosure.policy();
        MeasureCatalog catalog = plugins.catalog();
        ReportFolder folder = ReportFolder.of(out);
        CaseStore store = data.read();
        Report full = time.run(store, catalog).by(strata).measures(measures).report();
        Report report = DisclosureControl.of(policy, store.stars()).apply(full);
        folder.write(report, new Titles(store.stars(), store.taxonomy()));
        PrintWriter text = spec.commandLine().getOut();
        new Summary(report).print(text);
        text.println();
        text.println("Report: " + out.resolve("report.html"));
        return main.named(full.failures());
    }
}
