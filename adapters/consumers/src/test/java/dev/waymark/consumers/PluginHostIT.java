package dev.waymark.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that gives every plugin a class loader of its own, which looks into the plugin first, and takes plugins away
 * while it runs.
 */
class PluginHostIT {

    private static final String HOST = """
            import dev.waymark.WaymarkException;
            import dev.waymark.csv.CsvFolder;
            import dev.waymark.family.Period;
            import dev.waymark.measure.MeasureProvider;
            import dev.waymark.run.MeasureCatalog;
            import dev.waymark.run.MeasureRun;
            import dev.waymark.store.CaseStore;
            import java.lang.ref.WeakReference;
            import java.net.URL;
            import java.net.URLClassLoader;
            import java.nio.file.Path;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.ServiceLoader;

            public class Host {

                static final class ChildFirst extends URLClassLoader {
                    ChildFirst(Path jar) throws Exception {
                        super(new URL[] {jar.toUri().toURL()}, Host.class.getClassLoader());
                    }

                    @Override
                    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                        synchronized (getClassLoadingLock(name)) {
                            Class<?> loaded = findLoadedClass(name);
                            if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
                                loaded = findClass(name);
                            }
                            return loaded == null ? super.loadClass(name, resolve) : loaded;
                        }
                    }
                }

                private static final List<ChildFirst> LOADERS = new ArrayList<>();

                /** The measures of the plugins that are there now. */
                private static MeasureCatalog catalog() {
                    List<MeasureProvider> providers = new ArrayList<>();
                    for (ChildFirst loader : LOADERS) {
                        ServiceLoader.load(MeasureProvider.class, loader).stream()
                                .filter(provider -> provider.type().getClassLoader() == loader)
                                .forEach(provider -> providers.add(provider.get()));
                    }
                    return MeasureCatalog.of(providers.toArray(MeasureProvider[]::new));
                }

                private static void report(CaseStore store) {
                    var run = MeasureRun.of(store, catalog(), Period.parse("2015/16"));
                    run.report().figures().forEach(figure -> System.out.println(
                            figure.name().measure() + " " + figure.printed()));
                    System.out.println(run.explain(run.report().figures().get(0).name().measure(),
                            store.table("families").ids().get(0)).counts().isEmpty());
                }

                private static WeakReference<ClassLoader> remove() throws Exception {
                    ChildFirst gone = LOADERS.remove(0);
                    gone.close();
                    return new WeakReference<>(gone);
                }

                public static void main(String[] args) throws Exception {
                    CaseStore store = CaseStore.read(CsvFolder.of(Path.of(args[0])));
                    LOADERS.add(new ChildFirst(Path.of(args[1])));
                    LOADERS.add(new ChildFirst(Path.of(args[2])));
                    report(store);
                    WeakReference<ClassLoader> gone = remove();
                    for (int i = 0; i < 100 && gone.get() != null; i++) {
                        System.gc();
                    }
                    System.out.println(gone.get() == null ? "collected" : "leaks");
                    report(store);
                    LOADERS.add(new ChildFirst(Path.of(args[3])));
                    try {
                        report(store);
                    } catch (WaymarkException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Published.hosts();
    }

    @Test
    void pluginThatIsRemovedLeavesNothingAndADuplicateIsRefusedWithBothJars() throws IOException, InterruptedException {
        Path first = Plugins.jar(folder, "anytown", "first.jar");
        Path second = Plugins.jar(folder, "othertown", "second.jar");
        Path copy = Plugins.jar(folder, "othertown", "second - copy.jar");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path host = Published.source(folder, "Host.java", HOST);
        String jars = Published.path(Published.jars("library"), classes);
        Ended.javac("-cp", jars, "-d", classes.toString(), host.toString()).done();

        Ended ended = Ended.java(
                        "-cp",
                        jars,
                        "Host",
                        Published.county().toString(),
                        first.toString(),
                        second.toString(),
                        copy.toString())
                .done();

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out()
                        .lines()
                        .map(line -> line.replaceAll(" \\d+\\.\\d$", " N"))
                        .toList())
                .containsExactly(
                        "anytown.short-work N",
                        "othertown.short-work N",
                        "false",
                        "collected",
                        "othertown.short-work N",
                        "false",
                        "WM-MEASURE-TWICE: two measures claim 'othertown.short-work': org.othertown.ShortWork (second.jar) and"
                                + " org.othertown.ShortWork (second - copy.jar). Remove one, or list the providers with MeasureCatalog.of(...).");
    }
}
