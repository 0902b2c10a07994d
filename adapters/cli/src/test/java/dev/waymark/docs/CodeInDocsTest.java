package dev.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.waymark.cli.Main;
import dev.waymark.data.Mapping;
import dev.waymark.definition.Definition;
import dev.waymark.disclosure.DisclosurePolicy;
import dev.waymark.figure.Report;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.published.PublishedFigures;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The code on README.md and the pages under docs: all of it compiles; tests in it pass; the plugin of the guide reports
 * what the guide works out by hand; commands have only options that there are.
 *
 * <p>What a block is stands in a comment before it: {@code file: PATH}, a file of the plugin guide's project;
 * {@code runs: NAME} and {@code plugin: PATH}, a class that the test of the built jar runs; {@code in: NAME}, a part of
 * a class whose rest is a resource of this test.
 */
class CodeInDocsTest {

    private static final Path ARCHETYPE = Path.of("..", "archetype", "src", "main", "resources", "archetype-resources");
    private static final List<String> MODULES_OF_CORE = List.of(
            "jackson-",
            "guava-",
            "failureaccess-",
            "commons-statistics-",
            "commons-numbers-",
            "apiguardian-",
            "jspecify-");
    private static final long MOST_SECONDS = 120;

    @TempDir
    private static Path folder;

    private static Path project;
    private static Path classes;
    private static Path testClasses;

    @BeforeAll
    static void writeAndCompile() throws IOException {
        project = folder.resolve("anytown-measures");
        classes = Files.createDirectories(project.resolve("classes"));
        testClasses = Files.createDirectories(project.resolve("test-classes"));
        for (Block block : Block.marked("file")) {
            write(project.resolve(block.file()), block.text());
        }
        write(
                project.resolve("src/main/java/org/anytown/ReadTwice.java"),
                Files.readString(ARCHETYPE.resolve("src/main/java/ReadTwice.java"))
                        .replace("${package}", "org.anytown")
                        .replace("${idPrefix}", "anytown"));
        compile(classes, List.of("-p", modulePath()), sources(project.resolve("src/main/java")));
        Path services = project.resolve("src/main/resources/META-INF/services/dev.waymark.measure.MeasureProvider");
        write(classes.resolve("META-INF/services/dev.waymark.measure.MeasureProvider"), Files.readString(services));
        jar(classes, project.resolve("target/anytown-measures-1.jar"));

        Path others = folder.resolve("others");
        for (Block block : Block.marked("runs")) {
            write(others.resolve(block.file()), block.text());
        }
        for (Block block : Block.marked("plugin")) {
            write(others.resolve(block.file()), block.text());
        }
        for (Block block : Block.marked("in")) {
            write(others.resolve("org/anytown").resolve(block.file()), framed(block));
        }
        List<Path> tests = new ArrayList<>(sources(project.resolve("src/test/java")));
        tests.addAll(sources(others));
        compile(testClasses, List.of("-cp", classPath()), tests);
        write(testClasses.resolve("org/anytown/annual-report-2016.json"), resource("annual-report-2016.json"));
    }

    private static String framed(Block block) throws IOException {
        String frame = resource(block.file() + ".txt");
        assertThat(frame).contains("BLOCK");
        return frame.replace("BLOCK", block.text());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CodeInDocsTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the resource " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Path> sources(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String classPath() {
        return testClasses + File.pathSeparator + classes + File.pathSeparator + System.getProperty("java.class.path");
    }

    /** Core as a module, with what it requires; one more module could hide that the plugin needs it. */
    private static String modulePath() {
        Path core = Path.of(Definition.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return Stream.concat(
                        Stream.of(core),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of)
                                .filter(entry -> MODULES_OF_CORE.stream()
                                        .anyMatch(name -> String.valueOf(entry.getFileName())
                                                .startsWith(name))))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void compile(Path to, List<String> options, List<Path> sources) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--release", "17", "-proc:none", "-d", to.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("what javac says of the code in the docs, on standard error")
                .isZero();
    }

