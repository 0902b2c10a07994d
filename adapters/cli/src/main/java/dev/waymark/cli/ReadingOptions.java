package dev.waymark.cli;

import dev.waymark.data.Mapping;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

    /** Reads, once this has looked at a store without rows and refused nothing. */
    CaseStore read(CaseStoreReader reader, Consumer<CaseStore> check) {
        options(reader);
        check.accept(reader.withoutRows());
        try (Progress progress = Progress.ofReading()) {
            return reader.progress(progress).read();
        }
    }

    /** The reader with these options. */
    CaseStoreReader options(CaseStoreReader reader) {
        mapping().ifPresent(reader::mapping);
        return reader.strict(strict.getAsBoolean());
    }

    /** The mapping in place of the one that came with the data set. */
    Optional<Mapping> mapping() {
        return mapping.get().map(file -> Mapping.of(DefinitionFile.read("mapping", file)));
    }
}
