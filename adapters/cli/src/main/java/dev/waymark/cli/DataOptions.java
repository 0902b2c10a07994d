package dev.waymark.cli;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.Mapping;
import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

    @Option(names = "--strict", description = "Fail if any row or value is rejected.")
    private boolean strict;

    /** For the command line. */
    DataOptions() {}

    CaseStore read() {
        CaseStoreReader reader = new CaseStoreReader(CsvFolder.of(data)).strict(strict);
        mapping.ifPresent(file -> reader.mapping(readMapping(file)));
        try (Progress progress = Progress.ofReading()) {
            return reader.progress(progress).read();
        }
    }

    private static Mapping readMapping(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return Mapping.of(Definition.read(String.valueOf(file.getFileName()), json));
        } catch (IOException e) {
            throw new dev.waymark.WaymarkException(
                    "WM-FILE", "the mapping " + file + " cannot be read. Give the file with --mapping.", e);
        }
    }
}
