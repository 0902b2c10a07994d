package dev.waymark.cli;

import dev.waymark.definition.Definition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The option that brings a council's own schemes. */
final class SchemeOptions {

    private final Supplier<List<Path>> files;

    SchemeOptions(Command command) {
        files = command.several(
                Path.class,
                "--schemes",
                "FILE",
                "A payment-by-results scheme of your own, which may extend one that ships; may be given several"
                        + " times.");
    }

    List<Definition> read() {
        return files.get().stream()
                .map(file -> DefinitionFile.read("schemes", file))
                .toList();
    }
}
