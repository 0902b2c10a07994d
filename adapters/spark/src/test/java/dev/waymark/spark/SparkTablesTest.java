package dev.waymark.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TextRows;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** What is found in a session, in which order, and what is said where it is not to be had. */
class SparkTablesTest {

    private final SparkSession spark = LocalSpark.session();
    private final SparkTables tables = SparkTables.of(spark);

    private void view(String name, String query) {
        spark.sql(query).createOrReplaceTempView(name);
    }

    private static List<String> rows(SourceTable table) {
        return TextRows.of(table);
    }

    @Test
    void aViewOfTheNameIsTheTableAndWhatIsNotThereIsAbsent() {
        view("families", "select * from values ('1', 'Blaby') as t(family_id, district)");

        assertThat(tables.table("families")).isPresent();
        assertThat(tables.table("episodes")).isEmpty();
    }

    @Test
    void namesOfTablesAndColumnsAreFoundInAnyCase() {
        view("FAMILIES", "select * from values ('1', 'Blaby') as t(Family_ID, DISTRICT)");
        view(
                "Episodes",
                "select 'E1' as Episode_Id, '1' as FAMILY_ID, 'ifs' as service, date '2015-05-01' as OPENED,"
                        + " cast(null as date) as closed");

        CaseStore store = new CaseStoreReader(tables).read();

        assertThat(store.families()).isOne();
        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().rowsRead()).containsEntry("episodes", 1L);
    }

    /** The identity of findings is the form and the issue; of two answers to one issue the first in order stands. */
    @Test
    void rowsComeInTheOrderOfTheirIdentityThenOfTheOthers() {
        view(
                "findings",
                "select /*+ REPARTITION(4) */ * from values ('yes', 'b', 'A2'), ('no', 'a', 'A2'), ('yes', 'a', 'A10'),"
                        + " ('no', 'b', 'A2') as t(present, issue, assessment_id)");

        assertThat(rows(tables.table("findings").orElseThrow()))
                .containsExactly("2: yes|a|A10", "3: no|a|A2", "4: no|b|A2", "5: yes|b|A2");
    }

    /** For the collation a1 and A1 are the same, so that it would leave open which of them comes first. */
    @Test
    void rowsAreOrderedByLettersWhateverACollationSays() {
        view("t", "select x collate UTF8_LCASE as x from values ('b'), ('a1'), ('A1'), ('B') as t(x)");

        assertThat(rows(tables.mappedTable("t"))).containsExactly("2: A1", "3: B", "4: a1", "5: b");
    }

    @Test
    void aMappedTableIsOrderedByItsColumnsAndAQueryOrdersItself() {
        view("t", "select * from values ('b', 1), ('a', 2), ('a', 1) as t(x, y)");

        assertThat(rows(tables.mappedTable("t"))).containsExactly("2: a|1", "3: a|2", "4: b|1");
        assertThat(rows(tables.mappedTable("select y, x from t order by y desc, x desc")))
                .containsExactly("2: 2|a", "3: 1|b", "4: 1|a");
    }

    /** Two columns of one name, as a join gives them, are two columns. */
    @Test
    void columnsAreReadByTheirPlace() {
        assertThat(tables.mappedTable("select 1 as a, 2 as b, 3 as a").columns())
                .containsExactly("a", "b", "a");
        SourceTable table = tables.mappedTable("select 'x' as a, array(1) as `no one's`, 'y' as b");
        try (RowCursor cursor = table.parts(Set.of("b", "a")).get(0)) {
            Row row = new Row();

            assertThat(cursor.next(row)).isTrue();
            assertThat(List.of(row.asText(0), row.asText(1), row.asText(2))).containsExactly("x", "", "y");
            assertThat(cursor.next(row)).isFalse();
        }
    }

    @Test
    void aTableInADatabaseIsNamedAsSparkNamesIt() {
        spark.sql("create database if not exists council");
        spark.sql("create or replace temporary view early_help as select 1 as a");
        spark.sql("create or replace view council.cases as select 2 as a");

        assertThat(rows(tables.mappedTable("early_help"))).containsExactly("2: 1");
        assertThat(rows(tables.mappedTable("council.cases"))).containsExactly("2: 2");
        spark.catalog().setCurrentDatabase("council");
        assertThat(rows(tables.table("cases").orElseThrow())).containsExactly("2: 2");
    }

    /** Else all figures that rest on it would be said to have no table. */
    @Test
    void aViewOfATableThatIsGoneIsRefusedAndNotAbsent() {
        spark.sql("create table gone (a int) using parquet");
        spark.sql("create view findings as select * from gone");
        spark.sql("drop table gone");
        try {
            assertThatThrownBy(() -> tables.table("findings"))
                    .isInstanceOf(WaymarkException.class)
                    .hasMessageStartingWith("WM-SPARK-QUERY: Spark does not accept it (findings): ");
        } finally {
            spark.sql("drop view findings");
        }
    }

    @Test
    void aMappingToATableThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> tables.mappedTable("ssd_person"))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-MAPPING: the mapping names the table ssd_person, which is not in the Spark session,"
                        + " database spark_catalog.default. Correct the mapping, or make a view of that name.");
    }

    @Test
    void aQueryThatSparkDoesNotAcceptIsRefusedInOneLine() {
        assertThatThrownBy(() -> tables.mappedTable("select nothing from nowhere"))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-SPARK-QUERY: Spark does not accept it (select nothing from nowhere):"
                        + " [TABLE_OR_VIEW_NOT_FOUND] ")
                .hasMessageEndingWith(" Correct the table, or the query in the mapping.")
                .hasMessageNotContaining("\n");
    }

    /** What the parser says begins with an empty line. */
    @Test
    void aQueryThatSparkCannotParseIsRefusedInOneLineToo() {
        assertThatThrownBy(() -> tables.mappedTable("select a b c d from t"))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith(
                        "WM-SPARK-QUERY: Spark does not accept it (select a b c d from t): [PARSE_SYNTAX_ERROR] ")
                .hasMessageNotContaining("\n");
    }

    /** Spark's own message has the value, which may be somebody's name. */
    @Test
    void aValueThatSparkCannotReadIsNotShown() {
        SourceTable table = tables.mappedTable("select cast(name as int) as a from values ('a name') as t(name)");

        assertThatThrownBy(() -> rows(table))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-SPARK-READ: Spark could not hand over the rows (select cast(name as int) as a from values"
                                + " ('a name') as t(name), SQLSTATE 22018). Look the code up in Spark's manual; what Spark says"
                                + " itself is the cause of this error.");
    }

    private static final CountDownLatch INSIDE = new CountDownLatch(1);
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    /** A row that takes until the task that makes it is ended. */
    private static String held(String value) {
        INSIDE.countDown();
        while (!TaskContext.get().isInterrupted()) {
            LockSupport.parkNanos(100_000);
        }
        ENDED.countDown();
        return value;
    }

    @Test
    void aFunctionThatWasInterruptedIsAFailureAndNoInterruptOfTheReading() {
        spark.udf()
                .register(
                        "timeout",
                        (UDF1<Long, String>) id -> {
                            throw new IllegalStateException(new InterruptedException("a lookup took too long"));
                        },
                        DataTypes.StringType);
        SourceTable table = tables.mappedTable("select timeout(id) as a from range(1)");

        assertThatThrownBy(() -> rows(table)).hasMessageStartingWith("WM-SPARK-READ: ");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptEndsTheReadingAndWhatSparkDoesForIt() throws InterruptedException {
        spark.udf().register("held", (UDF1<String, String>) SparkTablesTest::held, DataTypes.StringType);
        view("families", "select held(cast(id as string)) as family_id from range(1)");
        AtomicReference<String> ended = new AtomicReference<>("");
        Thread reading = new Thread(() -> {
            try {
                rows(tables.table("families").orElseThrow());
            } catch (WaymarkException e) {
                ended.set(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        reading.start();
        assertThat(INSIDE.await(30, TimeUnit.SECONDS)).isTrue();
        reading.interrupt();
        reading.join(30_000);

        assertThat(ended.get())
                .isEqualTo("WM-INTERRUPTED: the reading was ended. Start it again if it is wanted. true");
        assertThat(ENDED.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
