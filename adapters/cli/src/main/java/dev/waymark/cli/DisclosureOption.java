package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.disclosure.DisclosurePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The option that says how small numbers are protected. */
final class DisclosureOption {

    private final Supplier<Optional<String>> disclosure;

    DisclosureOption(Command command) {
        disclosure = command.optional(
                String.class,
                "--disclosure",
                "POLICY",
                "How small numbers are protected: none, dfe, nhs, midpoint6, or a file of your own; none"
                        + " if not given.");
    }

    /** The policy; refused at once if there is none of that name. */
    DisclosurePolicy policy() {
        String policy = disclosure.get().orElse("none");
        Path file = Path.of(policy);
        if (DisclosurePolicy.names().contains(policy) || !Files.exists(file)) {
            return DisclosurePolicy.named(policy);
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
