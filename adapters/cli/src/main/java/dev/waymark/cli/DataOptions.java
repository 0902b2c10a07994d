package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.csv.CsvFolder;
import dev.waymark.data.TableSource;
import dev.waymark.jdbc.DatabaseSnapshot;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which data set is read and how. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder with the data set: families.csv, episodes.csv and what there is beside them.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "In place of --data: the database with the data set; the URL has no password in it.")
    private Optional<String> jdbc = Optional.empty();

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = "Your own issues and headline needs, in place of those that ship or extending them.")
    private Optional<Path> taxonomy = Optional.empty();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            description = "With --jdbc: a folder with what else may stand beside the files of a data set, mapping.json"
                    + " and stars/*.json.")
    private Optional<Path> definitions = Optional.empty();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** For the command line. */
    DataOptions() {}

    CaseStore read() {
        if (data.isPresent() == jdbc.isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE", "a data set is in a folder or in a database. Give either --data DIR or --jdbc URL.");
        }
        if (data.isPresent()) {
            return read(new CaseStoreReader(CsvFolder.of(data.get())));
        }
        try (DatabaseSnapshot snapshot = database.at(jdbc.orElseThrow()).snapshot()) {
            CaseStoreReader reader = new CaseStoreReader(snapshot);
            if (definitions.isPresent()) {
                TableSource beside = CsvFolder.of(definitions.get());
                reader.stars(beside.stars());
                beside.mapping().ifPresent(reader::mapping);
            }
            return read(reader);
        }
    }

    private CaseStore read(CaseStoreReader reader) {
        taxonomy.ifPresent(file -> reader.taxonomy(IssueTaxonomy.read(DefinitionFile.read("taxonomy", file))));
        return reading.read(reader);
    }
}
