package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.data.TextRows;
import dev.waymark.store.CaseStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Everything read from a snapshot is of one moment, and the connection goes back as it came. */
class SnapshotTest {

    @TempDir
    private Path folder;

    private static final String[] TABLES = {
        "create table families (family_id varchar(10) primary key, district varchar(20))",
        "create table episodes (episode_id varchar(10) primary key, family_id varchar(10), service varchar(20),"
                + " opened date, closed date)",
        "insert into families values ('1', 'Blaby')",
        "insert into episodes values ('7', '1', 'ifs', '2015-05-01', null)"
    };

    private TestDatabase council(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        if (engine == TestEngine.SQLITE) {
            // in its other mode a writer waits for the readers instead
            database.run("pragma journal_mode = wal");
        }
        return database.run(TABLES);
    }

    // "a row written meanwhile is in no figure": written after the first table was read, into a table read later
    @ParameterizedTest
    @EngineSource
    void rowsWrittenMeanwhileAreNotSeenInAnyTable(TestEngine engine) {
        TestDatabase database = council(engine);

        try (DatabaseSnapshot snapshot = database.bySource().snapshot()) {
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).containsExactly("2: 1|Blaby");
            database.run(
                    "insert into families values ('2', 'Melton')",
                    "insert into episodes values ('8', '2', 'ifs', '2015-06-01', null)",
                    "update episodes set closed = '2015-12-01' where episode_id = '7'");
            assertThat(TextRows.of(snapshot.table("episodes").orElseThrow())).containsExactly("2: 7|1|ifs|2015-05-01|");
            assertThat(TextRows.of(snapshot.mappedTable("select count(*) from families")))
                    .containsExactly("2: 1");
        }

        try (DatabaseSnapshot later = database.bySource().snapshot()) {
            assertThat(TextRows.of(later.table("episodes").orElseThrow()))
                    .containsExactly("2: 7|1|ifs|2015-05-01|2015-12-01", "3: 8|2|ifs|2015-06-01|");
        }
    }

    @ParameterizedTest
    @EngineSource
    void theConnectionIsGivenBackAsItCame(TestEngine engine) throws SQLException {
        TestDatabase database = council(engine);
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            boolean commitsEach = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            boolean readOnly = connection.isReadOnly();

            try (DatabaseSnapshot snapshot =
                    Database.of(new OneConnection(connection)).snapshot()) {
                assertThat(TextRows.of(snapshot.table("families").orElseThrow()))
                        .hasSize(1);
                assertThat(connection.getAutoCommit()).isFalse();
            }

            assertThat(connection.getAutoCommit()).isEqualTo(commitsEach);
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(connection.isReadOnly()).isEqualTo(readOnly);
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into families values ('3', 'Harborough')");
            }
        }
    }

    @Test
    void aQueryOfAMappingCannotWrite() {
        TestDatabase database = council(TestEngine.POSTGRESQL);
        database.run("create function grow() returns integer language sql as"
                + " 'insert into families values (''9'', '''') returning 1'");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThatThrownBy(() -> TextRows.of(snapshot.mappedTable("select grow() as family_id")))
                    .hasMessageStartingWith("WM-JDBC-READ: the database could not answer (select grow() as family_id,"
                            + " SQLSTATE 25006)");
        }
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(TextRows.of(snapshot.table("families").orElseThrow())).hasSize(1);
        }
    }

    @ParameterizedTest
    @EngineSource
    void everyConnectionIsClosed(TestEngine engine) {
        TestDatabase database = council(engine);

        try (DatabaseSnapshot snapshot = database.bySource().snapshot()) {
            CaseStore.read(snapshot);
        }
        try (DatabaseSnapshot snapshot = database.bySource().snapshot()) {
            assertThatThrownBy(() -> snapshot.mappedTable("nothing"));
        }

        assertThat(database.taken()).hasSize(2).allMatch(SnapshotTest::isClosed);
    }

    @Test
    void aThreadThatReadsTwoTablesAtOnceIsToldSoRatherThanLeftWaiting() {
        TestDatabase database = council(TestEngine.H2);

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot();
                TextRows families = new TextRows(snapshot.table("families").orElseThrow());
                TextRows episodes = new TextRows(snapshot.table("episodes").orElseThrow())) {
            assertThat(families.next()).isPresent();
            assertThatThrownBy(episodes::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a thread reads one table of a database to its end and closes it before it reads the"
                            + " next");
        }
    }

    @Test
    void aDatabaseThatIsOnlyReadIsNotMade() {
        for (String url : List.of(
                "jdbc:h2:" + folder + "/typo",
                "jdbc:sqlite:" + folder + "/typo.sqlite",
                "jdbc:duckdb:" + folder + "/typo.duckdb")) {
            assertThatThrownBy(() -> Database.at(url, Credentials.none()).snapshot())
                    .hasMessageStartingWith("WM-JDBC-CONNECTION: the database cannot be reached or opened (jdbc:");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
