package dev.waymark.spark;

import dev.waymark.data.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
    TEXT {
        @Override
        Column from(Column column) {
            return column.cast("string");
        }

        @Override
        Column inOrder(Column column) {
            return column.cast("binary");
        }

        @Override
        void read(Object value, Row row) {
            row.text((String) value);
        }
    },
    /** A text that is filled up with blanks to its length. */
    FILLED_TEXT {
        @Override
        Column from(Column column) {
            return functions.rtrim(TEXT.from(column));
        }

        @Override
        Column inOrder(Column column) {
            return TEXT.inOrder(column);
        }

        @Override
        void read(Object value, Row row) {
            TEXT.read(value, row);
        }
    },
    NUMBER {
        @Override
        void read(Object value, Row row) {
            row.number((Number) value);
        }
    },
    YES_OR_NO {
        @Override
        void read(Object value, Row row) {
            row.yesOrNo((Boolean) value);
        }
    },
    /** Asked for as a number, as sessions differ in the class that they give a date. */
    DAY {
        @Override
        Column from(Column column) {
            return functions.unix_date(column.cast("date"));
        }

        @Override
        void read(Object value, Row row) {
            row.date((Integer) value);
        }
    },
    /** A point in time, which is another day in another place. */
    MOMENT {
        @Override
        Column from(Column column) {
            return functions.unix_seconds(column);
        }

        @Override
        void read(Object value, Row row) {
            row.moment(Instant.ofEpochSecond((Long) value).atOffset(ZoneOffset.UTC));
        }
    };

    private static final String DECLARED_TYPE = "__CHAR_VARCHAR_TYPE_STRING";

    /** What Spark is asked for, of a column. */
    Column from(Column column) {
        return column;
    }

    /** What rows are ordered by: texts by their letters, whichever a collation takes for the same. */
    Column inOrder(Column column) {
        return column;
    }

    /** Puts down what Spark answers, which is not null. */
    abstract void read(Object value, Row row);

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
