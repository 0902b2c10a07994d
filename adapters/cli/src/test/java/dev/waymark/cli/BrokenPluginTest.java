package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.measure.MeasureProvider;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plugins in jars of their own that fail: they are named, and every other measure's files are what they are without.
 */
class BrokenPluginTest {

    /** {@code BODY} stands where the measure counts family 2, {@code FIGURES} where it makes its figures. */
    private static final String PLUGIN = """
            package org.anytown;

            import dev.waymark.family.FamilyCase;
            import dev.waymark.figure.Dimensions;
            import dev.waymark.figure.Figures;
            import dev.waymark.measure.*;
            import java.util.List;

            public final class Broken extends CountingMeasure implements MeasureProvider {
                private final Tally.Counter seen = counter();

                public Broken() {
                    super(MeasureSpec.of("anytown.broken", "1", "Broken", "Anytown plan 2016, page 4"));
                }

                @Override
                protected void count(FamilyCase family, Tally tally) {
                    tally.add(seen);
                    if (family.familyId().equals("2")) {
                        BODY
                    }
                }

                private static void again() {
                    again();
                }

                @Override
                protected void figures(Tally tally, Tally whole, Figures figures) {
                    FIGURES
                }

                @Override
                public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
                    return List.of(this);
                }
            }
            """;

    private static final String GOOD_FIGURES =
            "figures.count(\"seen\", Dimensions.NONE, tally.of(seen), \"families\");";

    /** How the measure stands, behind the others, among the definitions of {@code report.json}. */
    private static final String MARK = ",\n{\"measure\":\"anytown.broken\",\"version\":\"1\",\"parameters\":{}}";

    @TempDir
    private Path folder;

    private SmallCouncil council;
    private Path plugins;
    private Path classes;

    @BeforeEach
    void aDataSet() throws IOException {
        council = new SmallCouncil(folder);
        plugins = Files.createDirectory(folder.resolve("plugins"));
        classes = Files.createDirectory(folder.resolve("classes"));
    }

