package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import dev.waymark.data.ColumnFormat;
import dev.waymark.data.DataFormat;
import dev.waymark.data.FinancialYear;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.RowReader;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the tables of the data format in a database and fills them with the accepted rows of a data set.
 *
 * <p>Each table of the data set becomes a table with typed columns, its identity as the primary key, foreign keys and
 * indexes on them. Rows and values that were rejected stay out, as they stay out of a report. All or nothing: it is one
 * transaction, and engines whose transactions do not cover the making of tables (H2, MariaDB) have the new tables taken
 * away again. <b>Errors:</b> {@code WM-JDBC-NOT-EMPTY} a table of the format is there already, {@code WM-JDBC-ENGINE}
 * an engine whose types are not known, {@code WM-JDBC-WRITE} the database refused, and those of {@link Database}.
 * <b>Threads:</b> one.
 */
public final class DatabaseImport {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final Set<RejectionCode> JUDGED_AMONG_OTHER_ROWS =
            EnumSet.of(RejectionCode.ORPHAN, RejectionCode.DUPLICATE, RejectionCode.CONTRADICTION);

    private final Database database;

    private DatabaseImport(Database database) {
        this.database = database;
    }

    /** An import into this database. */
    public static DatabaseImport into(Database database) {
        return new DatabaseImport(database);
    }

    /**
     * Reads the data set, which says which rows stand, then makes the tables and fills them.
     *
     * <p>Its source is read twice, so it must give the same rows each time.
     *
     * @param reader the data set, with the mapping and the Stars that it is read by
     * @throws WaymarkException {@code WM-CHANGED} if the source gave other rows the second time; nothing is kept then
     */
    public ImportedRows create(CaseStoreReader reader) {
        try (Session session = database.forWriting()) {
            checked(session, database.schema());
        }
        CaseStore checked = reader.read();
        try (Session session = database.forWriting()) {
            return new ImportedRows(new Run(database, session, reader, checked).create(), checked.quality());
        }
    }

    private static Catalogue checked(Session session, Optional<String> schema) {
        if (session.engine().declarations().isEmpty()) {
            throw new WaymarkException(
                    "WM-JDBC-ENGINE",
                    "tables are made in PostgreSQL, H2, SQLite, DuckDB and MariaDB, not in this database. Make them with"
                            + " its own tools; reading works.");
        }
        Catalogue catalogue =
                session.ask("list of tables", Optional.empty(), () -> Catalogue.of(session.connection(), schema));
        List<String> there = DataFormat.CURRENT.tables().stream()
                .map(TableFormat::name)
                .filter(catalogue::has)
                .toList();
        if (!there.isEmpty()) {
            throw new WaymarkException(
                    "WM-JDBC-NOT-EMPTY",
                    "the database has tables of the data format already (" + String.join(", ", there)
                            + "). Nothing was changed; give an empty database or schema.");
        }
        return catalogue;
    }

    /**
     * A table that was made.
     *
     * @param drop the statement that takes it away again
     */
    private record Made(TableFormat table, String drop) {}

    /** One import. */
    private static final class Run {
        private final Database database;
        private final Session session;
        private final TableSource data;
        private final Map<String, TableMapping> mapped;
        private final CaseStore checked;
        private final List<Made> made = new ArrayList<>();

        private Run(Database database, Session session, CaseStoreReader reader, CaseStore checked) {
            this.database = database;
            this.session = session;
            this.data = reader.source();
            this.mapped = reader.mapping().map(m -> m.tables(checked.stars())).orElse(Map.of());
            this.checked = checked;
        }

