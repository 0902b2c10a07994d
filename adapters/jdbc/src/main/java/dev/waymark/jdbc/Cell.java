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
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a value of a database gets into a row. */
enum Cell {
    WHOLE {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            long value = rows.getLong(place);
            if (rows.wasNull()) {
                row.empty();
            } else {
                row.whole(value);
            }
            return Outcome.READ;
        }
    },
    TEXT {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            return text(rows.getString(place), row);
        }
    },
    /** A text that is filled up with blanks to its length. */
    FILLED_TEXT {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            String value = rows.getString(place);
            return text(value == null ? null : withoutBlanksAtEnd(value), row);
        }
    },
    DATE {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            return date(rows.getObject(place, LocalDate.class), row);
        }
    },
    TIMESTAMP {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            LocalDateTime value = rows.getObject(place, LocalDateTime.class);
            return date(value == null ? null : value.toLocalDate(), row);
        }
    },
    /** A point in time, which is another day in another place. */
    MOMENT {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            OffsetDateTime value = rows.getObject(place, OffsetDateTime.class);
            return date(value == null ? null : dayInEngland(value), row);
        }
    },
    /** By the type of each value. */
    ANY {
        @Override
        Outcome read(ResultSet rows, int place, Row row) throws SQLException {
            return any(rows.getObject(place), row);
        }
    },
    UNREADABLE {
        @Override
        Outcome read(ResultSet rows, int place, Row row) {
            return Outcome.UNREADABLE;
        }
    };

    /** What became of a value. */
    enum Outcome {
        READ,
        UNREADABLE,
        TOO_LONG
    }

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;
    private static final int DIGITS_OF_A_LONG = 18;

    /** Reads the value at a place of the result's row into the next cell of a row, if it can be read. */
    abstract Outcome read(ResultSet rows, int place, Row row) throws SQLException;

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

    private static Outcome text(@Nullable String value, Row row) {
        if (value == null) {
            row.empty();
            return Outcome.READ;
        }
        if (DatabaseRows.isTooLong(value)) {
            return Outcome.TOO_LONG;
        }
        row.text(value);
        return Outcome.READ;
    }

    private static String withoutBlanksAtEnd(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    private static Outcome date(@Nullable LocalDate value, Row row) {
        if (value == null) {
            row.empty();
        } else {
            row.date(value.toEpochDay());
        }
        return Outcome.READ;
    }

    private static LocalDate dayInEngland(OffsetDateTime moment) {
        boolean isForEver = moment.getYear() < 0 || moment.getYear() > LAST_YEAR_OF_FOUR_DIGITS;
        return isForEver
                ? moment.toLocalDate()
                : moment.atZoneSameInstant(ENGLAND).toLocalDate();
    }

    private static Outcome any(@Nullable Object value, Row row) {
        if (value == null) {
            row.empty();
        } else if (value instanceof String || value instanceof UUID) {
            return text(value.toString(), row);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            row.whole(((Number) value).longValue());
        } else if (value instanceof Boolean yes) {
            row.text(yes ? "yes" : "no");
        } else if (value instanceof BigDecimal number) {
            number(number, row);
        } else if (value instanceof BigInteger number) {
            number(new BigDecimal(number), row);
        } else if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue(), value.toString(), row);
        } else {
            return Outcome.UNREADABLE;
        }
        return Outcome.READ;
    }

    private static void number(double value, String printed, Row row) {
        if (Double.isFinite(value)) {
            number(new BigDecimal(printed), row);
        } else {
            row.text(printed);
        }
    }

    /** A number without zeros that say nothing: the id 100001.00 is the id 100001, the amount 12.5000 is 12.5. */
    private static void number(BigDecimal value, Row row) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= DIGITS_OF_A_LONG) {
            row.whole(plain.longValueExact());
        } else {
            row.text(plain.toPlainString());
        }
    }
}
