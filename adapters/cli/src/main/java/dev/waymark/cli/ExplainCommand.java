package dev.waymark.cli;

import dev.waymark.measure.Explanation;
import dev.waymark.report.ExplanationJson;
import dev.waymark.run.MeasureCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where one family counts in a measure, and the records behind it. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Prints where a family counts in a measure and why, down to the records.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RunOptions time = new RunOptions();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Option(names = "--measure", required = true, paramLabel = "ID", description = "The measure.")
    private String measure = "";

    @Option(names = "--family", required = true, paramLabel = "ID", description = "The id of the family.")
    private String family = "";

    @Option(names = "--text", description = "Print a page to be read, instead of JSON.")
    private boolean asText;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        time.check();
        MeasureCatalog catalog = plugins.catalog();
        Explanation explanation = time.run(data.read(), catalog).explain(measure, family);
        if (asText) {
            ExplanationText.print(
                    explanation, time.period(), time.asAt(), spec.commandLine().getOut());
            return 0;
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ExplanationJson.write(explanation, time.period(), time.asAt(), json);
        spec.commandLine().getOut().print(json.toString(StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
