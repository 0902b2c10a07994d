package dev.waymark.cli;

import dev.waymark.measure.Explanation;
import dev.waymark.report.ExplanationJson;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Says where one family counts in a measure, and the records behind it. */
final class ExplainCommand extends Command {

    private final DataOptions data = new DataOptions(this);
    private final RunOptions time = new RunOptions(this);
    private final PluginOptions plugins = new PluginOptions(this);
    private final Supplier<String> measure = required(String.class, "--measure", "ID", "The measure.");
    private final Supplier<String> family = required(String.class, "--family", "ID", "The id of the family.");
    private final BooleanSupplier asText = flag("--text", "Print a page to be read, instead of JSON.");

    ExplainCommand() {
        super("Prints where a family counts in a measure and why, down to the records.");
    }

    @Override
    public Integer call() throws IOException {
        time.check();
        MeasureCatalog catalog = plugins.catalog();
        Loaded<MeasureRun> loaded =
                data.read(nothing -> time.run(nothing, catalog).check(measure.get()));
        Explanation explanation = loaded.ready().over(loaded.store()).explain(measure.get(), family.get());
        if (asText.getAsBoolean()) {
            ExplanationText.print(explanation, time.period(), time.asAt(), out());
            return 0;
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ExplanationJson.write(explanation, time.period(), time.asAt(), json);
        out().print(json.toString(StandardCharsets.UTF_8));
        out().flush();
        return 0;
    }
}
