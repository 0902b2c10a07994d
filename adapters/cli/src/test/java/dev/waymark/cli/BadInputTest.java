package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that no command can use. The rule: exit code "2 usage or input error. Errors: one line to standard error,
 * {@code CODE: what (value, place). What to do.}, no stack trace without {@code --debug}"; of data that cannot be read:
 * "These stop the run (one error, nothing written)".
 */
class BadInputTest {

    @TempDir
    private Path folder;

    private SmallCouncil council;
    private Path data;
    private Path out;

    @BeforeEach
    void aDataSet() throws IOException {
        council = new SmallCouncil(folder);
        data = council.data();
        out = council.out();
    }

    // --- data that cannot be read

    /** A change of the data set that no run survives, and the error. */
    private record Bad(String what, Change change, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    private interface Change {
        void in(SmallCouncil council) throws IOException;
    }

    private static Change file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Change file(String name, byte[] bytes) {
        return council -> council.write(name, bytes);
    }

    static List<Bad> badData() throws IOException {
        return List.of(
                new Bad(
                        "wrong encoding",
                        file("families.csv", "family_id,district\n1,Caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)),
                        "WM-ENCODING: the file is not UTF-8 (families.csv line 2). Save it as UTF-8."),
                new Bad(
                        "a field of 10 MB",
                        file("families.csv", SmallCouncil.FAMILIES + "4," + "x".repeat(10_000_000) + "\n"),
                        "WM-CSV-FIELD: a field is longer than 1 MiB (families.csv line 5). Shorten it, or look for a"
                                + " quote that is never closed."),
                new Bad(
                        "an unclosed quote",
                        file("episodes.csv", SmallCouncil.EPISODES + "10,1,\"ifs,2015-05-01,,\n"),
                        "WM-CSV-QUOTE: a quote is never closed (episodes.csv line 5). Close it."),
                new Bad(
                        "something after a closing quote",
                        file("episodes.csv", SmallCouncil.EPISODES + "10,1,\"ifs\" ,2015-05-01,,\n"),
                        "WM-CSV-QUOTE: something stands between a closing quote and the next comma (episodes.csv line"
                                + " 5). Remove it, or double the quotes inside the value."),
                new Bad(
                        "a column twice",
                        file("families.csv", "family_id,district,district\n1,Blaby,Blaby\n"),
                        "WM-COLUMN-TWICE: column district stands twice in the header (families.csv). Leave one of"
                                + " them out or rename it."),
                new Bad(
                        "a required column missing",
                        file("episodes.csv", "episode_id,family_id,opened\n7,1,2015-05-01\n"),
                        "WM-COLUMN-MISSING: required column service of episodes is missing (episodes.csv). Required"
                                + " are: episode_id, family_id, service, opened. Its columns are: episode_id, family_id, opened."
                                + " Add the column, or map one of yours to it."),
                new Bad(
                        "a file without header",
                        file("incidents.csv", ""),
                        "WM-COLUMN-MISSING: there is no header row (incidents.csv). Put the names of the columns into"
                                + " the first line."),
                new Bad(
                        "a table twice",
                        file("families.csv.gz", SmallCouncil.zipped(SmallCouncil.FAMILIES)),
                        "WM-FILE-TWICE: table families is there twice (families.csv, families.csv.gz). Remove one of"
                                + " the files."),
                new Bad(
                        "a mapping that is no JSON",
                        file("mapping.json", "{\"format\": waymark-mapping/1}"),
                        "WM-DEFINITION: mapping.json line 1 is not JSON: "),
                new Bad(
                        "a mapping of an unknown table",
                        file(
                                "mapping.json",
                                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"family\": {\"columns\": {}}}}"),
                        "WM-DEFINITION: mapping.json: tables.family is an object. Expected: no such table; the tables"
                                + " are families, individuals, episodes, star_readings, assessments, findings,"
                                + " school_terms, incidents, spells, claims, budget."),
                new Bad(
                        "a mapping of an unknown column",
                        file(
                                "mapping.json",
                                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"families\":"
                                        + " {\"columns\": {\"id\": \"family_id\"}}}}"),
                        "WM-DEFINITION: mapping.json: tables.families.columns.id is \"family_id\". Expected: no such"
                                + " column; the columns of families are family_id, district."),
                new Bad(
                        "a mapping without a required column",
                        file(
                                "mapping.json",
                                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"families\":"
                                        + " {\"columns\": {\"district\": \"district\"}}}}"),
                        "WM-DEFINITION: mapping.json: tables.families.columns is an object. Expected: a mapping of"
                                + " the required column family_id; the columns of families are family_id, district."),
                new Bad(
                        "a mapping to a query",
                        file(
                                "mapping.json",
                                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"families\":"
                                        + " {\"source\": \"SELECT * FROM family\","
                                        + " \"columns\": {\"family_id\": \"id\"}}}}"),
                        "WM-MAPPING: the mapping names a query where a folder is read. Name a file of the folder."),
                new Bad(
                        "a mapping to a file outside",
                        file(
                                "mapping.json",
                                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"families\":"
                                        + " {\"source\": \"../families.csv\","
                                        + " \"columns\": {\"family_id\": \"family_id\"}}}}"),
                        "WM-MAPPING: the mapping names ../families.csv, which is not in the folder. Name a file of"
                                + " it."),
                new Bad(
                        "a Star that is broken",
                        file("stars/five.json", "{\"format\": \"waymark-star/9\"}"),
                        "WM-DEFINITION: stars/five.json: format is \"waymark-star/9\". Expected:"
                                + " \"waymark-star/1\"."));
    }

    @ParameterizedTest
    @MethodSource("badData")
    void aReportOfBadDataIsOneError(Bad bad) throws IOException {
        bad.change().in(council);

        assertRefused(bad.message(), council.report());
    }

    @ParameterizedTest
    @MethodSource("badData")
    void validatingBadDataIsOneError(Bad bad) throws IOException {
        bad.change().in(council);

        assertRefused(bad.message(), council.validate());
    }

    @ParameterizedTest
    @MethodSource("badData")
    void explainingBadDataIsOneError(Bad bad) throws IOException {
        bad.change().in(council);

        assertRefused(bad.message(), council.explain("activity", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"families", "episodes"})
    void aMissingRequiredTableIsOneError(String table) throws IOException {
        Files.delete(data.resolve(table + ".csv"));

        assertReportRefused("WM-TABLE-MISSING: required table " + table + " is missing (" + data
                + "). Add it, or map one of yours to it.");
    }

    @Test
    void aMissingDataFolderIsOneError() {
        Path nowhere = folder.resolve("nowhere");

        assertRefused(
                "WM-DATA-FOLDER: there is no folder " + nowhere + ". Give the folder that holds families.csv.",
                SmallCouncil.report(nowhere, out));
    }

    @Test
    void aZippedFileCutOffIsOneError() throws IOException {
        Files.delete(data.resolve("families.csv"));
        byte[] whole = SmallCouncil.zipped(SmallCouncil.FAMILIES);
        Path file = Files.write(data.resolve("families.csv.gz"), Arrays.copyOf(whole, whole.length - 4));

        assertReportRefused("WM-FILE: file " + file
                + " cannot be read (EOFException). Check that it is whole and that you may read it.");
    }

    // --- options that cannot be used

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015",
                "",
                "2015/17",
                "2015/16-Q5",
                "15/16",
                "2015/16 ",
                "1899/00",
                "2100/01",
                "2016-03-31..2015-04-01",
                "2015-02-30..2015-03-31",
                "2015-04-01...2016-03-31"
            })
    void anUnknownPeriodIsOneError(String period) {
        assertRefused(
                "WM-PERIOD: '" + period + "' is no period. Write a financial year like 2015/16, a quarter like"
                        + " 2015/16-Q1, or two dates like 2015-04-01..2016-03-31, the earlier first.",
                Ran.command("report", "--data", data, "--period", period, "--out", out));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/03/2016", "2016-02-30", "tomorrow", "2016-3-1", ""})
    void anAsAtDateThatIsNoneIsOneError(String day) {
        assertReportRefused(
                "WM-AS-AT: '" + day + "' is no date. Write the as-at date like 2016-03-31.", "--as-at", day);
    }

    /** "**As-at date** (default: the period's end; before the period's start: an error)". */
    @Test
    void anAsAtDateBeforeThePeriodIsOneError() {
        assertReportRefused(
                "WM-AS-AT: the as-at date 2015-03-31 is before the period, which starts on 2015-04-01. Give a day of"
                        + " the period or after it.",
                "--as-at",
                "2015-03-31");
    }

    @Test
    void anAsAtDateOnTheFirstDayOfThePeriodIsNone() {
        assertThat(council.report("--as-at", "2015-04-01").exitCode()).isZero();
    }

    /** "nothing after it exists for the run": everything before it does, so that it is refused or changes nothing. */
    @Test
    void anAsAtDateFarAwayHidesNothing() {
        Ran ran = council.report("--as-at", "+6000000-01-01");

        if (ran.exitCode() == 0) {
            assertThat(ran.outLines()).contains("Families worked with 2, opened 1, closed 1; individuals -");
        } else {
            assertThat(ran.errors()).startsWith("WM-AS-AT: ");
        }
    }

    @Test
    void anUnknownMeasureIsOneError() {
        assertReportRefused(
                "WM-MEASURE-UNKNOWN: there is no measure 'activty'. There are: activity, ", "--measures", "activty");
    }

    /**
     * What was mistyped is said at once, not after a long reading: the families have an unclosed quote, which is found
     * when they are read.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report  | --measures   | activty               | WM-MEASURE-UNKNOWN
            report  | --scheme     | nowhere               | WM-SCHEME-UNKNOWN
            report  | --set        | eligibility.needs=2   | WM-PARAMETER
            report  | --disclosure | some                  | WM-DISCLOSURE
            report  | --plugins    | nowhere               | WM-PLUGINS
            explain | --measure    | activty               | WM-MEASURE-UNKNOWN
            explain | --measure    | familystar            | WM-MEASURE-UNKNOWN
            explain | --set        | eligibility.needs=2   | WM-PARAMETER
            families | --figure    | activty/families      | WM-MEASURE-UNKNOWN
            families | --figure    | activity              | WM-USAGE
            families | --set       | eligibility.needs=2   | WM-PARAMETER
            propose | --scheme     | nowhere               | WM-SCHEME-UNKNOWN
            """)
    void whatIsMistypedIsSaidBeforeTheDataAreRead(String command, String option, String value, String code)
            throws IOException {
        council.write("families.csv", "family_id,district\n1,\"Blaby\n");
        Map<String, String> options = new LinkedHashMap<>(
                switch (command) {
                    case "report" -> Map.of("--period", "2015/16", "--out", "out");
                    case "explain" -> Map.of("--period", "2015/16", "--measure", "activity", "--family", "1");
                    case "families" -> Map.of("--period", "2015/16", "--figure", "activity/families-closed");
                    default -> Map.of("--scheme", "troubled-families-1", "--as-at", "2015-03-31", "--out", "out");
                });
        options.put("--data", council.data().toString());

        assertRefused("WM-CSV-QUOTE: a quote is never closed (families.csv line 2). Close it.", ran(command, options));
        options.put(option, value);
        assertRefused(code + ": ", ran(command, options));
    }

    private Ran ran(String command, Map<String, String> options) {
        List<Object> arguments = new ArrayList<>();
        if (command.equals("propose")) {
            arguments.add("claims");
        }
        arguments.add(command);
        options.forEach((option, value) -> {
            arguments.add(option);
            arguments.add(value.equals("out") ? council.out() : value);
        });
        return Ran.command(arguments.toArray());
    }

    @Test
    void anUnknownMeasureBesideAKnownOneIsOneError() {
        assertReportRefused(
                "WM-MEASURE-UNKNOWN: there is no measure 'familystar.none'. There are: activity, ",
                "--measures",
                "activity,familystar.none");
    }

    @Test
    void anUnknownStratumIsOneError() {
        assertReportRefused(
                "WM-STRATUM: a report cannot be split by 'worker'. Split it by district or service.",
                "--by",
                "district",
                "--by",
                "worker");
    }

    @Test
    void anUnknownFamilyIsOneError() {
        assertRefused(
                "WM-FAMILY-UNKNOWN: no accepted family has the id '99'. Give the id of the data set.",
                council.explain("activity", "99"));
    }

    @Test
    void anUnknownFigureIsOneError() {
        assertRefused(
                "WM-FIGURE-UNKNOWN: the measure activity has no figure 'families'. There are: families-worked-with, ",
                council.families("activity/families"));
        assertRefused(
                "WM-FIGURE-UNKNOWN: there is no figure activity/families-closed{district=Oadby}. Give each of its"
                        + " dimensions: district (Blaby, Melton, not-recorded).",
                council.families("activity/families-closed", "--dimension", "district=Oadby"));
    }

    @Test
    void aFigureWithoutMeasureIsOneError() {
        assertRefused(
                "WM-USAGE: 'activity' is no figure. Write it like familystar.progress/positive-progress-all. Run"
                        + " 'waymark families --help' for what can be given.",
                council.families("activity"));
    }

    @Test
    void anUnknownMeasureToExplainIsOneError() {
        assertRefused(
                "WM-MEASURE-UNKNOWN: there is no measure 'familystar'. There are: activity, ",
                council.explain("familystar", "1"));
    }

    @Test
    void aMappingFileThatIsNotThereIsOneError() {
        Path nowhere = folder.resolve("nowhere.json");

        assertReportRefused(
                "WM-FILE: the mapping " + nowhere
                        + " cannot be read (NoSuchFileException). Give the file with --mapping.",
                "--mapping",
                nowhere);
    }

    @Test
    void aTaxonomyFileThatIsNotThereIsOneError() {
        Path nowhere = folder.resolve("nowhere.json");

        assertReportRefused(
                "WM-FILE: the taxonomy " + nowhere
                        + " cannot be read (NoSuchFileException). Give the file with --taxonomy.",
                "--taxonomy",
                nowhere);
    }

    @Test
    void aTaxonomyFileThatIsBrokenIsOneErrorWithItsPath() throws IOException {
        Path taxonomy = council.write(
                "mine.json",
                "{\"format\": \"waymark-issues/1\", \"id\": \"mine\", \"version\": \"1\", \"needs\": [],"
                        + " \"issues\": [{\"code\": \"x\", \"label\": \"X\", \"level\": \"house\"}]}");

        assertReportRefused(
                "WM-DEFINITION: mine.json: issues[0].level is \"house\". Expected: \"family\" or \"individual\".",
                "--taxonomy",
                taxonomy);
    }

    /** What goes with a database only says nothing of a folder, and whoever gives it means something. */
    @ParameterizedTest
    @CsvSource({
        "--jdbc-schema, fwk",
        "--jdbc-credentials, nowhere",
        "--jdbc-query-timeout, 5",
        "--jdbc-login-timeout, 5"
    })
    void optionsOfADatabaseBesideAFolderAreOneError(String option, String value) {
        assertReportRefused(
                "WM-USAGE: the options --jdbc-... go with --jdbc, not with --data. Leave them out.", option, value);
        assertRefused(
                "WM-USAGE: the options --jdbc-... go with --jdbc, not with --data. Leave them out.",
                council.validate(option, value));
    }

    @Test
    void definitionsBesideAFolderAreOneError() {
        assertReportRefused(
                "WM-USAGE: --definitions goes with --jdbc, not with --data. Put mapping.json and stars/*.json beside the"
                        + " files of the data set, or name the mapping with --mapping.",
                "--definitions",
                folder);
    }

    /** A file whose name is misspelt is the likeliest reason. */
    @Test
    void aTableThatIsMissingIsNamedWithTheFilesThatNothingReads() throws IOException {
        Files.move(data.resolve("families.csv"), data.resolve("FAMILIES_2016.csv"));

        Ran ran = council.validate();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly(
                        "WM-TABLE-MISSING: required table families is missing (" + data
                                + "). Add it, or map one of yours to it.",
                        "Files that are not read, because no table has their name: FAMILIES_2016.csv");
    }

    /** A table on a share that is not mounted is no table that there is not: its figures would be blank. */
    @Test
    void aTableThatIsALinkToNowhereIsOneError() throws IOException {
        Path link = data.resolve("star_readings.csv");
        Files.delete(link);
        Files.createSymbolicLink(link, folder.resolve("not-mounted/star_readings.csv"));

        assertRefused(
                "WM-FILE: file " + link
                        + " cannot be read (NoSuchFileException). Check that it is whole and that you may"
                        + " read it.",
                council.validate());
    }

    @Test
    void aDisclosurePolicyThatIsNoFileNameIsOneError() {
        assertReportRefused(
                "WM-DISCLOSURE: there is no disclosure policy 'd\0fe'. Take one of ", "--disclosure", "d\0fe");
    }

    @Test
    void aParameterThatNoMeasureHasIsOneError() {
        assertReportRefused(
                "WM-PARAMETER: no measure has the parameter eligibility.needs. There are: eligibility.least-needs.",
                "--set",
                "eligibility.needs=2");
    }

    @Test
    void aFolderInPlaceOfTheMappingFileIsOneError() {
        assertReportRefused(
                "WM-FILE: the mapping " + data + " cannot be read (IOException). Give the file with --mapping.",
                "--mapping",
                data);
    }

    @Test
    void aMappingFileThatIsBrokenIsOneError() throws IOException {
        Path mapping = council.write("mine.json", "{\"format\": \"waymark-mapping/1\", \"table\": {}}");

        assertReportRefused(
                "WM-DEFINITION: mine.json: table is not known. Allowed here: format, tables.", "--mapping", mapping);
    }

    @Test
    void aPluginFolderThatIsNotThereIsOneError() {
        Path nowhere = folder.resolve("nowhere");

        assertReportRefused(
                "WM-PLUGINS: the folder " + nowhere + " cannot be read. Give a folder with jars.",
                "--plugins",
                nowhere);
    }

    @Test
    void aFileInPlaceOfThePluginFolderIsOneError() {
        Path file = data.resolve("families.csv");

        assertRefused(
                "WM-PLUGINS: the folder " + file + " cannot be read. Give a folder with jars.",
                "measures",
                "--plugins",
                file);
    }

    @Test
    void aPluginThatCannotBeMadeIsOneError() throws IOException {
        Path plugins = Files.createDirectory(data.resolve("plugins"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("local.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/dev.waymark.measure.MeasureProvider"));
            jar.write("anytown.Missing\n".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }

        assertReportRefused(
                "WM-PROVIDER: a provider of measures cannot be made: dev.waymark.measure.MeasureProvider: Provider"
                        + " anytown.Missing not found. Correct META-INF/services of its jar, or leave the jar out.",
                "--plugins",
                plugins);
    }

    @Test
    void anOutputFolderThatIsAFileIsOneError() throws IOException {
        Path file = Files.writeString(data.resolve("taken"), "mine");

        assertRefused(
                "WM-OUT: the folder " + file + " cannot be written to (" + file
                        + " is a file). Give another folder with" + " --out, or move that file away.",
                SmallCouncil.report(data, file));
        assertThat(file).hasContent("mine");
    }

    @Test
    void anOutputFolderBelowAFileIsOneError() throws IOException {
        Path below = Files.writeString(data.resolve("taken"), "mine").resolve("out");

        assertRefused(
                "WM-OUT: the folder " + below + " cannot be written to (" + below.getParent() + " is a file). Give"
                        + " another folder with --out, or move that file away.",
                SmallCouncil.report(data, below));
    }

    @Test
    void anExampleFolderThatIsAFileIsOneError() throws IOException {
        Path file = Files.writeString(data.resolve("taken"), "mine");

        assertRefused(
                "WM-OUT: the folder " + file + " cannot be written to (" + file
                        + " is a file). Give another folder with" + " --out, or move that file away.",
                "example",
                "--out",
                file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void anUnknownOptionIsOneError() {
        assertReportRefused(
                "WM-USAGE: Unknown option: '--colour'. Run 'waymark report --help' for what can be given.", "--colour");
    }

    @Test
    void anArgumentTooManyIsOneError() {
        assertReportRefused(
                "WM-USAGE: Unmatched argument at index 7: 'again'. Run 'waymark report --help' for what can be given.",
                "again");
    }

    @Test
    void anOptionGivenTwiceIsOneError() {
        assertReportRefused(
                "WM-USAGE: option '--period' (PERIOD) should be specified only once. Run 'waymark report --help' for"
                        + " what can be given.",
                "--period",
                "2014/15");
    }

    @Test
    void aMissingOptionIsOneError() {
        assertRefused(
                "WM-USAGE: Missing required option: '--out=DIR'. Run 'waymark report --help' for what can be given.",
                "report",
                "--data",
                data,
                "--period",
                "2015/16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "report; '--period=PERIOD', '--out=DIR'",
                "explain; '--period=PERIOD', '--measure=ID', '--family=ID'"
            })
    void severalMissingOptionsAreOneError(String command, String options) {
        assertRefused(
                "WM-USAGE: Missing required options: " + options + ". Run 'waymark " + command
                        + " --help' for what can be given.",
                command);
    }

    @Test
    void theOnlyRequiredOptionMissingIsOneError() {
        assertRefused(
                "WM-USAGE: Missing required option: '--out=DIR'. Run 'waymark example --help' for what can be given.",
                "example");
    }

    /** What was mistyped is what is missing: naming the second would not say why. */
    @Test
    void aMistypedOptionIsNamedBeforeTheOneThatIsMissingForIt() {
        assertRefused(
                "WM-USAGE: Unknown options: '--output', 'o'. Run 'waymark report --help' for what can be given.",
                "report",
                "--data",
                data,
                "--period",
                "2015/16",
                "--output",
                "o");
        assertRefused(
                "WM-USAGE: Unknown option: '--periode=2015/16'. Run 'waymark explain --help' for what can be given.",
                "explain",
                "--periode=2015/16");
    }

    @Test
    void anOptionWithoutValueIsOneError() {
        assertReportRefused(
                "WM-USAGE: Missing required parameter for option '--as-at' (DATE). Run 'waymark report --help' for"
                        + " what can be given.",
                "--as-at");
    }

    @Test
    void anUnknownCommandIsOneError() {
        assertRefused(
                "WM-USAGE: Unmatched argument at index 0: 'reprot'. Run 'waymark --help' for what can be given.",
                "reprot");
    }

    @Test
    void noCommandIsOneError() {
        assertRefused("WM-USAGE: no command given. Run 'waymark --help' for what can be given.");
    }

    // --- errors of the JVM

    private static Ran ended(Error error, String... arguments) {
        Writer failing = new StringWriter() {
            @Override
            public void write(String text, int from, int length) {
                throw error;
            }
        };
        StringWriter errors = new StringWriter();
        int exitCode = Main.run(new PrintWriter(failing), new PrintWriter(errors, true), arguments);
        return new Ran(exitCode, "", errors.toString());
    }

    @Test
    void memoryThatIsFullIsOneError() {
        assertRefused(
                "WM-MEMORY: the memory that Java was given is full. Give it more:"
                        + " WAYMARK_JAVA_OPTIONS=-Xmx8g for the launcher, -Xmx8g after java.",
                ended(new OutOfMemoryError("Java heap space"), "measures"));
    }

    @Test
    void anyOtherErrorOfTheJvmIsOneErrorTooAndDebugShowsWhereItComesFrom() {
        assertRefused(
                "WM-INTERNAL: java.lang.StackOverflowError: deep. This is a fault of Waymark: run again with --debug and"
                        + " report what it prints.",
                ended(new StackOverflowError("deep"), "measures"));
        Ran shown = ended(new StackOverflowError("deep"), "measures", "--debug");
        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.errorLines())
                .contains("java.lang.StackOverflowError: deep")
                .hasSizeGreaterThan(3);
    }

    // --- --debug

    @ParameterizedTest
    @ValueSource(strings = {"--debug validate", "validate --debug", "--debug validate --debug"})
    void debugAddsAStackTraceToAnInputError(String command) {
        Path nowhere = folder.resolve("nowhere");
        List<Object> arguments = new ArrayList<>(List.of((Object[]) command.split(" ")));
        arguments.addAll(List.of("--data", nowhere));

        Ran ran = Ran.command(arguments.toArray());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines().get(0))
                .isEqualTo(
                        "WM-DATA-FOLDER: there is no folder " + nowhere + ". Give the folder that holds families.csv.");
        assertThat(ran.errorLines().get(1)).startsWith("dev.waymark.WaymarkException: WM-DATA-FOLDER: ");
        assertThat(ran.errorLines()).anyMatch(line -> line.startsWith("\tat dev.waymark.cli.ValidateCommand.call("));
    }

    @Test
    void debugAddsAStackTraceToAUsageError() {
        Ran ran = Ran.command("--debug");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines().get(0))
                .isEqualTo("WM-USAGE: no command given. Run 'waymark --help' for what can be given.");
        assertThat(ran.errorLines()).anyMatch(line -> line.startsWith("\tat dev.waymark.cli.Main.run("));
    }

    @Test
    void debugAddsNothingWhereNothingFails() {
        Ran ran = council.report("--debug");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
    }

    // ---

    private void assertReportRefused(String message, Object... more) {
        assertRefused(message, council.report(more));
    }

    private void assertRefused(String message, Object... arguments) {
        assertRefused(message, Ran.command(arguments));
    }

    /** A message that is cut off after a blank goes on with what is not this test's. */
    private void assertRefused(String message, Ran ran) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errors()).endsWith(System.lineSeparator());
        assertThat(ran.errorLines()).hasSize(1);
        if (message.endsWith(" ")) {
            assertThat(ran.errorLines().get(0)).startsWith(message).endsWith(".");
        } else {
            assertThat(ran.errorLines()).containsExactly(message);
        }
        assertThat(folder.toFile().list()).containsExactly("data");
    }
}
