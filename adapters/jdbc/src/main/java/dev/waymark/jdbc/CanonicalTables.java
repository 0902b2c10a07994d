package dev.waymark.jdbc;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.ColumnType;
import dev.waymark.data.TableFormat;
import dev.waymark.star.Star;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the data format as an engine declares them: columns, keys and indexes. */
final class CanonicalTables {

    private static final String SCORE = "SMALLINT";

    private final Map<ColumnType, String> declarations;
    private final DatabaseMetaData metadata;
    private final Optional<String> schema;
    private final List<String> areas;

    CanonicalTables(
            Map<ColumnType, String> declarations,
            DatabaseMetaData metadata,
            Optional<String> schema,
            List<Star> stars) {
        this.declarations = declarations;
        this.metadata = metadata;
        this.schema = schema;
        Set<String> codes = new LinkedHashSet<>();
        stars.forEach(star -> star.areas().forEach(area -> codes.add(area.code())));
        this.areas = List.copyOf(codes);
    }

    /** The areas that have a column, in their order. */
    List<String> areas() {
        return areas;
    }

    /** The statement that makes a table; those it refers to are there. */
    String create(TableFormat table, Set<String> present) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (ColumnFormat column : table.columns()) {
            boolean isFilled = column.required() || column.type() == ColumnType.STAR;
            lines.add(quoted(column.name()) + " " + declarations.get(column.type()) + (isFilled ? " NOT NULL" : ""));
        }
        if (table.hasScores()) {
            for (String area : areas) {
                lines.add(quoted(area) + " " + SCORE);
            }
        }
        if (!table.identity().isEmpty()) {
            // an optional column cannot be part of a primary key
            boolean isKey = table.identity().stream()
                    .map(name -> table.column(name).orElseThrow())
                    .allMatch(column -> column.required() || column.type() == ColumnType.STAR);
            lines.add((isKey ? "PRIMARY KEY (" : "UNIQUE (") + quoted(table.identity()) + ")");
        }
        for (ColumnFormat column : table.columns()) {
            // an id has one name, in its own table and in those that refer to it
            if (present.contains(column.refersTo())) {
                lines.add("FOREIGN KEY (" + quoted(column.name()) + ") REFERENCES " + name(column.refersTo()) + " ("
                        + quoted(column.name()) + ")");
            }
        }
        return "CREATE TABLE " + name(table.name()) + " (" + String.join(", ", lines) + ")";
    }

    /**
     * The statements that make the indexes of a table: on each column by which it is joined and that no key begins
     * with.
     */
    List<String> indexes(TableFormat table) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (ColumnFormat column : table.columns()) {
            boolean beginsKey =
                    !table.identity().isEmpty() && table.identity().get(0).equals(column.name());
            if (column.type() == ColumnType.REFERENCE && !beginsKey) {
                statements.add("CREATE INDEX " + quoted(table.name() + "_" + column.name()) + " ON "
                        + name(table.name()) + " (" + quoted(column.name()) + ")");
            }
        }
        return statements;
    }

    /** The statement that adds a row: a value a column, then one an area. */
    String insert(TableFormat table) throws SQLException {
        List<String> columns = Stream.concat(
                        table.columns().stream().map(ColumnFormat::name),
                        table.hasScores() ? areas.stream() : Stream.empty())
                .toList();
        return "INSERT INTO " + name(table.name()) + " (" + quoted(columns) + ") VALUES ("
                + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
    }

    /** The statement that takes a table away again, if it is there: a database that was cut may have lost it. */
    String drop(TableFormat table) throws SQLException {
        return "DROP TABLE IF EXISTS " + name(table.name());
    }

    private String name(String table) throws SQLException {
        return new TableName(schema, written(table)).quoted(metadata);
    }

    private String quoted(String column) throws SQLException {
        return TableName.quoted(written(column), metadata);
    }

    private String quoted(List<String> columns) throws SQLException {
        List<String> quoted = new ArrayList<>();
        for (String column : columns) {
            quoted.add(quoted(column));
        }
        return String.join(", ", quoted);
    }

    /** A name as the engine keeps those that are written without quotes, so that queries need none. */
    private String written(String name) throws SQLException {
        boolean needsNoQuotes = name.matches("[a-z_]+");
        return needsNoQuotes && metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
