package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables and views that a database says it has. */
final class Catalogue {

    private final List<TableName> tables;
    private final Optional<String> schema;

    private Catalogue(List<TableName> tables, Optional<String> schema) {
        this.tables = tables;
        this.schema = schema;
    }

    /** Everything in the connection's catalogue; unqualified names are those of the schema, or of the connection's. */
    static Catalogue of(Connection connection, Optional<String> schema) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        boolean hasSchemas = metadata.supportsSchemasInDataManipulation();
        // MariaDB has one level of names as well, and its driver calls that one the catalogue
        boolean schemasAreCatalogues = !hasSchemas && metadata.supportsCatalogsInDataManipulation();
        if (schema.isPresent() && !hasSchemas && !schemasAreCatalogues) {
            throw new WaymarkException(
                    "WM-JDBC-SCHEMA",
                    "tables in " + metadata.getDatabaseProductName() + " are in no schema, so none of them is in "
                            + schema.get() + ". Leave the schema out.");
        }
        String catalogue = schemasAreCatalogues ? null : connection.getCatalog();
        String schemaColumn = schemasAreCatalogues ? "TABLE_CAT" : "TABLE_SCHEM";
        List<TableName> tables = new ArrayList<>();
        // without patterns: in a pattern, the _ of a name stands for any letter
        try (ResultSet found = metadata.getTables(catalogue, null, "%", null)) {
            while (found.next()) {
                String type = Optional.ofNullable(found.getString("TABLE_TYPE"))
                        .orElse("")
                        .toUpperCase(Locale.ROOT);
                if (type.contains("TABLE") || type.contains("VIEW") || type.contains("SYNONYM")) {
                    tables.add(new TableName(
                            Optional.ofNullable(found.getString(schemaColumn)).filter(name -> !name.isEmpty()),
                            found.getString("TABLE_NAME")));
                }
            }
        }
        return new Catalogue(tables, schema.or(() -> schemaOf(connection, schemasAreCatalogues)));
    }

    private static Optional<String> schemaOf(Connection connection, boolean schemasAreCatalogues) {
        try {
            return Optional.ofNullable(schemasAreCatalogues ? connection.getCatalog() : connection.getSchema())
                    .filter(name -> !name.isEmpty());
        } catch (SQLException | AbstractMethodError e) {
            // engines without schemas, and drivers older than the question
            return Optional.empty();
        }
    }

    /** The table of this name: {@code table}, or {@code schema.table}. */
    Optional<TableName> find(String name) {
        Optional<TableName> plain = find(schema, name);
        // a dot may be part of either name
        for (int dot = name.indexOf('.'); dot >= 0 && plain.isEmpty(); dot = name.indexOf('.', dot + 1)) {
            plain = find(Optional.of(name.substring(0, dot)), name.substring(dot + 1));
        }
        return plain;
    }

    private Optional<TableName> find(Optional<String> in, String name) {
        return only(name, t -> isIn(t, in, String::equals) && t.name().equals(name))
                .or(() -> only(
                        name,
                        t -> isIn(t, in, String::equalsIgnoreCase) && t.name().equalsIgnoreCase(name)));
    }

    /** Whether there is a table of this name in the schema, in any case. */
    boolean has(String name) {
        return tables.stream()
                .anyMatch(table -> isIn(table, schema, String::equalsIgnoreCase)
                        && table.name().equalsIgnoreCase(name));
    }

    private static boolean isIn(TableName table, Optional<String> schema, Sameness sameness) {
        return schema.isEmpty()
                || table.schema().isEmpty()
                || sameness.same(schema.get(), table.schema().get());
    }

    /** Whether two names are of one thing. */
    @FunctionalInterface
    private interface Sameness {
        /** Compares them. */
        boolean same(String one, String other);
    }

    /**
     * The one table for which this holds, if there is any.
     *
     * @throws WaymarkException {@code WM-MAPPING} if there are several, for nothing is guessed
     */
    private Optional<TableName> only(String name, Predicate<TableName> holds) {
        List<TableName> found = tables.stream().filter(holds).toList();
        if (found.size() > 1) {
            throw new WaymarkException(
                    "WM-MAPPING",
                    "the table " + name + " is there " + found.size() + " times ("
                            + found.stream()
                                    .map(table ->
                                            table.schema().map(in -> in + ".").orElse("") + table.name())
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + "). Map the one that is meant by its name as it is written there.");
        }
        return found.stream().findFirst();
    }

    /** The names of the tables in the schema, for errors. */
    List<String> names() {
        return tables.stream()
                .filter(table -> isIn(table, schema, String::equalsIgnoreCase))
                .map(TableName::name)
                .sorted()
                .toList();
    }

    Optional<String> schema() {
        return schema;
    }
}
