package dev.waymark.cli;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.FigureName;
import dev.waymark.report.FamiliesBehindCsv;
import dev.waymark.run.FamiliesBehind;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Lists the families behind one figure of a report. */
final class FamiliesCommand extends Command {

    private final DataOptions data = new DataOptions(this);
    private final RunOptions time = new RunOptions(this);
    private final PluginOptions plugins = new PluginOptions(this);
    private final Supplier<String> figure = required(
            String.class,
            "--figure",
            "MEASURE/FIGURE",
            "The figure by its names in the report, such as familystar.progress/positive-progress-all.");
    private final Supplier<Map<String, String>> dimensions = pairs(
            "--dimension",
            "NAME=VALUE",
            "A dimension of the figure, such as area=home-and-money or district=northfield; give all that it has.");

    FamiliesCommand() {
        super("Lists the families behind a figure as CSV, with what each of them gives to it.");
    }

    @Override
    public Integer call() throws IOException {
        time.check();
        FigureName name = name();
        MeasureCatalog catalog = plugins.catalog();
        Loaded<MeasureRun> loaded =
                data.read(nothing -> time.run(nothing, catalog).check(name.measure()));
        FamiliesBehind families = loaded.ready().over(loaded.store()).familiesBehind(name);
        if (families.shares().isEmpty() && families.figure().isTouched()) {
            errors().println("No family is behind " + name + ": what it counts, such as a budget, belongs to none.");
        }
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        FamiliesBehindCsv.write(families, csv);
        out().print(csv.toString(StandardCharsets.UTF_8));
        out().flush();
        return 0;
    }

    private FigureName name() {
        String given = figure.get();
        int slash = given.indexOf('/');
        if (slash < 0) {
            throw misused("'" + given + "' is no figure. Write it like familystar.progress/positive-progress-all");
        }
        return new FigureName(given.substring(0, slash), given.substring(slash + 1), new Dimensions(dimensions.get()));
    }
}