        private Map<String, Long> create() {
            Catalogue catalogue = checked(session, database.schema());
            CanonicalTables tables = session.ask("the database", Optional.empty(), () -> {
                DatabaseMetaData metadata = session.connection().getMetaData();
                return new CanonicalTables(
                        session.engine().declarations().orElseThrow(), metadata, catalogue.schema(), checked.stars());
            });
            boolean makingCommits = session.ask(
                    "the database",
                    Optional.empty(),
                    () -> session.connection().getMetaData().dataDefinitionCausesTransactionCommit());
            try {
                Map<String, Long> rows = new HashMap<>();
                Set<String> present = new HashSet<>(checked.tablesPresent());
                for (TableFormat table : inOrderOfMaking()) {
                    if (present.contains(table.name())) {
                        execute(
                                session,
                                table,
                                session.ask(table.name(), Optional.empty(), () -> tables.create(table, present)));
                        made.add(
                                new Made(table, session.ask(table.name(), Optional.empty(), () -> tables.drop(table))));
                        rows.put(table.name(), fill(table, tables));
                        if (rows.get(table.name())
                                != checked.table(table.name()).rows()) {
                            throw changed(table, rows.get(table.name()));
                        }
                        for (String index : session.ask(table.name(), Optional.empty(), () -> tables.indexes(table))) {
                            execute(session, table, index);
                        }
                    }
                }
                session.commit();
                return inOrderOfTheFormat(rows);
            } catch (RuntimeException | Error e) {
                takeAway(makingCommits, e);
                throw e;
            }
        }

        /**
         * A table that a data set must have is made last, if no other refers to it. Where making a table ends the
         * transaction, what a process that was killed has left is then refused by whoever reads it, or, if it was
         * killed while the last one was filled, is a data set without any episode, which nobody takes for a whole one.
         */
        private static List<TableFormat> inOrderOfMaking() {
            Set<String> referredTo = DataFormat.CURRENT.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .map(ColumnFormat::refersTo)
                    .collect(Collectors.toSet());
            return DataFormat.CURRENT.tables().stream()
                    .sorted(Comparator.comparing(table -> table.required() && !referredTo.contains(table.name())))
                    .toList();
        }

        private static Map<String, Long> inOrderOfTheFormat(Map<String, Long> rows) {
            Map<String, Long> ordered = new LinkedHashMap<>();
            for (TableFormat table : DataFormat.CURRENT.tables()) {
                Optional.ofNullable(rows.get(table.name())).ifPresent(written -> ordered.put(table.name(), written));
            }
            return ordered;
        }

        private WaymarkException changed(TableFormat table, long rows) {
            return new WaymarkException(
                    "WM-CHANGED",
                    table.name() + " has " + rows + " rows that stand where it had "
                            + checked.table(table.name()).rows()
                            + " when it was first read. Nothing was kept; import a data set that nobody changes"
                            + " meanwhile, and that gives its rows more than once.");
        }

        private static void execute(Session over, TableFormat table, String sql) {
            over.ask(table.name(), Optional.empty(), () -> {
                try (Statement statement = over.connection().createStatement()) {
                    return statement.executeUpdate(sql);
                } catch (SQLException e) {
                    if (over.isUsable()) {
                        throw over.faults().written(e, table.name());
                    }
                    throw e;
                }
            });
        }

        private long fill(TableFormat table, CanonicalTables tables) {
            Optional<TableMapping> mapping = Optional.ofNullable(mapped.get(table.name()));
            SourceTable source = mapping.isPresent()
                    ? data.mappedTable(mapping.get().source())
                    : data.table(table.name()).orElseThrow();
            RowReader reader = new RowReader(table, source, mapping, checked.stars());
            Set<Long> rejected = new HashSet<>();
            for (Rejection rejection : checked.quality().rejected()) {
                if (rejection.table().equals(table.name()) && JUDGED_AMONG_OTHER_ROWS.contains(rejection.code())) {
                    rejected.add(rejection.line());
                }
            }
            String sql = session.ask(table.name(), Optional.empty(), () -> tables.insert(table));
            long rows = 0;
            try (PreparedStatement insert = session.connection().prepareStatement(sql)) {
                Row row = new Row();
                for (RowCursor part : source.parts(reader.columnsRead())) {
                    try (part) {
                        while (part.next(row)) {
                            if (reader.read(row) && !rejected.contains(row.line())) {
                                set(insert, table, reader, tables.areas());
                                insert.addBatch();
                                rows++;
                                if (rows % ROWS_AT_A_TIME == 0) {
                                    send(insert, table);
                                }
                            }
                        }
                    }
                }
                if (rows % ROWS_AT_A_TIME != 0) {
                    send(insert, table);
                }
                return rows;
            } catch (SQLException e) {
                throw session.isUsable() ? session.faults().written(e, table.name()) : session.fault(e, table.name());
            }
        }

