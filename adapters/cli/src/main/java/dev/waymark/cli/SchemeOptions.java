package dev.waymark.cli;

import dev.waymark.definition.Definition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that brings a council's own schemes. */
final class SchemeOptions {

    @Option(
            names = "--schemes",
            paramLabel = "FILE",
            description =
                    "A payment-by-results scheme of your own, which may extend one that ships; may be given several"
                            + " times.")
    private List<Path> files = new ArrayList<>();

    /** For the command line. */
    SchemeOptions() {}

    List<Definition> read() {
        return files.stream().map(file -> DefinitionFile.read("schemes", file)).toList();
    }
}
