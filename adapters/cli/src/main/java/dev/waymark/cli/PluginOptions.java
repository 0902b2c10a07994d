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
import java.util.jar.JarFile;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that adds measures from jars. */
final class PluginOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder with jars of further measures; those on the class path are found without it.")
    private Optional<Path> plugins = Optional.empty();

    /** For the command line. */
    PluginOptions() {}

    MeasureCatalog catalog() {
        ClassLoader own = PluginOptions.class.getClassLoader();
        if (plugins.isEmpty()) {
            return MeasureCatalog.load(own);
        }
        // the loader stays open for as long as the process runs: measures load further classes when they are used
        return MeasureCatalog.load(new URLClassLoader(jars(plugins.get()), own));
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
