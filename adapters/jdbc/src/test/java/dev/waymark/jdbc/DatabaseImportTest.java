package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.ElevenTables;
import dev.waymark.data.ListedTables;
import dev.waymark.data.Mapping;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableSource;
import dev.waymark.data.TextRows;
import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStoreReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** A data set becomes tables with types and keys, whole or not at all. */
class DatabaseImportTest {

    @TempDir
    private Path folder;

    private static Map<String, Long> imported(TestDatabase database, TableSource data) {
        return DatabaseImport.into(database.byUrl())
                .create(new CaseStoreReader(data))
                .written();
    }

    private static List<String> rows(TestDatabase database, String table) {
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            return TextRows.of(snapshot.table(table).orElseThrow());
        }
    }

    @ParameterizedTest
    @EngineSource
    void everyTableIsThereWithItsRows(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);

        assertThat(imported(database, new ElevenTables().source()))
                .hasSize(11)
                .satisfies(written -> assertThat(written.keySet())
                        .containsExactlyElementsOf(DataFormat.CURRENT.tables().stream()
                                .map(TableFormat::name)
                                .toList()))
                .containsEntry("families", 2L)
                .containsEntry("budget", 1L);

        // the rows of ElevenTables, with what an empty star stands for
        assertThat(rows(database, "families")).containsExactly("2: 1|Blaby", "3: 2|Harborough");
        assertThat(rows(database, "individuals"))
                .containsExactly("2: 11|1|2001-05-06|F|White British", "3: 21|2|1980-01-01|M|");
        assertThat(rows(database, "episodes")).containsExactly("2: E1|1|intensive-family-support|2015-04-07||W1");
        assertThat(rows(database, "star_readings"))
                .containsExactly("2: 1|2015-05-01|initial|family-star-plus|3|4|5|||||||");
        assertThat(rows(database, "assessments")).containsExactly("2: A1|1|11|2015-05-01|initial");
        assertThat(rows(database, "findings")).containsExactly("2: A1|school-absence|yes");
        assertThat(rows(database, "school_terms")).containsExactly("2: 11|2015-07-20|120|10|2|0");
        assertThat(rows(database, "incidents")).containsExactly("2: I1|1|11|2015-06-01|missing-episode|2015-06-03");
        assertThat(rows(database, "spells")).containsExactly("2: 21|training||2015-01-01|");
        assertThat(rows(database, "claims"))
                .singleElement()
                .asString()
                .matches("2: 1\\|pbr\\|2016-01-01\\|employment\\|800(\\.00)?");
        assertThat(rows(database, "budget"))
                .singleElement()
                .asString()
                .matches("2: 2015/16\\|income\\|Grant\\|County\\|100(\\.00)?");
    }

    @ParameterizedTest
    @EngineSource
    void keysAreKept(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        imported(database, new ElevenTables().source());
        String keys = engine == TestEngine.SQLITE ? "pragma foreign_keys = on" : "select 1";

        for (String broken : List.of(
                "insert into families values ('1', 'again')",
                "insert into findings values ('A1', 'school-absence', 'no')",
                "insert into findings values ('A9', 'rent-arrears', 'no')",
                "insert into episodes values ('E9', '9', 'ifs', '2015-01-01', null, null)",
                "insert into episodes values ('E9', '1', 'ifs', null, null, null)")) {
            assertThatThrownBy(() -> database.run(keys, broken)).as(broken).hasMessageContaining(broken);
        }
        database.run(keys, "insert into episodes values ('E9', '1', 'ifs', '2015-01-01', null, null)");
    }

    @ParameterizedTest
    @EngineSource
    void columnsByWhichTablesAreJoinedHaveAnIndex(TestEngine engine) throws SQLException {
        TestDatabase database = engine.fresh(folder);
        imported(database, new ElevenTables().source());
        List<String> indexes = new ArrayList<>();
        String query = switch (engine) {
            case POSTGRESQL ->
                "select indexname from pg_indexes where tablename = 'incidents' and schemaname = current_schema";
            case H2 -> "select index_name from information_schema.indexes where table_name = 'INCIDENTS'";
            case SQLITE -> "select name from sqlite_master where type = 'index' and tbl_name = 'incidents'";
            case DUCKDB -> "select index_name from duckdb_indexes() where table_name = 'incidents'";
            case MARIADB -> "select index_name from information_schema.statistics where table_name = 'incidents'";
        };
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                indexes.add(found.getString(1).toLowerCase(java.util.Locale.ROOT));
            }
        }

        assertThat(indexes).contains("incidents_family_id", "incidents_individual_id");
    }

    @ParameterizedTest
    @EngineSource
    void aDatabaseWithOneOfTheTablesIsRefusedUnchanged(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table Budget (x integer)");
        TableSource notRead = new TableSource() {
            @Override
            public Optional<SourceTable> table(String name) {
                throw new AssertionError(name);
            }

            @Override
            public SourceTable mappedTable(String mapped) {
                throw new AssertionError(mapped);
            }
        };

        // said before the data are read, which may take long
        assertThatThrownBy(() -> imported(database, notRead))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-JDBC-NOT-EMPTY: the database has tables of the data format already (budget). Nothing was"
                                + " changed; give an empty database or schema.");
        assertThat(tables(database)).containsExactly("budget");
    }

    /** "in one transaction", also in H2, where making a table ends one. */
    @ParameterizedTest
    @EngineSource
    void whatFailsInTheMiddleLeavesNothing(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        TableSource whole = new ElevenTables().source();
        TableSource broken = atClaims(whole, () -> {
            throw new WaymarkException("WM-FILE", "file claims.csv cannot be read (IOException). Check it.");
        });

        assertThatThrownBy(() -> DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(broken)))
                .hasMessage("WM-FILE: file claims.csv cannot be read (IOException). Check it.")
                .hasNoSuppressedExceptions();

        assertThat(tables(database)).isEmpty();
    }

    /**
     * Where making a table ends the transaction, a process that is killed leaves tables, and nobody takes them away.
     */
    @ParameterizedTest
    @EngineSource({TestEngine.H2, TestEngine.MARIADB})
    void whatIsThereInTheMiddleIsNoDataSet(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        AtomicReference<List<String>> inTheMiddle = new AtomicReference<>(List.of());
        TableSource watched = atBudget(new ElevenTables().source(), () -> inTheMiddle.set(tables(database)));

        imported(database, watched);

        assertThat(inTheMiddle.get()).contains("families").doesNotContain("episodes");
        assertThat(tables(database)).hasSize(11).contains("episodes");
    }

    /** H2 keeps a table that a view was made of meanwhile. */
    @Test
    void tablesThatCannotBeTakenAwayAreNamed() {
        TestDatabase database = TestEngine.H2.fresh(folder);
        TableSource broken = atClaims(new ElevenTables().source(), () -> {
            database.run("create view somebodys as select * from families");
            throw new WaymarkException("WM-FILE", "file claims.csv cannot be read (IOException). Check it.");
        });

        assertThatThrownBy(() -> DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(broken)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-JDBC-LEFT: the import failed, and tables that it had made could not be taken away again"
                        + " (families). Drop them, and import again once what it failed of is mended: WM-FILE: file"
                        + " claims.csv cannot be read (IOException). Check it.");
    }

    @ParameterizedTest
    @EngineSource
    void anInterruptInTheMiddleLeavesNothing(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        TableSource whole = new ElevenTables().source();
        TableSource interrupted = atClaims(whole, Thread.currentThread()::interrupt);

        assertThatThrownBy(() -> DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(interrupted)))
                .hasMessage("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted.")
                .hasNoSuppressedExceptions();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(tables(database)).isEmpty();
    }

    /** Where making a table ends the transaction, the tables are taken away over a connection of its own. */
    @ParameterizedTest
    @EngineSource({TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
    void aConnectionThatIsLostInTheMiddleLeavesNothing(TestEngine engine) {
        String cut = switch (engine) {
            case H2 -> "shutdown immediately";
            case MARIADB -> "kill user root";
            default -> "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'";
        };
        TestDatabase database = engine.fresh(folder);
        TableSource whole = new ElevenTables().source();
        TableSource lost = atClaims(whole, () -> {
            try {
                database.run(cut);
            } catch (IllegalStateException e) {
                // it cuts its own connection too
                assertThat(engine).isNotEqualTo(TestEngine.POSTGRESQL);
            }
        });

        assertThatThrownBy(() -> DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(lost)))
                .hasMessageStartingWith("WM-JDBC-CONNECTION: the connection to the database was lost (claims, ")
                .hasNoSuppressedExceptions();

        assertThat(tables(database)).isEmpty();
    }

    /** A data set that can be read, in which something happens when all but two tables are in the database. */
    private static TableSource atClaims(TableSource whole, Runnable happening) {
        return at("claims", whole, happening);
    }

    /** The same at the last table but one that is made. */
    private static TableSource atBudget(TableSource whole, Runnable happening) {
        return at("budget", whole, happening);
    }

    private static TableSource at(String table, TableSource whole, Runnable happening) {
        return new TableSource() {
            private boolean isRead;

            @Override
            public Optional<SourceTable> table(String name) {
                if (name.equals(table)) {
                    if (isRead) {
                        happening.run();
                    }
                    isRead = true;
                }
                return whole.table(name);
            }

            @Override
            public SourceTable mappedTable(String mapped) {
                throw new AssertionError(mapped);
            }
        };
    }

    /** There is one claim when the data are judged, and none when they are written. */
    @ParameterizedTest
    @EngineSource
    void dataThatChangeMeanwhileAreNotKept(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        TableSource withClaim = new ElevenTables().source();
        TableSource withoutClaim = new ElevenTables()
                .table("claims", "family_id,scheme,claimed_on")
                .source();
        AtomicReference<TableSource> now = new AtomicReference<>(withClaim);
        TableSource changing = new TableSource() {
            @Override
            public Optional<SourceTable> table(String name) {
                TableSource source = name.equals("claims") ? now.getAndSet(withoutClaim) : withClaim;
                return source.table(name);
            }

            @Override
            public SourceTable mappedTable(String mapped) {
                throw new AssertionError(mapped);
            }
        };

        assertThatThrownBy(() -> DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(changing)))
                .hasMessage(
                        "WM-CHANGED: claims has 0 rows that stand where it had 1 when it was first read. Nothing was"
                                + " kept; import a data set that nobody changes meanwhile, and that gives its rows more than"
                                + " once.")
                .hasNoSuppressedExceptions();
        assertThat(tables(database)).isEmpty();
    }

    /** PostgreSQL has no character U+0000. */
    @Test
    void aValueThatTheDatabaseRefusesIsNotQuoted() {
        TestDatabase database = TestEngine.POSTGRESQL.fresh(folder);
        TableSource data = new ElevenTables().rows("families", "3,Blaby\0").source();

        assertThatThrownBy(() -> imported(database, data))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-JDBC-WRITE: the database refused to make or fill the table families"
                        + " (SQLSTATE 22021). Nothing was kept;")
                .hasMessageNotContaining("Blaby");
        assertThat(tables(database)).isEmpty();
    }

    @ParameterizedTest
    @EngineSource
    void rejectedRowsAndValuesStayOut(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        TableSource data = new ElevenTables()
                .rows("families", "1,Melton", ",Melton")
                .rows("individuals", "31,9,1980-01-01,F,A", "32,2,soon,F,A")
                .source();

        assertThat(imported(database, data)).containsEntry("families", 2L).containsEntry("individuals", 3L);

        assertThat(rows(database, "families")).containsExactly("2: 1|Blaby", "3: 2|Harborough");
        assertThat(rows(database, "individuals")).hasSize(3).contains("4: 32|2||F|A");
    }

    /** Which rows stand is judged by a mapping; written by another one they would be other rows. */
    @Test
    void rowsAreWrittenByTheMappingThatTheyAreReadBy() {
        TestDatabase database = TestEngine.H2.fresh(folder);
        ListedTables data = new ListedTables()
                .ownTable("clients", "id", "area", "town")
                .row("1", "Blaby", "Enderby")
                .row("", "Melton", "Asfordby")
                .table("episodes", "episode_id", "family_id", "service", "opened")
                .row("E1", "1", "intensive-family-support", "2015-04-07");
        Mapping mapping = Mapping.of(Definition.parse("mapping.json", """
                {"format": "waymark-mapping/1", "tables": {"families": {"source": "clients", "columns": {
                  "family_id": "id", "district": "town"}}}}
                """));

        ImportedRows imported =
                DatabaseImport.into(database.byUrl()).create(new CaseStoreReader(data).mapping(mapping));

        assertThat(imported.written()).containsExactly(entry("families", 1L), entry("episodes", 1L));
        assertThat(imported.quality().rejected()).hasSize(1);
        assertThat(rows(database, "families")).containsExactly("2: 1|Enderby");
    }

    @Test
    void areasOfAnotherStarHaveColumnsToo() {
        TestDatabase database = TestEngine.H2.fresh(folder);
        TableSource data =
                new ElevenTables().star(ElevenTables.fivePointExample()).source();

        imported(database, data);

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            List<String> columns = snapshot.table("star_readings").orElseThrow().columns();
            assertThat(columns).startsWith("FAMILY_ID", "DATE", "KIND", "STAR").contains("physical-health");
            assertThat(columns)
                    .containsAll(ElevenTables.fivePointExample().areas().stream()
                            .map(area ->
                                    area.code().matches("[a-z_]+") ? area.code().toUpperCase() : area.code())
                            .toList());
        }
    }

    private static List<String> tables(TestDatabase database) {
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            return DataFormat.CURRENT.tables().stream()
                    .map(TableFormat::name)
                    .filter(name -> snapshot.table(name).isPresent())
                    .toList();
        }
    }
}
