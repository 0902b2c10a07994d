package dev.waymark.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Jars with a measure, made from the README's by somebody who has the published library. */
final class Plugins {

    private Plugins() {}

    /** The README's measure under another package and prefix. */
    static Path jar(Path folder, String town, String name) throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve(name + ".work"));
        Path source = Published.source(
                work,
                "ShortWork.java",
                Readme.blockAfter("plugin: org/anytown/ShortWork.java").replace("anytown", town));
        Path classes = Files.createDirectories(work.resolve("classes"));
        Published.source(
                classes, "META-INF/services/dev.waymark.measure.MeasureProvider", "org." + town + ".ShortWork\n");
        Ended.javac("-cp", Published.path(Published.jars("library")), "-d", classes.toString(), source.toString())
                .done();
        Path jar = folder.resolve(name);
        Ended.jdk("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".")
                .done();
        return jar;
    }
}
