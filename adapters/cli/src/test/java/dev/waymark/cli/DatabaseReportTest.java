package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.example.ExampleCounty;
import dev.waymark.jdbc.EngineSource;
import dev.waymark.jdbc.TestDatabase;
import dev.waymark.jdbc.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** A database gives the report of the folder with the same records, byte for byte, on every engine. */
class DatabaseReportTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path county;
    private static Map<String, String> reportOfCounty;

    @BeforeAll
    static void theExampleCounty() throws IOException {
        county = Files.createDirectory(shared.resolve("county"));
        ExampleCounty.write(county);
        reportOfCounty = report(shared.resolve("report"), "--data", county);
    }

    @ParameterizedTest
    @EngineSource
    void anImportedCountyGivesTheSameBytes(TestEngine engine) throws IOException {
        TestDatabase database = engine.fresh(folder);
        Path credentials = credentials(database);

        Ran imported = Ran.command(
                "import", "--data", county, "--jdbc", database.url(), "--jdbc-credentials", credentials, "--create");
        assertThat(imported.errors()).isEmpty();
        assertThat(imported.exitCode()).isZero();

        assertThat(report(folder.resolve("out"), "--jdbc", database.url(), "--jdbc-credentials", credentials))
                .isEqualTo(reportOfCounty);
    }

    /**
     * All eleven tables as a council has them, texts throughout and with rows that break rules: what is rejected, and
     * on which line, is that of a file with the rows in the order of their identities.
     */
    @ParameterizedTest
    @EngineSource
    void textsWithErrorsGiveTheSameBytesAndLines(TestEngine engine) throws IOException {
        Map<String, String> tables = tablesWithErrors();
        Path data = Files.createDirectory(folder.resolve("data"));
        TestDatabase database = engine.fresh(folder);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(data.resolve(table.getKey() + ".csv"), table.getValue());
            load(engine, database, table.getKey(), table.getValue());
        }

        Map<String, String> ofFolder = report(folder.resolve("of-folder"), "--data", data);
        Map<String, String> ofDatabase = report(
                folder.resolve("of-database"), "--jdbc", database.url(), "--jdbc-credentials", credentials(database));

        assertThat(ofFolder.get("data-quality.csv").lines())
                .as("one row of each sort of error, so that the comparison is of something")
                .contains(
                        "episodes,3,closed,malformed,a date like 2015-04-01",
                        "episodes,4,family_id,orphan,an id of an accepted row of families",
                        "incidents,3,followed_up_on,contradiction,followed_up_on on or after date")
                .hasSizeGreaterThan(5);
        assertThat(ofDatabase).isEqualTo(ofFolder);
    }

    private static Map<String, String> tablesWithErrors() {
        Map<String, String> tables = new TreeMap<>();
        tables.put("families", "family_id,district\n1,Blaby\n2,\n3,Zoë's\n");
        tables.put(
                "individuals",
                "individual_id,family_id,birth_date,sex,ethnicity\n11,1,2001-05-06,F,White British\n"
                        + "12,1,2001-13-06,M,\n21,2,1980-01-01,?,A\n31,9,1980-01-01,F,A\n");
        tables.put(
                "episodes",
                "episode_id,family_id,service,opened,closed,worker_id\nE1,1,ifs,2015-04-07,2015-12-01,w1\n"
                        + "E2,2,ifs,2015-04-07,soon,w1\nE3,9,ifs,2015-04-07,,w1\nE4,3,ifs,2015-04-07,,\n"
                        + "E5,3,,2015-04-07,,\n");
        tables.put(
                "star_readings",
                "family_id,date,kind,star,physical-health,your-well-being\n1,2015-05-01,initial,,3,11\n"
                        + "1,2015-12-01,closure,,7,x\n3,2015-12-01,other,,7,8\n");
        tables.put(
                "assessments",
                "assessment_id,family_id,individual_id,date,kind\nA1,1,11,2015-05-01,initial\n"
                        + "A2,1,21,2015-05-01,initial\nA3,1,11,2015-11-01,closure\n");
        tables.put(
                "findings",
                "assessment_id,issue,present\nA1,bullying,no\nA1,rent-arrears,YES\nA3,rent-arrears,no\nA9,x,yes\n");
        tables.put(
                "school_terms",
                "individual_id,term_end,sessions_possible,sessions_absent,sessions_unauthorised,fixed_exclusions\n"
                        + "11,2015-07-20,120,10,2,0\n11,2015-12-18,120,130,2,0\n12,2015-07-20,-1,0,0,0\n");
        tables.put(
                "incidents",
                "incident_id,family_id,individual_id,date,kind,followed_up_on\n"
                        + "I1,1,11,2015-06-01,missing-episode,2015-06-03\n"
                        + "I2,1,11,2015-06-01,missing-episode,2015-05-03\n");
        tables.put("spells", "individual_id,kind,type,start,end\n21,training,,2015-01-01,\n");
        tables.put(
                "claims",
                "family_id,scheme,claimed_on,route,amount\n1,pbr,2016-01-01,employment,800.00\n"
                        + "2,pbr,2016-01-01,employment,8.001\n");
        tables.put(
                "budget",
                "year,kind,line,organisation,amount\n2015/16,expenditure,Staff,,-12.5\n2015/16,income,Grant,County,100\n");
        return tables;
    }

    private static void load(TestEngine engine, TestDatabase database, String table, String csv) {
        List<String> lines = csv.lines().toList();
        List<String> columns = List.of(lines.get(0).split(","));
        database.run("create table " + table + " ("
                + String.join(
                        ", ",
                        columns.stream()
                                .map(c -> engine.quoted(c) + " varchar(99)")
                                .toList()) + ")");
        // last first, so that no order of reading them as they lie gives the lines of the file
        for (int i = lines.size() - 1; i > 0; i--) {
            String[] cells = lines.get(i).split(",", -1);
            database.run("insert into " + table + " values ("
                    + String.join(
                            ", ",
                            Stream.of(cells)
                                    .map(cell -> cell.isEmpty() ? "null" : "'" + cell.replace("'", "''") + "'")
                                    .toList())
                    + ")");
        }
    }

    /** "exactly one of them". */
    @Test
    void aDataSetIsInOnePlace() {
        String either = "WM-USAGE: a data set is in a folder or in a database. Give either --data DIR or --jdbc URL.";
        Ran neither = Ran.command("validate");
        Ran both = Ran.command("validate", "--data", county, "--jdbc", "jdbc:h2:mem:x");

        assertThat(neither.errorLines()).containsExactly(either);
        assertThat(neither.exitCode()).isEqualTo(2);
        assertThat(both.errorLines()).containsExactly(either);
        assertThat(both.exitCode()).isEqualTo(2);
    }

    @Test
    void starsAndMappingForADatabaseStandInAFolder() throws IOException {
        TestDatabase database = TestEngine.H2
                .fresh(folder)
                .run(
                        "create table fwk_family (fam_ref varchar(9), locality varchar(9))",
                        "create table episodes (episode_id int, family_id int, service varchar(9), opened date)",
                        "insert into fwk_family values ('1', 'Blaby')",
                        "insert into episodes values (7, 1, 'ifs', '2015-05-01')");
        Path definitions = Files.createDirectory(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("mapping.json"), """
                {"format": "waymark-mapping/1", "tables": {"families": {"source": "fwk_family",
                 "columns": {"family_id": "fam_ref", "district": "Locality"}}}}
                """);

        Map<String, String> report = report(
                folder.resolve("out"),
                "--jdbc",
                database.url(),
                "--jdbc-credentials",
                credentials(database),
                "--definitions",
                definitions);

        assertThat(report.get("figures.csv")).contains("Blaby");
        assertThat(report.get("data-quality.csv")).isEqualToIgnoringNewLines("table,line,column,code,expected");
    }

    @Test
    void whatAnImportLeavesOutIsSaid() throws IOException {
        SmallCouncil council = new SmallCouncil(folder);
        council.write("families.csv", "family_id,district\n1,Blaby\n1,Melton\n");
        TestDatabase database = TestEngine.SQLITE.fresh(folder);

        Ran imported = Ran.command("import", "--data", council.data(), "--jdbc", database.url(), "--create");

        assertThat(imported.outLines())
                .containsExactly(
                        "table          rows written  rows or values rejected",
                        "families                  1                        1",
                        "episodes                  1                        2",
                        "star_readings             2                        0",
                        "",
                        "What was rejected is not in the database: waymark validate lists it.");
        assertThat(Ran.command("import", "--data", council.data(), "--jdbc", database.url(), "--create")
                        .errorLines())
                .containsExactly("WM-JDBC-NOT-EMPTY: the database has tables of the data format already (families,"
                        + " episodes, star_readings). Nothing was changed; give an empty database or schema.");
    }

    /** A report from the database would reject every reading of the Star, whose definition stayed behind. */
    @Test
    void anImportSaysThatStarsStayBehind() throws IOException {
        SmallCouncil council = new SmallCouncil(folder);
        council.write("stars/sleep.json", """
                {"format": "waymark-star/1", "id": "sleep-star", "version": "1", "title": "Sleep",
                 "areas": [{"code": "sleep", "title": "Sleep"}], "minScore": 1, "maxScore": 7, "threshold": 3,
                 "stages": [{"code": "all", "title": "All", "from": 1, "to": 7,
                             "inProgressBase": true, "littleOrNoSupport": true, "atLeastTrying": true}]}
                """);
        TestDatabase database = TestEngine.SQLITE.fresh(folder);

        assertThat(Ran.command("import", "--data", council.data(), "--jdbc", database.url(), "--create")
                        .outLines())
                .endsWith(
                        "",
                        "The definitions of the data set's own Stars are not in the database: give a folder with its"
                                + " stars/ as --definitions wherever --jdbc is given.");
    }

    @Test
    void anImportThatWasNotAskedToMakeTablesMakesNone() throws IOException {
        Ran refused = Ran.command("import", "--data", county, "--jdbc", "jdbc:h2:" + folder.resolve("db"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errorLines())
                .containsExactly("WM-USAGE: import makes the tables that it fills, which is to be said with --create."
                        + " Run 'waymark import --help' for what can be given.");
        assertThat(folder).isEmptyDirectory();
    }

    private Path credentials(TestDatabase database) throws IOException {
        return Files.writeString(
                folder.resolve("credentials"), "user=" + database.user() + "\npassword=" + database.password() + "\n");
    }

    /** The report of a data set, file by file. */
    private static Map<String, String> report(Path out, Object... source) {
        List<Object> arguments = new java.util.ArrayList<>(
                List.of("report", "--period", "2015/16", "--by", "district", "--by", "service", "--out", out));
        arguments.addAll(List.of(source));
        Ran ran = Ran.command(arguments.toArray());
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(out)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
