package dev.waymark.spark;

import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The rows of one table or query, a partition in memory at a time; Spark begins when the first is asked for. */
final class SparkRows implements RowCursor {

    private final SparkContext spark;
    private final String place;
    private final Dataset<org.apache.spark.sql.Row> frame;
    private final List<Cell> cells;
    /** For each column of the table, its place among those that are read, or -1. */
    private final List<Integer> places;
    /** By which Spark knows what it does for these rows. */
    private final String tag = "waymark-" + UUID.randomUUID();

    private @Nullable Iterator<org.apache.spark.sql.Row> rows;
    private long line = 1;

    SparkRows(
            SparkSession session,
            String place,
            Dataset<org.apache.spark.sql.Row> frame,
            List<Cell> cells,
            List<Integer> places) {
        this.spark = session.sparkContext();
        this.place = place;
        this.frame = frame;
        this.cells = cells;
        this.places = places;
    }

    @Override
    public boolean next(Row row) {
        org.apache.spark.sql.@Nullable Row next = next();
        if (next == null) {
            return false;
        }
        line++;
        row.begin(line);
        for (int column = 0; column < places.size(); column++) {
            int at = places.get(column);
            if (at < 0 || next.isNullAt(at)) {
                row.empty();
            } else {
                cells.get(at).read(next.get(at), row);
            }
        }
        return true;
    }

    private org.apache.spark.sql.@Nullable Row next() {
        try {
            if (rows == null) {
                spark.addJobTag(tag);
                rows = frame.toLocalIterator();
            }
            return rows.hasNext() ? rows.next() : null;
        } catch (Exception e) {
            if (SparkFault.isInterrupt(e)) {
                spark.cancelJobsWithTag(tag);
            }
            throw SparkFault.reading(e, place);
        }
    }

    /** Between two rows Spark does nothing for them, so there is nothing to end. */
    @Override
    public void close() {
        if (rows != null) {
            rows = null;
            spark.removeJobTag(tag);
        }
    }
}
