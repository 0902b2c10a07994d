package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.disclosure.DisclosurePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says how small numbers are protected. */
final class DisclosureOption {

    @Option(
            names = "--disclosure",
            paramLabel = "POLICY",
            defaultValue = "none",
            description = "How small numbers are protected: none, dfe, nhs, midpoint6, or a file of your own;"
                    + " ${DEFAULT-VALUE} if not given.")
    private String disclosure = "none";

    /** For the command line. */
    DisclosureOption() {}

    /** The policy; refused at once if there is none of that name. */
    DisclosurePolicy policy() {
        Path file = Path.of(disclosure);
        if (DisclosurePolicy.names().contains(disclosure) || !Files.exists(file)) {
            return DisclosurePolicy.named(disclosure);
        }
        try (InputStream json = Files.newInputStream(file)) {
            return DisclosurePolicy.read(Definition.read(String.valueOf(file.getFileName()), json));
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-FILE",
                    "the disclosure policy " + file + " cannot be read. Give the file with --disclosure.",
                    e);
        }
    }
}