    private void compile(String type, String source) throws IOException, URISyntaxException {
        Path file = Files.writeString(folder.resolve(type + ".java"), source);
        Path core = Path.of(MeasureProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        core + File.pathSeparator + classes,
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(failed).as("it compiles").isZero();
    }

    private void pack() throws IOException {
        try (OutputStream out = Files.newOutputStream(plugins.resolve("broken.jar"));
                ZipOutputStream jar = new ZipOutputStream(out);
                Stream<Path> compiled = Files.list(classes.resolve("org").resolve("anytown"))) {
            for (Path file : compiled.toList()) {
                jar.putNextEntry(new ZipEntry("org/anytown/" + file.getFileName()));
                jar.write(Files.readAllBytes(file));
            }
            jar.putNextEntry(new ZipEntry("META-INF/services/dev.waymark.measure.MeasureProvider"));
            jar.write("org.anytown.Broken\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void plugin(String body, String figures) throws IOException, URISyntaxException {
        compile("Broken", PLUGIN.replace("BODY", body).replace("FIGURES", figures));
        pack();
    }

    private static String line(String failed) {
        return "WM-MEASURE-FAILED: measure anytown.broken (org.anytown.Broken in broken.jar) failed " + failed
                + ". Remove the plugin or report it to its author; the other measures are reported.";
    }

    /** The files are those of a report without the plugin, but that its measure is listed, and named on the page. */
    private void assertTheOthersAreReported(String failed) throws IOException {
        Path without = folder.resolve("without");
        assertThat(SmallCouncil.report(council.data(), without).exitCode()).isZero();

        Ran ran = council.report("--plugins", plugins);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.errorLines()).containsExactly(line(failed));
        assertThat(ran.outLines())
                .contains("Families worked with 2, opened 1, closed 1; individuals -")
                .endsWith("Report: " + council.out().resolve("report.html"));
        for (String file : List.of("figures.csv", "figures.csv-metadata.json", "data-quality.csv")) {
            assertThat(council.out().resolve(file)).hasSameBinaryContentAs(without.resolve(file));
        }
        String json = Files.readString(council.out().resolve("report.json"));
        assertThat(json).containsOnlyOnce(MARK);
        assertThat(json.replace(MARK, "")).isEqualTo(Files.readString(without.resolve("report.json")));
        assertThat(Files.readString(council.out().resolve("report.html")))
                .contains("The measure anytown.broken failed: none of its figures are in this report.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(family.familyId() + \" a name\");|java.lang.IllegalStateException",
                "again();|java.lang.StackOverflowError",
                "throw new ExceptionInInitializerError();|java.lang.ExceptionInInitializerError",
            })
    void pluginThatFailsAtAFamily(String body, String problem) throws IOException, URISyntaxException {
        plugin(body, GOOD_FIGURES);

        assertTheOthersAreReported("at family 2: " + problem);
    }

    /** Compiled while a method was there that the jar no longer has. */
    @Test
    void pluginBuiltAgainstAnotherVersion() throws IOException, URISyntaxException {
        compile("Rates", "package org.anytown; class Rates { static int of() { return 1; } }");
        compile("Broken", PLUGIN.replace("BODY", "Rates.of();").replace("FIGURES", GOOD_FIGURES));
        compile("Rates", "package org.anytown; class Rates { }");
        pack();

        assertTheOthersAreReported("at family 2: java.lang.NoSuchMethodError");
    }

    @Test
    void pluginThatGivesAFigureTwice() throws IOException, URISyntaxException {
        plugin("", GOOD_FIGURES + GOOD_FIGURES);

        assertTheOthersAreReported("in finish: gave the figure anytown.broken/seen{} twice");
    }

    /** A sound plugin, made alike: it is the fault that the other tests find. */
    @Test
    void pluginWithoutFaultIsReported() throws IOException, URISyntaxException {
        plugin("", GOOD_FIGURES);

        Ran ran = council.report("--plugins", plugins);

        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(Files.readString(council.out().resolve("figures.csv")))
                .containsPattern("(?m)^anytown\\.broken,seen,+count,value,,3,");
    }

    /** "no stack trace without `--debug`"; with it, where it was thrown, and not what was said of a family. */
    @Test
    void debugShowsWhereThePluginFailed() throws IOException, URISyntaxException {
        plugin("throw new IllegalStateException(\"a name\");", GOOD_FIGURES);

        Ran ran = council.report("--plugins", plugins, "--debug");

        assertThat(ran.errorLines())
                .startsWith(line("at family 2: java.lang.IllegalStateException"), "java.lang.IllegalStateException")
                .anyMatch(line -> line.startsWith("\tat ") && line.contains("org.anytown.Broken.count(Broken.java:"));
        assertThat(ran.errors()).doesNotContain("a name");
    }

    @Test
    void explanationThatFailsIsOneLine() throws IOException, URISyntaxException {
        plugin("throw new IllegalStateException();", GOOD_FIGURES);

        Ran ran = council.explain("anytown.broken", "2", "--plugins", plugins);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errorLines())
                .containsExactly(
                        "WM-MEASURE-FAILED: measure anytown.broken (org.anytown.Broken in broken.jar) failed"
                                + " at family 2: java.lang.IllegalStateException. Remove the plugin or report it to its author.");
        assertThat(council.explain("anytown.broken", "1", "--plugins", plugins).exitCode())
                .isZero();
    }

    /** A class loader finds the class of one jar only, and nobody would see which. */
    @Test
    void twoVersionsOfOnePluginAreRefused() throws IOException, URISyntaxException {
        plugin("tally.add(seen);", GOOD_FIGURES);
        Files.copy(plugins.resolve("broken.jar"), plugins.resolve("broken-2.jar"));

        Ran ran = council.report("--plugins", plugins);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-MEASURE-TWICE: two jars have the provider org.anytown.Broken (broken-2.jar,"
                        + " broken.jar). Remove one of them, such as an older version.");
    }
}
