package dev.waymark.cli;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.Mapping;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which data set is read and how. */
final class DataOptions {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the data set: families.csv, episodes.csv and what there is beside them.")
    private Path data = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How your columns become those of the data format; in place of DIR/mapping.json.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = "Your own issues and headline needs, in place of those that ship or extending them.")
    private Optional<Path> taxonomy = Optional.empty();

    @Option(names = "--strict", description = "Fail if any row or value is rejected.")
    private boolean strict;

    /** For the command line. */
    DataOptions() {}

    CaseStore read() {
        CaseStoreReader reader = new CaseStoreReader(CsvFolder.of(data)).strict(strict);
        mapping.ifPresent(file -> reader.mapping(Mapping.of(DefinitionFile.read("mapping", file))));
        taxonomy.ifPresent(file -> reader.taxonomy(IssueTaxonomy.read(DefinitionFile.read("taxonomy", file))));
        try (Progress progress = Progress.ofReading()) {
            return reader.progress(progress).read();
        }
    }
}
