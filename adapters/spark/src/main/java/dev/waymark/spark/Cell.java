package dev.waymark.spark;

import dev.waymark.data.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VarcharType;

/** How a value of Spark gets into a row: what Spark is asked for, and how its answer is put down. */
enum Cell {
    TEXT(column -> column.cast("string"), Cell::text),
    /** A text that is filled up with blanks to its length. */
    FILLED_TEXT(column -> functions.rtrim(column.cast("string")), Cell::text),
    NUMBER(column -> column, (row, value) -> row.number((Number) value)),
    YES_OR_NO(column -> column, (row, value) -> row.yesOrNo((Boolean) value)),
    /** Asked for as a number, as sessions differ in the class that they give a date. */
    DAY(column -> functions.unix_date(column.cast("date")), (row, value) -> row.date((Integer) value)),
    /** A point in time, which is another day in another place. */
    MOMENT(
            functions::unix_seconds,
            (row, value) -> row.moment(Instant.ofEpochSecond((Long) value).atOffset(ZoneOffset.UTC)));

    private static final String DECLARED_TYPE = "__CHAR_VARCHAR_TYPE_STRING";

    @SuppressWarnings("ImmutableEnumChecker") // functions that hold nothing
    private final UnaryOperator<Column> asked;

    @SuppressWarnings("ImmutableEnumChecker") // functions that hold nothing
    private final BiConsumer<Row, Object> putDown;

    Cell(UnaryOperator<Column> asked, BiConsumer<Row, Object> putDown) {
        this.asked = asked;
        this.putDown = putDown;
    }

    private static void text(Row row, Object value) {
        row.text((String) value);
    }

    /** What Spark is asked for, of a column. */
    Column from(Column column) {
        return asked.apply(column);
    }

    /** What rows are ordered by, of a column as it was asked for: texts by their bytes, whatever a collation says. */
    Column inOrder(Column column) {
        return this == TEXT || this == FILLED_TEXT ? column.cast("binary") : column;
    }

    /** Puts down what Spark answers, which is not null. */
    void read(Object value, Row row) {
        putDown.accept(row, value);
    }

    /** The cell of a column; nothing if its values cannot be read. */
    static Optional<Cell> of(StructField column) {
        DataType type = column.dataType();
        if (type instanceof StringType || type instanceof CharType || type instanceof VarcharType) {
            return Optional.of(isFilled(column) ? FILLED_TEXT : TEXT);
        } else if (type instanceof DateType || type instanceof TimestampNTZType) {
            return Optional.of(DAY);
        } else if (type instanceof TimestampType) {
            return Optional.of(MOMENT);
        } else if (type instanceof ByteType
                || type instanceof ShortType
                || type instanceof IntegerType
                || type instanceof LongType
                || type instanceof DecimalType
                || type instanceof FloatType
                || type instanceof DoubleType) {
            return Optional.of(NUMBER);
        } else if (type instanceof BooleanType) {
            return Optional.of(YES_OR_NO);
        }
        // of a column that is null throughout it does not matter as what it is read
        return type instanceof NullType ? Optional.of(TEXT) : Optional.empty();
    }

    /** A column of the type {@code char} is one of texts for Spark, which keeps what it was beside it. */
    private static boolean isFilled(StructField column) {
        return column.dataType() instanceof CharType
                || (column.metadata().contains(DECLARED_TYPE)
                        && column.metadata().getString(DECLARED_TYPE).startsWith("char"));
    }
}
