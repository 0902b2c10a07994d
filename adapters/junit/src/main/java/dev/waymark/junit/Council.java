package dev.waymark.junit;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.DataFormat;
import dev.waymark.data.ListedTables;
import dev.waymark.data.TableFormat;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data set of a council in a test: its families, put together.
 *
 * <p>It has the tables that a family tells something of, and {@code families} and {@code episodes}; others are absent
 * unless {@link #having} names them. Families without an id are numbered from 1. <b>Threads:</b> one at a time.
 * <b>Errors:</b> {@link IllegalStateException} if a row would be rejected, which in a test is a slip of the pen;
 * {@link AssertionError} if a measure fails, with where it did.
 */
public final class Council {

    private final List<Family> families;
    private final Set<Star> stars = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>(List.of("families", "episodes"));
    private final Set<String> absent = new LinkedHashSet<>();
    private final List<CaseRow> budget = new ArrayList<>();

    private Council(List<Family> families) {
        this.families = List.copyOf(families);
        this.families.forEach(family -> stars.addAll(family.stars()));
    }

    /** A council with these families. */
    public static Council of(Family... families) {
        return new Council(Arrays.asList(families));
    }

    /** A council with these families. */
    public static Council of(List<Family> families) {
        return new Council(families);
    }

    /** The data set has these tables, even if they are empty. */
    public Council having(String... names) {
        tables.addAll(Arrays.asList(names));
        return this;
    }

    /** The data set does not have these tables, whatever the families tell: name those that refer to them too. */
    public Council without(String... names) {
        absent.addAll(Arrays.asList(names));
        return this;
    }

    /** The data set defines this Star. */
    public Council star(Star star) {
        stars.add(star);
        return this;
    }

    /** A line of the pooled budget. */
    public Council budget(String year, String kind, String line, String organisation, String amount) {
        budget.add(CaseRow.of(
                "budget", "year", year, "kind", kind, "line", line, "organisation", organisation, "amount", amount));
        return this;
    }

    /** The data set, read as any other. */
    public CaseStore store() {
        Map<String, List<CaseRow>> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table, new ArrayList<>()));
        for (int i = 0; i < families.size(); i++) {
            for (CaseRow row : families.get(i).rows(idOf(i))) {
                rows.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
            }
        }
        if (!budget.isEmpty()) {
            rows.put("budget", budget);
        }
        rows.keySet().removeAll(absent);
        ListedTables listed = new ListedTables();
        stars.forEach(listed::star);
        rows.forEach((table, ofTable) -> list(listed, table, ofTable));
        CaseStore store = CaseStore.read(listed);
        if (!store.quality().rejected().isEmpty()) {
            throw new IllegalStateException("rows of the families told would be rejected: "
                    + store.quality().rejected());
        }
        return store;
    }

    private String idOf(int family) {
        String given = families.get(family).id();
        return given.isEmpty() ? Integer.toString(family + 1) : given;
    }

    private static void list(ListedTables listed, String table, List<CaseRow> rows) {
        TableFormat format = DataFormat.CURRENT
                .table(table)
                .orElseThrow(() -> new IllegalArgumentException("the data format has no table " + table));
        Set<String> columns = new LinkedHashSet<>();
        format.columns().stream().map(ColumnFormat::name).forEach(columns::add);
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        listed.table(table, columns.toArray(String[]::new));
        for (CaseRow row : rows) {
            listed.row(columns.stream()
                    .map(column -> row.cells().getOrDefault(column, ""))
                    .toArray(String[]::new));
        }
    }

    /** The cases of the families in a period, as at its end, in the order in which they were given. */
    public List<FamilyCase> cases(String period) {
        CaseStore store = store();
        Period time = Period.parse(period);
        List<FamilyCase> cases = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            cases.add(FamilyCase.over(store, time, time.end()).moveTo(rowOf(store, idOf(i))));
        }
        return cases;
    }

    static int rowOf(CaseStore store, String familyId) {
        return store.table("families")
                .ids()
                .find(familyId)
                .orElseThrow(() -> new IllegalArgumentException("there is no family " + familyId));
    }

    /** The report of these measures on a period, as at its end. */
    public Report report(String period, OutcomeMeasure<?>... measures) {
        return report(period, MeasureCatalog.of(settings -> List.of(measures)));
    }

    /** The report of a catalog's measures on a period, as at its end. */
    public Report report(String period, MeasureCatalog catalog) {
        Report report = MeasureRun.of(store(), catalog, Period.parse(period)).report();
        if (!report.failures().isEmpty()) {
            throw new AssertionError(report.failures().stream()
                    .map(failure -> failure.what() + "\n" + String.join("\n", failure.trace()))
                    .collect(Collectors.joining("\n")));
        }
        return report;
    }
}
