package dev.waymark.data;

import dev.waymark.WaymarkException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One table of the data format: its columns and the rules its rows keep.
 *
 * @param name the table's name
 * @param about what one row is
 * @param required whether a data set must have the table
 * @param columns the columns, in the order of the format
 * @param scores what the score columns hold, for the one table that has a column for each area of a Star; else empty
 * @param identity the columns whose values together no two rows share; empty where rows have no identity
 * @param order the columns that order the rows of one owner in the store
 * @param contradictions the rules between values, in the order in which they apply
 */
public record TableFormat(
        String name,
        String about,
        boolean required,
        List<ColumnFormat> columns,
        String scores,
        List<String> identity,
        List<String> order,
        List<Contradiction> contradictions) {

    /** Whether a row has a score for each area of its Star. */
    public boolean hasScores() {
        return !scores.isEmpty();
    }

    /** The place of a column in {@link #columns()}; asking for one that the format has not is a bug in the caller. */
    public int columnIndex(String column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(column)) {
                return index;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }

    /** The column of this name, if the table has it. */
    public Optional<ColumnFormat> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The place of the column with the row's own id, if the table has one. */
    public Optional<Integer> ownId() {
        return first(ColumnType.ID);
    }

    /**
     * The place of the column that says whose record a row is: its first required reference; none for families, budget.
     */
    public Optional<Integer> owner() {
        return columns.stream()
                .filter(c -> c.type() == ColumnType.REFERENCE && c.required())
                .findFirst()
                .map(c -> columnIndex(c.name()));
    }

    private Optional<Integer> first(ColumnType type) {
        return columns.stream().filter(c -> c.type() == type).findFirst().map(c -> columnIndex(c.name()));
    }

    /**
     * An order of columns, by their names in any case: those of an identity first, in its order, and the others as they
     * stand. A source whose rows have no order orders them by the values of its columns in this one.
     */
    public static Comparator<String> identityFirst(List<String> identity) {
        return Comparator.comparingInt(column -> {
            for (int place = 0; place < identity.size(); place++) {
                if (identity.get(place).equalsIgnoreCase(column)) {
                    return place;
                }
            }
            return identity.size();
        });
    }

    /** What is expected of the identity of a row, in the words of a rejection. */
    public String notTwice() {
        return String.join(", ", identity) + " not together in an earlier row";
    }

    /** The error for a source that does not have a required column. */
    WaymarkException columnMissing(String column, String place, SourceHeader header) {
        return new WaymarkException(
                "WM-COLUMN-MISSING",
                "required column " + column + " of " + name + " is missing (" + place + "). Required are: "
                        + columns.stream()
                                .filter(ColumnFormat::required)
                                .map(ColumnFormat::name)
                                .collect(Collectors.joining(", "))
                        + ". " + header.found("Add the column, or map one of yours to it."));
    }
}
