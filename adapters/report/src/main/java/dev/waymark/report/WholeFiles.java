package dev.waymark.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;

/**
 * Files that are written under another name first and moved into place when all are whole.
 *
 * <p>Each is moved at once. Where one cannot be, such as a file that another program holds open on Windows, those
 * before it are new and the others as they were. A link to a file stays one: the file that it leads to is replaced.
 * <b>Threads:</b> one a file at a time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WholeFiles {

    private static final int BUFFER = 1 << 16;

    private WholeFiles() {}

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to a stream, which stays open. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes one file, in a folder that is there. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(Map.of(file, out -> out.write(bytes)));
    }

    /** Writes all files before any is moved, in folders that are there; several side by side. */
    public static void write(Map<Path, Content> files) throws IOException {
        Map<Path, Content> parts = new LinkedHashMap<>();
        Map<Path, Path> targets = new LinkedHashMap<>();
        for (Map.Entry<Path, Content> file : files.entrySet()) {
            Path target = target(file.getKey());
            Path part = target.resolveSibling("." + target.getFileName() + ".part");
            parts.put(part, file.getValue());
            targets.put(part, target);
        }
        PassingFiles passing = new PassingFiles(parts.keySet());
        try (passing) {
            writeSideBySide(parts);
            for (Path target : targets.values()) {
                if (Files.isDirectory(target)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
            }
            for (Map.Entry<Path, Path> file : targets.entrySet()) {
                Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Where a file is, which a link to it says.
     *
     * @throws IOException if it is a link to a file that is not there
     */
    public static Path target(Path file) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file;
        }
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            throw new FileSystemException(file.toString(), null, file + " is a link to a file that is not there");
        }
    }

    /**
     * Ends when all are written or have failed, so that nothing is written to a file that is deleted already.
     *
     * <p>The calling thread writes the last file, and each other one has a thread of its own: the common pool of a JVM
     * with two processors has one.
     */
    private static void writeSideBySide(Map<Path, Content> files) throws IOException {
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                Executor thread = writing.size() < files.size() - 1 ? WholeFiles::start : Runnable::run;
                writing.add(CompletableFuture.runAsync(() -> write(file.getKey(), file.getValue()), thread));
            }
        } finally {
            writing.forEach(one -> one.exceptionally(failed -> null).join());
        }
        try {
            CompletableFuture.allOf(writing.toArray(CompletableFuture<?>[]::new))
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

    private static void start(Runnable writing) {
        Thread thread = new Thread(writing, "waymark-writer");
        thread.setDaemon(true);
        thread.start();
    }

    private static void write(Path file, Content content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
