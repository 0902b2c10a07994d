package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.ElevenTables;
import dev.waymark.data.Mapping;
import dev.waymark.data.TextRows;
import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Names are names, whatever is in them: quoted by the driver's rules and looked up in what the database says it has.
 */
class NamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EngineSource
    void quotesBlanksReservedWordsAndCaseInANameAreFoundAsTheyStand(TestEngine engine) {
        String table = "We\"ir`d; drop table x";
        String column = "a \"b`c";
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table " + engine.quoted(table) + " (" + engine.quoted("order") + " integer, "
                                + engine.quoted(column) + " integer, " + engine.quoted("End") + " varchar(9))",
                        "insert into " + engine.quoted(table) + " values (1, 2, 'z')");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(snapshot.mappedTable(table).columns()).containsExactly("order", column, "End");
            assertThat(TextRows.of(snapshot.mappedTable(table))).containsExactly("2: 1|2|z");
        }
    }

    /** What would end a name that was pasted between quotes. */
    @ParameterizedTest
    @EngineSource
    void aColumnWhoseNameIsSqlIsNoMoreThanAColumn(TestEngine engine) {
        List<String> attacks = Stream.of("\"", "`", "'", "]")
                .map(quote -> "x" + quote + " from families; drop table families; --")
                .toList();
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table families (family_id varchar(9), "
                                + String.join(
                                        ", ",
                                        attacks.stream()
                                                .map(attack -> engine.quoted(attack) + " varchar(9)")
                                                .toList())
                                + ")",
                        "insert into families values ('1', 'a', 'b', 'c', 'd')");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(snapshot.table("families").orElseThrow().columns()).containsAll(attacks);
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).containsExactly("2: 1|a|b|c|d");
        }
        // and it is there still
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).hasSize(1);
        }
    }

    @ParameterizedTest
    @EngineSource
    void nothingButTheNameOfATableIsASource(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id varchar(9))");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            for (String source : List.of("families; drop table families", "families where 1 = 1", "famil_es", "%")) {
                assertThatThrownBy(() -> snapshot.mappedTable(source))
                        .hasMessageStartingWith("WM-MAPPING: the mapping names the table " + source + ", which is not");
            }
        }
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(snapshot.table("families")).isPresent();
        }
    }

    /** In a pattern of the catalogue, _ stands for any letter. */
    @ParameterizedTest
    @EngineSource
    void anUnderscoreIsAnUnderscore(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table starxreadings (family_id varchar(9))");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(snapshot.table("star_readings")).isEmpty();
        }
    }

    @ParameterizedTest
    @EngineSource
    void aViewIsATable(TestEngine engine) {
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table fwk (ref integer, gone integer)",
                        "insert into fwk values (1, 0), (2, 1)",
                        "create view families as select ref as family_id from fwk where gone = 0");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).containsExactly("2: 1");
        }
    }

    @ParameterizedTest
    @EngineSource({TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.DUCKDB, TestEngine.MARIADB})
    void aTableOfAnotherSchemaIsNamedWithItOrTheSchemaIsChosen(TestEngine engine) {
        String schema = "fwk \"2`.x";
        String table = engine.quoted(schema) + ".families";
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create schema " + engine.quoted(schema),
                        "create table " + table + " (family_id integer)",
                        "insert into " + table + " values (1)",
                        "create table families (family_id integer)");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(TextRows.of(snapshot.mappedTable(schema + ".families"))).containsExactly("2: 1");
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).isEmpty();
        }
        try (DatabaseSnapshot snapshot = database.byUrl().schema(schema).snapshot()) {
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).containsExactly("2: 1");
        }
    }

    @Test
    void aSchemaInADatabaseWithoutSchemasIsAnError() {
        TestDatabase database = TestEngine.SQLITE.fresh(folder).run("create table families (family_id integer)");

        assertThatThrownBy(() -> database.byUrl().schema("fwk").snapshot())
                .hasMessage("WM-JDBC-SCHEMA: tables in SQLite are in no schema, so none of them is in fwk. Leave the"
                        + " schema out.");
    }

    /** Names that differ in case only: the one that is asked for as it is written, or none is guessed. */
    @ParameterizedTest
    @EngineSource({TestEngine.POSTGRESQL, TestEngine.H2})
    void tablesThatDifferInCaseOnlyAreFoundExactlyOrRefused(TestEngine engine) {
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table " + engine.quoted("CLAIMS") + " (family_id integer)",
                        "create table " + engine.quoted("Claims") + " (family_id integer)",
                        "insert into " + engine.quoted("Claims") + " values (1)");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThatThrownBy(() -> snapshot.table("claims"))
                    .isInstanceOf(WaymarkException.class)
                    .hasMessageMatching(
                            "WM-MAPPING: the table claims is there 2 times \\(\\w+\\.CLAIMS, \\w+\\.Claims\\)\\."
                                    + " Map the one that is meant by its name as it is written there\\.");
            assertThat(TextRows.of(snapshot.mappedTable("Claims"))).containsExactly("2: 1");
        }
        assertThatThrownBy(() ->
                        DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(new ElevenTables().source())))
                .hasMessageStartingWith(
                        "WM-JDBC-NOT-EMPTY: the database has tables of the data format already (claims).");
    }

    /** H2 keeps names without quotes in upper case, PostgreSQL in lower case, the others as they were written. */
    @ParameterizedTest
    @EngineSource
    void columnsAreFoundInAnyCaseByTheFormatAndByAMapping(TestEngine engine) throws IOException {
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table Families (Family_Id integer, District varchar(9))",
                        "insert into Families values (1, 'Blaby')",
                        "create table FWK_EPISODE (EP_ID integer, FAM_REF integer, START_DT varchar(10))",
                        "insert into FWK_EPISODE values (7, 1, '01/05/2015')");
        Mapping mapping = Mapping.of(
                Definition.read("mapping.json", new ByteArrayInputStream("""
                        {"format": "waymark-mapping/1", "tables": {"episodes": {"source": "fwk_episode",
                         "datePattern": "dd/MM/yyyy",
                         "columns": {"episode_id": "EP_ID", "family_id": "fam_ref", "opened": "Start_Dt",
                                     "service": {"constant": "ifs"}}}}}
                        """.getBytes(StandardCharsets.UTF_8))));

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            CaseStore store = new CaseStoreReader(snapshot).mapping(mapping).read();

            assertThat(store.quality().rejected()).isEmpty();
            assertThat(store.quality().notices()).isEmpty();
            assertThat(store.quality().rowsRead()).containsEntry("families", 1L).containsEntry("episodes", 1L);
        }
    }
}
