package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.csv.CsvFolder;
import dev.waymark.data.TableSource;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The options that bring a council's own issues, and its Stars where there is no folder of data that has them. */
final class DefinitionOptions {

    private final Supplier<Optional<Path>> taxonomy;
    private final Supplier<Optional<Path>> folder;

    /**
     * These options of a command.
     *
     * @param folderHolds what the folder of definitions is for, for the help
     */
    DefinitionOptions(Command command, String folderHolds) {
        taxonomy = command.optional(
                Path.class,
                "--taxonomy",
                "FILE",
                "Your own issues and headline needs, in place of those that ship or extending them.");
        folder = command.optional(Path.class, "--definitions", "DIR", folderHolds);
    }

    /** Has the reader judge by the issues. */
    void issuesTo(CaseStoreReader reader) {
        taxonomy.get().ifPresent(file -> reader.taxonomy(IssueTaxonomy.read(DefinitionFile.read("taxonomy", file))));
    }

    /** The folder of a data set is the place for what it holds. */
    void refuseFolderIfGiven() {
        if (folder.get().isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE",
                    "--definitions goes with --jdbc, not with --data. Put mapping.json and stars/*.json beside the files of"
                            + " the data set, or name the mapping with --mapping.");
        }
    }

    /** Has the reader take what the folder holds. */
    void folderTo(CaseStoreReader reader) {
        Optional<Path> given = folder.get();
        if (given.isPresent()) {
            TableSource beside = CsvFolder.of(given.get());
            reader.stars(beside.stars());
            beside.mapping().ifPresent(reader::mapping);
        }
    }
}
