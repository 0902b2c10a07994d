package dev.waymark.spark;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of a Spark session, as a data set.
 *
 * <p><b>Reads</b> tables, views and temporary views with the names of the data format in the session's current database
 * (a data frame is made one with {@code createOrReplaceTempView}), or what a mapping names: a table as Spark names it
 * ({@code table}, {@code database.table}, {@code catalog.database.table}), or a query ({@code select} and white space
 * behind it). Spark reads, joins, filters and orders the rows and hands the columns that are looked at to its driver,
 * one partition after the other, where they are checked and counted as those of any other source are. Names of columns
 * are found in any case, those of tables as the session finds them.
 *
 * <p>Rows of a table come in the order of the columns that make a row what it is (its identity), then of the others
 * that are looked at, as Spark orders values; so a report's line numbers and its choice among duplicates are the same
 * each time. To order them Spark looks through a table twice. Those of a table that a mapping names come in the order
 * of the columns that are looked at, as they stand in the table. Rows of a mapping's query come in the order that the
 * query asks for.
 *
 * <p><b>One moment:</b> each table is what Spark sees when it is read; what somebody writes meanwhile may be in one
 * table and not in another. Where tables have versions, views of one version keep them together.
 *
 * <p><b>Memory:</b> the driver holds one partition of each table that is read, and the accepted records. <b>Types:</b>
 * dates and timestamps without a zone are the day they name, timestamps the day in England; numbers without a fraction
 * are printed without one; booleans are yes and no. <b>Errors:</b> {@code WM-MAPPING} a mapping to a table that is not
 * there, {@code WM-SPARK-QUERY} a query or table that Spark does not accept, {@code WM-SPARK-TYPE} a column of a type
 * that cannot be read, {@code WM-SPARK-READ} anything else that keeps Spark from handing over the rows,
 * {@code WM-INTERRUPTED} the reading interrupted, which ends what Spark does for it. <b>Threads:</b> as
 * {@link TableSource} says. The session stays open, and is the caller's to stop.
 */
public final class SparkTables implements TableSource {

    private final SparkSession spark;

    private SparkTables(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * The tables of a session.
     *
     * @throws WaymarkException {@code WM-SPARK-QUERY} if it has no context, as one of Spark Connect
     */
    public static SparkTables of(SparkSession spark) {
        SparkFault.asked("the session's context", spark::sparkContext);
        return new SparkTables(spark);
    }

    @Override
    public Optional<SourceTable> table(String name) {
        List<String> identity =
                DataFormat.CURRENT.table(name).map(TableFormat::identity).orElse(List.of());
        return find(name).map(frame -> SparkTable.of(spark, name, frame, identity));
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        if (TableMapping.isQuery(mapped)) {
            return SparkTable.ofQuery(spark, mapped);
        }
        return find(mapped)
                .map(frame -> SparkTable.of(spark, mapped, frame, List.of()))
                .orElseThrow(() -> new WaymarkException(
                        "WM-MAPPING",
                        "the mapping names the table " + mapped + ", which is not in " + this
                                + ". Correct the mapping, or make a view of that name."));
    }

    private Optional<Dataset<Row>> find(String name) {
        try {
            return Optional.of(spark.table(name));
        } catch (Exception e) {
            // a view over a table that is gone is none that the data set does not have
            if (SparkFault.isNotThere(e)
                    && !SparkFault.asked(name, () -> spark.catalog().tableExists(name))) {
                return Optional.empty();
            }
            throw SparkFault.query(e, name);
        }
    }

    @Override
    public String toString() {
        return SparkFault.asked(
                "current database",
                () -> "the Spark session, database " + spark.catalog().currentCatalog() + "."
                        + spark.catalog().currentDatabase());
    }
}
