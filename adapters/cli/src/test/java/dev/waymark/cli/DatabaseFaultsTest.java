package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.jdbc.EngineSource;
import dev.waymark.jdbc.TestDatabase;
import dev.waymark.jdbc.TestEngine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A database that fails gives one line that says what to do, exit code 2 and no report, and neither user nor password
 * in anything that is printed by the process, which is why nothing else may run in it meanwhile.
 */
@Isolated
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseFaultsTest {

    private static final String USER = "analyst-of-the-council";
    private static final String SECRET = "s3cr3t-Pa55";

    /** More rows than are fetched at a time: what happens at row 15,000 happens when rows have come already. */
    private static final String EPISODES =
            "select n as episode_id, n as family_id, 'ifs' as service, date '2015-05-01' as opened,"
                    + " case when n = 15000 then %s end as closed from generate_series(1, 20000) as t(n)";

    private static final String[] SMALL = {
        "create table families (family_id varchar(9))",
        "create table episodes (episode_id varchar(9), family_id varchar(9), service varchar(9), opened date)"
    };

    @TempDir
    private Path folder;

    /** "no partial report, no hanging process or thread" */
    @AfterEach
    void nothingIsThereAndNothingGoesOn() throws InterruptedException {
        assertThat(folder.resolve("out")).doesNotExist();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("waymark-")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private Ran report(TestDatabase database, Object... more) throws IOException {
        return report(database.url(), database.user(), database.password(), more);
    }

    private Ran report(String url, String user, String password, Object... more) throws IOException {
        Path credentials =
                Files.writeString(folder.resolve("credentials"), "user=" + user + "\npassword=" + password + "\n");
        List<Object> arguments = new ArrayList<>(List.of("report", "--period", "2015/16", "--jdbc", url));
        arguments.addAll(List.of("--jdbc-credentials", credentials, "--out", folder.resolve("out")));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray());
    }

    /** The one line of a command that failed. */
    private static String error(Ran ran) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errorLines()).hasSize(1);
        return ran.errorLines().get(0);
    }

    private Path mapping(String episodes) throws IOException {
        return Files.writeString(
                folder.resolve("mapping.json"),
                "{\"format\": \"waymark-mapping/1\", \"tables\": {\"episodes\": {\"source\": \"" + episodes
                        + "\", \"columns\": {\"episode_id\": \"episode_id\", \"family_id\": \"family_id\","
                        + " \"service\": \"service\", \"opened\": \"opened\", \"closed\": \"closed\"}}}}");
    }

    /** "a test reads all output of failing logins": the command's own, and what a driver may log or print. */
    @ParameterizedTest
    @EngineSource({TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.MARIADB})
    void aFailingLoginPrintsNeitherUserNorPassword(TestEngine engine) throws IOException {
        TestDatabase database = engine.fresh(folder);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Ran plain;
        Ran debugging;
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            plain = report(database.url(), USER, SECRET);
            debugging = report(database.url(), USER, SECRET, "--debug");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(error(plain))
                .matches("WM-JDBC-LOGIN: the database refused the login \\(jdbc:[a-z0-9]+, SQLSTATE 28[0-9A-Z]{3}\\)\\."
                        + " Check user and password: they come from WAYMARK_JDBC_USER and WAYMARK_JDBC_PASSWORD, or"
                        + " from the file of credentials\\.");
        assertThat(debugging.exitCode()).isEqualTo(2);
        assertThat(debugging.errorLines())
                .contains(plain.errorLines().get(0))
                .anyMatch(line -> line.matches("Caused by: \\S+\\.\\w*SQL\\w*Exception: .+"))
                .hasSizeGreaterThan(10);
        assertThat(plain.errors() + debugging.errors() + debugging.out() + printed.toString(StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase(USER)
                .doesNotContain(SECRET);
    }

    @Test
    void aUrlWithAPasswordIsRefusedWithoutQuotingIt() throws IOException {
        Ran ran = report("jdbc:postgresql://" + USER + ":" + SECRET + "@127.0.0.1/x", "", "", "--debug");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .startsWith("WM-JDBC-URL: the URL of the database has a password or another secret in it, where others"
                        + " can see it. Take it out, change it, and give user and password in the environment variables"
                        + " WAYMARK_JDBC_USER and WAYMARK_JDBC_PASSWORD or in a file of credentials.");
        assertThat(ran.errors()).doesNotContain(SECRET).doesNotContain(USER);
    }

    @Test
    void aServerThatNeverAnswersALoginIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/council?sslmode=disable";

            assertThat(error(report(url, USER, SECRET, "--jdbc-login-timeout", 1)))
                    .matches("WM-JDBC-CONNECTION: the database cannot be reached or opened \\(jdbc:postgresql, SQLSTATE"
                            + " 0800[16]\\)\\. Check the URL, and that the database is there, is running and lets you"
                            + " in\\.");
        }
    }

    @Test
    void aTableThatIsMissingIsNamed() throws IOException {
        TestDatabase database = TestEngine.H2.fresh(folder).run(SMALL[0]);

        assertThat(error(report(database)))
                .isEqualTo("WM-TABLE-MISSING: required table episodes is missing (the database, schema PUBLIC). Add it,"
                        + " or map one of yours to it.");
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        TestDatabase database =
                TestEngine.SQLITE.fresh(folder).run(SMALL[0], "create table episodes (episode_id text)");

        assertThat(error(report(database)))
                .isEqualTo("WM-COLUMN-MISSING: required column family_id of episodes is missing (episodes). Required"
                        + " are: episode_id, family_id, service, opened. Its columns are: episode_id. Add the column, or map one of"
                        + " yours to it.");
    }

    @Test
    void aTypeThatCannotBeReadIsNamed() throws IOException {
        TestDatabase database = TestEngine.DUCKDB
                .fresh(folder)
                .run("create table families (family_id varchar, district blob)", SMALL[1]);

        assertThat(error(report(database)))
                .isEqualTo("WM-JDBC-TYPE: column district is of the type BLOB, which cannot be read (families). Map a"
                        + " query that casts it to a text, a number or a date.");
    }

    @Test
    void aLockThatIsHeldIsGivenUpAfterTheTimeAllowed() throws IOException, SQLException {
        TestDatabase database = TestEngine.POSTGRESQL.fresh(folder).run(SMALL);
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table episodes in access exclusive mode");

            assertThat(error(report(database, "--jdbc-query-timeout", 3)))
                    .isEqualTo("WM-JDBC-TIMEOUT: the database gave no answer in 3.0 s (episodes). Look whether somebody"
                            + " holds a lock on the table, or allow more time.");
            other.rollback();
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddleIsOneError() throws IOException {
        TestDatabase database = TestEngine.POSTGRESQL.fresh(folder).run(SMALL);
        Path cut = mapping(EPISODES.formatted("pg_terminate_backend(pg_backend_pid())::text"));

        assertThat(error(report(database, "--mapping", cut)))
                .startsWith("WM-JDBC-CONNECTION: the connection to the database was lost (select n as episode_id, ")
                .endsWith("..., SQLSTATE 57P01). Run again when the database is there.");
    }

    @Test
    void aServerThatIsKilledInTheMiddleIsOneError() throws IOException, SQLException {
        EmbeddedPostgres server = TestEngine.postgres();
        try {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.execute(SMALL[0]);
                Path slow = mapping(EPISODES.formatted("pg_sleep(600)::text"));
                CompletableFuture<Ran> reading = CompletableFuture.supplyAsync(() -> {
                    try {
                        return report(url, "postgres", "", "--mapping", slow);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                kill(sleeper(statement));

                assertThat(error(reading.join()))
                        .matches(
                                "WM-JDBC-CONNECTION: the connection to the database was lost \\(select n as episode_id,"
                                        + " .*\\.\\.\\., SQLSTATE (08006|57P0.)\\)\\. Run again when the database is there\\.");
            }
        } finally {
            closeQuietly(server);
        }
    }

    /** The process that serves the reading, once it is in the middle. */
    private static ProcessHandle sleeper(Statement statement) throws SQLException {
        while (true) {
            try (ResultSet found = statement.executeQuery(
                    "select pid from pg_stat_activity where application_name = 'waymark' and wait_event = 'PgSleep'")) {
                if (found.next()) {
                    return ProcessHandle.of(found.getLong(1)).orElseThrow();
                }
            }
        }
    }

    /** Kills the server, parent first, so that it cannot say goodbye. */
    private static void kill(ProcessHandle serving) {
        ProcessHandle server = serving.parent().orElseThrow();
        assertThat(server.destroyForcibly()).isTrue();
        assertThat(serving.destroyForcibly()).isTrue();
    }

    private static void closeQuietly(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            // a server that was killed cannot be stopped
            return;
        }
    }
}
