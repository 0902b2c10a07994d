package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.TextRows;
import dev.waymark.store.CaseStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Every type of a column gives the text that stands in a CSV file for the same value. */
class ColumnTypesTest {

    @TempDir
    private static Path folder;

    /** Engine, type of the column, value in SQL, and the text that it is in a file. */
    private static final List<String> VALUES = List.of(
            // ids: the same text as in a file, whatever the column is
            "POSTGRESQL; integer; 100001; 100001",
            "POSTGRESQL; bigint; 9007199254740993; 9007199254740993",
            "POSTGRESQL; smallint; 7; 7",
            "POSTGRESQL; numeric(12,2); 100001; 100001",
            "POSTGRESQL; numeric; 100001; 100001",
            "POSTGRESQL; double precision; 100001; 100001",
            "POSTGRESQL; real; 0.1; 0.1",
            "POSTGRESQL; numeric(30); 123456789012345678901234567890; 123456789012345678901234567890",
            "POSTGRESQL; uuid; 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'; a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "POSTGRESQL; char(10); 'E1'; E1",
            "POSTGRESQL; varchar(10); 'E1'; E1",
            "POSTGRESQL; text; 'Zoë 𝄞'; Zoë 𝄞",
            // amounts
            "POSTGRESQL; numeric(19,4); 12.5; 12.5",
            "POSTGRESQL; numeric(17,2); -800.05; -800.05",
            "POSTGRESQL; numeric; 'NaN'; NaN",
            "POSTGRESQL; double precision; 'NaN'; NaN",
            // yes and no
            "POSTGRESQL; boolean; true; yes",
            "POSTGRESQL; boolean; false; no",
            // days: British summer time began on 2015-03-29, so 23:30 UTC is the next day in England
            "POSTGRESQL; date; '2015-04-01'; 2015-04-01",
            "POSTGRESQL; date; '1900-01-01'; 1900-01-01",
            "POSTGRESQL; timestamp; '2015-04-01 23:59:59'; 2015-04-01",
            "POSTGRESQL; timestamptz; '2015-05-31 23:30:00+00'; 2015-06-01",
            "POSTGRESQL; timestamptz; '2015-01-31 23:30:00+00'; 2015-01-31",
            "POSTGRESQL; date; 'infinity'; +999999999-12-31",
            "POSTGRESQL; text; null; ",
            "POSTGRESQL; integer; null; ",
            "POSTGRESQL; date; null; ",
            "POSTGRESQL; timestamp; null; ",
            "POSTGRESQL; timestamptz; null; ",
            "POSTGRESQL; boolean; null; ",
            "POSTGRESQL; char(3); null; ",
            "H2; integer; 100001; 100001",
            "H2; tinyint; 7; 7",
            "H2; bigint; 9007199254740993; 9007199254740993",
            "H2; numeric(12,2); 100001; 100001",
            "H2; double precision; 100001; 100001",
            "H2; decfloat; 1E5; 100000",
            "H2; uuid; 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'; a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "H2; char(10); 'E1'; E1",
            "H2; varchar; 'Zoë 𝄞'; Zoë 𝄞",
            "H2; varchar_ignorecase; 'aB'; aB",
            "H2; clob; 'long'; long",
            "H2; numeric(19,4); 12.5; 12.5",
            "H2; boolean; true; yes",
            "H2; date; '2015-04-01'; 2015-04-01",
            "H2; timestamp; '2015-04-01 23:59:59'; 2015-04-01",
            "H2; timestamp with time zone; '2015-05-31 23:30:00+00'; 2015-06-01",
            "H2; enum('initial', 'review'); 'review'; review",
            "H2; date; null; ",
            // SQLite: a value has a type, a column has not; dates are ISO texts there
            "SQLITE; integer; 100001; 100001",
            "SQLITE; integer; 9007199254740993; 9007199254740993",
            "SQLITE; real; 100001; 100001",
            "SQLITE; numeric; 12.50; 12.5",
            "SQLITE; text; 'Zoë 𝄞'; Zoë 𝄞",
            "SQLITE; date; '2015-04-01'; 2015-04-01",
            "SQLITE; boolean; 1; 1",
            "SQLITE; integer; 'not a number'; not a number",
            "SQLITE; text; null; ",
            "DUCKDB; integer; 100001; 100001",
            "DUCKDB; utinyint; 255; 255",
            "DUCKDB; ubigint; 18446744073709551615; 18446744073709551615",
            "DUCKDB; hugeint; 170141183460469231731687303715884105727; 170141183460469231731687303715884105727",
            "DUCKDB; decimal(12,2); 100001; 100001",
            "DUCKDB; double; 100001; 100001",
            "DUCKDB; float; 0.1; 0.1",
            "DUCKDB; uuid; 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'; a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "DUCKDB; varchar; 'Zoë 𝄞'; Zoë 𝄞",
            "DUCKDB; boolean; true; yes",
            "DUCKDB; date; '2015-04-01'; 2015-04-01",
            "DUCKDB; timestamp; '2015-04-01 23:59:59'; 2015-04-01",
            "DUCKDB; timestamptz; '2015-05-31 23:30:00+00'; 2015-06-01",
            "DUCKDB; enum('initial', 'review'); 'review'; review",
            "DUCKDB; date; null; ",
            "MARIADB; integer; 100001; 100001",
            "MARIADB; tinyint; 7; 7",
            "MARIADB; integer unsigned; 4294967295; 4294967295",
            "MARIADB; bigint unsigned; 18446744073709551615; 18446744073709551615",
            "MARIADB; decimal(12,2); 100001; 100001",
            "MARIADB; decimal(19,4); 12.5; 12.5",
            "MARIADB; double; 100001; 100001",
            "MARIADB; float; 0.1; 0.1",
            "MARIADB; uuid; 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'; a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "MARIADB; char(10); 'E1'; E1",
            "MARIADB; varchar(10); 'Zoë 𝄞'; Zoë 𝄞",
            "MARIADB; text; 'long'; long",
            "MARIADB; boolean; true; yes",
            "MARIADB; boolean; false; no",
            "MARIADB; bit(1); 1; yes",
            "MARIADB; date; '2015-04-01'; 2015-04-01",
            "MARIADB; date; '1900-01-01'; 1900-01-01",
            // what MariaDB keeps for a date that was not given
            "MARIADB; date; '0000-00-00'; ",
            "MARIADB; datetime; '2015-04-01 23:59:59'; 2015-04-01",
            "MARIADB; timestamp; '2015-04-01 23:59:59'; 2015-04-01",
            "MARIADB; enum('initial', 'review'); 'review'; review",
            "MARIADB; date; null; ",
            "MARIADB; varchar(3); null; ");

