package dev.waymark.cli;

import dev.waymark.disclosure.DisclosurePolicy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
        Optional<Path> file = file(policy);
        return file.isPresent()
                ? DisclosurePolicy.read(DefinitionFile.read("disclosure policy", file.get(), "--disclosure"))
                : DisclosurePolicy.named(policy);
    }

    /** The file of a policy that has no name of its own, if there is one. */
    private static Optional<Path> file(String policy) {
        if (DisclosurePolicy.names().contains(policy)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(policy)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