        private void send(PreparedStatement insert, TableFormat table) {
            session.ask(table.name(), Optional.of(insert), () -> {
                try {
                    return insert.executeBatch().length;
                } catch (SQLException e) {
                    if (session.isUsable()) {
                        throw session.faults().written(e, table.name());
                    }
                    throw e;
                }
            });
        }

        private void set(PreparedStatement insert, TableFormat table, RowReader reader, List<String> areas)
                throws SQLException {
            List<ColumnFormat> columns = table.columns();
            for (int c = 0; c < columns.size(); c++) {
                set(insert, c + 1, columns.get(c), c, reader);
            }
            if (table.hasScores()) {
                Star star = checked.stars().get(reader.value(table.columnIndex("star")));
                for (int a = 0; a < areas.size(); a++) {
                    int area = star.areaIndex(areas.get(a)).orElse(-1);
                    int place = columns.size() + a + 1;
                    if (area < 0 || reader.scores()[area] == RowReader.NO_SCORE) {
                        insert.setNull(place, Types.SMALLINT);
                    } else {
                        insert.setInt(place, reader.scores()[area]);
                    }
                }
            }
        }

        private void set(PreparedStatement insert, int place, ColumnFormat column, int c, RowReader reader)
                throws SQLException {
            switch (column.type()) {
                case ID, REFERENCE, TEXT -> {
                    int from = reader.textFrom(c);
                    int to = reader.textTo(c);
                    if (from == to) {
                        insert.setNull(place, Types.VARCHAR);
                    } else {
                        insert.setString(
                                place, new String(reader.textBytes(c), from, to - from, StandardCharsets.UTF_8));
                    }
                }
                case AMOUNT -> {
                    if (reader.pence(c) == RowReader.NO_AMOUNT) {
                        insert.setNull(place, Types.DECIMAL);
                    } else {
                        insert.setBigDecimal(place, BigDecimal.valueOf(reader.pence(c), 2));
                    }
                }
                case DATE -> {
                    if (reader.value(c) == RowReader.NONE) {
                        insert.setNull(place, Types.DATE);
                    } else {
                        insert.setObject(place, LocalDate.ofEpochDay(reader.value(c)));
                    }
                }
                case COUNT -> {
                    if (reader.value(c) == RowReader.NONE) {
                        insert.setNull(place, Types.INTEGER);
                    } else {
                        insert.setInt(place, reader.value(c));
                    }
                }
                case WORD -> {
                    if (reader.value(c) == RowReader.NONE) {
                        insert.setNull(place, Types.VARCHAR);
                    } else {
                        insert.setString(place, column.words().get(reader.value(c)));
                    }
                }
                case STAR ->
                    insert.setString(place, checked.stars().get(reader.value(c)).id());
                case YEAR -> insert.setString(place, FinancialYear.label(reader.value(c)));
            }
        }

        /**
         * Leaves the database as it was, also where making a table ends the transaction; over a new connection if this
         * one was lost or its wait ended.
         */
        private void takeAway(boolean makingCommits, Throwable why) {
            if (!makingCommits || made.isEmpty()) {
                // the end of the session takes all of it back
                return;
            }
            boolean wasInterrupted = Thread.interrupted();
            try {
                if (session.isUsable()) {
                    session.rollback();
                    drop(session);
                } else {
                    // whose locks would keep the tables
                    session.close();
                    try (Session another = database.forWriting()) {
                        drop(another);
                    }
                }
            } catch (SQLException | RuntimeException e) {
                why.addSuppressed(e);
                if (!made.isEmpty()) {
                    throw left(why);
                }
            } finally {
                if (wasInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void drop(Session over) {
            while (!made.isEmpty()) {
                Made last = made.get(made.size() - 1);
                execute(over, last.table(), last.drop());
                made.remove(last);
            }
            over.commit();
        }

        private WaymarkException left(Throwable why) {
            return new WaymarkException(
                    "WM-JDBC-LEFT",
                    "the import failed, and tables that it had made could not be taken away again ("
                            + made.stream().map(one -> one.table().name()).collect(Collectors.joining(", "))
                            + "). Drop them, and import again once what it failed of is mended: "
                            + (why instanceof WaymarkException known ? known.getMessage() : why.toString()),
                    why);
        }
    }
}