    private static void jar(Path of, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(of.relativize(file).toString().replace(File.separatorChar, '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
    }

    /** A block for Spark is compiled and run by the tests of its adapter, which have Spark. */
    @Test
    void everyBlockOfJavaHasAMarkSoThatItIsCompiled() {
        assertThat(Block.all())
                .filteredOn(block -> block.language().equals("java"))
                .hasSizeGreaterThan(10)
                .allSatisfy(block -> assertThat(block.mark())
                        .as("the mark before a block of " + block.page() + ": " + block.text())
                        .matches("(runs|plugin|file|in|spark): \\S+\\.java"));
    }

    /** A block that is only indented would be looked at by no test. */
    @Test
    void codeStandsBetweenQuotesAndIsNotIndented() {
        for (Path page : Block.pages()) {
            String outside = Block.read(page).replaceAll("(?ms)^```.*?^```$", "");
            assertThat(Pattern.compile("\\n\\n(?: {4}|\\t)[^\\n]*")
                            .matcher(outside)
                            .results())
                    .as("indented code of " + page)
                    .isEmpty();
        }
    }

    @Test
    void overviewOfTheJavadocHasTheStepsOfTheGuide() {
        String overview = Block.read(Path.of("..", "..", "core", "src", "main", "javadoc", "overview.html"));
        List<String> steps = titles("^<li>([^.]+)\\.", overview);

        assertThat(steps)
                .isNotEmpty()
                .isEqualTo(titles("^## [0-9]+\\. (.+)$", Block.read(Path.of("..", "..", "docs", "plugin-guide.md"))));
    }

    private static List<String> titles(String pattern, String page) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(title -> title.group(1))
                .toList();
    }

    @Test
    void testsOfTheReadmeAndTheGuidePass() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                RunTests.class.getName()));
        List<String> tests;
        try (Stream<Path> compiled = Files.list(testClasses.resolve("org/anytown"))) {
            tests = compiled.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name -> "org.anytown." + name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
        assertThat(tests)
                .contains(
                        "org.anytown.BackAtSchoolLawsTest",
                        "org.anytown.BackAtSchoolTest",
                        "org.anytown.MeasuresGoldenTest",
                        "org.anytown.PublishedTest",
                        "org.anytown.ShortWorkTest",
                        "org.anytown.SingleCaseTest");
        command.addAll(tests);
        Path printed = folder.resolve("tests.txt");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
        // ten laws each, six cases, a golden report; a single case and a published figure of the README
        assertThat(Files.readString(printed)).contains("29 of 29 tests succeeded");
    }

    @Test
    void commandsOfTheGuideReportWhatItWorksOutByHand() throws IOException {
        List<List<String>> commands = Block.all().stream()
                .filter(block -> block.page().equals("plugin-guide.md"))
                .flatMap(block -> block.commands().stream())
                .toList();
        assertThat(commands).hasSize(3);

        assertThat(waymark(commands.get(0)))
                .containsPattern("anytown\\.back-at-school +1 +Children back at school +anytown-measures-1\\.jar");

        waymark(commands.get(1));
        assertThat(Files.readString(project.resolve("target/report/report.json")))
                .containsPattern(back(2, 3));

        assertThat(waymark(commands.get(2)))
                .contains("back: 1 of 2 (50.0 %)", "school_terms of 2015-12-18", "sessions_absent=20");

        List<String> stricter = new ArrayList<>(commands.get(1));
        stricter.addAll(List.of("--set", "anytown.back-at-school.attendance=90"));
        waymark(stricter);
        assertThat(Files.readString(project.resolve("target/report/report.json")))
                .containsPattern(back(0, 3));
    }

    private static String back(int numerator, int denominator) {
        return "\"measure\":\"anytown.back-at-school\",\"figure\":\"back\",\"dimensions\":\\{\\},.{0,80}\"numerator\":"
                + numerator + ",\"denominator\":" + denominator + ",";
    }

    /** The county from a database, with a mapping, by the code on the page: the same files as by the command line. */
    @Test
    void pageOnEmbeddingWritesTheReportOfTheCommandLine() throws Exception {
        String county = project.resolve("target/county").toString();
        String database = "jdbc:h2:" + folder.toAbsolutePath().resolve("county-db");
        waymark(List.of("example", "--out", county));
        waymark(List.of("import", "--data", county, "--jdbc", database, "--create"));
        waymark(List.of(("report --period 2015/16 --by district --disclosure dfe --data " + county + " --out " + county
                        + "-said")
                .split(" ")));
        Path mapping = folder.resolve("mapping.json");
        write(mapping, """
                {"format": "waymark-mapping/1",
                 "tables": {"families": {"source": "select family_id as FAM_REF, district as AREA from families order by 1",
                                         "columns": {"family_id": "FAM_REF", "district": "AREA"}}}}
                """);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(database);

        Path written = folder.resolve("written");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {testClasses.toUri().toURL()}, getClass().getClassLoader())) {
            Object report = loader.loadClass("YearlyReport")
                    .getMethod("write", DataSource.class, Path.class, String.class, Path.class)
                    .invoke(null, source, mapping, "2015/16", written);
            assertThat(((Report) report).failures()).isEmpty();
        }

        for (String file : List.of("report.json", "report.html", "figures.csv", "data-quality.csv")) {
            assertThat(written.resolve(file))
                    .hasSameBinaryContentAs(Path.of(county + "-said").resolve(file));
        }
    }

    /** Runs a command as if in the folder of the project. */
    private static String waymark(List<String> command) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] arguments = command.stream()
                .map(word -> word.matches("(target|src)(/.*)?")
                        ? project.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        PrintWriter toOut = new PrintWriter(out);
        int exitCode = Main.run(toOut, new PrintWriter(errors, true), arguments);
        toOut.flush();
        assertThat(errors.toString()).isEmpty();
        assertThat(exitCode).isZero();
        return out.toString();
    }

    @Test
    void commandsHaveOnlyOptionsThatThereAre() {
        List<Block> withCommands = Block.all().stream()
                .filter(block -> !block.commands().isEmpty())
                .toList();
        assertThat(withCommands).hasSizeGreaterThan(3);
        for (Block block : withCommands) {
            for (List<String> command : block.commands()) {
                String[] arguments = command.toArray(String[]::new);
                assertThatCode(() -> Main.commandLine().parseArgs(arguments))
                        .as(block.page() + ": " + command)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void tableOfCommandsNamesAllCommandsAndOnlyOptionsThatTheyHave() {
        Matcher rows = Pattern.compile("^\\| `((?:claims )?[a-z]+) ?([^`]*)` \\|", Pattern.MULTILINE)
                .matcher(chapter("## The command line"));
        List<String> named = new ArrayList<>();
        while (rows.find()) {
            CommandLine command = Main.commandLine();
            for (String word : rows.group(1).split(" ")) {
                command = command.getSubcommands().get(word);
                assertThat(command).as("the command " + rows.group(1)).isNotNull();
            }
            named.add(rows.group(1).split(" ")[0]);
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .as("the options of " + rows.group(1))
                    .containsAll(Pattern.compile("--[a-z-]+")
                            .matcher(rows.group(2))
                            .results()
                            .map(option -> option.group())
                            .toList());
        }
        assertThat(named).containsAll(Main.commandLine().getSubcommands().keySet());
    }

    private static String chapter(String title) {
        String readme = Block.read(Block.pages().get(0));
        int begin = readme.indexOf(title + "\n");
        assertThat(begin).as(title).isNotNegative();
        return readme.substring(begin, readme.indexOf("\n## ", begin));
    }

    @Test
    void everyBlockOfJsonIsReadByWhoReadsItsFormat() {
        List<Block> json = Block.all().stream()
                .filter(block -> block.language().equals("json"))
                .toList();
        assertThat(json).hasSizeGreaterThan(3);
        for (Block block : json) {
            assertThatCode(() -> read(Definition.read(
                            block.page(), new ByteArrayInputStream(block.text().getBytes(StandardCharsets.UTF_8)))))
                    .as(block.text())
                    .doesNotThrowAnyException();
        }
    }

    private static void read(Definition definition) {
        String format = definition.at("format").text();
        switch (format) {
            case "waymark-star/1" -> Star.read(definition);
            case "waymark-mapping/1" -> Mapping.of(definition);
            case "waymark-issues/1" -> IssueTaxonomy.read(definition);
            case "waymark-published/1" -> PublishedFigures.read(definition);
            case "waymark-scheme/1" ->
                SchemeBook.of(List.of(definition), IssueTaxonomy.familySupport(), List.of(Star.familyStarPlus()));
            case "waymark-disclosure/1" -> DisclosurePolicy.read(definition);
            // run by the guide's own test of golden reports
            case "waymark-golden/1" -> assertThat(definition.file()).isEqualTo("plugin-guide.md");
            default -> throw new AssertionError("nobody reads the format " + format);
        }
    }

    /** Its own, and those of what it is built with. */
    @Test
    void versionsOnThePagesAreThoseOfTheProject() {
        String pom = Block.read(Path.of("..", "..", "pom.xml"));
        Set<String> versions = Pattern.compile("<version(?:\\.[a-z.-]+)?>([0-9][^<]*)</version")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        for (Path page : Block.pages()) {
            assertThat(Pattern.compile("(?:archetypeVersion=|<version>)([0-9][^\\s<]*)")
                            .matcher(Block.read(page))
                            .results()
                            .map(found -> found.group(1)))
                    .as(page.toString())
                    .allMatch(versions::contains);
        }
    }

    /** So that a page or a chapter that is moved or renamed is not lost to its readers. */
    @Test
    void linksBetweenPagesLeadSomewhere() {
        int links = 0;
        for (Path page : Block.pages()) {
            Matcher link = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)").matcher(Block.read(page));
            while (link.find()) {
                links++;
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                assertThat(target).as("a link of " + page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(Block.read(target)))
                            .as("a link of " + page)
                            .contains(link.group(2));
                }
            }
        }
        assertThat(links).isGreaterThan(20);
    }

    private static List<String> anchors(String page) {
        return titles("^#+ (.+)$", page).stream()
                .map(title -> title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
