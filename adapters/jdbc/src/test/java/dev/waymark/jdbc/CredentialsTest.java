package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from the environment or a file, and go to the driver alone. */
class CredentialsTest {

    private static final String SECRET = "a=b\\n #\"é ";

    @TempDir
    private Path folder;

    private static Properties given(Credentials credentials) {
        Properties login = new Properties();
        credentials.addTo(login);
        return login;
    }

    @Test
    void thoseOfTheEnvironmentAreTaken() {
        assertThat(given(
                        Credentials.of(Map.of("WAYMARK_JDBC_USER", "u", "WAYMARK_JDBC_PASSWORD", SECRET, "PATH", "/"))))
                .containsOnly(Map.entry("user", "u"), Map.entry("password", SECRET));
        assertThat(given(Credentials.of(Map.of()))).isEmpty();
        assertThat(given(Credentials.none())).isEmpty();
    }

    @Test
    void thoseOfAFileAreTakenAsTheyStand() throws IOException {
        Path file = Files.writeString(folder.resolve("c"), "user=u\n\npassword=" + SECRET + "\n");

        assertThat(given(Credentials.read(file))).containsOnly(Map.entry("user", "u"), Map.entry("password", SECRET));
    }

    @Test
    void aFileWithAnythingElseIsRefusedWithoutQuotingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("c"), "user=u\n" + SECRET + "\n");

        assertThatThrownBy(() -> Credentials.read(file))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-JDBC-CREDENTIALS: a line of the credentials is neither user=... nor password=... ("
                        + file + "). Give a file of two lines, user=... and password=....")
                .hasNoCause();
        assertThatThrownBy(() -> Credentials.read(folder.resolve("none")))
                .hasMessageStartingWith("WM-JDBC-CREDENTIALS: the credentials cannot be read: NoSuchFileException (");
    }

    @Test
    void theyAreNotPrinted() {
        assertThat(Credentials.of("analyst", SECRET)).hasToString("credentials");
    }

    /** A driver may name them in any part of what it says, in other case, and with names that hold patterns. */
    @Test
    void whatADriverSaysOfThemIsLeftOut() {
        Credentials credentials = Credentials.of("an.alyst", "p$w");
        SQLException harmless = new SQLException("no table banXalysts", "42P01");
        SQLException inCause = new SQLException("failed", "08001", 7, new IllegalStateException("with p$w"));
        SQLException next = new SQLException("failed");
        next.setNextException(new SQLException("for user 'AN.ALYST'@'host'"));
        SQLException suppressing = new SQLException("failed");
        suppressing.addSuppressed(new SQLException("p$w"));

        assertThatObject(credentials.leftOutOf(harmless)).isSameAs(harmless);
        assertThatObject(Credentials.none().leftOutOf(inCause)).isSameAs(inCause);
        assertThatObject(Credentials.of("", "").leftOutOf(inCause)).isSameAs(inCause);
        for (SQLException naming : List.of(inCause, next, suppressing, new SQLException("an.alyst"))) {
            SQLException left = credentials.leftOutOf(naming);
            assertThat((Throwable) left)
                    .hasMessage("what the driver says is left out, for it names the user or the password")
                    .hasNoCause()
                    .hasNoSuppressedExceptions();
            assertThatObject(left.getNextException()).isNull();
            assertThat(left.getSQLState()).isEqualTo(naming.getSQLState());
            assertThat(left.getStackTrace()).isEqualTo(naming.getStackTrace());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=u&password=hunter2",
                "jdbc:postgresql://host/db?PASSWORD=hunter2",
                "jdbc:postgresql://host/db?p%61ssword=hunter2",
                "jdbc:postgresql://host/db?sslpassword=hunter2",
                "jdbc:postgresql://u:hunter2@host/db",
                "jdbc:postgresql://u%3Ahunter2@host/db",
                "jdbc:postgresql://u:hunter2/x?y@host/db",
                "jdbc:postgresql://:hunter2@host/db",
                "jdbc:postgresql://host/db?user=u&%70%61%73%73%77%6F%72%64=hunter2",
                "JDBC:POSTGRESQL://HOST/DB?PASSWORD=hunter2",
                "jdbc:mysql://address=(host=h)(user=u)(password=hunter2)/db",
                "JDBC:ORACLE:THIN:u/hunter2@host:1521/db",
                "jdbc:h2:./council;USER=sa;PASSWORD=hunter2",
                "jdbc:h2:./council;password = hunter2",
                "jdbc:sqlserver://host;databaseName=db;user=u;password={hunter2}",
                "jdbc:sqlserver://host;trustStorePassword=hunter2",
                "jdbc:mariadb://host/db?pwd=hunter2",
                "jdbc:oracle:thin:u/hunter2@host:1521/db",
                "jdbc:duckdb:?s3_secret_access_key=hunter2"
            })
    void anAddressWithASecretInItIsRefusedWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> Database.at(url, Credentials.none()))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-JDBC-URL: the URL of the database has a password or another secret in it, where others"
                        + " can see it. Take it out, change it, and give user and password in the environment variables"
                        + " WAYMARK_JDBC_USER and WAYMARK_JDBC_PASSWORD or in a file of credentials.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host:5432/db?user=u&sslmode=require",
                "jdbc:postgresql://host:5432,other:5433/db?user=u@council",
                "jdbc:postgresql://[::1]:5432/db?user=u@council",
                "jdbc:postgresql://host/passwords",
                "jdbc:h2:./council;IFEXISTS=TRUE",
                "jdbc:h2:file:C:/data/100%/council"
            })
    void anAddressWithoutASecretIsTaken(String url) {
        assertThatCode(() -> Database.at(url, Credentials.none())).doesNotThrowAnyException();
    }

    @Test
    void anAddressOfAnotherKindOrWithoutDriverIsRefused() {
        assertThatThrownBy(() -> Database.at("postgresql://host/db", Credentials.none()))
                .hasMessage("WM-JDBC-URL: the address of a database starts with jdbc:, and this one does not. Give it"
                        + " like jdbc:postgresql://host/database.");
        assertThatThrownBy(() -> Database.at("jdbc:db2://host/db", Credentials.none()))
                .hasMessage("WM-JDBC-DRIVER: no driver is there for jdbc:db2. Put the jar of the database's JDBC driver"
                        + " on the class path, and check the URL.");
    }
}
