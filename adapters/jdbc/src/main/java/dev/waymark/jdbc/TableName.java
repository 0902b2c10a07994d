package dev.waymark.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A table or view, by the names the database's own catalogue gives.
 *
 * @param schema its schema; empty in engines without
 * @param name its name
 */
record TableName(Optional<String> schema, String name) {

    /** The name as it stands in a query, each part in the driver's quotes. */
    String quoted(DatabaseMetaData metadata) throws SQLException {
        String own = quoted(name, metadata);
        return schema.isEmpty() ? own : quoted(schema.get(), metadata) + "." + own;
    }

    /** An identifier in the driver's quotes, so that whatever it holds is no more than a name. */
    static String quoted(String identifier, DatabaseMetaData metadata) throws SQLException {
        String quote = metadata.getIdentifierQuoteString();
        if (quote.isBlank()) {
            throw new SQLException("the database quotes no names", "0A000");
        }
        return quote + identifier.replace(quote, quote + quote) + quote;
    }
}
