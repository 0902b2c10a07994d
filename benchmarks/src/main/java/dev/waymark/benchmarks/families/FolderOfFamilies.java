package dev.waymark.benchmarks.families;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV folder of made-up families that is there while something is measured. <b>Threads:</b> one at a time. */
public final class FolderOfFamilies implements AutoCloseable {

    private final Path folder;

    private FolderOfFamilies(Path folder) {
        this.folder = folder;
    }

    /** Writes so many families into a folder for temporary files. */
    public static FolderOfFamilies of(int families) {
        try {
            Path folder = Files.createTempDirectory("waymark-benchmark");
            MadeUpFamilies.of(families).write(folder);
            return new FolderOfFamilies(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** Deletes it. */
    @Override
    public void close() {
        try {
            for (Table table : Table.values()) {
                Files.deleteIfExists(folder.resolve(table.fileName()));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
