package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A definition that the command line names: a mapping, a taxonomy. */
final class DefinitionFile {

    private DefinitionFile() {}

    /** Reads a definition; the option that named the file is called like {@code what} it is. */
    static Definition read(String what, Path file) {
        return read(what, file, "--" + what);
    }

    /** Reads a definition that was named on the command line in the way of {@code by}. */
    static Definition read(String what, Path file, String by) {
        try (InputStream json = Files.newInputStream(file)) {
            return Definition.read(String.valueOf(file.getFileName()), json);
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-FILE",
                    "the " + what + " " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Give the file with " + by + ".",
                    e);
        }
    }
}
