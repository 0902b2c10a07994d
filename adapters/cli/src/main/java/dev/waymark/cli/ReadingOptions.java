package dev.waymark.cli;

import dev.waymark.data.Mapping;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how a data set is read, wherever it is. */
final class ReadingOptions {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How your columns become those of the data format; in place of the mapping.json beside the"
                    + " data.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--strict", description = "Fail if any row or value is rejected.")
    private boolean strict;

    /** For the command line. */
    ReadingOptions() {}

    CaseStore read(CaseStoreReader reader) {
        reader.strict(strict);
        mapping().ifPresent(reader::mapping);
        try (Progress progress = Progress.ofReading()) {
            return reader.progress(progress).read();
        }
    }

    /** The mapping in place of the one that came with the data set. */
    Optional<Mapping> mapping() {
        return mapping.map(file -> Mapping.of(DefinitionFile.read("mapping", file)));
    }
}
