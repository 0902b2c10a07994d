package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.example.ExampleCounty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes the example county's data set. */
final class ExampleCommand extends Command {

    private final Supplier<Path> out = required(Path.class, "--out", "DIR", "The folder for the data set.");

    ExampleCommand() {
        super("Writes the data set of a made-up county, to try everything with.");
    }

    @Override
    public Integer call() {
        try {
            ExampleCounty.write(out.get());
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-OUT", "the folder " + out.get() + " cannot be written to. Give another folder with --out.", e);
        }
        out().println("Example county: " + out.get());
        return 0;
    }
}
