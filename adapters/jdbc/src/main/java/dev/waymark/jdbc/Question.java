package dev.waymark.jdbc;

import java.sql.SQLException;

/** Something asked of a database, which may take long to answer. */
@FunctionalInterface
interface Question<T> {
    /** Asks, and waits for the answer. */
    T ask() throws SQLException;
}
