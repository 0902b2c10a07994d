package dev.waymark.spark;

import dev.waymark.WaymarkException;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** One table, view or query of a Spark session. */
final class SparkTable implements SourceTable {

    private final SparkSession spark;
    private final String place;
    private final Dataset<Row> frame;
    private final List<StructField> columns;
    /** The columns that make a row what it is; nothing if the rows come in an order of their own. */
    private final Optional<List<String>> identity;

    private SparkTable(SparkSession spark, String place, Dataset<Row> frame, Optional<List<String>> identity) {
        this.spark = spark;
        this.place = place;
        this.frame = frame;
        this.columns = SparkFault.asked(place, () -> List.of(frame.schema().fields()));
        this.identity = identity;
    }

    static SparkTable of(SparkSession spark, String name, Dataset<Row> frame, List<String> identity) {
        return new SparkTable(spark, name, frame, Optional.of(identity));
    }

    static SparkTable ofQuery(SparkSession spark, String query) {
        String place = TableMapping.placeOfQuery(query);
        return new SparkTable(spark, place, SparkFault.asked(place, () -> spark.sql(query)), Optional.empty());
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(StructField::name).toList();
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
        List<Integer> read = IntStream.range(0, columns.size())
                .filter(column -> wanted.contains(columns.get(column).name()))
                .boxed()
                .toList();
        List<Cell> cells = read.stream().map(this::cell).toList();
        List<Integer> places =
                IntStream.range(0, columns.size()).map(read::indexOf).boxed().toList();
        return List.of(
                new SparkRows(spark, place, SparkFault.asked(place, () -> selected(read, cells)), cells, places));
    }

    private Cell cell(int column) {
        StructField field = columns.get(column);
        return Cell.of(field)
                .orElseThrow(() -> new WaymarkException(
                        "WM-SPARK-TYPE",
                        "column " + field.name() + " is of the type "
                                + field.dataType().sql() + ", which cannot be read (" + place
                                + "). Map a query that casts it to a text, a number or a date."));
    }

    /** The rows with the columns that are read as their cells want them, in the order of what is read. */
    private Dataset<Row> selected(List<Integer> read, List<Cell> cells) {
        // names of a query need not be different, so columns go by their places
        Dataset<Row> rows = frame.toDF(IntStream.range(0, columns.size())
                        .mapToObj(SparkTable::name)
                        .toArray(String[]::new))
                .select(IntStream.range(0, read.size())
                        .mapToObj(i -> cells.get(i).from(column(read.get(i))).as(name(read.get(i))))
                        .toArray(Column[]::new));
        if (identity.isEmpty()) {
            return rows;
        }
        return rows.orderBy(IntStream.range(0, read.size())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> columns.get(read.get(i)).name(), TableFormat.identityFirst(identity.get())))
                .map(i -> cells.get(i).inOrder(column(read.get(i))))
                .toArray(Column[]::new));
    }

    private static Column column(int column) {
        return functions.col(name(column));
    }

    private static String name(int column) {
        return "c" + column;
    }
}
