package dev.waymark.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built jar, run as a process: what the README promises, a plugin in a jar of its own, what is inside. */
class WaymarkJarIT {

    private static final String PERIOD = "2015/16";

    @TempDir
    private static Path folder;

    private static Path county;
    private static Path plugin;
    private static Readme readme;

    @BeforeAll
    static void writeTheCountyAndThePlugin() throws IOException, InterruptedException {
        readme = new Readme();
        county = folder.resolve("county");
        assertThat(BuiltJar.waymark(folder, "example", "--out", county.toString())
                        .exitCode())
                .isZero();
        plugin = Files.createDirectory(folder.resolve("plugins")).resolve("short-work.jar");
        Path classes = Files.createDirectory(folder.resolve("plugin-classes"));
        Path source = folder.resolve("ShortWork.java");
        Files.writeString(source, readme.blockAfter("plugin: org/anytown/ShortWork.java"));
        BuiltJar.compile(source, classes);
        try (OutputStream out = Files.newOutputStream(plugin);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.putNextEntry(new ZipEntry("org/anytown/ShortWork.class"));
            jar.write(Files.readAllBytes(classes.resolve("org/anytown/ShortWork.class")));
            jar.putNextEntry(new ZipEntry("META-INF/services/dev.waymark.measure.MeasureProvider"));
            jar.write("org.anytown.ShortWork\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void reportPrintsWhatTheReadmeShows() throws IOException, InterruptedException {
        Path out = folder.resolve("report");
        BuiltJar.Ended ended = BuiltJar.waymark(folder, reportByDistrict(out));

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        List<String> shown = readme.linesOfBlock("Report 2015/16");
        assertThat(ended.out().lines())
                .containsSubsequence(shown.subList(0, shown.size() - 1))
                .endsWith("Report: " + out.resolve("report.html"));
        assertThat(out.resolve("report.html")).exists();
        assertThat(out.resolve("report.json")).exists();
        assertThat(out.resolve("figures.csv")).exists();
        assertThat(out.resolve("data-quality.csv")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherDoesWhatTheJarDoesWithAnArchiveThatFitsAndWithOneThatDoesNot()
            throws IOException, InterruptedException {
        Path built = BuiltJar.JAR.resolveSibling("waymark");
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.copy(built, moved.resolve("waymark"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(BuiltJar.JAR, moved.resolve("waymark.jar"));
        Files.writeString(moved.resolve("waymark.jsa"), "of another machine");
        String[] report = {"report", "--data", county.toString(), "--period", PERIOD, "--out"};
        List<String> printed = new ArrayList<>();
        for (Path launcher : List.of(built, moved.resolve("waymark"))) {
            Path out = folder.resolve("launched-" + printed.size());
            List<String> command = new ArrayList<>(List.of(launcher.toString()));
            command.addAll(List.of(report));
            command.add(out.toString());
            BuiltJar.Ended ended = BuiltJar.run(folder, java(), command);

            assertThat(ended.errors()).isEmpty();
            assertThat(ended.exitCode()).isZero();
            printed.add(ended.out().replace(out.toString(), "OUT")
                    + Files.readString(out.resolve("report.json"))
                    + Files.readString(out.resolve("report.html")));
        }
        Path out = folder.resolve("not-launched");
        List<String> arguments = new ArrayList<>(List.of(report));
        arguments.add(out.toString());
        BuiltJar.Ended ofJar = BuiltJar.waymark(folder, arguments.toArray(String[]::new));
        assertThat(printed)
                .containsOnly(ofJar.out().replace(out.toString(), "OUT")
                        + Files.readString(out.resolve("report.json"))
                        + Files.readString(out.resolve("report.html")));
    }

    /** As under cron: the shell has no locale, and Java would take a name of other letters than ASCII for none. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherFindsFoldersOfAnyNameWithoutALocale() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(java());
        for (String locale : List.of("", "C", "POSIX")) {
            environment.put("LC_ALL", locale);
            environment.put("LC_CTYPE", "");
            environment.put("LANG", "");
            // the name reaches the process as bytes, from a script that has them: this process may have no locale
            // itself
            Path script = folder.resolve("script.sh");
            Files.writeString(
                    script,
                    "cd \"$3\" && mkdir -p 'd\u00e4ta' && cp \"$2\"/*.csv 'd\u00e4ta' && \"$1\" validate --data 'd\u00e4ta'\n");
            BuiltJar.Ended ended = BuiltJar.run(
                    folder,
                    environment,
                    List.of(
                            "sh",
                            script.toString(),
                            BuiltJar.JAR
                                    .resolveSibling("waymark")
                                    .toAbsolutePath()
                                    .toString(),
                            county.toString(),
                            folder.toString()));

            assertThat(ended.errors()).as(locale).isEmpty();
            assertThat(ended.exitCode()).isZero();
        }
    }

    /** What a full disk cuts off is no output. */
    @Test
    @EnabledIf("thereIsAFullDevice")
    void outputThatCannotBeWrittenIsAnError() throws IOException, InterruptedException {
        BuiltJar.Ended ended = BuiltJar.run(
                folder,
                java(),
                List.of(
                        "sh",
                        "-c",
                        "\"$1\" measures >/dev/full",
                        "sh",
                        BuiltJar.JAR.resolveSibling("waymark").toString()));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors())
                .isEqualTo(
                        "WM-OUT: what the command prints could not be written to its end (the standard output is full"
                                + " or closed). Make room for it, or print it elsewhere.\n");
    }

    static boolean thereIsAFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    /** A link in another folder, and a link to that from a third, as it is called on a path. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherIsFoundThroughLinks() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("linked/usr/bin"));
        Path installed = Files.createDirectories(folder.resolve("linked/opt"));
        for (String file : List.of("waymark", "waymark.jar")) {
            Files.copy(BuiltJar.JAR.resolveSibling(file), installed.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path absolute = Files.createSymbolicLink(bin.resolve("waymark-now"), installed.resolve("waymark"));
        Path relative = Files.createSymbolicLink(folder.resolve("linked/wm"), Path.of("usr/bin/waymark-now"));
        Path again = Files.createSymbolicLink(bin.resolve("waymark"), Path.of("../../wm"));
        for (Path launcher : List.of(absolute, relative, again)) {
            BuiltJar.Ended ended = BuiltJar.run(folder, java(), List.of(launcher.toString(), "--version"));

            assertThat(ended.errors()).isEmpty();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).startsWith("waymark ");
        }
    }

    /** Where it was built, and after a move once the archive was made anew as the README says. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherTakesItsClassesFromItsArchive() throws IOException, InterruptedException {
        Path built = BuiltJar.JAR.resolveSibling("waymark");
        assertThat(classesFromTheArchiveOf(built)).hasSizeGreaterThan(50);
        assertThat(classesLoadedBy(built)).noneMatch(line -> line.contains("waymark.jar"));

        String option = "-XX:ArchiveClassesAtExit=waymark.jsa";
        assertThat(classesFromTheArchiveMadeAnewWith(option)).hasSizeGreaterThan(50);
        String optionOfLaterJdks = "-XX:AOTCacheOutput=waymark.jsa";
        assertThat(readme.text()).contains("`" + optionOfLaterJdks + "` in place");
        if (Runtime.version().feature() >= 25) {
            assertThat(classesFromTheArchiveMadeAnewWith(optionOfLaterJdks)).hasSizeGreaterThan(50);
        }
    }

    /**
     * The equals of a record, a text put together with +, or what reads an annotation would be made at the first call,
     * which every run pays.
     */
    @Test
    void reportHasTheJvmMakeNothingButLambdasForOurCodeAndThatOfTheCommandLine()
            throws IOException, InterruptedException {
        Path out = folder.resolve("linked");
        String traced = "-Djava.lang.invoke.MethodHandle.TRACE_METHOD_LINKAGE=true";
        Path log = folder.resolve("linked.log");
        String logged = "-Xlog:class+load:file=" + log;
        BuiltJar.Ended ended = BuiltJar.java(
                folder, with(List.of(traced, logged, "-jar", BuiltJar.JAR.toString()), reportByDistrict(out)));

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        List<String> made = ended.out()
                .lines()
                .filter(line -> line.matches("linkCallSite (dev\\.waymark|picocli)\\..*"))
                .toList();
        assertThat(made).hasSizeGreaterThan(300);
        assertThat(made).allMatch(line -> line.contains("LambdaMetafactory"));
        assertThat(Files.readAllLines(log)).hasSizeGreaterThan(1000).noneMatch(line -> line.contains("$Proxy"));
    }

    private List<String> classesFromTheArchiveMadeAnewWith(String option) throws IOException, InterruptedException {
        Path moved = Files.createTempDirectory(folder, "elsewhere");
        for (String file : List.of("waymark", "waymark.jar")) {
            Files.copy(BuiltJar.JAR.resolveSibling(file), moved.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThat(classesFromTheArchiveOf(moved.resolve("waymark"))).isEmpty();
        String inReadme = "java -Xlog:disable -XX:ArchiveClassesAtExit=waymark.jsa -jar \"$PWD/waymark.jar\" report ";
        assertThat(readme.text()).contains("`" + inReadme + "...`");
        String anew = inReadme.replace("-XX:ArchiveClassesAtExit=waymark.jsa", option);
        String command = "cd " + moved + " && $JAVA_HOME/bin/" + anew + "--data " + county + " --period " + PERIOD
                + " --out report";
        assertThat(BuiltJar.run(moved, java(), List.of("sh", "-c", command)).exitCode())
                .isZero();
        return classesFromTheArchiveOf(moved.resolve("waymark"));
    }

    private List<String> classesFromTheArchiveOf(Path launcher) throws IOException, InterruptedException {
        return classesLoadedBy(launcher).stream()
                .filter(line -> line.contains(" dev.waymark.") && line.contains("source: shared objects file"))
                .toList();
    }

    private List<String> classesLoadedBy(Path launcher) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        Map<String, String> options = new HashMap<>(java());
        options.put("WAYMARK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        BuiltJar.Ended ended = BuiltJar.run(folder, options, List.of(launcher.toString(), "measures"));
        assertThat(ended.exitCode()).isZero();
        return Files.readAllLines(log);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherGivesTheExitCodeAndTakesOptionsForTheJvm() throws IOException, InterruptedException {
        String launcher = BuiltJar.JAR.resolveSibling("waymark").toString();

        BuiltJar.Ended ended = BuiltJar.run(folder, java(), List.of(launcher, "repotr"));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).startsWith("WM-USAGE: ");

        Map<String, String> options = new HashMap<>(java());
        options.put("WAYMARK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 -XX:+PrintFlagsFinal");
        assertThat(BuiltJar.run(folder, options, List.of(launcher, "measures")).out())
                .containsPattern("TieredStopAtLevel += 4 ");
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    @Test
    void embeddingCodeOfTheReadmePrintsWhatItSays() throws IOException, InterruptedException {
        Path classes = Files.createDirectory(folder.resolve("embedding"));
        Path source = classes.resolve("Progress.java");
        Files.writeString(source, readme.blockAfter("runs: Progress.java"));
        BuiltJar.compile(source, classes);

        BuiltJar.Ended ended =
                BuiltJar.java(folder, List.of("-cp", BuiltJar.classPath(classes), "Progress", county.toString()));

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out().lines()).hasSize(10).startsWith(readme.blockAfter("prints"));
    }

    @Test
    void databaseInAFileGivesTheReportOfTheFolderAndTheCodeOfTheReadmeReadsItToo()
            throws IOException, InterruptedException {
        String url = "jdbc:h2:" + folder.resolve("county-db").toAbsolutePath();
        Map<String, String> login =
                Map.of("WAYMARK_JDBC_USER", "analyst", "WAYMARK_JDBC_PASSWORD", "s3cr3t of the county");
        BuiltJar.Ended imported =
                BuiltJar.waymark(folder, login, "import", "--data", county.toString(), "--jdbc", url, "--create");
        assertThat(imported.errors()).isEmpty();
        assertThat(imported.exitCode()).isZero();

        Path ofFolder = folder.resolve("of-folder");
        Path ofDatabase = folder.resolve("of-database");
        BuiltJar.waymark(
                folder, "report", "--data", county.toString(), "--period", PERIOD, "--out", ofFolder.toString());
        assertThat(BuiltJar.waymark(
                                folder,
                                login,
                                "report",
                                "--jdbc",
                                url,
                                "--period",
                                PERIOD,
                                "--out",
                                ofDatabase.toString())
                        .errors())
                .isEmpty();
        assertThat(ofDatabase.resolve("report.json")).hasSameBinaryContentAs(ofFolder.resolve("report.json"));

        Path classes = Files.createDirectory(folder.resolve("from-database"));
        Path source = classes.resolve("FromDatabase.java");
        Files.writeString(source, readme.blockAfter("runs: FromDatabase.java"));
        Path host = classes.resolve("Host.java");
        Files.writeString(host, """
                public class Host {
                    public static void main(String[] arguments) {
                        org.h2.jdbcx.JdbcDataSource source = new org.h2.jdbcx.JdbcDataSource();
                        source.setURL(arguments[0]);
                        source.setUser(System.getenv("WAYMARK_JDBC_USER"));
                        source.setPassword(System.getenv("WAYMARK_JDBC_PASSWORD"));
                        System.out.println(FromDatabase.report(source).figures().size() + " figures");
                    }
                }
                """);
        BuiltJar.compile(source, classes);
        BuiltJar.compile(host, classes);
        BuiltJar.Ended ended = BuiltJar.java(folder, login, List.of("-cp", BuiltJar.classPath(classes), "Host", url));
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out()).matches("[1-9][0-9]+ figures\\R");
    }

    @Test
    void refusedLoginShowsNoSecretAnywhere() throws IOException, InterruptedException {
        String url = "jdbc:h2:" + folder.resolve("guarded-db").toAbsolutePath();
        Map<String, String> right = Map.of("WAYMARK_JDBC_USER", "analyst", "WAYMARK_JDBC_PASSWORD", "r1ght-s3cr3t");
        Map<String, String> wrong = Map.of("WAYMARK_JDBC_USER", "analyst", "WAYMARK_JDBC_PASSWORD", "wr0ng-s3cr3t");
        BuiltJar.waymark(folder, right, "import", "--data", county.toString(), "--jdbc", url, "--create");
        Path out = folder.resolve("not-written");

        BuiltJar.Ended refused = BuiltJar.waymark(
                folder, wrong, "report", "--jdbc", url, "--period", PERIOD, "--out", out.toString(), "--debug");
        BuiltJar.Ended inUrl = BuiltJar.waymark(
                folder,
                "report",
                "--jdbc",
                url + ";PASSWORD=wr0ng-s3cr3t",
                "--period",
                PERIOD,
                "--out",
                out.toString(),
                "--debug");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .startsWith("WM-JDBC-LOGIN: the database refused the login (jdbc:h2, SQLSTATE 28000).");
        assertThat(inUrl.exitCode()).isEqualTo(2);
        assertThat(inUrl.errors()).startsWith("WM-JDBC-URL: ");
        assertThat(refused.out() + refused.errors() + inUrl.out() + inUrl.errors())
                .doesNotContain("s3cr3t");
        assertThat(out).doesNotExist();
    }

    @Test
    void pluginOnTheClassPathShowsUpInMeasuresAndInTheReport() throws IOException, InterruptedException {
        Path out = folder.resolve("with-plugin");
        List<String> main = List.of("-cp", BuiltJar.classPath(plugin), "dev.waymark.cli.Main");

        assertThat(BuiltJar.java(folder, with(main, "measures")).out().lines())
                .anyMatch(line ->
                        line.matches("anytown\\.short-work +1 +Work of 26 weeks or less +short-work\\.jar +Anytown plan"
                                + " 2016, page 4"));
        BuiltJar.Ended ended = BuiltJar.java(
                folder, with(main, "report", "--data", county.toString(), "--period", PERIOD, "--out", out.toString()));
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        // 416 families were closed in the year (table 1 of the annual report)
        assertThat(Files.readString(out.resolve("report.json")))
                .contains("{\"measure\":\"anytown.short-work\",\"version\":\"1\",\"parameters\":{}}")
                .containsPattern("\"measure\":\"anytown.short-work\",\"figure\":\"in-26-weeks\",\"dimensions\":\\{\\},"
                        + "\"unit\":\"percent\",\"status\":\"value\",.*\"denominator\":416,");
    }

    @Test
    void pluginInAFolderIsFoundToo() throws IOException, InterruptedException {
        assertThat(BuiltJar.waymark(
                                folder,
                                "measures",
                                "--plugins",
                                plugin.getParent().toString())
                        .out())
                .contains("anytown.short-work");
    }

    @Test
    void damagedPluginIsRefusedByName() throws IOException, InterruptedException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("half.jar"), "PK");

        BuiltJar.Ended ended = BuiltJar.waymark(folder, "measures", "--plugins", damaged.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors().lines())
                .containsExactly("WM-PLUGINS: the plugin " + damaged.resolve("half.jar")
                        + " is no whole jar. Replace it, or take it out of the folder.");
    }

    @Test
    void errorIsOneLineAndExitCodeTwo() throws IOException, InterruptedException {
        BuiltJar.Ended ended = BuiltJar.waymark(
                folder,
                "report",
                "--data",
                "nowhere",
                "--period",
                PERIOD,
                "--out",
                folder.resolve("x").toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors().lines())
                .containsExactly(
                        "WM-DATA-FOLDER: there is no folder nowhere. Give the folder that holds families.csv.");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void jarHoldsOurClassesTheLibrariesAndNoModuleDescriptorOfTheirs() throws IOException {
        try (JarFile jar = new JarFile(BuiltJar.JAR.toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();

            assertThat(entries)
                    .contains("dev/waymark/cli/Main.class", "dev/waymark/pbr/scheme/troubled-families-1.json");
            assertThat(entries).noneMatch(name -> name.endsWith("module-info.class"));
            assertThat(entries).noneMatch(name -> name.startsWith("META-INF/versions/"));
            assertThat(entries).noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("org/assertj/"));
            try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .containsExactlyInAnyOrder("org.h2.Driver", "org.postgresql.Driver");
            }
            ZipEntry services = jar.getEntry("META-INF/services/dev.waymark.measure.MeasureProvider");
            try (InputStream in = jar.getInputStream(services)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .contains("dev.waymark.activity.ActivityProvider", "dev.waymark.familystar.FamilyStarProvider");
            }
        }
    }

    private static String[] reportByDistrict(Path out) {
        return new String[] {
            "report", "--data", county.toString(), "--period", PERIOD, "--by", "district", "--out", out.toString()
        };
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
