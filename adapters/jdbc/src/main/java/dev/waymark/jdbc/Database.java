package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A database with case records, and how it is talked to.
 *
 * <pre>{@code
 * try (DatabaseSnapshot snapshot = Database.of(dataSource).snapshot()) {
 *     CaseStore store = CaseStore.read(snapshot);
 * }
 * }</pre>
 *
 * <p><b>Reads</b> by any JDBC driver on the class path; the driver is the user's. Tried with PostgreSQL, H2, SQLite,
 * DuckDB, and MariaDB. With a {@link DataSource} the login, its time-out and the driver's settings are those of the
 * data source. <b>Errors:</b> {@code WM-JDBC-URL} an address that is none or holds a secret, {@code WM-JDBC-DRIVER} no
 * driver for it, {@code WM-JDBC-LOGIN} a login refused, {@code WM-JDBC-CONNECTION} a database that cannot be reached,
 * and those of {@link DatabaseSnapshot}. No error holds a password. <b>Threads:</b> immutable.
 */
public final class Database {

    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration QUERY_TIMEOUT = Duration.ofMinutes(5);
    private static final int ROWS_AT_A_TIME = 2000;

    /** Where connections come from. */
    @FunctionalInterface
    private interface Login {
        /** A connection of its own; for reading alone, or for writing too. */
        Connection connect(Duration timeout, boolean onlyReads) throws SQLException;
    }

    private final Login login;
    private final DatabaseFault faults;
    private final String name;
    private final Optional<String> schema;
    private final Duration loginTimeout;
    private final Duration queryTimeout;
    private final int rowsAtATime;

    private Database(
            Login login,
            DatabaseFault faults,
            String name,
            Optional<String> schema,
            Duration loginTimeout,
            Duration queryTimeout,
            int rowsAtATime) {
        this.login = login;
        this.faults = faults;
        this.name = name;
        this.schema = schema;
        this.loginTimeout = loginTimeout;
        this.queryTimeout = queryTimeout;
        this.rowsAtATime = rowsAtATime;
    }

    private static Database of(Login login, DatabaseFault faults, String name) {
        return new Database(login, faults, name, Optional.empty(), LOGIN_TIMEOUT, QUERY_TIMEOUT, ROWS_AT_A_TIME);
    }

    /** The database of a data source; each snapshot takes one connection and gives it back as it came. */
    public static Database of(DataSource source) {
        return of((timeout, onlyReads) -> source.getConnection(), new DatabaseFault(Credentials.none()), "data source");
    }

    /** The database at an address, such as {@code jdbc:postgresql://host/database}, which must hold no password. */
    public static Database at(String url, Credentials credentials) {
        JdbcUrl address = JdbcUrl.of(url);
        Engine engine = Engine.of(address);
        return of(
                (timeout, onlyReads) -> {
                    Properties settings = new Properties();
                    engine.addTo(settings, timeout, onlyReads);
                    settings.keySet().removeIf(setting -> address.sets(setting.toString()));
                    credentials.addTo(settings);
                    return withoutNetworkTimeout(DriverManager.getConnection(address.text(), settings));
                },
                new DatabaseFault(credentials),
                address.toString());
    }

    /** Lifts the time-out of the login: how long a query may take is watched over by ourselves. */
    private static Connection withoutNetworkTimeout(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLFeatureNotSupportedException e) {
            // a driver without such a time-out
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Looks for tables in this schema, in place of the one that the connection is in. */
    public Database schema(String chosen) {
        return new Database(login, faults, name, Optional.of(chosen), loginTimeout, queryTimeout, rowsAtATime);
    }

    /** How long a login may take, for drivers that can be told; 15 seconds if this is not called. */
    public Database loginTimeout(Duration longest) {
        return new Database(login, faults, name, schema, positive(longest), queryTimeout, rowsAtATime);
    }

    /** How long the database may keep the reading waiting for one answer; 5 minutes if this is not called. */
    public Database queryTimeout(Duration longest) {
        return new Database(login, faults, name, schema, loginTimeout, positive(longest), rowsAtATime);
    }

    /** How many rows are fetched at a time, and so held in memory; 2,000 if this is not called. */
    public Database rowsAtATime(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows are fetched at least one at a time, not " + rows);
        }
        return new Database(login, faults, name, schema, loginTimeout, queryTimeout, rows);
    }

    private static Duration positive(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new WaymarkException(
                    "WM-JDBC-TIMEOUT",
                    "a time-out of " + longest.toSeconds() + " s lets nothing happen. Allow more time.");
        }
        return longest;
    }

    /** Opens a snapshot: everything read from it is of one moment. To be closed by the caller. */
    public DatabaseSnapshot snapshot() {
        return DatabaseSnapshot.of(Session.reading(connect(true), faults, queryTimeout), schema, rowsAtATime);
    }

    /** Opens a session that changes the database. */
    Session forWriting() {
        return Session.writing(connect(false), faults, queryTimeout);
    }

    Optional<String> schema() {
        return schema;
    }

    private Connection connect(boolean onlyReads) {
        try {
            return login.connect(loginTimeout, onlyReads);
        } catch (SQLException e) {
            throw faults.login(e, name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
