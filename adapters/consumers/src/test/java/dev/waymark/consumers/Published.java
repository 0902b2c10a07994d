package dev.waymark.consumers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is published of Waymark, as other people's builds see it: artifacts in a Maven repository. */
final class Published {

    static final Path CONSUMERS = Path.of(System.getProperty("consumers"));
    static final String VERSION = System.getProperty("waymark.version");

    /** The executable jar. */
    static final Path WAYMARK = Path.of(System.getProperty("waymark.jar"));

    private static final Path REPOSITORY = Path.of(System.getProperty("published"));
    private static final Path OUTER = Path.of(System.getProperty("local.repository"));

    private static Path county;
    private static boolean built;

    private Published() {}

    /**
     * Runs Maven with a local repository that holds what was published and nothing of the build that made it. Libraries
     * come from the local repository of that build where it has them, and are kept there where it has not, so that a
     * next time needs no network.
     */
    static Ended maven(Path folder, String... arguments) throws IOException, InterruptedException {
        Path settings = REPOSITORY.resolveSibling("settings.xml");
        Files.writeString(settings, """
                <settings>
                  <profiles>
                    <profile>
                      <id>libraries</id>
                      <repositories>%1$s</repositories>
                      <pluginRepositories>%2$s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>libraries</activeProfile></activeProfiles>
                </settings>
                """.formatted(libraries("repository"), libraries("pluginRepository")));
        boolean windows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                        .toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--global-settings",
                settings.toString(),
                "-Dmaven.repo.local=" + REPOSITORY));
        command.addAll(List.of(arguments));
        Ended ended = Ended.of(new ProcessBuilder(command).directory(folder.toFile()));
        keepLibraries();
        return ended;
    }

    private static String libraries(String element) {
        return "<" + element + "><id>libraries</id><url>" + OUTER.toUri()
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots></" + element + ">";
    }

    private static void keepLibraries() throws IOException {
        Path own = REPOSITORY.resolve(Path.of("dev", "waymark"));
        List<Path> files;
        try (Stream<Path> found = Files.walk(REPOSITORY)) {
            files = found.filter(file -> file.toString().matches(".+\\.(jar|pom)(\\.sha1)?"))
                    .filter(file -> !file.startsWith(own))
                    .toList();
        }
        for (Path file : files) {
            Path kept = OUTER.resolve(REPOSITORY.relativize(file));
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                // another module that is built at the same time sees the whole file or none
                Path whole = Files.createTempFile(kept.getParent(), "kept", ".tmp");
                Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
                Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Builds the hosts under src/consumers, once for all tests. */
    static synchronized void hosts() throws IOException, InterruptedException {
        if (!built) {
            maven(CONSUMERS, "--quiet", "package").done();
            built = true;
        }
    }

    /** The jars that Maven gave a host. */
    static List<Path> jars(String consumer) throws IOException {
        Path folder = CONSUMERS.resolve(consumer).resolve("target").resolve("jars");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.sorted().toList();
        }
    }

    static String path(List<Path> jars, Path... more) {
        return Stream.concat(Stream.of(more), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes a source into a folder of its own and gives it. */
    static Path source(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example county, written by the command line. */
    static synchronized Path county() throws IOException, InterruptedException {
        if (county == null) {
            Path folder = Files.createDirectories(CONSUMERS).resolve("county");
            Ended.java("-jar", WAYMARK.toString(), "example", "--out", folder.toString())
                    .done();
            county = folder;
        }
        return county;
    }

    /** The report that the command line writes of the county. */
    static Path report(Path folder, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-jar",
                WAYMARK.toString(),
                "report",
                "--data",
                county().toString(),
                "--period",
                "2015/16",
                "--out",
                folder.toString()));
        arguments.addAll(List.of(more));
        Ended.java(arguments.toArray(String[]::new)).done();
        return folder;
    }
}
