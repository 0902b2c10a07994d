package dev.waymark.cli;

import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.disclosure.DisclosurePolicy;
import dev.waymark.figure.Report;
import dev.waymark.html.Titles;
import dev.waymark.report.ReportFolder;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Reads a data set, runs the measures and writes the report. */
final class ReportCommand extends Command {

    private final WaymarkCommand waymark;
    private final DataOptions data = new DataOptions(this);
    private final RunOptions time = new RunOptions(this);
    private final DisclosureOption disclosure = new DisclosureOption(this);
    private final PluginOptions plugins = new PluginOptions(this);
    private final Supplier<List<String>> by = several(
            String.class,
            "--by",
            "STRATUM",
            "Split the report by district or service too; may be given several times.");
    private final Supplier<List<String>> measures = listed(
            String.class, "--measures", "ID", "Only these measures; 'familystar' stands for all that begin with it.");
    private final Supplier<Path> out = required(
            Path.class, "--out", "DIR", "The folder for the report; files of an earlier report there are replaced.");

    ReportCommand(WaymarkCommand waymark) {
        super("Writes report.html, report.json, figures.csv with its metadata and data-quality.csv, and prints a"
                + " summary.");
        this.waymark = waymark;
    }

    @Override
    public Integer call() {
        time.check();
        Stratum[] strata = by.get().stream().map(Stratum::of).toArray(Stratum[]::new);
        DisclosurePolicy policy = disclosure.policy();
        MeasureCatalog catalog = plugins.catalog();
        ReportFolder folder = ReportFolder.of(out.get());
        Loaded<MeasureRun> loaded = data.read(nothing ->
                time.run(nothing, catalog).by(strata).measures(measures.get()).check());
        CaseStore store = loaded.store();
        Report full = loaded.ready().over(store).report();
        Report report =
                DisclosureControl.of(policy, store.stars(), store.taxonomy()).apply(full);
        folder.write(report, new Titles(store.stars(), store.taxonomy()));
        PrintWriter text = out();
        new Summary(report).print(text);
        Notices.printFilesNotRead(loaded.filesNotRead(), text);
        new RejectionCounts(store.quality()).print(store, "data-quality.csv", text);
        text.println();
        text.println("Report: " + out.get().resolve("report.html"));
        return waymark.named(full.failures());
    }
}
