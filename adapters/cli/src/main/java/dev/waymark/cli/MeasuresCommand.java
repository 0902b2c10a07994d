package dev.waymark.cli;

import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.run.MeasureCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the measures that are found. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Lists the measures found: those that ship with Waymark and those of plugins.")
final class MeasuresCommand implements Callable<Integer> {

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    MeasuresCommand() {}

    @Override
    public Integer call() {
        TextTable table = new TextTable("measure", "version", "title", "from");
        for (MeasureCatalog.Listed listed : plugins.catalog().measures(MeasureSettings.defaults())) {
            MeasureSpec measure = listed.measure().spec();
            table.row(measure.id(), measure.version(), measure.title(), listed.jar());
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }
}
