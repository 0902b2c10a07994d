package dev.waymark.cli;

import dev.waymark.example.ExampleCounty;
import dev.waymark.report.Unwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes the example county's data set. */
final class ExampleCommand extends Command {

    private final Supplier<Path> out = required(Path.class, "--out", "DIR", "The folder for the data set.");

    ExampleCommand() {
        super(
                "Writes the data set of a made-up county, to try everything with; a folder with another data set is refused.");
    }

    @Override
    public Integer call() {
        try {
            ExampleCounty.write(out.get());
        } catch (IOException e) {
            throw Unwritable.folder(out.get(), e);
        }
        out().println("Example county: " + out.get());
        return 0;
    }
}
