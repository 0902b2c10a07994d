package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a database as they were at one moment, as a data set.
 *
 * <p><b>Reads</b> tables and views with the names of the data format, in any case, or what a mapping names: a table or
 * view ({@code table} or {@code schema.table}), or a query ({@code select} and white space behind it). All are read
 * over one connection in one read-only transaction, one after the other, so that what somebody writes meanwhile is in
 * none of them. Rows are fetched a few at a time: the memory it takes does not grow with a table. Names of columns are
 * found in any case.
 *
 * <p>Rows of a table come in the order of the columns that make a row what it is (its identity), then of the others
 * that are looked at, as the database orders values; so a report's line numbers and its choice among duplicates are the
 * same each time. Those of a table that a mapping names come in the order of the columns that are looked at, as they
 * stand in the table. Rows of a mapping's query come in the order that the query asks for.
 *
 * <p><b>Types:</b> dates and timestamps are the day they name, timestamps with a zone the day in England; numbers
 * without a fraction are printed without one; booleans are yes and no; the blanks that fill up a {@code CHAR} do not
 * count. <b>Errors:</b> {@code WM-MAPPING} a mapping to a table that is not there, {@code WM-JDBC-QUERY} a query that
 * the database does not accept, {@code WM-JDBC-TYPE} a column of a type that cannot be read, {@code WM-JDBC-TIMEOUT} no
 * answer in time, {@code WM-JDBC-CONNECTION} the connection lost, {@code WM-JDBC-READ} anything else the database
 * refuses, {@code WM-JDBC-SNAPSHOT} an engine that has none, {@code WM-INTERRUPTED} the reading interrupted or this
 * closed meanwhile. <b>Threads:</b> as {@link TableSource} says; readers take turns. A thread reads one table to its
 * end and closes it before it reads the next.
 */
public final class DatabaseSnapshot implements TableSource, AutoCloseable {

    private final Session session;
    private final Catalogue catalogue;
    private final int rowsAtATime;

    private DatabaseSnapshot(Session session, Catalogue catalogue, int rowsAtATime) {
        this.session = session;
        this.catalogue = catalogue;
        this.rowsAtATime = rowsAtATime;
    }

    static DatabaseSnapshot of(Session session, Optional<String> schema, int rowsAtATime) {
        try {
            Catalogue catalogue =
                    session.ask("list of tables", Optional.empty(), () -> Catalogue.of(session.connection(), schema));
            return new DatabaseSnapshot(session, catalogue, rowsAtATime);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    @Override
    public Optional<SourceTable> table(String name) {
        List<String> identity =
                DataFormat.CURRENT.table(name).map(TableFormat::identity).orElse(List.of());
        return catalogue.find(name).map(found -> DatabaseTable.of(session, found, name, identity, rowsAtATime));
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        if (TableMapping.isQuery(mapped)) {
            return DatabaseTable.ofQuery(session, mapped, rowsAtATime);
        }
        TableName found = catalogue
                .find(mapped)
                .orElseThrow(() -> new WaymarkException(
                        "WM-MAPPING",
                        "the mapping names the table " + mapped + ", which is not in " + this + ". Its tables are: "
                                + String.join(", ", catalogue.names())
                                + ". Correct the mapping, or choose the schema."));
        return DatabaseTable.of(session, found, mapped, List.of(), rowsAtATime);
    }

    /** Ends the transaction and the connection; what is being read meanwhile is ended. */
    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return "the database"
                + catalogue.schema().map(schema -> ", schema " + schema).orElse("");
    }
}
