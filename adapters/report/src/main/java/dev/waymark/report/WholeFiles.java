package dev.waymark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that are written under another name first and moved into place when all are whole. */
final class WholeFiles {

    private static final int BUFFER = 1 << 16;

    private WholeFiles() {}

    /** What a file shall hold. */
    @FunctionalInterface
    interface Content {
        /** Writes it to a stream, which stays open. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes all files or none, in folders that are there. */
    static void write(Map<Path, Content> files) throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                Path unfinished =
                        file.getKey().resolveSibling("." + file.getKey().getFileName() + ".part");
                written.put(unfinished, file.getKey());
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                    file.getValue().write(out);
                }
            }
            for (Path file : written.values()) {
                if (Files.isDirectory(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
            }
            for (Map.Entry<Path, Path> file : written.entrySet()) {
                Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            written.keySet().forEach(WholeFiles::deleteIfThere);
        }
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the files are written or their error thrown; one left over under another name is none of them
            file.toFile().deleteOnExit();
        }
    }
}
