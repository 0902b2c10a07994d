package dev.waymark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Files that are written under another name first and moved into place when all are whole.
 *
 * <p>Each is moved at once. Where one cannot be, such as a file that another program holds open on Windows, those
 * before it are new and the others as they were.
 */
final class WholeFiles {

    private static final int BUFFER = 1 << 16;

    private WholeFiles() {}

    /** What a file shall hold. */
    @FunctionalInterface
    interface Content {
        /** Writes it to a stream, which stays open. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes all files before any is moved, in folders that are there; several side by side. */
    static void write(Map<Path, Content> files) throws IOException {
        Map<Path, Path> written = new LinkedHashMap<>();
        files.keySet().forEach(file -> written.put(file.resolveSibling("." + file.getFileName() + ".part"), file));
        try {
            writeSideBySide(written, files);
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

    /** Ends when all are written or have failed, so that nothing is written to a file that is deleted already. */
    private static void writeSideBySide(Map<Path, Path> written, Map<Path, Content> files) throws IOException {
        try {
            CompletableFuture.allOf(written.entrySet().stream()
                            .map(file -> CompletableFuture.runAsync(
                                    () -> write(file.getKey(), content(files, file.getValue()))))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unwritable) {
                throw unwritable.getCause();
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Content content(Map<Path, Content> files, Path file) {
        return Objects.requireNonNull(files.get(file));
    }

    private static void write(Path file, Content content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
