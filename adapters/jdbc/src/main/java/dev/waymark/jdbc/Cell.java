package dev.waymark.jdbc;

import dev.waymark.data.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a value of a database gets into a row. */
enum Cell {
    WHOLE {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            long value = rows.getLong(place);
            if (rows.wasNull()) {
                row.empty();
            } else {
                row.whole(value);
            }
            return true;
        }
    },
    TEXT {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            return text(rows.getString(place), row);
        }
    },
    /** A text that is filled up with blanks to its length. */
    FILLED_TEXT {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            String value = rows.getString(place);
            return text(value == null ? null : withoutBlanksAtEnd(value), row);
        }
    },
    DATE {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            return date(rows.getObject(place, LocalDate.class), row);
        }
    },
    TIMESTAMP {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            LocalDateTime value = rows.getObject(place, LocalDateTime.class);
            return date(value == null ? null : value.toLocalDate(), row);
        }
    },
    /** A point in time, which is another day in another place. */
    MOMENT {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            OffsetDateTime value = rows.getObject(place, OffsetDateTime.class);
            if (value == null) {
                row.empty();
            } else {
                row.moment(value);
            }
            return true;
        }
    },
    /** By the type of each value. */
    ANY {
        @Override
        boolean read(ResultSet rows, int place, Row row) throws SQLException {
            return any(rows.getObject(place), row);
        }
    },
    UNREADABLE {
        @Override
        boolean read(ResultSet rows, int place, Row row) {
            return false;
        }
    };

    /**
     * Reads the value at a place of the result's row into the next cell of a row.
     *
     * @return no if it cannot be read
     */
    abstract boolean read(ResultSet rows, int place, Row row) throws SQLException;

    static Cell of(int type, String typeName, Engine engine) {
        if (engine.typesAreThoseOfValues()) {
            return ANY;
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> WHOLE;
            case Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.DISTINCT -> TEXT;
            case Types.CHAR, Types.NCHAR -> FILLED_TEXT;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> typeName.equalsIgnoreCase("timestamptz") ? MOMENT : TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            // unsigned ones do not fit into a long
            case Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.BIT,
                    Types.BOOLEAN -> ANY;
            case Types.OTHER, Types.JAVA_OBJECT, Types.BINARY -> ofTypeWithoutCode(typeName.toLowerCase(Locale.ROOT));
            default -> UNREADABLE;
        };
    }

    /** For types that JDBC has no number for: words, texts compared in any case, UUIDs, integers over 64 bits. */
    private static Cell ofTypeWithoutCode(String typeName) {
        if (typeName.startsWith("enum") || typeName.equals("citext")) {
            return TEXT;
        }
        return Set.of("uuid", "ubigint", "hugeint", "uhugeint").contains(typeName) ? ANY : UNREADABLE;
    }

    /** Whether every engine can order rows by such a column. */
    static boolean isOrdered(int type) {
        return switch (type) {
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR -> false;
            default -> true;
        };
    }

    private static boolean text(@Nullable String value, Row row) {
        if (value == null) {
            row.empty();
            return true;
        }
        row.text(value);
        return true;
    }

    private static String withoutBlanksAtEnd(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    private static boolean date(@Nullable LocalDate value, Row row) {
        if (value == null) {
            row.empty();
        } else {
            row.date(value.toEpochDay());
        }
        return true;
    }

    private static boolean any(@Nullable Object value, Row row) {
        if (value == null) {
            row.empty();
        } else if (value instanceof String || value instanceof UUID) {
            return text(value.toString(), row);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof Float) {
            row.number((Number) value);
        } else if (value instanceof Boolean yes) {
            row.yesOrNo(yes);
        } else {
            return false;
        }
        return true;
    }
}
