package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TextRows;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** What goes wrong at a real database is one error that says what to do, and nothing goes on behind it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final String SECRET = "s3cr3t-Pa55";
    private static final int ROWS = 20_000;
    /** Enough for the list of tables on a machine that has much else to do. */
    private static final Duration TIME_ALLOWED = Duration.ofSeconds(3);

    private static final Set<TestEngine> EMBEDDED = EnumSet.of(TestEngine.H2, TestEngine.SQLITE, TestEngine.DUCKDB);

    @TempDir
    private Path folder;

    private static TestDatabase council;

    @BeforeAll
    static void aDatabaseWithAUserWhoMayReadLittle() {
        council = TestEngine.POSTGRESQL
                .fresh(Path.of(""))
                .run(
                        "create role analyst login password '" + SECRET + "'",
                        "create table families (family_id integer primary key, district text)",
                        "create table episodes (episode_id integer primary key, family_id integer, service text,"
                                + " opened date)",
                        "insert into families select n, 'Blaby' from generate_series(1, " + ROWS + ") n",
                        "insert into episodes select n, n, 'ifs', '2015-05-01' from generate_series(1, " + ROWS + ") n",
                        "grant select on families to analyst");
    }

    /** "no hanging process or thread", and no connection left open */
    @AfterEach
    void nothingGoesOn() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("waymark-")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        // the server takes a moment to see that a connection was closed
        long deadline = System.nanoTime() + TestEngine.PATIENCE.toNanos();
        while (!connections("true").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    /** The server's processes that serve us, if this holds of them. */
    private static List<String> connections(String which) {
        try (Connection connection = council.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select query from pg_stat_activity where application_name = 'waymark' and " + which)) {
            List<String> queries = new ArrayList<>();
            while (found.next()) {
                queries.add(found.getString(1));
            }
            return queries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> runningQueries() {
        return connections("state = 'active'");
    }

    private static Database asAnalyst(String password) {
        return Database.at(council.url(), Credentials.of("analyst", password));
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
        assertThat(printed(refused)).doesNotContain(SECRET).doesNotContain("analyst");
    }

    @Test
    void anEmbeddedEngineRefusesALoginInTheSameWords() {
        TestDatabase database = TestEngine.H2.fresh(folder);

        WaymarkException refused =
                failure(() -> read(Database.at(database.url(), Credentials.of("analyst", "wrong-" + SECRET))));

        assertThat(refused)
                .hasMessageStartingWith("WM-JDBC-LOGIN: the database refused the login (jdbc:h2, SQLSTATE 28000).");
        assertThat(printed(refused)).doesNotContain(SECRET).doesNotContainIgnoringCase("analyst");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @EngineSource(TestEngine.MARIADB)
    void mariaDbRefusesALoginInTheSameWords(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);

        WaymarkException refused =
                failure(() -> read(Database.at(database.url(), Credentials.of("analyst", "wrong-" + SECRET))));

        assertThat(refused)
                .hasMessageStartingWith(
                        "WM-JDBC-LOGIN: the database refused the login (jdbc:mariadb, SQLSTATE 28000).");
        assertThat(printed(refused)).doesNotContain(SECRET).doesNotContain("analyst");
    }

    /** MariaDB names the user when it refuses a table; the error says what is left out. */
    @ParameterizedTest(allowZeroInvocations = true)
    @EngineSource(TestEngine.MARIADB)
    void aUserThatMayNotReadIsNotNamedEither(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        String schema = database.url().replaceAll(".*/(council_\\d+)\\?.*", "$1");
        database.run(
                "create table families (family_id integer)",
                "create table mine (family_id integer)",
                "create or replace user analyst@localhost identified by '" + SECRET + "'",
                "grant select on " + schema + ".mine to analyst@localhost");

        try (DatabaseSnapshot snapshot =
                Database.at(database.url(), Credentials.of("analyst", SECRET)).snapshot()) {
            WaymarkException refused = failure(() -> snapshot.mappedTable("select family_id from families"));
            assertThat(refused)
                    .hasMessage("WM-JDBC-QUERY: the database does not accept the query (select family_id from families,"
                            + " SQLSTATE 42000): what the driver says is left out, for it names the user or the"
                            + " password. Correct it in the mapping.");
            assertThat(printed(refused)).doesNotContain("analyst");
        }
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

            assertThat(failure(() -> read(database)))
                    .hasMessageMatching("WM-JDBC-CONNECTION: the database cannot be reached or opened"
                            + " \\(jdbc:postgresql, SQLSTATE 0800[16]\\)\\. Check the URL, and that the database is there,"
                            + " is running and lets you in\\.");
        }
    }

    @ParameterizedTest
    @EngineSource
    void aRequiredTableThatIsMissingIsNamed(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id varchar(9))");

        assertThat(failure(() -> read(database.byUrl())).getMessage())
                .matches(
                        "WM-TABLE-MISSING: required table episodes is missing \\(the database(, schema \\w+)?\\)\\. Add it,"
                                + " or map one of yours to it\\.");
    }

    @ParameterizedTest
    @EngineSource
    void aRequiredColumnThatIsMissingIsNamed(TestEngine engine) {
        TestDatabase database = engine.fresh(folder)
                .run("create table families (id varchar(9))", "create table episodes (episode_id varchar(9))");

        assertThat(failure(() -> read(database.byUrl())))
                .message()
                // engines keep names in one case or the other
                .isEqualToIgnoringCase("WM-COLUMN-MISSING: required column family_id of families is missing (families)."
                        + " Required are: family_id. Its columns are: id. Add the column, or map one of yours to it.");
    }

    @ParameterizedTest
    @EngineSource
    void aQueryThatTheDatabaseDoesNotAcceptIsQuotedWithWhatItSays(TestEngine engine) {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id varchar(9))");

        String noColumn = notAccepted(database, "select no_column from families");
        assertThat(noColumn.substring(noColumn.indexOf(')'))).containsIgnoringCase("no_column");
        String notSql = notAccepted(database, "select from from");
        assertThat(notSql.substring(notSql.indexOf(')'))).containsIgnoringCase("syntax");
    }

    private static String notAccepted(TestDatabase database, String query) {
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            String message = failure(() -> snapshot.mappedTable(query)).getMessage();
            assertThat(message)
                    .startsWith("WM-JDBC-QUERY: the database does not accept the query (" + query)
                    .endsWith(". Correct it in the mapping.");
            return message;
        }
    }

    @Test
    void aMappingToATableThatIsNotThereListsThoseThatAre() {
        try (DatabaseSnapshot snapshot = council.byUrl().snapshot()) {
            assertThat(failure(() -> snapshot.mappedTable("fwk_family")))
                    .hasMessageMatching("WM-MAPPING: the mapping names the table fwk_family, which is not in the"
                            + " database, schema council_\\d+\\. Its tables are: episodes, families\\. Correct the"
                            + " mapping, or choose the schema\\.");
        }
    }

    /** A value that cannot be read could name a person: it is not quoted. */
    @Test
    void aValueThatTheQueryCannotTurnIntoItsTypeStopsTheReadingUnquoted() {
        try (DatabaseSnapshot snapshot = council.byUrl().snapshot()) {
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
        try (DatabaseSnapshot snapshot = council.byUrl().rowsAtATime(100).snapshot()) {
            try (RowCursor rows =
                    snapshot.table("families").orElseThrow().parts().get(0)) {
                Row row = new Row();
                assertThat(rows.next(row)).isTrue();
                council.run(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark'");

                assertThat(failure(() -> drain(rows)))
                        .hasMessage("WM-JDBC-CONNECTION: the connection to the database was lost (families, SQLSTATE"
                                + " 57P01). Run again when the database is there.");
            }
        }
    }

    @Test
    void aTableThatSomebodyHoldsIsGivenUpAfterTheTimeAllowed() throws SQLException {
        try (Connection other = council.getConnection();
                Statement statement = other.createStatement();
                DatabaseSnapshot snapshot =
                        council.byUrl().queryTimeout(TIME_ALLOWED).snapshot()) {
            other.setAutoCommit(false);
            statement.execute("lock table families in access exclusive mode");

            assertThat(failure(() -> TextRows.of(snapshot.mappedTable("select * from families"))))
                    .hasMessage("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (select * from families). Look"
                            + " whether somebody holds a lock on the table, or allow more time.");
            other.rollback();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @EngineSource(TestEngine.MARIADB)
    void aTableThatSomebodyHoldsInMariaDbIsGivenUpToo(TestEngine engine) throws SQLException {
        TestDatabase database = engine.fresh(folder).run("create table families (family_id integer)");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                DatabaseSnapshot snapshot =
                        database.byUrl().queryTimeout(TIME_ALLOWED).snapshot()) {
            statement.execute("lock tables families write");

            assertThat(failure(() -> TextRows.of(snapshot.mappedTable("select * from families"))))
                    .hasMessageStartingWith("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (");
            statement.execute("unlock tables");
        }
    }

    /** All at once, since each waits for the whole time that is allowed. */
    @Test
    void aQueryThatTakesTooLongIsGivenUp() throws InterruptedException, ExecutionException {
        Map<TestEngine, TestDatabase> endless = new EnumMap<>(TestEngine.class);
        for (TestEngine engine : EMBEDDED) {
            endless.put(engine, engine.fresh(folder).run("create view v as " + endless(engine)));
        }
        ExecutorService readers = Executors.newFixedThreadPool(endless.size());
        try {
            Map<TestEngine, Future<?>> given = new EnumMap<>(TestEngine.class);
            endless.forEach((engine, database) -> given.put(engine, readers.submit(() -> {
                try (DatabaseSnapshot snapshot =
                        database.byUrl().queryTimeout(TIME_ALLOWED).snapshot()) {
                    assertThat(failure(() -> TextRows.of(snapshot.mappedTable("v"))))
                            .as(engine.name())
                            .hasMessage("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (v). Look whether"
                                    + " somebody holds a lock on the table, or allow more time.");
                }
            })));
            for (Future<?> reading : given.values()) {
                reading.get();
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static String endless(TestEngine engine) {
        return switch (engine) {
            case H2 -> "select count(*) as n from system_range(1, 1000000) a, system_range(1, 1000000) b";
            case MARIADB -> "select sleep(600) as n";
            default -> "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) as n from t";
        };
    }

    @Test
    void aLockedFileIsOneError() throws SQLException {
        TestDatabase database = TestEngine.SQLITE.fresh(folder).run("create table families (family_id text)");
        try (Connection other = DriverManager.getConnection(database.url());
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");

            assertThat(failure(() -> read(Database.at(database.url() + "?busy_timeout=100", Credentials.none()))))
                    .hasMessage(
                            "WM-JDBC-TIMEOUT: somebody else's lock kept the database from answering (list of tables,"
                                    + " error 5). Run again when they are done.");
            statement.execute("rollback");
        }
    }

    /** "cancel on interrupt": the reading thread of a host that no longer wants the answer. */
    @Test
    void anInterruptEndsAQueryThatRuns() throws InterruptedException {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread host = new Thread(() -> {
            try (DatabaseSnapshot snapshot = council.byUrl().snapshot()) {
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

    /** An interrupt closes the file under an embedded engine that reads just then; it is told as what it is. */
    @ParameterizedTest
    @EngineSource({TestEngine.H2, TestEngine.SQLITE, TestEngine.DUCKDB, TestEngine.MARIADB})
    void anInterruptEndsAQueryOnOtherEnginesToo(TestEngine engine) throws InterruptedException {
        TestDatabase database = engine.fresh(folder).run("create view v as " + endless(engine));
        AtomicReference<Throwable> ended = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread host = new Thread(() -> {
            try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
                SourceTable table = snapshot.mappedTable("v");
                begun.countDown();
                TextRows.of(table);
            } catch (WaymarkException e) {
                ended.set(e);
            } finally {
                begun.countDown();
            }
        });
        host.start();
        begun.await();
        host.interrupt();
        host.join();

        assertThat(ended.get()).hasMessage("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted.");
    }

    /** The same where the store's own threads read. */
    @Test
    void anInterruptEndsTheReadingOfAStore() throws InterruptedException {
        council.run(
                "create schema slow",
                "create view slow.families as select pg_sleep(600)::text as family_id",
                "create view slow.episodes as select 1 as episode_id, 1 as family_id, 'x' as service,"
                        + " date '2015-01-01' as opened");
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread host = new Thread(() -> {
            try (DatabaseSnapshot snapshot = council.byUrl().schema("slow").snapshot()) {
                CaseStore.read(snapshot);
            } catch (WaymarkException e) {
                ended.set(e);
            }
        });
        host.start();
        // not one that only looks the tables up, which an interrupt does not end
        while (runningQueries().stream().noneMatch(query -> query.contains("\"slow\".\"families\""))) {
            Thread.onSpinWait();
        }
        host.interrupt();
        host.join();
        council.run("drop schema slow cascade");

        assertThat(ended.get()).hasMessage("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted.");
        assertThat(runningQueries()).isEmpty();
    }

    private static void drain(RowCursor rows) {
        Row row = new Row();
        boolean more = true;
        while (more) {
            more = rows.next(row);
        }
    }

    /** H2 writes what went wrong into a file of its own beside the database, unless the address asks for none of it. */
    @Test
    void whatGoesWrongLeavesNoFileBesideTheDatabase() throws IOException {
        Files.writeString(folder.resolve("broken.mv.db"), "no database");
        String url = "jdbc:h2:" + folder.toAbsolutePath() + "/broken";

        assertThatThrownBy(() -> Database.at(url, Credentials.none()).snapshot())
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-JDBC-CONNECTION: ");
        assertThat(folder.toFile().list()).containsExactly("broken.mv.db");
        assertThatThrownBy(() -> Database.at(url + ";trace_level_file=1", Credentials.none())
                        .snapshot())
                .hasMessageStartingWith("WM-JDBC-CONNECTION: ");
        assertThat(folder.toFile().list()).contains("broken.trace.db");
    }
}
