package dev.waymark.spark;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of a Spark session, as a data set.
 *
 * <p><b>Reads</b> tables, views and temporary views with the names of the data format in the session's current database
 * (a data frame is made one with {@code createOrReplaceTempView}), or what a mapping names: a table as Spark names it
 * ({@code table}, {@code database.table}, {@code catalog.database.table}), or a query ({@code select} and white space
 * behind it). Spark reads, joins, filters and orders the rows, with all the machines that it has, and hands the columns
 * that are looked at to its driver, where they are checked and counted as those of any other source are. Names of
 * columns are found in any case.
 *
 * <p>Rows of a table come in the order of the columns that make a row what it is (its identity), then of the others
 * that are looked at, as Spark orders values; so a report's line numbers and its choice among duplicates are the same
 * each time. Those of a table that a mapping names come in the order of the columns that are looked at, as they stand
 * in the table. Rows of a mapping's query come in the order that the query asks for.
 *
 * <p><b>One moment:</b> each table is what Spark sees when it is read; what somebody writes meanwhile may be in one
 * table and not in another. Where tables have versions, views of one version keep them together.
 *
 * <p><b>Memory:</b> the driver holds one partition of each table that is read, and the accepted records. <b>Types:</b>
 * dates and timestamps without a zone are the day they name, timestamps the day in England; numbers without a fraction
 * are printed without one; booleans are yes and no. <b>Errors:</b> {@code WM-MAPPING} a mapping to a table that is not
 * there, {@code WM-SPARK-QUERY} a query or table that Spark does not accept, {@code WM-SPARK-TYPE} a column of a type
 * that cannot be read, {@code WM-SPARK-FIELD} a value over 1 MiB, {@code WM-SPARK-READ} anything else that keeps Spark
 * from handing over the rows, {@code WM-INTERRUPTED} the reading interrupted, which ends what Spark does for it.
 * <b>Threads:</b> as {@link TableSource} says. The session stays open, and is the caller's to stop.
 */
public final class SparkTables implements TableSource {

    private final SparkSession spark;

    private SparkTables(SparkSession spark) {
        this.spark = spark;
    }

    /** The tables of a session. */
    public static SparkTables of(SparkSession spark) {
        return new SparkTables(spark);
    }

    @Override
    public Optional<SourceTable> table(String name) {
        List<String> identity =
                DataFormat.CURRENT.table(name).map(TableFormat::identity).orElse(List.of());
        return isThere(name)
                ? Optional.of(SparkTable.of(spark, name, () -> spark.table(name), identity))
                : Optional.empty();
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        if (TableMapping.isQuery(mapped)) {
            return SparkTable.ofQuery(spark, mapped);
        }
        if (!isThere(mapped)) {
            throw new WaymarkException(
                    "WM-MAPPING",
                    "the mapping names the table " + mapped + ", which is not in " + this
                            + ". Correct the mapping, or make a view of that name.");
        }
        return SparkTable.of(spark, mapped, () -> spark.table(mapped), List.of());
    }

    private boolean isThere(String name) {
        return SparkFault.asked(name, () -> spark.catalog().tableExists(name));
    }

    @Override
    public String toString() {
        return "the Spark session, database "
                + SparkFault.asked("current database", () -> spark.catalog().currentDatabase());
    }
}
