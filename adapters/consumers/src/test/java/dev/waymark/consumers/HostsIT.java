package dev.waymark.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that embed Waymark in the ways that there are, each from the published artifacts alone. */
class HostsIT {

    /** Reads, measures, protects and writes: every part of the library has to find its own resources. */
    private static final String WHOLE_REPORT = """
            package org.anytown;

            import dev.waymark.csv.CsvFolder;
            import dev.waymark.disclosure.DisclosureControl;
            import dev.waymark.disclosure.DisclosurePolicy;
            import dev.waymark.family.Period;
            import dev.waymark.html.Titles;
            import dev.waymark.report.ReportFolder;
            import dev.waymark.run.MeasureCatalog;
            import dev.waymark.run.MeasureRun;
            import dev.waymark.store.CaseStore;
            import java.nio.file.Path;

            public class WholeReport {
                public static void main(String[] args) {
                    CaseStore store = CaseStore.read(CsvFolder.of(Path.of(args[0])));
                    MeasureCatalog catalog = MeasureCatalog.load(WholeReport.class.getClassLoader());
                    var full = MeasureRun.of(store, catalog, Period.parse("2015/16")).report();
                    var safe = DisclosureControl.of(DisclosurePolicy.named("dfe"), store.stars()).apply(full);
                    ReportFolder.of(Path.of(args[1])).write(safe, new Titles(store.stars(), store.taxonomy()));
                    System.out.println(WholeReport.class.getModule());
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Path expected;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Published.hosts();
        expected = Published.report(folder.resolve("expected"), "--disclosure", "dfe");
    }

    @Test
    void bomNamesEveryPublishedLibraryAndItsVersion() throws IOException {
        String bom = Files.readString(Path.of("..", "bom", "pom.xml"));
        List<String> jars = Stream.concat(Published.jars("library").stream(), Published.jars("all").stream())
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("waymark-"))
                .toList();

        assertThat(jars)
                .hasSize(7)
                .allMatch(name -> name.endsWith("-" + Published.VERSION + ".jar"))
                .allMatch(name -> bom.contains(
                        "<artifactId>" + name.replace("-" + Published.VERSION + ".jar", "") + "</artifactId>"));
        assertThat(bom).contains("<version>" + Published.VERSION + "</version>");
    }

    @Test
    void everyLibraryCarriesLicenceAndNotice() throws IOException, InterruptedException {
        for (Path jar : Published.jars("library")) {
            if (jar.getFileName().toString().startsWith("waymark-")) {
                assertThat(Ended.jdk("jar", "--list", "--file", jar.toString())
                                .out()
                                .lines())
                        .as(jar.toString())
                        .contains("META-INF/LICENSE", "META-INF/NOTICE", "module-info.class");
            }
        }
    }

    @Test
    void classPathRunsTheCodeOfTheReadme() throws IOException, InterruptedException {
        runsTheReadme("library", "class-path");
    }

    @Test
    void modulePathRunsAWholeReportWithTheSameBytes() throws IOException, InterruptedException {
        Path classes = compileModule("module-path", "library", """
                module org.anytown {
                    requires dev.waymark.core;
                    requires dev.waymark.csv;
                    requires dev.waymark.report;
                }
                """);
        writesTheWholeReport(
                "module-report",
                "module org.anytown",
                "-p",
                Published.path(Published.jars("library"), classes),
                "-m",
                "org.anytown/org.anytown.WholeReport");
    }

    @Test
    void engineIsOutOfReachOnTheModulePath() throws IOException, InterruptedException {
        Path source = folder.resolve("curious");
        Published.source(source, "module-info.java", "module org.anytown { requires dev.waymark.pbr; }");
        Published.source(
                source,
                "org/anytown/Curious.java",
                "package org.anytown; class Curious { dev.waymark.pbr.criterion.Criterion criterion; }");

        Ended ended = Ended.javac(
                "-p",
                Published.path(Published.jars("library")),
                "-d",
                source.toString(),
                source.resolve("module-info.java").toString(),
                source.resolve("org/anytown/Curious.java").toString());

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.errors())
                .contains(
                        "package dev.waymark.pbr.criterion is declared in module dev.waymark.pbr, which does not export it");
    }

    @Test
    void oneJarRunsBesideAnOldGuavaAndAnOldJackson() throws IOException, InterruptedException {
        runsTheReadme("all", "all-class-path");
        Path classes = Files.createDirectories(folder.resolve("old-libraries"));
        // Objects.firstNonNull went out of Guava with version 21
        Path host = Published.source(folder, "old/OldHost.java", """
                public class OldHost {
                    public static void main(String[] args) throws Exception {
                        System.out.println(com.google.common.base.Objects.firstNonNull(null, "Guava is old"));
                        System.out.println("Jackson " + new com.fasterxml.jackson.databind.ObjectMapper().version());
                        org.anytown.WholeReport.main(args);
                    }
                }
                """);
        Path report = Published.source(folder, "old/org/anytown/WholeReport.java", WHOLE_REPORT);
        String jars = Published.path(Published.jars("all"), classes);
        Ended.javac("-cp", jars, "-d", classes.toString(), host.toString(), report.toString())
                .done();

        Ended ended = Ended.java(
                        "-cp",
                        jars,
                        "OldHost",
                        Published.county().toString(),
                        folder.resolve("old-report").toString())
                .done();

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out().lines().toList())
                .startsWith("Guava is old")
                .anyMatch(line -> line.startsWith("Jackson 2.9."));
        isTheSameReport(folder.resolve("old-report"));
    }

    @Test
    void oneJarIsAModuleToo() throws IOException, InterruptedException {
        Path classes = compileModule("all-module-path", "all", "module org.anytown { requires dev.waymark.all; }");
        writesTheWholeReport(
                "all-module-report",
                "module org.anytown",
                "-p",
                Published.path(Published.jars("all"), classes),
                "-m",
                "org.anytown/org.anytown.WholeReport");
    }

    @Test
    void springBootApplicationServesTheReportOfItsDataSource() throws Exception {
        Path plain = Published.report(folder.resolve("plain"));
        String url = "jdbc:h2:" + folder.resolve("county-db").toAbsolutePath();
        ProcessBuilder importing = Ended.javaProcess(
                "-jar",
                Published.WAYMARK.toString(),
                "import",
                "--data",
                Published.county().toString(),
                "--jdbc",
                url,
                "--create");
        importing.environment().put("WAYMARK_JDBC_USER", "host");
        importing.environment().put("WAYMARK_JDBC_PASSWORD", "secret");
        Ended.of(importing).done();
        Process application = Ended.javaProcess(
                        "-jar",
                        Published.CONSUMERS
                                .resolve("spring/target/spring-1.jar")
                                .toString(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=host",
                        "--spring.datasource.password=secret")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = application.inputReader(StandardCharsets.UTF_8)) {
            int port = portOf(log);
            HttpResponse<byte[]> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/report?period=2015/16"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(plain.resolve("report.json")));
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    /** The port in the line in which the server names it. */
    private static int portOf(BufferedReader log) throws IOException {
        Pattern started = Pattern.compile("Tomcat started on port (\\d+)");
        StringBuilder written = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            written.append(line).append('\n');
            Matcher port = started.matcher(line);
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
        }
        throw new AssertionError("the application ended:\n" + written);
    }

    private static void runsTheReadme(String consumer, String name) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path source = Published.source(classes, "Progress.java", Readme.blockAfter("runs: Progress.java"));
        String jars = Published.path(Published.jars(consumer), classes);
        Ended.javac("-Xlint:all", "-Werror", "-cp", jars, "-d", classes.toString(), source.toString())
                .done();

        Ended ended = Ended.java("-cp", jars, "Progress", Published.county().toString())
                .done();

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out().lines()).hasSize(10);
        assertThat(ended.out()).startsWith(Readme.blockAfter("prints"));
    }

    private static Path compileModule(String name, String consumer, String descriptor)
            throws IOException, InterruptedException {
        Path source = folder.resolve(name);
        Path classes = Files.createDirectories(source.resolve("classes"));
        Path module = Published.source(source, "module-info.java", descriptor);
        Path report = Published.source(source, "org/anytown/WholeReport.java", WHOLE_REPORT);
        Ended.javac(
                        "-Xlint:all",
                        "-Werror",
                        "-p",
                        Published.path(Published.jars(consumer)),
                        "-d",
                        classes.toString(),
                        module.toString(),
                        report.toString())
                .done();
        return classes;
    }

    private static void writesTheWholeReport(String name, String module, String... arguments)
            throws IOException, InterruptedException {
        Path report = folder.resolve(name);
        Ended ended = Ended.java(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(Published.county().toString(), report.toString()))
                        .toArray(String[]::new))
                .done();
        assertThat(ended.out().strip()).isEqualTo(module);
        isTheSameReport(report);
    }

    private static void isTheSameReport(Path report) {
        for (String file : List.of("report.json", "report.html", "figures.csv", "data-quality.csv")) {
            assertThat(report.resolve(file)).as(file).hasSameBinaryContentAs(expected.resolve(file));
        }
    }
}
