package dev.waymark.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin's project as {@code mvn archetype:generate} makes it, with the README's measure beside the one it begins
 * with.
 */
class ArchetypeIT {

    @TempDir
    private static Path folder;

    private static Path project;

    @BeforeAll
    static void generateAndBuild() throws IOException, InterruptedException {
        Published.maven(
                        folder,
                        System.getProperty("archetype.plugin") + ":generate",
                        "-DinteractiveMode=false",
                        "-DarchetypeGroupId=dev.waymark",
                        "-DarchetypeArtifactId=waymark-measure-archetype",
                        "-DarchetypeVersion=" + Published.VERSION,
                        "-DgroupId=org.anytown",
                        "-DartifactId=anytown-measures",
                        "-Dversion=1",
                        "-Dpackage=org.anytown")
                .done();
        project = folder.resolve("anytown-measures");
        addTheMeasureOfTheReadme();
        Published.maven(project, "verify").done();
    }

    /** What the README says to do: the class, its name in the registration, and its test. */
    private static void addTheMeasureOfTheReadme() throws IOException {
        Published.source(
                project,
                "src/main/java/org/anytown/ShortWork.java",
                Readme.blockAfter("plugin: org/anytown/ShortWork.java"));
        Published.source(
                project,
                "src/test/java/org/anytown/ShortWorkTest.java",
                """
                package org.anytown;

                import dev.waymark.junit.Families;
                import dev.waymark.junit.Family;
                import dev.waymark.junit.OutcomeMeasureContract;
                import dev.waymark.measure.OutcomeMeasure;
                import java.util.random.RandomGenerator;

                """ + Readme.blockThatBegins("class ShortWorkTest"));
        replace(
                "src/main/resources/META-INF/services/dev.waymark.measure.MeasureProvider",
                "org.anytown.Measures",
                "org.anytown.Measures\norg.anytown.ShortWork");
        replace(
                "src/main/java/module-info.java",
                "org.anytown.Measures;",
                "org.anytown.Measures, org.anytown.ShortWork;");
    }

    private static void replace(String file, String text, String by) throws IOException {
        Path path = project.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    @Test
    void measureToBeginWithHasFortyLinesAndNothingOfTheTemplateIsLeft() throws IOException {
        assertThat(Files.readAllLines(project.resolve("src/main/java/org/anytown/ReadTwice.java")))
                .hasSizeLessThanOrEqualTo(40);
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".+\\.(java|md|json|csv)"))
                    .toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("${")
                        .doesNotContain("#set");
            }
        }
    }

    @Test
    void lawsCasesAndGoldenReportsWereRun() throws IOException {
        Path reports = project.resolve("target/surefire-reports");
        for (String test : List.of("ReadTwiceLawsTest", "ReadTwiceTest", "ShortWorkTest", "MeasuresGoldenTest")) {
            assertThat(Files.readString(reports.resolve("TEST-org.anytown." + test + ".xml")))
                    .contains("errors=\"0\"", "failures=\"0\"", "<testcase ");
        }
        assertThat(Files.readString(reports.resolve("TEST-org.anytown.MeasuresGoldenTest.xml")))
                .contains("three-families");
    }

    @Test
    void commandLineReportsBothMeasuresAsPlugins() throws IOException, InterruptedException {
        Path plugins = project.resolve("target");
        Ended measures = Ended.java("-jar", Published.WAYMARK.toString(), "measures", "--plugins", plugins.toString())
                .done();
        assertThat(measures.out().lines())
                .anyMatch(line -> line.startsWith("anytown.read-twice ") && line.contains(" anytown-measures-1.jar "))
                .anyMatch(line -> line.startsWith("anytown.short-work ") && line.contains(" anytown-measures-1.jar "));

        Path report = Published.report(folder.resolve("report"), "--plugins", plugins.toString());

        // 416 families were closed in the year (table 1 of the annual report)
        assertThat(Files.readString(report.resolve("report.json")))
                .containsPattern("\"measure\":\"anytown.read-twice\",\"figure\":\"two-readings\",\"dimensions\":\\{\\},"
                        + "\"unit\":\"percent\",\"status\":\"value\",.*\"denominator\":416,")
                .containsPattern("\"measure\":\"anytown.short-work\",\"figure\":\"in-26-weeks\",\"dimensions\":\\{\\},"
                        + "\"unit\":\"percent\",\"status\":\"value\",.*\"denominator\":416,");
    }

    @Test
    void hostOnTheModulePathFindsTheModuleOfThePlugin() throws IOException, InterruptedException {
        Published.hosts();
        Path source = folder.resolve("host");
        Path classes = Files.createDirectories(source.resolve("classes"));
        Path module = Published.source(source, "module-info.java", "module org.host { requires dev.waymark.core; }");
        Path host = Published.source(source, "org/host/Host.java", """
                package org.host;

                import dev.waymark.measure.MeasureSettings;
                import dev.waymark.run.MeasureCatalog;

                public class Host {
                    public static void main(String[] args) {
                        MeasureCatalog.load(Host.class.getClassLoader()).measures(MeasureSettings.defaults()).stream()
                                .filter(listed -> listed.measure().getClass().getModule().getName().equals("org.anytown"))
                                .forEach(listed -> System.out.println(listed.measure().spec().id() + " " + listed.jar()));
                    }
                }
                """);
        List<Path> jars = Published.jars("library");
        Ended.javac("-p", Published.path(jars), "-d", classes.toString(), module.toString(), host.toString())
                .done();

        Ended ended = Ended.java(
                        "-p",
                        Published.path(jars, classes, project.resolve("target/anytown-measures-1.jar")),
                        "-m",
                        "org.host/org.host.Host")
                .done();

        assertThat(ended.out().lines())
                .containsExactlyInAnyOrder(
                        "anytown.read-twice anytown-measures-1.jar", "anytown.short-work anytown-measures-1.jar");
    }
}
