package dev.waymark.cli;

import dev.waymark.data.Mapping;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    /** Reads, once this has made something ready with a store without rows and refused nothing. */
    <T> Loaded<T> read(CaseStoreReader reader, Function<CaseStore, T> makeReady) {
        options(reader);
        T ready = makeReady.apply(reader.withoutRows());
        try (Progress progress = Progress.ofReading()) {
            return new Loaded<>(ready, reader.progress(progress).read());
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
