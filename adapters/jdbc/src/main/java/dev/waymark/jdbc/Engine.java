package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import dev.waymark.data.ColumnType;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the engines differ in: how one snapshot of all tables is asked for, how rows stream, what types are called. */
enum Engine {
    POSTGRESQL("postgresql", "PostgreSQL", Connection.TRANSACTION_REPEATABLE_READ),
    // its repeatable read takes a snapshot of each table when it is first read; only "snapshot" is one of all tables
    H2("h2", "H2", Engine.H2_SNAPSHOT),
    SQLITE("sqlite", "SQLite", Connection.TRANSACTION_SERIALIZABLE),
    DUCKDB("duckdb", "DuckDB", Connection.TRANSACTION_REPEATABLE_READ),
    MARIADB("mariadb", "MariaDB", Connection.TRANSACTION_REPEATABLE_READ),
    // its repeatable read locks rows and lets new ones in
    SQL_SERVER("sqlserver", "Microsoft SQL Server", Engine.SQL_SERVER_SNAPSHOT),
    /** Any other: by what its driver says it can do. */
    OTHER("", "", Connection.TRANSACTION_NONE);

    private static final int H2_SNAPSHOT = 6;
    private static final int SQL_SERVER_SNAPSHOT = 4096;

    private final String subprotocol;
    private final String product;
    private final int isolation;

    Engine(String subprotocol, String product, int isolation) {
        this.subprotocol = subprotocol;
        this.product = product;
        this.isolation = isolation;
    }

    static Engine of(JdbcUrl url) {
        String kind = url.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(engine -> kind.equals("jdbc:" + engine.subprotocol))
                .findFirst()
                .orElse(OTHER);
    }

    static Engine of(DatabaseMetaData metadata) throws SQLException {
        String name = metadata.getDatabaseProductName();
        return Arrays.stream(values())
                .filter(engine -> engine.product.equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** The isolation in which everything read is of one moment, also in tables that are read later. */
    int snapshotIsolation(DatabaseMetaData metadata) throws SQLException {
        if (this != OTHER) {
            return isolation;
        }
        for (int level : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
            if (metadata.supportsTransactionIsolationLevel(level)) {
                return level;
            }
        }
        throw new WaymarkException(
                "WM-JDBC-SNAPSHOT",
                "the database cannot keep other people's changes out of a reading (" + metadata.getDatabaseProductName()
                        + "). Export its tables to CSV files and read those.");
    }

    /** Adds what the driver has to know before it logs in. */
    void addTo(Properties login, Duration longest, boolean onlyReads) {
        String seconds = Long.toString(Math.max(1, longest.toSeconds()));
        String milliseconds = Long.toString(Math.max(1, longest.toMillis()));
        switch (this) {
            case POSTGRESQL -> {
                login.setProperty("connectTimeout", seconds);
                login.setProperty("socketTimeout", seconds);
                login.setProperty("ApplicationName", "waymark");
            }
            case MARIADB -> {
                login.setProperty("connectTimeout", milliseconds);
                login.setProperty("socketTimeout", milliseconds);
            }
            case SQL_SERVER -> login.setProperty("loginTimeout", seconds);
            case H2 -> {
                login.setProperty("LAZY_QUERY_EXECUTION", "TRUE");
                // or it leaves a file beside the database, or a trace on the terminal, for every error that we tell
                login.setProperty("TRACE_LEVEL_FILE", "0");
                if (onlyReads) {
                    // or a mistyped name would make a new, empty database
                    login.setProperty("IFEXISTS", "TRUE");
                }
            }
            case SQLITE -> {
                if (onlyReads) {
                    login.setProperty("open_mode", "1");
                }
            }
            case DUCKDB -> {
                login.setProperty("jdbc_stream_results", "true");
                if (onlyReads) {
                    login.setProperty("duckdb.read_only", "true");
                }
            }
            case OTHER -> {
                // what such a driver calls its settings is not known; the URL can hold them
            }
        }
    }

    /** Whether a cell's type is that of its value, whatever the column is declared as. */
    boolean typesAreThoseOfValues() {
        return this == SQLITE;
    }

    /** Whether the database's own code says that somebody else's lock kept it from answering. */
    boolean saysLocked(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return switch (this) {
            case SQLITE -> (e.getErrorCode() & 0xff) == 5 || (e.getErrorCode() & 0xff) == 6;
            case H2 -> state.equals("HYT00") || state.equals("50200");
            default -> state.equals("55P03") || state.startsWith("HYT") || e.getErrorCode() == 1205;
        };
    }

    /** What columns of the data format are declared as; empty for engines in which no tables are made. */
    Optional<Map<ColumnType, String>> declarations() {
        return switch (this) {
            case POSTGRESQL -> Optional.of(declarations("TEXT", "DATE", "NUMERIC(17, 2)"));
            case H2, DUCKDB -> Optional.of(declarations("VARCHAR", "DATE", "DECIMAL(17, 2)"));
            // without a date or an exact decimal of its own; ISO dates as text sort and compare as dates do
            case SQLITE -> Optional.of(declarations("TEXT", "TEXT", "TEXT"));
            // keys have at most 3072 bytes, and texts that differ in case only are two
            case MARIADB ->
                Optional.of(declarations(
                        "VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin", "DATE", "DECIMAL(17, 2)"));
            case SQL_SERVER, OTHER -> Optional.empty();
        };
    }

    private static Map<ColumnType, String> declarations(String text, String date, String amount) {
        return Map.of(
                ColumnType.ID, text,
                ColumnType.REFERENCE, text,
                ColumnType.TEXT, text,
                ColumnType.WORD, text,
                ColumnType.STAR, text,
                ColumnType.YEAR, text,
                ColumnType.DATE, date,
                ColumnType.COUNT, "INTEGER",
                ColumnType.AMOUNT, amount);
    }
}
