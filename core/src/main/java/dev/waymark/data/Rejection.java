package dev.waymark.data;

import java.util.Optional;

/**
 * One row, or one value of a row that stands, that was left out.
 *
 * @param table the table
 * @param line the physical line on which the row starts (the header is line 1), or the row's ordinal + 1
 * @param column the column; empty when the row as a whole is malformed
 * @param code why
 * @param expected what was expected; never the value found
 */
public record Rejection(String table, long line, Optional<String> column, RejectionCode code, String expected) {

    /** The same at another line. */
    Rejection atLine(long other) {
        return new Rejection(table, other, column, code, expected);
    }

    /** Whether it is the same but for the line. */
    boolean isLike(Rejection other) {
        return code == other.code
                && table.equals(other.table)
                && column.equals(other.column)
                && expected.equals(other.expected);
    }

    @Override
    public String toString() {
        return table + " line " + line + column.map(c -> ", " + c).orElse("") + ": " + code.word() + ", expected "
                + expected;
    }
}
