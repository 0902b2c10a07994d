package dev.waymark.cli;

import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.run.MeasureCatalog;

/** Lists the measures that are found. */
final class MeasuresCommand extends Command {

    private final PluginOptions plugins = new PluginOptions(this);

    MeasuresCommand() {
        super("Lists the measures found: those that ship with Waymark and those of plugins.");
    }

    @Override
    public Integer call() {
        TextTable table = new TextTable("measure", "version", "title", "from", "source of the rule");
        for (MeasureCatalog.Listed listed : plugins.catalog().measures(MeasureSettings.defaults())) {
            MeasureSpec measure = listed.measure().spec();
            table.row(measure.id(), measure.version(), measure.title(), listed.jar(), measure.source());
        }
        table.print(out());
        return 0;
    }
}
