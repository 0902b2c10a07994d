package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** One table, view or query of a database. */
final class DatabaseTable implements SourceTable {

    /** What is selected from: a table of the catalogue, or the mapping's own query. */
    private record Origin(Optional<TableName> table, String query, List<String> identity) {}

    /**
     * One column.
     *
     * @param name its name
     * @param cell how its values get into a row
     * @param type what the database calls its type
     * @param isOrdered whether the database can order by it
     */
    record Column(String name, Cell cell, String type, boolean isOrdered) {}

    private final Session session;
    private final Origin origin;
    private final String place;
    private final List<Column> columns;
    private final int rowsAtATime;

    private DatabaseTable(Session session, Origin origin, String place, List<Column> columns, int rowsAtATime) {
        this.session = session;
        this.origin = origin;
        this.place = place;
        this.columns = columns;
        this.rowsAtATime = rowsAtATime;
    }

    static DatabaseTable of(Session session, TableName table, String name, List<String> identity, int rowsAtATime) {
        List<Column> columns = session.ask(name, Optional.empty(), () -> {
            String all = "select * from " + table.quoted(session.connection().getMetaData());
            return columns(session, all);
        });
        return new DatabaseTable(session, new Origin(Optional.of(table), "", identity), name, columns, rowsAtATime);
    }

    static DatabaseTable ofQuery(Session session, String query, int rowsAtATime) {
        String place = TableMapping.placeOfQuery(query);
        List<Column> columns = session.ask(place, Optional.empty(), () -> {
            try {
                return columns(session, query);
            } catch (SQLException e) {
                if (session.isUsable()) {
                    throw session.faults().query(e, place);
                }
                throw e;
            }
        });
        return new DatabaseTable(session, new Origin(Optional.empty(), query, List.of()), place, columns, rowsAtATime);
    }

    private static List<Column> columns(Session session, String query) throws SQLException {
        try (PreparedStatement prepared = session.connection().prepareStatement(query)) {
            ResultSetMetaData metadata = prepared.getMetaData();
            if (metadata == null) {
                throw new SQLException("the driver does not tell a query's columns before it is run", "0A000");
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                int type = metadata.getColumnType(i);
                String typeName = String.valueOf(metadata.getColumnTypeName(i));
                columns.add(new Column(
                        metadata.getColumnLabel(i),
                        Cell.of(type, typeName, session.engine()),
                        typeName,
                        Cell.isOrdered(type)));
            }
            return List.copyOf(columns);
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public boolean columnsInAnyCase() {
        return true;
    }

    @Override
    public List<? extends RowCursor> parts() {
        return parts(Set.copyOf(columns()));
    }

    @Override
    public List<? extends RowCursor> parts(Set<String> wanted) {
        for (Column column : columns) {
            if (wanted.contains(column.name()) && column.cell() == Cell.UNREADABLE) {
                throw unreadable(column);
            }
        }
        return List.of(new DatabaseRows(session, this, wanted, rowsAtATime));
    }

    WaymarkException unreadable(Column column) {
        return new WaymarkException(
                "WM-JDBC-TYPE",
                "column " + column.name() + " is of the type " + column.type() + ", which cannot be read (" + place
                        + "). Map a query that casts it to a text, a number or a date.");
    }

    List<Column> all() {
        return columns;
    }

    /** The query for the rows, with some columns only; each cell of a row is a column of it, in their order. */
    Query query(Set<String> wanted) throws SQLException {
        List<Column> read = columns.stream()
                .filter(column -> wanted.contains(column.name()))
                .toList();
        if (origin.table().isEmpty() || read.isEmpty()) {
            String all = origin.table().isEmpty() ? origin.query() : "select * from " + from();
            return new Query(all, places(column -> wanted.contains(column.name()) ? columns.indexOf(column) + 1 : 0));
        }
        DatabaseMetaData metadata = session.connection().getMetaData();
        List<String> selected = new ArrayList<>();
        for (Column column : read) {
            selected.add(TableName.quoted(column.name(), metadata));
        }
        List<String> ordered = new ArrayList<>();
        for (Column column : inOrderOfIdentity(read)) {
            ordered.add(TableName.quoted(column.name(), metadata));
        }
        String sql = "select " + String.join(", ", selected) + " from " + from()
                + (ordered.isEmpty() ? "" : " order by " + String.join(", ", ordered));
        return new Query(sql, places(column -> read.indexOf(column) + 1));
    }

    private String from() throws SQLException {
        return origin.table().orElseThrow().quoted(session.connection().getMetaData());
    }

    /** The columns that the rows are ordered by: those of the identity, then the others, so that the order is total. */
    private Set<Column> inOrderOfIdentity(List<Column> read) {
        Set<Column> ordered = new LinkedHashSet<>();
        read.stream()
                .filter(Column::isOrdered)
                .sorted(Comparator.comparing(Column::name, TableFormat.identityFirst(origin.identity())))
                .forEach(ordered::add);
        return ordered;
    }

    private List<Integer> places(ToIntFunction<Column> place) {
        return columns.stream().map(place::applyAsInt).toList();
    }

    /**
     * What is asked for the rows.
     *
     * @param sql the query
     * @param places for each column of the table, its place in the result, counted from 1; 0 if it is not looked at
     */
    record Query(String sql, List<Integer> places) {}
}
