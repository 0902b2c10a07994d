package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.measure.MeasureProvider;
import dev.waymark.run.MeasureCatalog;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The option that adds measures from jars. */
final class PluginOptions {

    private static final String REGISTRATION = "META-INF/services/" + MeasureProvider.class.getName();

    private final Command command;
    private final Supplier<Optional<Path>> plugins;

    PluginOptions(Command command) {
        this.command = command;
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

    private URL[] jars(Path folder) {
        List<URL> jars = new ArrayList<>();
        Map<String, Path> jarOfProvider = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                for (String provider : providers(jar)) {
                    Path other = jarOfProvider.put(provider, jar);
                    if (other != null) {
                        throw new WaymarkException(
                                "WM-MEASURE-TWICE",
                                "two jars have the provider " + provider + " (" + other.getFileName() + ", "
                                        + jar.getFileName() + "). Remove one of them, such as an older version.");
                    }
                }
                jars.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-PLUGINS", "the folder " + folder + " cannot be read. Give a folder with jars.", e);
        }
        if (jarOfProvider.isEmpty()) {
            command.errors()
                    .println("No measure comes from the folder " + folder + ": none of its jars names a provider in "
                            + REGISTRATION + ".");
        }
        return jars.toArray(URL[]::new);
    }

    /** The providers that a jar names, of which a class loader with two jars would find those of one only. */
    private static List<String> providers(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new WaymarkException(
                    "WM-PLUGINS",
                    "there is no right to read the plugin " + jar
                            + ". Allow reading it, or take it out of the folder.");
        }
        try (JarFile whole = new JarFile(jar.toFile())) {
            JarEntry registration = whole.getJarEntry(REGISTRATION);
            if (registration == null) {
                return List.of();
            }
            String names = new String(whole.getInputStream(registration).readAllBytes(), StandardCharsets.UTF_8);
            return names.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-PLUGINS",
                    "the plugin " + jar + " is no whole jar. Replace it, or take it out of the folder.",
                    e);
        }
    }
}
