package dev.waymark.cli;

import dev.waymark.data.Mapping;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The options that say how a data set is read, wherever it is. */
final class ReadingOptions {

    private final Supplier<Optional<Path>> mapping;
    private final BooleanSupplier strict;

    ReadingOptions(Command command) {
        mapping = command.optional(
                Path.class,
                "--mapping",
                "FILE",
                "How your columns become those of the data format; in place of the mapping.json beside the data.");
        strict = command.flag("--strict", "Fail if any row or value is rejected.");
    }

    /** The reader with these options. */
    CaseStoreReader options(CaseStoreReader reader) {
        mapping.get()
                .map(file -> Mapping.of(DefinitionFile.read("mapping", file)))
                .ifPresent(reader::mapping);
        return reader.strict(strict.getAsBoolean());
    }
}
