package dev.waymark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: what is cut off never stands under its name. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
