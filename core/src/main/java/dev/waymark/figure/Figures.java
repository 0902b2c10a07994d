package dev.waymark.figure;

import dev.waymark.data.DataFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a measure writes its figures, in the order in which they shall be reported.
 *
 * <p>What must not depend on a measure's care is done here: an empty base gives {@code no-value}, never 0 %; a figure
 * that needs a table which is not there gives {@code table-absent} without any number. <b>Threads:</b> one at a time.
 */
public final class Figures {

    private static final long PENCE_IN_A_POUND = 100;

    private final String measure;
    private final Collection<String> tablesPresent;
    private final boolean absent;
    private final List<Figure> figures;

    private Figures(String measure, Collection<String> tablesPresent, boolean absent, List<Figure> figures) {
        this.measure = measure;
        this.tablesPresent = tablesPresent;
        this.absent = absent;
        this.figures = figures;
    }

    /** An empty list of figures of a measure, over a data set that has these tables. */
    public static Figures of(String measure, Collection<String> tablesPresent) {
        return new Figures(measure, tablesPresent, false, new ArrayList<>());
    }

    /**
     * The same list for figures that need more tables.
     *
     * @throws IllegalArgumentException if one of them is no table of the data format
     */
    public Figures needing(Collection<String> tables) {
        refuseUnknown(tables);
        return new Figures(measure, tablesPresent, absent || !tablesPresent.containsAll(tables), figures);
    }

    private static void refuseUnknown(Collection<String> tables) {
        for (String table : tables) {
            if (DataFormat.CURRENT.table(table).isEmpty()) {
                throw new IllegalArgumentException("the data format has no table '" + table + "'. It has: "
                        + DataFormat.CURRENT.tableNames() + ".");
            }
        }
    }

    /** The same list for figures that need one more table, as {@link #needing(Collection)} does. */
    public Figures needing(String table) {
        return needing(List.of(table));
    }

    /**
     * The same list for figures that need one at least of these tables.
     *
     * @throws IllegalArgumentException if one of them is no table of the data format
     */
    public Figures needingOneOf(String... tables) {
        refuseUnknown(Arrays.asList(tables));
        boolean none = Arrays.stream(tables).noneMatch(tablesPresent::contains);
        return new Figures(measure, tablesPresent, absent || none, figures);
    }

    /** The figures written so far. */
    public List<Figure> list() {
        return List.copyOf(figures);
    }

    /**
     * The figures written so far, each figure with all its dimensions before the next: for measures that write one
     * value of a dimension, such as a Star, after the other.
     */
    public List<Figure> listFigureByFigure() {
        Map<String, List<Figure>> byId = new LinkedHashMap<>();
        for (Figure figure : figures) {
            byId.computeIfAbsent(figure.name().figure(), id -> new ArrayList<>())
                    .add(figure);
        }
        return byId.values().stream().flatMap(List::stream).toList();
    }

    private Status statusOver(long denominator) {
        return absent ? Status.TABLE_ABSENT : denominator == 0 ? Status.EMPTY_BASE : Status.VALUE;
    }

    private FigureName name(String figure, Dimensions dimensions) {
        return new FigureName(measure, figure, dimensions);
    }

    private OptionalLong unlessAbsent(long number) {
        return absent ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Writes a count. */
    public void count(String figure, Dimensions dimensions, long count, String base) {
        figures.add(new Count(
                name(figure, dimensions), base, absent ? Status.TABLE_ABSENT : Status.VALUE, unlessAbsent(count)));
    }

    /** Writes a percentage whose numerator counts part of what the denominator counts. */
    public void proportion(String figure, Dimensions dimensions, long numerator, long denominator, String base) {
        percentage(figure, dimensions, numerator, denominator, base, true);
    }

    /** Writes a percentage whose numerator is no part of the denominator, such as a relative change. */
    public void relative(String figure, Dimensions dimensions, long numerator, long denominator, String base) {
        percentage(figure, dimensions, numerator, denominator, base, false);
    }

    private void percentage(
            String figure, Dimensions dimensions, long numerator, long denominator, String base, boolean proportion) {
        figures.add(new Percentage(
                name(figure, dimensions),
                base,
                statusOver(denominator),
                unlessAbsent(numerator),
                unlessAbsent(denominator),
                proportion));
    }

    /** Writes the share that an amount has of the whole amount, both in pence. */
    public void shareOfPounds(String figure, Dimensions dimensions, long pence, long wholePence, String base) {
        figures.add(new Percentage(
                name(figure, dimensions),
                base,
                statusOver(wholePence),
                unlessAbsent(pence),
                unlessAbsent(wholePence),
                PENCE_IN_A_POUND,
                false));
    }

    /** Writes an amount of pence as pounds. */
    public void pounds(String figure, Dimensions dimensions, long pence, String base) {
        pounds(figure, dimensions, absent ? Status.TABLE_ABSENT : Status.VALUE, pence, OptionalLong.empty(), base);
    }

    /** Writes an amount of pence, divided by how many share it, as pounds. */
    public void poundsEach(String figure, Dimensions dimensions, long pence, long sharers, String base) {
        pounds(figure, dimensions, statusOver(sharers), pence, unlessAbsent(sharers), base);
    }

    private void pounds(
            String figure, Dimensions dimensions, Status status, long pence, OptionalLong sharers, String base) {
        figures.add(new Pounds(name(figure, dimensions), base, status, unlessAbsent(pence), sharers));
    }

    /** Writes an amount that cannot have a value, for a reason. */
    public void noPounds(String figure, Dimensions dimensions, String reason, String base) {
        figures.add(new Pounds(
                name(figure, dimensions),
                base,
                absent ? Status.TABLE_ABSENT : Status.noValue(reason),
                OptionalLong.empty(),
                OptionalLong.empty()));
    }

    /** Writes a percentage that cannot have a value, for a reason, with its denominator. */
    public void noPercentage(String figure, Dimensions dimensions, String reason, long denominator, String base) {
        figures.add(new Percentage(
                name(figure, dimensions),
                base,
                absent ? Status.TABLE_ABSENT : Status.noValue(reason),
                OptionalLong.empty(),
                unlessAbsent(denominator),
                true));
    }

    /** Writes the change from one percentage to another, over the same base. */
    public void points(String figure, Dimensions dimensions, long atFirst, long atLast, long denominator, String base) {
        figures.add(new Points(
                name(figure, dimensions),
                base,
                statusOver(denominator),
                unlessAbsent(atFirst),
                unlessAbsent(atLast),
                unlessAbsent(denominator)));
    }

    /** Writes a mean in its unit. */
    public void mean(String figure, Dimensions dimensions, Unit unit, Mean.Sums sums, String base) {
        figures.add(new Mean(
                name(figure, dimensions),
                base,
                unit,
                statusOver(sums.n()),
                absent ? Optional.empty() : Optional.of(sums)));
    }
}
