package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong at a real database is one error that says what to do, and nothing goes on behind it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final String SECRET = "s3cr3t-Pa55";
    private static final int ROWS = 20_000;
    /** Enough for the list of tables on a machine that has much else to do. */
    private static final Duration TIME_ALLOWED = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private static EmbeddedPostgres server;

    /** A server of its own, which asks everybody but its owner for a password. */
    @BeforeAll
    static void aServerThatAsksForPasswords() throws IOException {
        server = TestEngine.postgres();
        postgres()
                .run(
                        "create role analyst login password '" + SECRET + "'",
                        "create table families (family_id integer primary key, district text)",
                        "create table episodes (episode_id integer primary key, family_id integer, service text,"
                                + " opened date)",
                        "insert into families select n, 'Blaby' from generate_series(1, " + ROWS + ") n",
                        "insert into episodes select n, n, 'ifs', '2015-05-01' from generate_series(1, " + ROWS + ") n",
                        "grant select on families to analyst");
    }

    @AfterAll
    static void theServerEnds() throws IOException {
        server.close();
    }

    /** "no hanging process or thread" */
    @AfterEach
    void nothingGoesOn() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("waymark-")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static TestDatabase postgres() {
        return new TestDatabase(url(), "postgres", "");
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private static Database asAnalyst(String password) {
        return Database.at(url(), Credentials.of("analyst", password));
    }

    /** Everything that a failure could print: message, stack trace, causes. */
    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static WaymarkException failure(Runnable reading) {
        AtomicReference<WaymarkException> failure = new AtomicReference<>();
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(WaymarkException.class, failure::set)
                .hasMessageMatching("(?s)WM-[A-Z0-9-]+: .*\\. .*\\.");
        return failure.get();
    }

    private static void read(Database database) {
        try (DatabaseSnapshot snapshot = database.snapshot()) {
            CaseStore.read(snapshot);
        }
    }

    @Test
    void aLoginThatIsRefusedSaysWhereUserAndPasswordComeFromAndNeitherOfThem() {
        WaymarkException refused = failure(() -> read(asAnalyst("wrong-" + SECRET)));

        assertThat(refused)
                .hasMessage(
                        "WM-JDBC-LOGIN: the database refused the login (jdbc:postgresql, SQLSTATE 28P01). Check user"
                                + " and password: they come from WAYMARK_JDBC_USER and WAYMARK_JDBC_PASSWORD, or from the file of"
                                + " credentials.");
        assertThat(printed(refused)).doesNotContain(SECRET);
    }

    @Test
    void anEmbeddedEngineRefusesALoginInTheSameWords() {
        TestDatabase database = TestEngine.H2.fresh(folder);

        WaymarkException refused =
                failure(() -> read(Database.at(database.url(), Credentials.of("sa", "wrong-" + SECRET))));

        assertThat(refused.code()).isEqualTo("WM-JDBC-LOGIN");
        assertThat(printed(refused)).doesNotContain(SECRET);
    }

    @Test
    void aTableThatTheUserMayNotReadIsNamed() {
        assertThat(failure(() -> read(asAnalyst(SECRET))))
                .hasMessage("WM-JDBC-QUERY: the database refuses the query (episodes, SQLSTATE 42501). Check that the"
                        + " user may read it and that all it names is there.");
    }

    @Test
    void aServerThatIsNotThereIsOneError() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(failure(() -> read(Database.at(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Credentials.of("analyst", SECRET)))))
                .hasMessage("WM-JDBC-CONNECTION: the database cannot be reached or opened (jdbc:postgresql, SQLSTATE"
                        + " 08001). Check the URL, and that the database is there, is running and lets you in.");
    }

    @Test
    void aServerThatNeverAnswersALoginIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Database database = Database.at(
                            "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/postgres?sslmode=disable",
                            Credentials.of("analyst", SECRET))
                    .loginTimeout(Duration.ofSeconds(1));

            assertThat(failure(() -> read(database)).code()).isEqualTo("WM-JDBC-CONNECTION");
        }
    }

    @ParameterizedTest
    @EnumSource(TestEngine.class)
    void aRequiredTableThatIsMissingIsNamed(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id varchar(9))");

        assertThat(failure(() -> read(database.byUrl())).getMessage())
                .startsWith("WM-TABLE-MISSING: required table episodes is missing (the database");
    }

    @ParameterizedTest
    @EnumSource(TestEngine.class)
    void aRequiredColumnThatIsMissingIsNamed(TestEngine engine) {
        TestDatabase database = engine.fresh(folder)
                .run("create table families (id varchar(9))", "create table episodes (episode_id varchar(9))");

        assertThat(failure(() -> read(database.byUrl())))
                .hasMessage("WM-COLUMN-MISSING: required column family_id of families is missing (families). Required"
                        + " are: family_id. Add the column, or map one of yours to it.");
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, select no_column from families",
        "POSTGRESQL, select from from",
        "H2, select no_column from families",
        "SQLITE, select no_column from families",
        "DUCKDB, select no_column from families"
    })
    void aQueryThatTheDatabaseDoesNotAcceptIsQuotedWithWhatItSays(TestEngine engine, String query) {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id varchar(9))");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            String message = failure(() -> snapshot.mappedTable(query)).getMessage();
            assertThat(message)
                    .startsWith("WM-JDBC-QUERY: the database does not accept the query (" + query)
                    .endsWith(". Correct it in the mapping.")
                    .containsIgnoringCase(query.contains("no_column") ? "no_column" : "syntax error");
        }
    }

    @Test
    void aMappingToATableThatIsNotThereListsThoseThatAre() {
        try (DatabaseSnapshot snapshot = postgres().byUrl().snapshot()) {
            assertThat(failure(() -> snapshot.mappedTable("fwk_family")))
                    .hasMessage("WM-MAPPING: the mapping names the table fwk_family, which is not in the database,"
                            + " schema public. Its tables are: episodes, families. Correct the mapping, or choose the"
                            + " schema.");
        }
    }

    /** A value that cannot be read could name a person: it is not quoted. */
    @Test
    void aValueThatTheQueryCannotTurnIntoItsTypeStopsTheReadingUnquoted() {
        try (DatabaseSnapshot snapshot = postgres().byUrl().snapshot()) {
            WaymarkException failure = failure(() ->
                    TextRows.of(snapshot.mappedTable("select district::date as d from families order by family_id")));
            assertThat(failure)
                    .hasMessageStartingWith("WM-JDBC-READ: the database could not answer (select district::date as d"
                            + " from families order by family_id, SQLSTATE 22007).")
                    .hasMessageNotContaining("Blaby");
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddleIsOneError() throws SQLException {
        try (DatabaseSnapshot snapshot = postgres().byUrl().rowsAtATime(100).snapshot()) {
            try (RowCursor rows =
                    snapshot.table("families").orElseThrow().parts().get(0)) {
                Row row = new Row();
                assertThat(rows.next(row)).isTrue();
                postgres()
                        .run(
                                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'");

                assertThat(failure(() -> drain(rows)))
                        .hasMessage("WM-JDBC-CONNECTION: the connection to the database was lost (families, SQLSTATE"
                                + " 57P01). Run again when the database is there.");
            }
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleIsOneError() throws IOException {
        EmbeddedPostgres doomed =
                EmbeddedPostgres.builder().setPGStartupWait(TestEngine.PATIENCE).start();
        try {
            TestDatabase database =
                    new TestDatabase("jdbc:postgresql://127.0.0.1:" + doomed.getPort() + "/postgres", "postgres", "");
            database.run(
                    "create table families as select n as family_id from generate_series(1, " + ROWS + ") n",
                    "create table episodes as select n as episode_id, n as family_id, 'ifs' as service,"
                            + " date '2015-05-01' as opened from generate_series(1, " + ROWS + ") n");
            try (DatabaseSnapshot snapshot = database.byUrl().rowsAtATime(100).snapshot()) {
                CaseStoreReader reader = new CaseStoreReader(snapshot).progress((table, rows) -> close(doomed));

                assertThat(failure(reader::read).code()).isEqualTo("WM-JDBC-CONNECTION");
            }
        } finally {
            close(doomed);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTableThatSomebodyHoldsIsGivenUpAfterTheTimeAllowed() throws SQLException {
        try (Connection other = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = other.createStatement();
                DatabaseSnapshot snapshot =
                        postgres().byUrl().queryTimeout(TIME_ALLOWED).snapshot()) {
            other.setAutoCommit(false);
            statement.execute("lock table families in access exclusive mode");

            assertThat(failure(() -> TextRows.of(snapshot.mappedTable("select * from families"))))
                    .hasMessage("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (select * from families). Look"
                            + " whether somebody holds a lock on the table, or allow more time.");
            other.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestEngine.class,
            names = {"H2", "SQLITE", "DUCKDB"})
    void aQueryThatTakesTooLongIsGivenUp(TestEngine engine) {
        String endless = engine == TestEngine.H2
                ? "select count(*) as n from system_range(1, 1000000) a, system_range(1, 1000000) b"
                : "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) as n from t";
        TestDatabase database = engine.fresh(folder).run("create view v as " + endless);

        try (DatabaseSnapshot snapshot =
                database.byUrl().queryTimeout(TIME_ALLOWED).snapshot()) {
            assertThat(failure(() -> TextRows.of(snapshot.mappedTable("v"))))
                    .hasMessage("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (v). Look whether somebody holds"
                            + " a lock on the table, or allow more time.");
        }
    }

    @Test
    void aLockedFileIsOneError() throws SQLException {
        TestDatabase database = TestEngine.SQLITE.fresh(folder).run("create table families (family_id text)");
        try (Connection other = DriverManager.getConnection(database.url());
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");

            assertThat(failure(() -> read(Database.at(database.url() + "?busy_timeout=100", Credentials.none())))
                            .code())
                    .isEqualTo("WM-JDBC-TIMEOUT");
            statement.execute("rollback");
        }
    }

    /** "cancel on interrupt": the reading thread of a host that no longer wants the answer. */
    @Test
    void anInterruptEndsAQueryThatRuns() throws InterruptedException {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread host = new Thread(() -> {
            try (DatabaseSnapshot snapshot = postgres().byUrl().snapshot()) {
                TextRows.of(snapshot.mappedTable("select pg_sleep(600)::text as family_id"));
            } catch (WaymarkException e) {
                ended.set(e);
            }
        });
        host.start();
        while (runningQueries().isEmpty()) {
            Thread.onSpinWait();
        }
        host.interrupt();
        host.join();

        assertThat(ended.get()).hasMessage("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted.");
        assertThat(runningQueries()).isEmpty();
    }

    /** The same where the store's own threads read. */
    @Test
    void anInterruptEndsTheReadingOfAStore() throws InterruptedException {
        postgres()
                .run(
                        "create schema slow",
                        "create view slow.families as select pg_sleep(600)::text as family_id",
                        "create view slow.episodes as select 1 as episode_id, 1 as family_id, 'x' as service,"
                                + " date '2015-01-01' as opened");
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread host = new Thread(() -> {
            try (DatabaseSnapshot snapshot = postgres().byUrl().schema("slow").snapshot()) {
                CaseStore.read(snapshot);
            } catch (WaymarkException e) {
                ended.set(e);
            }
        });
        host.start();
        while (runningQueries().isEmpty()) {
            Thread.onSpinWait();
        }
        host.interrupt();
        host.join();
        postgres().run("drop schema slow cascade");

        assertThat(ended.get()).hasMessage("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted.");
        assertThat(runningQueries()).isEmpty();
    }

    /** What the server still does for us. */
    private static List<String> runningQueries() {
        try (DatabaseSnapshot snapshot = postgres().byUrl().snapshot()) {
            return TextRows.of(snapshot.mappedTable("select query from pg_stat_activity where application_name ="
                    + " 'waymark' and state = 'active' and pid <> pg_backend_pid()"));
        }
    }

    private static void drain(RowCursor rows) {
        Row row = new Row();
        boolean more = true;
        while (more) {
            more = rows.next(row);
        }
    }
}
