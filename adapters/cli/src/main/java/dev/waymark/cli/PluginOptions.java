package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.run.MeasureCatalog;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The option that adds measures from jars. */
final class PluginOptions {

    private final Supplier<Optional<Path>> plugins;

    PluginOptions(Command command) {
        plugins = command.optional(
                Path.class,
                "--plugins",
                "DIR",
                "A folder with jars of further measures; those on the class path are found without it.");
    }

    MeasureCatalog catalog() {
        ClassLoader own = PluginOptions.class.getClassLoader();
        Optional<Path> folder = plugins.get();
        if (folder.isEmpty()) {
            return MeasureCatalog.load(own);
        }
        // the loader stays open for as long as the process runs: measures load further classes when they are used
        return MeasureCatalog.load(new URLClassLoader(jars(folder.get()), own));
    }

    private static URL[] jars(Path folder) {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(urlOfWhole(jar));
            }
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-PLUGINS", "the folder " + folder + " cannot be read. Give a folder with jars.", e);
        }
        return jars.toArray(URL[]::new);
    }

    private static URL urlOfWhole(Path jar) throws MalformedURLException {
        if (!Files.isReadable(jar)) {
            throw new WaymarkException(
                    "WM-PLUGINS",
                    "there is no right to read the plugin " + jar
                            + ". Allow reading it, or take it out of the folder.");
        }
        try {
            new JarFile(jar.toFile()).close();
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-PLUGINS",
                    "the plugin " + jar + " is no whole jar. Replace it, or take it out of the folder.",
                    e);
        }
        return jar.toUri().toURL();
    }
}
