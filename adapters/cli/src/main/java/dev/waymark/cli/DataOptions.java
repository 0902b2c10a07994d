package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.csv.CsvFolder;
import dev.waymark.jdbc.DatabaseSnapshot;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The options that say which data set is read and how. */
final class DataOptions {

    private final Supplier<Optional<Path>> data;
    private final Supplier<Optional<String>> jdbc;
    private final DatabaseOptions database;
    private final DefinitionOptions definitions;
    private final ReadingOptions reading;

    DataOptions(Command command) {
        data = command.optional(
                Path.class,
                "--data",
                "DIR",
                "The folder with the data set: families.csv, episodes.csv and what there is beside them.");
        jdbc = command.optional(
                String.class,
                "--jdbc",
                "URL",
                "In place of --data: the database with the data set; the URL has no password in it.");
        database = new DatabaseOptions(command);
        definitions = new DefinitionOptions(
                command,
                "With --jdbc: a folder with what else may stand beside the files of a data set, mapping.json and"
                        + " stars/*.json.");
        reading = new ReadingOptions(command);
    }

    Loaded<CaseStore> read() {
        return read(Function.identity());
    }

    /** Reads, once this has made something ready with a store without rows and refused nothing. */
    <T> Loaded<T> read(Function<CaseStore, T> makeReady) {
        Optional<Path> folder = data.get();
        if (folder.isPresent() == jdbc.get().isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE", "a data set is in a folder or in a database. Give either --data DIR or --jdbc URL.");
        }
        if (folder.isPresent()) {
            database.refuseIfGiven();
            definitions.refuseFolderIfGiven();
            CsvFolder files = CsvFolder.of(folder.get());
            CaseStoreReader reader = new CaseStoreReader(files);
            definitions.issuesTo(reader);
            reading.options(reader);
            // with a mapping, others than those of tables may be read
            List<String> notRead = reader.mapping().isPresent() ? List.of() : files.filesOfNoTable();
            return read(reader, makeReady, notRead);
        }
        try (DatabaseSnapshot snapshot = database.at(jdbc.get().orElseThrow()).snapshot()) {
            CaseStoreReader reader = new CaseStoreReader(snapshot);
            definitions.folderTo(reader);
            definitions.issuesTo(reader);
            return read(reading.options(reader), makeReady, List.of());
        }
    }

    private static <T> Loaded<T> read(
            CaseStoreReader reader, Function<CaseStore, T> makeReady, List<String> filesNotRead) {
        T ready = makeReady.apply(reader.withoutRows());
        try (Progress progress = Progress.ofReading()) {
            return new Loaded<>(ready, reader.progress(progress).read(), filesNotRead);
        } catch (WaymarkException e) {
            throw filesNotRead.isEmpty() || !e.code().equals("WM-TABLE-MISSING")
                    ? e
                    : e.withDetails(List.of(Notices.filesNotRead(filesNotRead)));
        }
    }
}
