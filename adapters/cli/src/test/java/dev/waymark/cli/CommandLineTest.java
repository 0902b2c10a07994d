package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.example.ExampleCounty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command line as a user sees it: exit codes, what is printed, what is written. It changes the locale of the
 * process.
 */
@Isolated
class CommandLineTest {

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

    // --- report

    /**
     * "writes `report.json`, `figures.csv`, ..., `data-quality.csv`; prints a short summary and where the report is".
     */
    @Test
    void aReportIsWrittenToItsFolder() throws IOException {
        Ran ran = council.report();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(out.resolve("report.json")).isNotEmptyFile();
        assertThat(out.resolve("figures.csv")).isNotEmptyFile();
        assertThat(out.resolve("data-quality.csv")).hasContent("table,line,column,code,expected");
        assertThat(out).isDirectoryNotContaining("glob:**.part");
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.at("/format").textValue()).isEqualTo("waymark-report/1");
        assertThat(report.at("/period/label").textValue()).isEqualTo("2015/16");
        assertThat(report.at("/asAt").textValue()).isEqualTo("2016-03-31");
        assertThat(report.at("/dataQuality/rows").toString())
                .isEqualTo("{\"families\":3,\"episodes\":3,\"star_readings\":2}");
    }

    /**
     * Of three families one is opened and closed in the year, one worked with besides. Physical health: accepting help
     * (low) to finding what works, so progress in both bases; home and money: effective parenting twice, so in the base
     * of all starters alone, without progress. The other areas have no score, so no base.
     */
    @Test
    void aReportPrintsASummary() {
        assertThat(council.report().outLines().stream()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .startsWith(
                        "Report 2015/16, as at 2016-03-31",
                        "Families worked with 2, opened 1, closed 1; individuals -",
                        "",
                        "Stage progression: 1 of 1 families closed have a first and a last reading",
                        "",
                        "area low at first progress, of starters lower down progress, of all at least trying little"
                                + " support",
                        "physical-health 100.0 % 1 of 1 100.0 % 1 of 1 100.0 % 100.0 % 100.0 %",
                        "your-well-being - 0 of 0 - 0 of 0 - - -")
                .contains("home-and-money 0.0 % 0 of 0 - 0 of 1 0.0 % 100.0 % 100.0 %")
                .endsWith("Rejected rows or values: 0", "", "Report: " + out.resolve("report.html"));
    }

    @Test
    void onlyTheMeasuresAskedForAreInAReport() throws IOException {
        council.report("--measures", "familystar.end,activity", "--measures", "familystar.base");

        assertThat(texts(read(out).at("/definitions"), "/measure"))
                .containsExactly("activity", "familystar.base", "familystar.end");
    }

    /** One family is fewer than six: dfe takes out every count of it, and says so. */
    @Test
    void smallNumbersAreProtected() throws IOException {
        Ran ran = council.report("--disclosure", "dfe");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(Files.readString(out.resolve("figures.csv"), StandardCharsets.UTF_8))
                .containsPattern("activity,families-closed,+count,suppressed,primary,\\[c\\],");
        assertThat(texts(read(out).at("/definitions"), "/measure")).last().isEqualTo("disclosure");
    }

    @Test
    void aPolicyOfOnesOwnIsAFile() throws IOException {
        Path policy = Files.writeString(folder.resolve("own.json"), """
                {"format": "waymark-disclosure/1", "id": "own", "version": "3", "title": "Ours", "source": "Plan, page 2",
                 "suppressUpTo": 0, "complements": false, "rounding": {"method": "midpoint", "to": 10}}
                """);

        Ran ran = council.report("--disclosure", policy);

        assertThat(ran.exitCode()).isZero();
        assertThat(Files.readString(out.resolve("figures.csv"), StandardCharsets.UTF_8))
                .containsPattern("activity,families-closed,+count,value,,5,");
    }

    @Test
    void aPolicyThatIsNoneIsRefusedBeforeAnythingIsRead() {
        Ran ran = council.report("--disclosure", "dfee");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-DISCLOSURE: there is no disclosure policy 'dfee'. Take one of none, dfe, nhs,"
                        + " midpoint6, or give the file of your own.");
        assertThat(out).doesNotExist();
    }

    @Test
    void aPrefixStandsForItsMeasures() throws IOException {
        council.report("--measures", "familystar");

        assertThat(texts(read(out).at("/definitions"), "/measure"))
                .containsExactly(
                        "familystar.base",
                        "familystar.start",
                        "familystar.end",
                        "familystar.progress",
                        "familystar.transitions",
                        "familystar.scores",
                        "familystar.family");
    }

    /** "the figures without the dimension come first, then again for each district of the data". */
    @Test
    void aReportIsSplit() throws IOException {
        council.report("--by", "district", "--by", "service", "--measures", "activity");

        List<String> worked = new ArrayList<>();
        for (JsonNode figure : read(out).at("/figures")) {
            if (figure.at("/figure").textValue().equals("families-worked-with")) {
                worked.add(figure.at("/dimensions") + " " + figure.at("/value"));
            }
        }
        assertThat(worked)
                .containsExactly(
                        "{} 2",
                        "{\"district\":\"Blaby\"} 1",
                        "{\"district\":\"Melton\"} 1",
                        "{\"district\":\"not-recorded\"} 0",
                        "{\"service\":\"ifs\"} 2");
    }

    @Test
    void anEarlierReportIsReplaced() throws IOException {
        council.report("--by", "district");
        council.report();
        byte[] second = Files.readAllBytes(out.resolve("report.json"));
        Path other = folder.resolve("other");
        SmallCouncil.report(data, other);

        assertThat(second).isEqualTo(Files.readAllBytes(other.resolve("report.json")));
    }

    /** "The same input gives the same bytes: no clock time, no map order, no file path, no thread count in it." */
    @Test
    void theSameDataInAnotherFolderGiveTheSameBytes() throws IOException {
        council.report();
        Path moved = Files.move(data, folder.resolve("somewhere else"));
        Path other = folder.resolve("other");
        SmallCouncil.report(moved, other);

        assertSameReport(out, other);
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Kathmandu", "ar-EG-u-nu-arab, Pacific/Kiritimati", "de-DE, Pacific/Pago_Pago"})
    void thePlaceOfTheComputerIsNotInAReport(String locale, String zone) throws IOException {
        council.report();
        Path other = folder.resolve("other");
        Locale here = Locale.getDefault();
        TimeZone now = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            SmallCouncil.report(data, other);
        } finally {
            Locale.setDefault(here);
            TimeZone.setDefault(now);
        }

        assertSameReport(out, other);
    }

    /**
     * No row of the example county is rejected, so that no line is in its report: the order of rows must not be either.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheRowsIsNotInAReport(long seed) throws IOException {
        Path county = folder.resolve("county");
        Path shuffled = folder.resolve("shuffled");
        ExampleCounty.write(county);
        shuffleRows(county, shuffled, new Random(seed));

        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        for (Path[] run : new Path[][] {{county, first}, {shuffled, second}}) {
            Ran ran = Ran.command(
                    "report",
                    "--data",
                    run[0],
                    "--period",
                    "2015/16",
                    "--by",
                    "district",
                    "--by",
                    "service",
                    "--out",
                    run[1]);
            assertThat(ran.errors()).isEmpty();
        }

        assertSameReport(first, second);
    }

    private static void shuffleRows(Path from, Path to, Random random) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
                Collections.shuffle(rows, random);
                rows.add(0, lines.get(0));
                Files.write(to.resolve(file.getFileName()), rows);
            }
        }
    }

    // --- rejected rows

    /** Row 4 of the families lacks a field; episode 10 is of no family, 11 was opened on no day, 12 is of nobody. */
    private void withRejections() throws IOException {
        council.write("families.csv", SmallCouncil.FAMILIES + "4\n");
        council.write(
                "episodes.csv",
                SmallCouncil.EPISODES + "10,99,ifs,2015-05-01,,\n11,1,ifs,2015-13-01,,\n12,,ifs,2015-05-01,,\n");
        council.write("individuals.csv", "individual_id,family_id,birth_date,sex\n31,1,2001-02-03,Q\n");
    }

    /** "A row that breaks a rule is *rejected*: left out, counted, and listed"; only strict mode fails for it. */
    @Test
    void rejectedRowsDoNotStopAReport() throws IOException {
        withRejections();

        Ran ran = council.report();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines())
                .contains(
                        "Families worked with 2, opened 1, closed 1; individuals 1",
                        "Rejected rows or values: 5 (see data-quality.csv)")
                .endsWith(
                        "",
                        "Rejected by table and rule, the most frequent first:",
                        "",
                        "table        column     reason     how many  first line  expected there",
                        "families     the row    malformed         1           5  2 fields",
                        "individuals  sex        malformed         1           2  one of F, M, X",
                        "episodes     family_id  orphan            1           5  an id of an accepted row of families",
                        "episodes     opened     malformed         1           6  a date like 2015-04-01",
                        "episodes     family_id  missing           1           7  a text",
                        "",
                        "Report: " + out.resolve("report.html"));
        assertThat(Files.readAllLines(out.resolve("data-quality.csv")))
                .containsExactly(
                        "table,line,column,code,expected",
                        "families,5,,malformed,2 fields",
                        "individuals,2,sex,malformed,\"one of F, M, X\"",
                        "episodes,5,family_id,orphan,an id of an accepted row of families",
                        "episodes,6,opened,malformed,a date like 2015-04-01",
                        "episodes,7,family_id,missing,a text");
    }

    @Test
    void rejectedRowsDoNotFailAValidation() throws IOException {
        withRejections();

        Ran ran = council.validate();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines())
                .containsExactly(
                        "table          rows read  rows or values rejected",
                        "families               4                        1",
                        "individuals            1                        1",
                        "episodes               6                        3",
                        "star_readings          2                        0",
                        "",
                        "Tables that are not there: assessments, findings, school_terms, incidents, spells, claims,"
                                + " budget",
                        "",
                        "families line 5: malformed, expected 2 fields",
                        "individuals line 2, sex: malformed, expected one of F, M, X",
                        "episodes line 5, family_id: orphan, expected an id of an accepted row of families",
                        "episodes line 6, opened: malformed, expected a date like 2015-04-01",
                        "episodes line 7, family_id: missing, expected a text",
                        "",
                        "Rejected by table and rule, the most frequent first:",
                        "",
                        "table        column     reason     how many  first line  expected there",
                        "families     the row    malformed         1           5  2 fields",
                        "individuals  sex        malformed         1           2  one of F, M, X",
                        "episodes     family_id  orphan            1           5  an id of an accepted row of families",
                        "episodes     opened     malformed         1           6  a date like 2015-04-01",
                        "episodes     family_id  missing           1           7  a text");
    }

    /** As Excel exports it: the way to have it read is not to be guessed from "malformed". */
    @Test
    void tableWithDatesOfAnotherKindIsToldOfThePattern() throws IOException {
        council.write("star_readings.csv", "family_id,date,kind,physical-health\n1,10/05/2015,initial,4\n");

        assertThat(council.validate().outLines())
                .endsWith(
                        "WARNING: no row of star_readings was accepted, of 1 read. Most frequent reason, 1 times: date"
                                + " malformed, expected a date like 2015-04-01. Other dates are read by the datePattern that a"
                                + " mapping.json gives them, such as dd/MM/yyyy.");
    }

    /** Two rows of the families have a field of two, one has no id, and so nothing refers to a family any more. */
    @Test
    void tablesOfWhichNoRowWasAcceptedAreNamedWithTheReason() throws IOException {
        council.write("families.csv", "family_id,district\n,Blaby\n2\n3\n");
        council.write("individuals.csv", "individual_id,family_id\n");
        List<String> said = List.of(
                "",
                "Rejected by table and rule, the most frequent first:",
                "",
                "table          column     reason     how many  first line  expected there",
                "episodes       family_id  orphan            3           2  an id of an accepted row of families",
                "families       the row    malformed         2           3  2 fields",
                "star_readings  family_id  orphan            2           2  an id of an accepted row of families",
                "families       family_id  missing           1           2  a text",
                "",
                "WARNING: no row of families was accepted, of 3 read. Most frequent reason, 2 times: the row malformed,"
                        + " expected 2 fields",
                "",
                "WARNING: no row of episodes was accepted, of 3 read. Most frequent reason, 3 times: family_id orphan,"
                        + " expected an id of an accepted row of families",
                "",
                "WARNING: no row of star_readings was accepted, of 2 read. Most frequent reason, 2 times: family_id"
                        + " orphan, expected an id of an accepted row of families");

        Ran validated = council.validate();
        Ran reported = council.report();

        assertThat(validated.exitCode()).isZero();
        assertThat(validated.outLines()).endsWith(said.toArray(String[]::new));
        assertThat(reported.exitCode()).isZero();
        assertThat(String.join("\n", reported.outLines()))
                .endsWith(String.join("\n", said) + "\n\nReport: " + out.resolve("report.html"));
        assertThat(validated.errors() + reported.errors()).isEmpty();
    }

    /** A reading that loses all its scores stands. */
    @Test
    void aTableThatLostValuesOnlyIsNotNamed() throws IOException {
        council.write("star_readings.csv", "family_id,date,kind,physical-health\n1,2015-05-10,initial,11\n");

        assertThat(council.validate().outLines())
                .contains("star_readings          1                        1")
                .noneMatch(line -> line.startsWith("WARNING"));
    }

    /** Twelve rules are broken, each once but one, which is broken twice. */
    @Test
    void theRulesThatRejectedMostAreListed() throws IOException {
        council.write("families.csv", SmallCouncil.FAMILIES + "4\n,Blaby\n1,Blaby\n");
        council.write("episodes.csv", SmallCouncil.EPISODES + """
                ,1,ifs,2015-05-01,,
                10,,ifs,2015-05-01,,
                11,99,ifs,2015-05-01,,
                12,1,,2015-05-01,,
                13,1,ifs,,,
                14,1,ifs,x,,
                15,1,ifs,1850-01-01,,
                16,1,ifs,2015-05-01,x,
                17,1,ifs,2015-05-01,2015-04-30,
                18,1,ifs,2015-05-01,2015-04-29,
                """);

        List<String> lines = council.validate().outLines();

        assertThat(lines.subList(lines.size() - 12, lines.size()))
                .startsWith(
                        "table     column      reason         how many  first line  expected there",
                        "episodes  closed      contradiction         2          13  closed on or after opened",
                        "families  the row     malformed             1           5  2 fields")
                .endsWith(
                        "episodes  opened      malformed             1          10  a date like 2015-04-01",
                        "and 2 more, by which 2 rows or values were rejected: --json lists all.");
        assertThat(council.report().outLines())
                .contains("and 2 more, by which 2 rows or values were rejected: data-quality.csv lists all.");
    }

    /** "*Strict* mode fails the run on any rejection and lists the first 100." */
    @ParameterizedTest
    @ValueSource(strings = {"report", "validate", "explain", "families"})
    void rejectedRowsFailAStrictRun(String command) throws IOException {
        withRejections();

        Ran ran = switch (command) {
            case "report" -> council.report("--strict");
            case "validate" -> council.validate("--strict");
            case "families" -> council.families("activity/families-closed", "--strict");
            default -> council.explain("activity", "1", "--strict");
        };

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errorLines())
                .containsExactly(
                        "WM-STRICT: 5 rows or values were rejected in strict mode; the first 5 are listed. Correct the"
                                + " data, or run without strict mode to leave them out.",
                        "families line 5: malformed, expected 2 fields",
                        "individuals line 2, sex: malformed, expected one of F, M, X",
                        "episodes line 5, family_id: orphan, expected an id of an accepted row of families",
                        "episodes line 6, opened: malformed, expected a date like 2015-04-01",
                        "episodes line 7, family_id: missing, expected a text");
        assertNothingWritten();
    }

    @Test
    void aStrictRunListsTheFirstHundred() throws IOException {
        council.write("families.csv", SmallCouncil.FAMILIES + "4\n".repeat(101));

        Ran ran = council.report("--strict");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .hasSize(101)
                .startsWith(
                        "WM-STRICT: 101 rows or values were rejected in strict mode; the first 100 are listed. Correct"
                                + " the data, or run without strict mode to leave them out.",
                        "families line 5: malformed, expected 2 fields")
                .endsWith("families line 104: malformed, expected 2 fields");
        assertNothingWritten();
    }

    @Test
    void aStrictRunOfCleanDataIsAsAnyOther() throws IOException {
        assertThat(council.report("--strict").exitCode()).isZero();
        Path other = folder.resolve("other");
        SmallCouncil.report(data, other);

        assertSameReport(out, other);
    }

    // --- validate

    @Test
    void aValidationListsTheFirstHundred() throws IOException {
        council.write("families.csv", SmallCouncil.FAMILIES + "4\n".repeat(1500));

        Ran ran = council.validate();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines())
                .hasSize(4 + 2 + 1 + 100 + 1 + 5)
                .contains("families           1,503                    1,500")
                .endsWith(
                        "families line 104: malformed, expected 2 fields",
                        "and 1,400 more: --json lists all.",
                        "",
                        "Rejected by table and rule, the most frequent first:",
                        "",
                        "table     column   reason     how many  first line  expected there",
                        "families  the row  malformed     1,500           5  2 fields");
    }

    /** What is printed is English wherever it is printed. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "ar-EG-u-nu-arab"})
    void aValidationReadsTheSameEverywhere(String locale) throws IOException {
        council.write("families.csv", SmallCouncil.FAMILIES + "4\n".repeat(1500));
        Locale here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(council.validate().outLines())
                    .contains("families           1,503                    1,500", "and 1,400 more: --json lists all.")
                    .endsWith("families  the row  malformed     1,500           5  2 fields");
        } finally {
            Locale.setDefault(here);
        }
    }

    /** "unknown columns ignored with one notice each". */
    @Test
    void aValidationListsNotices() throws IOException {
        council.write("families.csv", "family_id,district,lead\n1,Blaby,x\n2,Melton,y\n3,,z\n");

        Ran ran = council.validate();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).endsWith("", "notice unknown-column: families, column lead, 1 times");
    }

    // commas that Excel writes behind the last column
    @Test
    void aColumnWithoutANameIsCalledThat() throws IOException {
        council.write("families.csv", "family_id,district,,\n1,Blaby,,\n2,Melton,,\n3,,,\n");

        assertThat(council.validate().outLines())
                .endsWith("", "notice unknown-column: families, a column without a name, 1 times");
    }

    /** District and note are no columns of their tables, chimney-fires is no issue of the taxonomy. */
    @Test
    void aReportSaysHowManyNoticesOfWhichKindThereAre() throws IOException {
        council.write("families.csv", "family_id,District\n1,Blaby\n2,Melton\n3,\n");
        council.write("assessments.csv", "assessment_id,family_id,date,kind,note\nA,1,2015-05-10,initial,x\n");
        council.write("findings.csv", "assessment_id,issue,present\nA,chimney-fires,yes\n");

        assertThat(council.report().outLines())
                .endsWith(
                        "Rejected rows or values: 0",
                        "Notices: 2 unknown-column, 1 unknown-issue (see report.html)",
                        "",
                        "Report: " + out.resolve("report.html"));
    }

    /** A misspelt file leaves its table absent, which is no error. */
    @Test
    void filesThatNothingReadsAreNamed() throws IOException {
        council.write("individual.csv", "individual_id,family_id\n31,1\n");
        String line = "Files that are not read, because no table has their name: individual.csv";

        assertThat(council.validate().outLines())
                .endsWith(
                        "Tables that are not there: individuals, assessments, findings, school_terms, incidents, spells,"
                                + " claims, budget",
                        line);
        assertThat(council.report().outLines())
                .endsWith("Rejected rows or values: 0", line, "", "Report: " + out.resolve("report.html"));
    }

    @Test
    void filesAreNotNamedWhereAMappingMayReadThem() throws IOException {
        council.write("individual.csv", "individual_id,family_id\n31,1\n");
        council.write("mapping.json", """
                {"format": "waymark-mapping/1", "tables": {"individuals": {"source": "individual.csv",
                  "columns": {"individual_id": "individual_id", "family_id": "family_id"}}}}
                """);

        assertThat(council.validate().outLines()).noneMatch(line -> line.startsWith("Files"));
    }

    @Test
    void aValidationAsJsonHasEverything() throws IOException {
        withRejections();

        Ran ran = council.validate("--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        JsonNode quality = new ObjectMapper().readTree(ran.out());
        assertThat(quality.at("/format").textValue()).isEqualTo("waymark-data-quality/1");
        assertThat(quality.at("/dataQuality/rows").toString())
                .isEqualTo("{\"families\":4,\"individuals\":1,\"episodes\":6,\"star_readings\":2}");
        assertThat(quality.at("/dataQuality/rejected")).hasSize(5);
        assertThat(quality.at("/dataQuality/rejected/2").toString())
                .isEqualTo("{\"table\":\"episodes\",\"line\":5,\"column\":\"family_id\",\"code\":\"orphan\","
                        + "\"expected\":\"an id of an accepted row of families\"}");
    }

    @Test
    void aValidationWritesNoFile() {
        council.validate();

        assertNothingWritten();
    }

    // --- explain

    @Test
    void anExplanationSaysWhereAFamilyCountsAndWhy() throws IOException {
        Ran ran = council.explain("familystar.progress", "1");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        JsonNode explanation = new ObjectMapper().readTree(ran.out());
        assertThat(explanation.at("/measure").textValue()).isEqualTo("familystar.progress");
        assertThat(explanation.at("/family").textValue()).isEqualTo("1");
        assertThat(explanation.at("/period").textValue()).isEqualTo("2015/16");
        assertThat(explanation.at("/asAt").textValue()).isEqualTo("2016-03-31");
        // physical health, 4 to 7, from the stage accepting help: one of one
        JsonNode progress = explanation.at("/counts/0");
        assertThat(progress.at("/figure").textValue()).isEqualTo("positive-progress");
        assertThat(progress.at("/dimensions").toString()).isEqualTo("{\"area\":\"physical-health\"}");
        assertThat(progress.at("/numerator").intValue()).isEqualTo(1);
        assertThat(progress.at("/denominator").intValue()).isEqualTo(1);
        assertThat(texts(explanation.at("/records"), "/date"))
                .containsExactly("2015-05-01", "2015-05-10", "2015-12-01");
    }

    @Test
    void anExplanationGoesByTheAsAtDate() throws IOException {
        Ran ran = council.explain("familystar.progress", "1", "--as-at", "2015-11-30");

        JsonNode explanation = new ObjectMapper().readTree(ran.out());
        assertThat(explanation.at("/asAt").textValue()).isEqualTo("2015-11-30");
        // "a closing ... after it is empty": not closed yet, so in no figure of the Stars
        assertThat(explanation.at("/counts")).isEmpty();
    }

    @Test
    void anExplanationToBeReadSaysThatAFamilyCountsNowhere() {
        Ran ran = council.explain("familystar.progress", "1", "--as-at", "2015-11-30", "--text");

        assertThat(ran.outLines())
                .contains("Counts in no figure of this measure.")
                .doesNotContain("Counts in:");
    }

    // --- what is read is read once

    /** A mapping from a pipe is gone once it was read, and so is a folder's list once the report stands in it. */
    @Test
    void filesThatAreNotReadAreThoseThatWereThereBefore() throws IOException {
        council.write("notes.csv", "a\n1\n");

        Ran ran = SmallCouncil.report(council.data(), council.data());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).contains("Files that are not read, because no table has their name: notes.csv");
    }

    // --- example

    @Test
    void exampleIsNotWrittenOverAnotherDataSet() throws IOException {
        Map<String, String> before = contents(council.data());

        Ran ran = Ran.command("example", "--out", council.data());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-OUT: the folder " + council.data()
                        + " holds another data set (families.csv). Give another folder with --out.");
        assertThat(contents(council.data())).isEqualTo(before);
    }

    /** Its tables have names of their own; those of the example would be read beside them. */
    @Test
    void exampleIsNotWrittenBesideAMapping() throws IOException {
        Files.writeString(Files.createDirectories(council.out()).resolve("mapping.json"), "{}");

        assertThat(Ran.command("example", "--out", council.out()).errorLines())
                .containsExactly("WM-OUT: the folder " + council.out()
                        + " holds another data set (mapping.json). Give another folder with --out.");
        assertThat(council.out().toFile().list()).containsExactly("mapping.json");
    }

    /** A report on the example in its own folder is no data set. */
    @Test
    void exampleMayBeWrittenAgain() throws IOException {
        assertThat(Ran.command("example", "--out", council.out()).exitCode()).isZero();
        Files.writeString(council.out().resolve("data-quality.csv"), "table,line,column,code,expected\n");
        Map<String, String> before = contents(council.out());

        assertThat(Ran.command("example", "--out", council.out()).exitCode()).isZero();
        assertThat(contents(council.out())).isEqualTo(before);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    // --- families

    /** Family 1 goes from 4 to 7 on physical health, a stage up, and from 10 to 9, in one stage, on home and money. */
    @Test
    void familiesBehindAFigureAreListedWithWhatTheyGiveToIt() {
        assertThat(council.families("familystar.progress/positive-progress-all", "--dimension", "area=physical-health"))
                .isEqualTo(
                        new Ran(0, "family_id,value,numerator,denominator,sum,first,last\r\n1,100.0,1,1,,,\r\n", ""));
        assertThat(council.families(
                                "familystar.progress/positive-progress-all",
                                "--dimension",
                                "area=home-and-money",
                                "--dimension",
                                "district=Blaby")
                        .outLines())
                .containsExactly("family_id,value,numerator,denominator,sum,first,last", "1,0.0,0,1,,,");
    }

    /** Family 1 is worked with and 2 is, in Melton; 1 is closed after the last day of November. */
    @Test
    void familiesBehindAFigureGoByDistrictAndAsAtDate() {
        assertThat(council.families("activity/families-worked-with").outLines())
                .containsExactly("family_id,value,numerator,denominator,sum,first,last", "1,1,,,,,", "2,1,,,,,");
        assertThat(council.families("activity/families-worked-with", "--dimension", "district=Melton")
                        .outLines())
                .containsExactly("family_id,value,numerator,denominator,sum,first,last", "2,1,,,,,");
        assertThat(council.families("activity/families-closed", "--as-at", "2015-11-30")
                        .outLines())
                .containsExactly("family_id,value,numerator,denominator,sum,first,last");
    }

    /** A formula in an id would run where the list is opened. */
    @Test
    void idThatIsAFormulaStaysTextInTheListOfFamilies() throws IOException {
        council.write("families.csv", "family_id,district\n=1+1,Blaby\n");
        council.write("episodes.csv", "episode_id,family_id,service,opened,closed\n7,=1+1,ifs,2015-05-01,\n");
        council.write("star_readings.csv", "family_id,date,kind,physical-health\n");

        assertThat(council.families("activity/families-opened").outLines()).endsWith("'=1+1,1,,,,,");
    }

    /**
     * 1 progresses on physical health, of the one area in which it started lower down; it did not on home and money.
     */
    @Test
    void anExplanationToBeReadHasTheNumbersBehindEachFigure() {
        assertThat(council.explain("familystar.progress", "1", "--text").outLines())
                .contains(
                        "  positive-progress {area=physical-health}: 1 of 1 (100.0 %)",
                        "  positive-progress-all {area=home-and-money}: 0 of 1 (0.0 %)");
        // 2015-05-01 to 2015-12-01 are 214 days
        assertThat(council.explain("activity", "1", "--text").outLines())
                .contains("  families-closed: 1 count", "  mean-weeks-involved: 30.571429 over 1 (30.6 weeks)");
    }

    /** A reader adds ages and workers up by the records. */
    @Test
    void anExplanationOfActivityHasMembersAndWorkers() throws IOException {
        council.write(
                "individuals.csv", "individual_id,family_id,birth_date,ethnicity\n11,1,2010-05-02,white\n12,1,,\n");

        assertThat(council.explain("activity", "1", "--text").outLines())
                .contains(
                        "  episodes 7 of 2015-05-01 (entry, opening, counted) {closed=2015-12-01, service=ifs, worker=w1}",
                        "  individuals 11 of 2015-05-01 (age taken on this day) {age=4, birth_date=2010-05-02,"
                                + " ethnicity=white}",
                        "  individuals 12 of 2015-05-01 (age taken on this day) {age=, birth_date=, ethnicity=}");
    }

    /**
     * First reading 2015-05-10: reviews are due every 84 days, on 2015-08-02 and 2015-10-25; the closure is of
     * December.
     */
    @Test
    void anExplanationOfTimelinessHasEachReviewThatWasDue() throws IOException {
        council.write("star_readings.csv", READ_ONCE_MORE);

        assertThat(council.explain("timeliness", "1", "--text").outLines())
                .contains(
                        "review due on 2015-08-02 in episode 7: IN-TIME",
                        "review due on 2015-10-25 in episode 7: LATE",
                        "  review-in-time: 1 of 2 (50.0 %)");
    }

    private static final String READ_ONCE_MORE = SmallCouncil.READINGS + "1,2015-08-02,review,5,9\n";

    /** A budget is of no family: an empty list alone would say that nobody counts. */
    @Test
    void figureOfABudgetHasNoFamiliesAndSaysSo() throws IOException {
        council.write("budget.csv", "year,kind,line,organisation,amount\n2015/16,income,grant,,1000\n");

        Ran ran = council.families("pbr.finance/income", "--dimension", "year=2015/16");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).hasSize(1);
        assertThat(ran.errorLines())
                .containsExactly(
                        "No family is behind pbr.finance/income{year=2015/16}: what it counts, such as a budget,"
                                + " belongs to none.");
    }

    /** The council's work of 2015/16 goes on for who was never closed, so 2025/26 has families too. */
    @Test
    void reportAsksWhetherAPeriodWithoutAnyChangeIsMeant() {
        String asked = "No work began or ended in the period: is it the one meant?";

        assertThat(Ran.command("report", "--data", council.data(), "--period", "2025/26", "--out", council.out())
                        .outLines())
                .contains(asked);
        assertThat(council.report().outLines()).doesNotContain(asked);
    }

    // --- a year without a scheme

    /** Supporting Families would run as at 2023-03-31, had it the numbers that no source gives. */
    @Test
    void reportSaysThatNoSchemeRuns() {
        String none =
                "Payment by results: no scheme with all its numbers has 2023-03-31 in its years, so none runs. Name"
                        + " one with --scheme, or give your own with --schemes.";

        assertThat(Ran.command("report", "--data", council.data(), "--period", "2022/23", "--out", council.out())
                        .outLines())
                .contains(none);
        assertThat(council.report().out()).doesNotContain("Payment by results:");
        assertThat(Ran.command(
                                "report",
                                "--data",
                                council.data(),
                                "--period",
                                "2022/23",
                                "--measures",
                                "activity",
                                "--out",
                                council.out())
                        .out())
                .as("nobody asked")
                .doesNotContain("Payment by results:");
    }

    // --- measures, example, help, version

    @Test
    void measuresAreListed() {
        Ran ran = Ran.command("measures");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines().get(0)).matches("measure +version +title +from +source of the rule");
        assertThat(ran.outLines().stream()
                        .skip(1)
                        .map(line -> line.split(" +", 2)[0])
                        .toList())
                .containsSubsequence(
                        "activity",
                        "familystar.base",
                        "familystar.start",
                        "familystar.end",
                        "familystar.progress",
                        "familystar.transitions",
                        "familystar.scores",
                        "familystar.family");
    }

    /** A report that is made every night would lose the measures of a build that failed, and nobody would see it. */
    @Test
    void aPluginFolderWithoutJarsAddsNothingAndSaysSo() {
        Ran ran = Ran.command("measures", "--plugins", data);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualTo(Ran.command("measures").out());
        assertThat(ran.errorLines())
                .containsExactly("No measure comes from the folder " + data + ": none of its jars names a provider in"
                        + " META-INF/services/dev.waymark.measure.MeasureProvider.");
    }

    @Test
    void theExampleIsWrittenAndReadWithoutRejections() throws IOException {
        Path county = folder.resolve("new/county");

        Ran ran = Ran.command("example", "--out", county);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines()).containsExactly("Example county: " + county);
        Ran validated = Ran.command("validate", "--data", county, "--strict", "--json");
        assertThat(validated.exitCode()).isZero();
        assertThat(new ObjectMapper().readTree(validated.out()).at("/dataQuality/rejected"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpListsTheCommands(String option) {
        Ran ran = Ran.command(option);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines().get(0)).isEqualTo("Usage: waymark [-hV] [--debug] [COMMAND]");
        assertThat(ran.out()).contains("report", "validate", "explain", "families", "example", "measures");
    }

    /** A command that is named first is set up alone; behind an option it is found among all of them. */
    @Test
    void aCommandIsTheSameWhetherItIsNamedFirstOrNot() {
        for (String arguments :
                List.of("measures", "report --no-such-option", "claims propose", "claims repotr", "rep")) {
            Ran first = Ran.command((Object[]) arguments.split(" "));
            Ran behind = Ran.command((Object[]) ("--debug " + arguments).split(" "));

            assertThat(behind.exitCode()).as(arguments).isEqualTo(first.exitCode());
            assertThat(behind.out()).as(arguments).isEqualTo(first.out());
            String index = "(?<=at index )[0-9]+";
            assertThat(behind.errors().replaceAll(index, "n"))
                    .as(arguments)
                    .startsWith(first.errors().replaceAll(index, "n"));
            assertThat(behind.errors().contains("\tat ")).as(arguments).isEqualTo(first.exitCode() != 0);
        }
        assertThat(Ran.command("report", "--no-such-option", "--debug").errors())
                .contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "validate", "explain", "families", "example", "measures"})
    void everyCommandHasHelp(String command) {
        Ran ran = Ran.command(command, "--help");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines().get(0)).startsWith("Usage: waymark " + command + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsPrinted(String option) {
        assertThat(Ran.command(option)).isEqualTo(new Ran(0, "waymark (not from a jar)" + System.lineSeparator(), ""));
    }

    // ---

    private void assertNothingWritten() {
        assertThat(folder.toFile().list()).containsExactly("data");
    }

    private static void assertSameReport(Path left, Path right) throws IOException {
        for (String name : List.of("report.html", "report.json", "figures.csv", "data-quality.csv")) {
            assertThat(Files.mismatch(left.resolve(name), right.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    private static JsonNode read(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private static List<String> texts(JsonNode list, String path) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.at(path).textValue())
                .toList();
    }

    // --- issues

    /** Two forms a family: closed with debt gone; forms beside the small council's data. */
    private void forms() throws IOException {
        List<String> families = Files.readAllLines(data.resolve("episodes.csv"));
        String columns = families.get(0);
        assertThat(columns).startsWith("episode_id,family_id,service,opened,closed");
        String[] closed = families.stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[4].startsWith("2015") || cells[4].startsWith("2016"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                data.resolve("assessments.csv"),
                "assessment_id,family_id,individual_id,date,kind\nA," + closed[1] + ",," + closed[3] + ",initial\nB,"
                        + closed[1] + ",," + closed[4] + ",closure\n");
        Files.writeString(
                data.resolve("findings.csv"),
                "assessment_id,issue,present\nA,debt,yes\nA,our-own,yes\nB,debt,no\nB,our-own,yes\n");
    }

    @Test
    void theSummaryNamesTheIssuesThatStandOut() throws IOException {
        forms();

        assertThat(council.report().outLines().stream()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .containsSequence(
                        "Most frequent issues at the first form:",
                        "",
                        "issue level at first at last of",
                        "debt family 1 0 1",
                        "our-own family 1 1 1",
                        "",
                        "Issues that fell most from the first to the last form:",
                        "",
                        "issue level at first at last of",
                        "debt family 1 0 1");
    }

    @Test
    void aCouncilsOwnTaxonomyAndParametersAreTaken() throws IOException {
        forms();
        Path own = Files.writeString(folder.resolve("own.json"), """
                {"format": "waymark-issues/1", "id": "own", "version": "1", "extends": "family-support",
                 "needs": [{"code": "housing", "label": "Housing"}],
                 "issues": [{"code": "our-own", "label": "Our own", "level": "family", "need": "housing"}]}
                """);
        assertThat(council.report().exitCode()).isZero();
        assertThat(notices()).contains("unknown-issue");

        Ran ran = council.report("--taxonomy", own.toString(), "--set", "eligibility.least-needs=1");

        assertThat(ran.errors()).isEmpty();
        assertThat(notices()).isEqualTo("[]");
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.at("/definitions").toString()).contains("{\"least-needs\":\"1\"}");
        assertThat(report.at("/figures").toString()).contains("{\"need\":\"housing\"}");
    }

    private String notices() throws IOException {
        return new ObjectMapper()
                .readTree(out.resolve("report.json").toFile())
                .at("/dataQuality/notices")
                .toString();
    }
}
