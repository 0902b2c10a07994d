package dev.waymark.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.TextRows;
import dev.waymark.store.CaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A value of Spark is what the same value in a CSV file is. The session is set to a time zone west of England. */
class ColumnTypesTest {

    /** A value in SQL; what a file would have. */
    private static final String[][] VALUES = {
        {"cast(7 as tinyint)", "7"},
        {"cast(7 as smallint)", "7"},
        {"100001", "100001"},
        {"9007199254740993L", "9007199254740993"},
        {"cast(100001 as decimal(12,2))", "100001"},
        {"cast(12.5 as decimal(19,4))", "12.5"},
        {"cast(-800.05 as decimal(17,2))", "-800.05"},
        {"123456789012345678901234567890BD", "123456789012345678901234567890"},
        {"cast(100001 as double)", "100001"},
        {"cast(0.1 as float)", "0.1"},
        {"cast('NaN' as double)", "NaN"},
        {"'E1'", "E1"},
        {"cast('E1' as varchar(10))", "E1"},
        {"'Zoë 𝄞'", "Zoë 𝄞"},
        {"''", ""},
        {"true", "yes"},
        {"false", "no"},
        {"date '2015-04-01'", "2015-04-01"},
        {"date '1900-01-01'", "1900-01-01"},
        {"timestamp_ntz '2015-04-01 23:59:59.999'", "2015-04-01"},
        {"timestamp_ntz '1969-12-31 23:59:59.999'", "1969-12-31"},
        // summer time of 2015 began on 29 March, so that 23:30 in Greenwich is the next day in England
        {"timestamp '2015-05-31 23:30:00Z'", "2015-06-01"},
        {"timestamp '2015-01-31 23:30:00Z'", "2015-01-31"},
        {"timestamp '1969-12-31 23:59:59.999Z'", "1970-01-01"},
        {"null", ""},
        {"cast(null as int)", ""},
        {"cast(null as date)", ""},
        {"cast(null as timestamp)", ""},
        {"cast(null as timestamp_ntz)", ""},
        {"cast(null as boolean)", ""},
        {"cast(null as decimal(3,1))", ""},
        {"cast(null as string)", ""},
    };

    private final SparkSession spark = LocalSpark.session();

    @Test
    void aValueIsTheTextOfAFile() {
        List<String> values = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < VALUES.length; i++) {
            values.add(VALUES[i][0] + " as v" + i);
            expected.add(VALUES[i][1]);
        }
        String query = "select " + String.join(", ", values);
        spark.sql(query).createOrReplaceTempView("v");

        for (String source : List.of(query, "v")) {
            assertThat(TextRows.of(SparkTables.of(spark).mappedTable(source)))
                    .containsExactly("2: " + String.join("|", expected));
        }
    }

    /** Spark fills such a text up when it is read from a file, and calls its type that of any text. */
    @Test
    void blanksThatFillUpACharDoNotCount() {
        spark.sql("create table filled (a char(10), b varchar(10), c string) using parquet");
        try {
            spark.sql("insert into filled values ('E1', 'E1 ', 'E1 ')");
            for (String typesAreKept : List.of("false", "true")) {
                spark.conf().set("spark.sql.preserveCharVarcharTypeInfo", typesAreKept);
                assertThat(TextRows.of(SparkTables.of(spark).mappedTable("filled")))
                        .containsExactly("2: E1|E1 |E1 ");
            }
        } finally {
            spark.sql("drop table filled");
        }
    }

    /** Either class that a session may give a date. */
    @Test
    void aDateIsTheSameWhicheverClassTheSessionHasForIt() {
        for (String newClasses : List.of("true", "false")) {
            spark.conf().set("spark.sql.datetime.java8API.enabled", newClasses);
            assertThat(TextRows.of(SparkTables.of(spark)
                            .mappedTable("select date '2015-04-01' as d, timestamp '2015-05-31 23:30:00Z' as t")))
                    .containsExactly("2: 2015-04-01|2015-06-01");
        }
    }

    @Test
    void aColumnOfATypeThatCannotBeReadIsRefusedByNameWhereItIsNeeded() {
        String[][] unreadable = {
            {"X'00'", "BINARY"},
            {"array(1)", "ARRAY<INT>"},
            {"map('a', 1)", "MAP<STRING, INT>"},
            {"named_struct('a', 1)", "STRUCT<a: INT NOT NULL>"},
            {"interval '1' day", "INTERVAL DAY"}
        };
        for (String[] value : unreadable) {
            SparkTables tables = SparkTables.of(spark);
            String query = "select 1 as a, " + value[0] + " as c";

            assertThatThrownBy(() -> tables.mappedTable(query).parts(Set.of("a", "c")))
                    .isInstanceOf(WaymarkException.class)
                    .hasMessage("WM-SPARK-TYPE: column c is of the type " + value[1] + ", which cannot be read ("
                            + query + "). Map a query that casts it to a text, a number or a date.");
            assertThat(tables.mappedTable(query).parts(Set.of("a"))).hasSize(1);
        }
    }

    // "These stop the run: ... a field over 1 MiB" (docs/data-format.md)
    @Test
    void aValueOverAMebibyteStopsTheReading() {
        spark.range(1)
                .selectExpr("id as family_id", "repeat('x', 1048576) as district")
                .createOrReplaceTempView("families");
        spark.sql("select '1' as episode_id, '0' as family_id, 'a' as service, date'2015-05-01' as opened,"
                        + " date'2015-06-01' as closed")
                .createOrReplaceTempView("episodes");

        assertThat(CaseStore.read(SparkTables.of(spark)).families()).isEqualTo(1);
        spark.range(1)
                .selectExpr("id as family_id", "repeat('é', 524288) || 'x' as district")
                .createOrReplaceTempView("families");
        assertThatThrownBy(() -> CaseStore.read(SparkTables.of(spark)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-FIELD: a value of column district is longer than 1 MiB (families line 2). Shorten it, or"
                                + " leave the column out.");
    }
}
