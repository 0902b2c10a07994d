package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.store.Answers;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.store.StoredTable;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String EPISODES_MAPPED = """
            {"episodes": {"source": "FWK_EPISODE", "datePattern": "dd/MM/yyyy",
              "columns": {"episode_id": "EP_ID", "family_id": "FAM_REF",
                          "service": {"constant": "intensive-family-support"},
                          "opened": "START_DT", "closed": "END_DT"}}}
            """;

    private static final String FINDINGS_MAPPED = """
            {"findings": {"source": "FORM_ANSWER",
              "columns": {"assessment_id": "FORM_ID",
                          "issue": {"column": "Q_CODE", "values": {"Q17": "rent-arrears"}},
                          "present": {"column": "ANSWER", "values": {"Y": "yes", "N": "no", "": "unknown"}}}}}
            """;

    private static Mapping mapping(String tables) {
        return Mapping.of(
                Definition.parse("mapping.json", "{\"format\": \"waymark-mapping/1\", \"tables\": " + tables + "}"));
    }

    private static CaseStore read(ElevenTables data, String tables) {
        return new CaseStoreReader(data.source()).mapping(mapping(tables)).read();
    }

    private static ElevenTables episodes(String... rows) {
        return new ElevenTables()
                .without("episodes")
                .table("FWK_EPISODE", "EP_ID,FAM_REF,START_DT,END_DT,worker_id,NOTE", rows);
    }

    private static ElevenTables answers(String... rows) {
        return new ElevenTables().without("findings").table("FORM_ANSWER", "ANSWER,Q_CODE,FORM_ID", rows);
    }

    private static String text(StoredTable table, String column, int row) {
        return table.dictionary(column).text(table.ints(column).get(row));
    }

    // "per table its source ..., per column the source's column, a date pattern, and value translations"
    @Test
    void columnsConstantsAndDatePatternsOfTheCouncilBecomeThoseOfTheFormat() {
        CaseStore store = read(episodes("E7,2,05/04/2015,31/03/2016,W9,x"), EPISODES_MAPPED);

        assertThat(store.quality().rejected()).isEmpty();
        StoredTable episodes = store.table("episodes");
        assertThat(episodes.ids().get(0)).isEqualTo("E7");
        assertThat(store.families()).isEqualTo(2);
        assertThat(episodes.firstRow(1)).isZero();
        assertThat(episodes.endRow(1)).isEqualTo(1);
        assertThat(text(episodes, "service", 0)).isEqualTo("intensive-family-support");
        assertThat(LocalDate.ofEpochDay(episodes.ints("opened").get(0))).isEqualTo(LocalDate.of(2015, 4, 5));
        assertThat(LocalDate.ofEpochDay(episodes.ints("closed").get(0))).isEqualTo(LocalDate.of(2016, 3, 31));
    }

    // the example of the chapter, word for word
    @Test
    void theExampleOfTheFormatIsRead() {
        ListedTables source = new ListedTables()
                .ownTable("FWK_FAMILY.csv", "FAM_REF", "LOCALITY")
                .row("1", "Blaby")
                .ownTable("FWK_EPISODE.csv", "EP_ID", "FAM_REF", "START_DT", "END_DT")
                .row("E1", "1", "01/04/2015", "")
                .table("assessments", "assessment_id", "family_id", "date", "kind")
                .row("A1", "1", "2015-04-02", "initial")
                .ownTable("FORM_ANSWER.csv", "FORM_ID", "Q_CODE", "ANSWER")
                .row("A1", "Q17", "Y");

        CaseStore store = new CaseStoreReader(source)
                .mapping(Mapping.of(Definition.parse("mapping.json", """
                {"format": "waymark-mapping/1",
                 "tables": {
                   "families": {"source": "FWK_FAMILY.csv",
                                "columns": {"family_id": "FAM_REF", "district": "LOCALITY"}},
                   "episodes": {"source": "FWK_EPISODE.csv", "datePattern": "dd/MM/yyyy",
                                "columns": {"episode_id": "EP_ID", "family_id": "FAM_REF", "service": {"constant": "intensive-family-support"},
                                            "opened": "START_DT", "closed": "END_DT"}},
                   "findings": {"source": "FORM_ANSWER.csv",
                                "columns": {"assessment_id": "FORM_ID", "issue": {"column": "Q_CODE", "values": {"Q17": "rent-arrears"}},
                                            "present": {"column": "ANSWER", "values": {"Y": "yes", "N": "no", "": "unknown"}}}}}}
                """)))
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.tablesPresent()).containsExactly("families", "episodes", "assessments", "findings");
        assertThat(store.table("findings").dictionary("issue").texts()).containsExactly("rent-arrears");
    }

    @Test
    void aColumnThatTheMappingLeavesOutIsNotReadThoughItsNameFits() {
        CaseStore store = read(episodes("E7,2,05/04/2015,,W9,x"), EPISODES_MAPPED);

        assertThat(store.table("episodes").ints("worker_id").get(0)).isEqualTo(-1);
    }

    @Test
    void noUnknownColumnIsNoticedInAMappedTable() {
        CaseStore store = read(episodes("E7,2,05/04/2015,,W9,x"), EPISODES_MAPPED);

        assertThat(store.quality().notices()).isEmpty();
    }

    @Test
    void tablesThatAreNotMappedAreReadByTheirOwnNames() {
        CaseStore store = read(episodes("E7,2,05/04/2015,,W9,x"), EPISODES_MAPPED);

        assertThat(store.quality().rowsRead())
                .containsEntry("families", 2L)
                .containsEntry("episodes", 1L)
                .containsEntry("claims", 1L)
                .hasSize(11);
    }

    /** A date is expected as the mapping says that it is written: 2015-04-05 is none of that pattern. */
    @Test
    void rejectionsOfAMappedTableNameTableAndColumnOfTheFormat() {
        assertThat(read(
                                episodes(
                                        "E7,9,05/04/2015,,W9,x",
                                        "E7,2,31/02/2015,,W9,x",
                                        "E7,2,29/02/2015,,W9,x",
                                        "E7,2,5/4/2015,,W9,x",
                                        "E7,2,2015-04-05,,W9,x",
                                        "E7,2,05/04/2015,04/04/2015,W9,x",
                                        "E7,2,31/12/1899,,W9,x",
                                        "E7,2,,,W9,x",
                                        "E7,2"),
                                EPISODES_MAPPED)
                        .quality()
                        .rejected())
                .extracting(Rejection::toString)
                .containsExactly(
                        "episodes line 2, family_id: orphan, expected an id of an accepted row of families",
                        "episodes line 3, opened: malformed, expected a date as dd/MM/yyyy",
                        "episodes line 4, opened: malformed, expected a date as dd/MM/yyyy",
                        "episodes line 5, opened: malformed, expected a date as dd/MM/yyyy",
                        "episodes line 6, opened: malformed, expected a date as dd/MM/yyyy",
                        "episodes line 7, closed: contradiction, expected closed on or after opened",
                        "episodes line 8, opened: out-of-range, expected a date from 1900-01-01 to 2100-12-31",
                        "episodes line 9, opened: missing, expected a date as dd/MM/yyyy",
                        "episodes line 10: malformed, expected 6 fields");
    }

    // "value translations (`"Y": "yes"`)", "A value that is in no translation is used as it stands."
    @Test
    void valuesAreTranslatedAndOthersUsedAsTheyStand() {
        CaseStore store = read(
                answers("Y,Q17,A1", "N,truancy,A1", ",debt,A1", "no,mental-health,A1", "y,q17,A1"), FINDINGS_MAPPED);

        // "y" is in no translation (translations are not words: their case counts), nor is it one of the column's words
        assertThat(store.quality().rejected())
                .extracting(Rejection::toString)
                .containsExactly("findings line 6, present: malformed, expected one of yes, no, unknown");
        StoredTable findings = store.table("findings");
        assertThat(findings.rows()).isEqualTo(4);
        assertThat(findings.dictionary("issue").texts())
                .containsExactly("debt", "mental-health", "rent-arrears", "truancy");
        assertThat(IntStream.range(0, 4).map(issue -> findings.answers().of(0, issue)))
                .containsExactly(Answers.UNKNOWN, Answers.NO, Answers.YES, Answers.NO);
    }

    // "A value that is in no translation is used as it stands."
    @Test
    void aValueTranslatedToNothingIsMissing() {
        assertThat(read(
                                new ElevenTables().table("families", "FAM", "1", "2", "n/a"),
                                "{\"families\": {\"columns\": {\"family_id\": {\"column\": \"FAM\","
                                        + " \"values\": {\"n/a\": \"\"}}}}}")
                        .quality()
                        .rejected())
                .extracting(Rejection::toString)
                .containsExactly("families line 4, family_id: missing, expected a text");
    }

    @Test
    void aTableWithoutASourceComesFromTheTableOfItsOwnName() {
        CaseStore store = read(
                new ElevenTables().table("families", "FAM_REF,LOCALITY", "1,Blaby", "2,Melton"),
                "{\"families\": {\"columns\": {\"family_id\": \"FAM_REF\", \"district\": \"LOCALITY\"}}}");

        assertThat(store.table("families").dictionary("district").texts()).containsExactly("Blaby", "Melton");
    }

    @Test
    void aDatePatternOfAColumnGoesBeforeThatOfItsTable() {
        CaseStore store = read(new ElevenTables().table("spells", "P,S,E", "21,2015-04-05,06.04.2015"), """
                {"spells": {"datePattern": "dd.MM.yyyy", "columns": {
                   "individual_id": "P", "kind": {"constant": "training"},
                   "start": {"column": "S", "datePattern": "yyyy-MM-dd"}, "end": "E"}}}
                """);

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(LocalDate.ofEpochDay(store.table("spells").ints("start").get(0)))
                .isEqualTo(LocalDate.of(2015, 4, 5));
        assertThat(LocalDate.ofEpochDay(store.table("spells").ints("end").get(0)))
                .isEqualTo(LocalDate.of(2015, 4, 6));
    }

    @Test
    void twoColumnsOfTheFormatMayComeFromOneOfTheCouncils() {
        CaseStore store = read(new ElevenTables().table("claims", "FAM,DT", "1,2016-01-01"), """
                {"claims": {"columns": {"family_id": "FAM", "claimed_on": "DT", "route": "FAM",
                                        "scheme": {"constant": "pbr"}}}}
                """);

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(text(store.table("claims"), "route", 0)).isEqualTo("1");
    }

    // areas are columns of readings, those of the data set's own Stars too
    @Test
    void areasOfEveryKnownStarCanBeMapped() {
        CaseStore store = read(
                new ElevenTables()
                        .star(ElevenTables.fivePointExample())
                        .table("star_readings", "FAM,DT,STAR,A,B", "1,2015-05-01,,7,", "1,2015-05-01,5P,,five"),
                """
                {"star_readings": {"columns": {
                   "family_id": "FAM", "date": "DT", "kind": {"constant": "Initial"},
                   "star": {"column": "STAR", "values": {"5P": "five-point-example"}},
                   "progress-to-work": "A", "meals": {"column": "B", "values": {"five": "5"}},
                   "physical-health": {"constant": "3"}}}}
                """);

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().notices()).isEmpty();
        StoredTable readings = store.table("star_readings");
        assertThat(readings.scores().get(0, 9)).isEqualTo((byte) 7);
        assertThat(readings.scores().get(0, 0)).isEqualTo((byte) 3);
        assertThat(readings.scores().get(1, 1)).isEqualTo((byte) 5);
        assertThat(readings.scores().get(1, 0)).isEqualTo(RowReader.NO_SCORE);
    }

    @Test
    void theMappingOfTheReaderGoesBeforeThatOfTheDataSet() {
        TableSource listed =
                new ElevenTables().table("families", "A,B", "1,2", "2,1").source();
        TableSource mapped = new TableSource() {
            @Override
            public java.util.Optional<SourceTable> table(String name) {
                return listed.table(name);
            }

            @Override
            public SourceTable mappedTable(String name) {
                return listed.mappedTable(name);
            }

            @Override
            public java.util.Optional<Mapping> mapping() {
                return java.util.Optional.of(
                        MappingTest.mapping("{\"families\": {\"columns\": {\"family_id\": \"A\"}}}"));
            }
        };

        assertThat(CaseStore.read(mapped).table("families").ids().get(0)).isEqualTo("1");
        assertThat(new CaseStoreReader(mapped)
                        .mapping(mapping("{\"families\": {\"columns\": {\"family_id\": \"B\"}}}"))
                        .read()
                        .table("families")
                        .ids()
                        .get(0))
                .isEqualTo("2");
    }

    // "an unknown table or column, or a required column left out, is an error that names it and lists what is allowed,
    // before any row is read"
    @Test
    void anUnknownTableIsRefused() {
        assertRefused(
                "{\"famlies\": {\"columns\": {\"family_id\": \"FAM\"}}}",
                "WM-DEFINITION: mapping.json: tables.famlies is an object. Expected: no such table; the tables are"
                        + " families, individuals, episodes, star_readings, assessments, findings, school_terms,"
                        + " incidents, spells, claims, budget.");
    }

    @Test
    void anUnknownColumnIsRefused() {
        assertRefused(
                "{\"families\": {\"columns\": {\"family_id\": \"FAM\", \"locality\": \"LOC\"}}}",
                "WM-DEFINITION: mapping.json: tables.families.columns.locality is \"LOC\". Expected: no such column;"
                        + " the columns of families are family_id, district.");
    }

    @Test
    void anAreaOfNoKnownStarIsAnUnknownColumn() {
        assertRefused(
                "{\"star_readings\": {\"columns\": {\"family_id\": \"F\", \"date\": \"D\", \"kind\": \"K\","
                        + " \"sleep\": \"S\"}}}",
                "WM-DEFINITION: mapping.json: tables.star_readings.columns.sleep is \"S\". Expected: no such column;"
                        + " the columns of star_readings are family_id, date, kind, star, physical-health,"
                        + " your-well-being, meeting-emotional-needs, keeping-your-children-safe, social-networks,"
                        + " education-and-learning, boundaries-and-behaviour, family-routine, home-and-money,"
                        + " progress-to-work.");
    }

    @Test
    void aRequiredColumnLeftOutIsRefused() {
        assertRefused(
                "{\"episodes\": {\"columns\": {\"episode_id\": \"E\", \"family_id\": \"F\", \"service\": \"S\"}}}",
                "WM-DEFINITION: mapping.json: tables.episodes.columns is an object. Expected: a mapping of the required"
                        + " column opened; the columns of episodes are episode_id, family_id, service, opened, closed,"
                        + " worker_id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM", "MM/yyyy", "dd/bb/yyyy", "HH:mm", "{", "'dd/MM/yyyy'"})
    void aPatternThatIsNoneOfADateIsRefused(String pattern) {
        assertRefused(
                "{\"families\": {\"datePattern\": \"" + pattern + "\", \"columns\": {\"family_id\": \"F\"}}}",
                "WM-DEFINITION: mapping.json: tables.families.datePattern is \"" + pattern
                        + "\". Expected: a date pattern with day, month and year, such as dd/MM/yyyy.");
    }

    // 03/05/87 would be read as 2087, and a person born then is in no figure
    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "dd.MM.uu", "yyMMdd", "dd-MMM-yy"})
    void aPatternThatLeavesTheCenturyOpenIsRefused(String pattern) {
        assertRefused(
                "{\"families\": {\"datePattern\": \"" + pattern + "\", \"columns\": {\"family_id\": \"F\"}}}",
                "WM-DEFINITION: mapping.json: tables.families.datePattern is \"" + pattern
                        + "\". Expected: a date pattern with the whole year, such as dd/MM/yyyy: without its century a"
                        + " birth in 1950 would be read as one in 2050. Let the source write four digits.");
    }

    // Oracle writes 03-MAY-1987
    @ParameterizedTest
    @ValueSource(strings = {"03-MAY-1987", "03-May-1987", "03-may-1987"})
    void namesOfMonthsAreReadInAnyCase(String written) {
        CaseStore store = read(new ElevenTables().table("individuals", "P,FAM,BORN", "11,1," + written), """
                {"individuals": {"datePattern": "dd-MMM-yyyy", "columns": {
                   "individual_id": "P", "family_id": "FAM", "birth_date": "BORN"}}}
                """);

        assertThat(LocalDate.ofEpochDay(
                        store.table("individuals").ints("birth_date").get(0)))
                .isEqualTo(LocalDate.of(1987, 5, 3));
    }

    // a word in quotes is no letter of the pattern, whatever letters it has
    @Test
    void wordsOfAPatternStayAsTheyAre() {
        CaseStore store =
                read(new ElevenTables().table("individuals", "P,FAM,BORN", "11,1,Day 03/05/1987 of y'ear"), """
                {"individuals": {"datePattern": "'Day 'dd/MM/yyyy' of y''ear'", "columns": {
                   "individual_id": "P", "family_id": "FAM", "birth_date": "BORN"}}}
                """);

        assertThat(LocalDate.ofEpochDay(
                        store.table("individuals").ints("birth_date").get(0)))
                .isEqualTo(LocalDate.of(1987, 5, 3));
    }

    // "A `source` that starts with `select` (any case) is a query"
    @ParameterizedTest
    @ValueSource(strings = {"select * from F", "SELECT 1", "Select\tx from y", "select\n* from F"})
    void selectAndWhiteSpaceBeginAQuery(String source) {
        assertThat(TableMapping.isQuery(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"selected_families.csv", "SELECTION", "select", "select.csv", "v_select x"})
    void aNameThatBeginsLikeAQueryIsNone(String source) {
        assertThat(TableMapping.isQuery(source)).isFalse();
    }

    @Test
    void aPatternOfAColumnThatIsNoneOfADateIsRefused() {
        assertRefused(
                "{\"claims\": {\"columns\": {\"claimed_on\": {\"column\": \"D\", \"datePattern\": \"days\"}}}}",
                "WM-DEFINITION: mapping.json: tables.claims.columns.claimed_on.datePattern is \"days\". Expected: a date"
                        + " pattern with day, month and year, such as dd/MM/yyyy.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tables | message
            {"families": "FAM"} | tables.families is "FAM". Expected: an object.
            [] | tables is a list. Expected: an object.
            {"families": {}} | tables.families.columns is missing. Expected: an object.
            {"families": {"columns": {"family_id": ""}}} | tables.families.columns.family_id is "". Expected: a text.
            {"families": {"columns": {"family_id": 5}}} | tables.families.columns.family_id is 5. Expected: an object.
            {"families": {"source": 5, "columns": {"family_id": "F"}}} | tables.families.source is 5. Expected: a text.
            {"families": {"sauce": "x"}} | tables.families.sauce is not known. Allowed here: source, datePattern, columns.
            {"families": {"columns": {"family_id": {"colum": "F"}}}} | tables.families.columns.family_id.colum is not known. Allowed here: column, constant, datePattern, values.
            {"families": {"columns": {"family_id": {"values": {}}}}} | tables.families.columns.family_id is an object. Expected: the source's column as a text, or an object with either "column" or "constant".
            {"families": {"columns": {"family_id": {"column": "F", "constant": "1"}}}} | tables.families.columns.family_id is an object. Expected: the source's column as a text, or an object with either "column" or "constant".
            {"episodes": {"columns": {"service": {"constant": "A", "values": {"A": "ifs"}}}}} | tables.episodes.columns.service.values is an object. Expected: no values beside a constant: write the constant as it shall be read.
            {"star_readings": {"columns": {"family_id": "F", "date": "D", "kind": {"constant": "first"}}}} | tables.star_readings.columns.kind.constant is "first". Expected: one of initial, review, closure, or an empty text.
            {"star_readings": {"columns": {"family_id": "F", "date": "D", "kind": {"column": "K", "values": {"1st": "first"}}}}} | tables.star_readings.columns.kind.values.1st is "first". Expected: one of initial, review, closure, or an empty text.
            {"star_readings": {"columns": {"family_id": "F", "kind": "K", "date": {"constant": "01/04/2015"}}}} | tables.star_readings.columns.date.constant is "01/04/2015". Expected: a date like 2015-04-01.
            {"star_readings": {"datePattern": "dd/MM/yyyy", "columns": {"family_id": "F", "kind": "K", "date": {"constant": "2015-04-01"}}}} | tables.star_readings.columns.date.constant is "2015-04-01". Expected: a date as dd/MM/yyyy.
            {"families": {"columns": {"family_id": {"column": "F", "values": {"x": 1}}}}} | tables.families.columns.family_id.values.x is 1. Expected: a text, which may be empty.
            """)
    void aMappingOfTheWrongShapeIsRefused(String tables, String message) {
        assertRefused(tables, "WM-DEFINITION: mapping.json: " + message);
    }

    @Test
    void aMappingOfAnotherFormatIsRefused() {
        Definition newer = Definition.parse("mapping.json", "{\"format\": \"waymark-mapping/2\", \"tables\": {}}");

        assertThatThrownBy(() -> Mapping.of(newer))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: mapping.json: format is \"waymark-mapping/2\"."
                        + " Expected: \"waymark-mapping/1\".");
    }

    @Test
    void aMappingWithAnUnknownKeyIsRefused() {
        Definition extra =
                Definition.parse("mapping.json", "{\"format\": \"waymark-mapping/1\", \"tables\": {}, \"views\": {}}");

        assertThatThrownBy(() -> Mapping.of(extra))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: mapping.json: views is not known. Allowed here: format, tables.");
    }

    @Test
    void aColumnThatTheSourceDoesNotHaveStopsTheReading() {
        ElevenTables data = new ElevenTables().table("families", "FAM,LOC", "1,Blaby", "2,Blaby");

        assertThatThrownBy(() -> read(
                        data, "{\"families\": {\"columns\": {\"family_id\": \"FAM\", \"district\": \"LOCALITY\"}}}"))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-MISSING: column LOCALITY, which the mapping names for district, is missing"
                        + " (families). Its columns are: FAM, LOC. Correct the mapping.");
    }

    @Test
    void aSourceThatIsNotThereStopsTheReading() {
        assertThatThrownBy(() -> read(
                        new ElevenTables(),
                        "{\"families\": {\"source\": \"FWK_FAMILY\", \"columns\": {\"family_id\": \"F\"}}}"))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-MAPPING: the mapping names the table FWK_FAMILY, which is not listed. Add it.");
    }

    private static void assertRefused(String tables, String message) {
        assertThatThrownBy(() -> read(new ElevenTables(), tables))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(message);
    }
}