    @ParameterizedTest
    @EngineSource
    void aValueIsTheTextOfAFile(TestEngine engine) {
        List<ValueOfType> values = ValueOfType.of(engine, VALUES);
        TestDatabase database = engine.fresh(folder)
                .run(ValueOfType.statements(
                        values,
                        value -> "create table " + value.table() + " (c " + value.type() + ")",
                        value -> "insert into " + value.table() + " values (" + value.sql() + ")"));

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            for (ValueOfType value : values) {
                for (String source : List.of(value.table(), "select * from " + value.table())) {
                    assertThat(TextRows.of(snapshot.mappedTable(source)))
                            .as("%s %s, read from %s", value.type(), value.sql(), source)
                            .containsExactly("2: " + value.expected());
                }
            }
        }
    }

    /** Engine, type of the column, value in SQL, and what the driver calls the type. */
    private static final List<String> UNREADABLE = List.of(
            "POSTGRESQL; bytea; '\\x00'; bytea",
            "POSTGRESQL; integer[]; '{1}'; _int4",
            "POSTGRESQL; json; '{}'; json",
            "POSTGRESQL; time; '10:00'; time",
            "H2; varbinary; X'00'; BINARY VARYING",
            "H2; time; '10:00:00'; TIME",
            "DUCKDB; blob; '\\xAA'; BLOB",
            "DUCKDB; integer[]; [1]; INTEGER[]",
            "MARIADB; blob; x'00'; BLOB",
            "MARIADB; time; '10:00'; TIME");

    @ParameterizedTest
    @EngineSource({TestEngine.POSTGRESQL, TestEngine.H2, TestEngine.DUCKDB, TestEngine.MARIADB})
    void aColumnOfATypeThatCannotBeReadIsRefusedByNameWhereItIsNeeded(TestEngine engine) {
        List<ValueOfType> values = ValueOfType.of(engine, UNREADABLE);
        TestDatabase database = engine.fresh(folder)
                .run(ValueOfType.statements(
                        values,
                        value -> "create table " + value.table() + " (a integer, c " + value.type() + ")",
                        value -> "insert into " + value.table() + " values (1, " + value.sql() + ")"));
        String c = engine == TestEngine.H2 ? "C" : "c";
        String a = engine == TestEngine.H2 ? "A" : "a";

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            for (ValueOfType value : values) {
                assertThatThrownBy(() -> snapshot.mappedTable(value.table()).parts(Set.of(a, c)))
                        .isInstanceOf(WaymarkException.class)
                        .hasMessage("WM-JDBC-TYPE: column " + c + " is of the type " + value.expected()
                                + ", which cannot be read (" + value.table()
                                + "). Map a query that casts it to a text, a number or a date.");
                assertThat(snapshot.mappedTable(value.table()).parts(Set.of(a))).hasSize(1);
            }
        }
    }

    /**
     * One value in a table of its own, and what is expected of it.
     *
     * @param sql the value as a literal
     */
    private record ValueOfType(String table, String type, String sql, String expected) {
        /** Those of an engine. */
        private static List<ValueOfType> of(TestEngine engine, List<String> lines) {
            List<ValueOfType> values = new ArrayList<>();
            for (String line : lines) {
                String[] parts = line.split("; ", 4);
                if (parts[0].equals(engine.name())) {
                    values.add(new ValueOfType("t" + values.size(), parts[1], parts[2], parts[3]));
                }
            }
            assertThat(values).as(engine.name()).isNotEmpty();
            return values;
        }

        private static String[] statements(
                List<ValueOfType> values, Function<ValueOfType, String> create, Function<ValueOfType, String> insert) {
            return values.stream()
                    .flatMap(value -> Stream.of(create.apply(value), insert.apply(value)))
                    .toArray(String[]::new);
        }
    }

    @Test
    void aBlobInSqliteIsRefusedWhenItIsMet() {
        TestDatabase database = TestEngine.SQLITE.fresh(folder);
        database.run("create table t (c text)", "insert into t values (x'00')");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThatThrownBy(() -> TextRows.of(snapshot.mappedTable("t")))
                    .isInstanceOf(WaymarkException.class)
                    .hasMessageStartingWith("WM-JDBC-TYPE: column c is of the type ")
                    .hasMessageContaining("which cannot be read (t)");
        }
    }

    // "These stop the run: ... a field over 1 MiB" (docs/data-format.md)
    @ParameterizedTest
    @EngineSource
    void aValueOverAMebibyteStopsTheReading(TestEngine engine) {
        TestDatabase database = engine.fresh(folder);
        database.run(
                "create table families (family_id integer, district " + longText(engine) + ")",
                "insert into families values (1, " + repeated("x", 1 << 20, engine) + ")",
                "create table episodes (episode_id integer, family_id integer, service varchar(9), opened date,"
                        + " closed date)");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(CaseStore.read(snapshot).families()).isEqualTo(1);
        }
        database.run(
                "delete from families",
                "insert into families values (1, concat(" + repeated("é", 1 << 19, engine) + ", 'x'))");
        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThatThrownBy(() -> CaseStore.read(snapshot))
                    .isInstanceOf(WaymarkException.class)
                    .hasMessageMatching("(?i)WM-FIELD: a value of column district is longer than 1 MiB"
                            + " \\(families line 2\\)\\. Shorten it, or leave the column out\\.");
        }
    }

    private static String longText(TestEngine engine) {
        return switch (engine) {
            case H2 -> "clob";
            case MARIADB -> "mediumtext";
            default -> "text";
        };
    }

    private static String repeated(String letter, int times, TestEngine engine) {
        return engine == TestEngine.SQLITE
                ? "replace(hex(zeroblob(" + times / 2 + ")), '0', '" + letter + "')"
                : "repeat('" + letter + "', " + times + ")";
    }

    @Test
    void aRowHasItsCellsInTheOrderOfTheColumns() {
        TestDatabase database = TestEngine.POSTGRESQL.fresh(folder);
        database.run(
                "create table families (district text, family_id integer, notes text)",
                "insert into families values ('Blaby', 2, 'x'), ('Melton', 1, 'y')");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            assertThat(snapshot.table("families").orElseThrow().columns())
                    .isEqualTo(List.of("district", "family_id", "notes"));
            assertThat(TextRows.of(snapshot.table("families").orElseThrow()))
                    .containsExactly("2: Melton|1|y", "3: Blaby|2|x");
        }
    }
}
