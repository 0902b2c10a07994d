package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.example.ExampleCounty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the example county's data set. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Writes the data set of a made-up county, to try everything with.")
final class ExampleCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for the data set.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ExampleCommand() {}

    @Override
    public Integer call() {
        try {
            ExampleCounty.write(out);
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-OUT", "the folder " + out + " cannot be written to. Give another folder with --out.", e);
        }
        spec.commandLine().getOut().println("Example county: " + out);
        return 0;
    }
}
