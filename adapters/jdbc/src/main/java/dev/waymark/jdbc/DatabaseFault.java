package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong at a database, in our words.
 *
 * <p>A driver's own message can quote a row's values, so it is kept as the cause alone, but for what is said of the
 * text of a query before it is run. Where it names user or password, it is not kept at all.
 */
final class DatabaseFault {

    private static final String RELATIVE_PATH_OF_H2 = "90011";
    private static final String INTERRUPTED = "the reading was ended. Start it again if it is wanted.";

    private final Credentials unsaid;

    /** Faults of a database that was logged in to with these, which no fault names. */
    DatabaseFault(Credentials unsaid) {
        this.unsaid = unsaid;
    }

    WaymarkException login(SQLException e, String database) {
        String state = state(e);
        if (e instanceof SQLInvalidAuthorizationSpecException || state.startsWith("28")) {
            return new WaymarkException(
                    "WM-JDBC-LOGIN",
                    "the database refused the login (" + database + ", " + code(e) + "). Check user and password: they"
                            + " come from " + Credentials.USER_VARIABLE + " and " + Credentials.PASSWORD_VARIABLE
                            + ", or from the file of credentials.",
                    unsaid.leftOutOf(e));
        }
        return new WaymarkException(
                "WM-JDBC-CONNECTION",
                "the database cannot be reached or opened (" + database + ", " + code(e)
                        + "). Check the URL, and that the database is there, is running and lets you in"
                        + (state(e).equals(RELATIVE_PATH_OF_H2) ? "; a file in this folder is jdbc:h2:./name." : "."),
                unsaid.leftOutOf(e));
    }

    WaymarkException overdue(SQLException e, String place, Duration longest) {
        return new WaymarkException(
                "WM-JDBC-TIMEOUT",
                "the database gave no answer in " + longest.toMillis() / 1000.0 + " s (" + place
                        + "). Look whether somebody holds a lock on the table, or allow more time.",
                unsaid.leftOutOf(e));
    }

    WaymarkException interrupted(SQLException e) {
        return new WaymarkException("WM-INTERRUPTED", INTERRUPTED, unsaid.leftOutOf(e));
    }

    /** For who waited in vain for others to read. */
    static WaymarkException interrupted() {
        return new WaymarkException("WM-INTERRUPTED", INTERRUPTED);
    }

    /** For a query whose text the database does not accept. */
    WaymarkException query(SQLException e, String place) {
        String words = Optional.ofNullable(unsaid.leftOutOf(e).getMessage())
                .orElse("")
                .lines()
                .findFirst()
                .orElse("");
        return new WaymarkException(
                "WM-JDBC-QUERY",
                "the database does not accept the query (" + place + ", " + code(e) + "): " + words
                        + ". Correct it in the mapping.",
                unsaid.leftOutOf(e));
    }

    WaymarkException of(SQLException e, String place, Engine engine, boolean isConnected) {
        String state = state(e);
        if (e instanceof SQLTimeoutException || engine.saysLocked(e)) {
            return new WaymarkException(
                    "WM-JDBC-TIMEOUT",
                    "somebody else's lock kept the database from answering (" + place + ", " + code(e)
                            + "). Run again when they are done.",
                    unsaid.leftOutOf(e));
        }
        boolean isCut = e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P");
        if (isCut || !isConnected) {
            return new WaymarkException(
                    "WM-JDBC-CONNECTION",
                    "the connection to the database was lost (" + place + ", " + code(e)
                            + "). Run again when the database is there.",
                    unsaid.leftOutOf(e));
        }
        if (e instanceof SQLSyntaxErrorException || state.startsWith("42")) {
            return new WaymarkException(
                    "WM-JDBC-QUERY",
                    "the database refuses the query (" + place + ", " + code(e)
                            + "). Check that the user may read it and that all it names is there.",
                    unsaid.leftOutOf(e));
        }
        return new WaymarkException(
                "WM-JDBC-READ",
                "the database could not answer (" + place + ", " + code(e)
                        + "). Look the code up in the database's manual, or run with --debug to see what its driver says.",
                unsaid.leftOutOf(e));
    }

    /** For a value that its column's type does not fit. */
    WaymarkException malformed(SQLException e, DatabaseTable.Column column, String place, long row) {
        return new WaymarkException(
                "WM-JDBC-TYPE",
                "a value of column " + column.name() + " cannot be read as its type " + column.type() + " (" + place
                        + ", row " + row
                        + "). Correct the value, or map a query that casts the column to a text.",
                unsaid.leftOutOf(e));
    }

    /** For a table that cannot be made or filled. */
    WaymarkException written(SQLException e, String table) {
        return new WaymarkException(
                "WM-JDBC-WRITE",
                "the database refused to make or fill the table " + table + " (" + code(e)
                        + "). Nothing was kept; look whether the user may make tables and whether there is room for"
                        + " them, and run with --debug to see what the driver says.",
                unsaid.leftOutOf(e));
    }

    private static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }

    /** How the database itself calls what happened. */
    private static String code(SQLException e) {
        return state(e).isEmpty() ? "error " + e.getErrorCode() : "SQLSTATE " + state(e);
    }
}
