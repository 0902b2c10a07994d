package dev.waymark.spark;

import dev.waymark.data.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
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
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** How a value of Spark gets into a row: what Spark is asked for, and how its answer is put down. */
enum Cell {
    TEXT {
        @Override
        void read(Object value, Row row) {
            row.text((String) value);
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

    /** What Spark is asked for, of a column. */
    Column from(Column column) {
        return column;
    }

    /** Puts down what Spark answers, which is not null. */
    abstract void read(Object value, Row row);

    /** The cell of a type; nothing if its values cannot be read. */
    static Optional<Cell> of(DataType type) {
        if (type instanceof StringType) {
            return Optional.of(TEXT);
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
}
