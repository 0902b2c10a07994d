package dev.waymark.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Files that are there only while something is written: deleted when this is closed, and when the JVM is told to end
 * before that, such as by Ctrl-C.
 */
final class PassingFiles implements Closeable {

    private final List<Path> files;
    private final Thread atExit = new Thread(this::delete, "waymark-passing-files");

    PassingFiles(Collection<Path> files) {
        this.files = List.copyOf(files);
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending: there is nothing to be told of any more
        }
    }

    private void delete() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // what was to be written is written, or its error thrown; one that is left over is none of it
            }
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // it is running
        }
    }
}
