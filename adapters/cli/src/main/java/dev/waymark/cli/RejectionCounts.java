package dev.waymark.cli;

import dev.waymark.data.ColumnType;
import dev.waymark.data.DataFormat;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.store.CaseStore;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was rejected of a data set, counted by table and rule, as it is printed. */
final class RejectionCounts {

    private static final int RULES_LISTED = 10;

    private final Map<String, Long> byTable = new HashMap<>();
    private final Map<Rule, Counted> byRule = new LinkedHashMap<>();

    RejectionCounts(DataQuality quality) {
        for (Rejection rejection : quality.rejected()) {
            byTable.merge(rejection.table(), 1L, Long::sum);
            byRule.computeIfAbsent(
                            new Rule(rejection.table(), rejection.column(), rejection.code(), rejection.expected()),
                            rule -> new Counted(rule, rejection.line()))
                    .count++;
        }
    }

    private record Rule(String table, Optional<String> column, RejectionCode code, String expected) {
        private String place() {
            return column.orElse("the row");
        }

        /** Whether a date was expected as the format writes it, and something else was there. */
        private boolean isOfAPlainDate() {
            return code == RejectionCode.MALFORMED
                    && DataFormat.CURRENT
                            .table(table)
                            .flatMap(format -> column.flatMap(format::column))
                            .filter(format ->
                                    format.type() == ColumnType.DATE && expected.equals(format.expectedForm()))
                            .isPresent();
        }
    }

    private static final class Counted {
        private final Rule rule;
        private final long firstLine;
        private long count;

        private Counted(Rule rule, long firstLine) {
            this.rule = rule;
            this.firstLine = firstLine;
        }
    }

    /** How many rows or values of a table were rejected. */
    String of(String table) {
        return printed(byTable.getOrDefault(table, 0L));
    }

    /**
     * The rules by which most was rejected, behind an empty line; then the tables that are as good as absent.
     *
     * @param store the data set as far as it was accepted
     * @param listOfAll what lists every rejection
     */
    void print(CaseStore store, String listOfAll, PrintWriter text) {
        if (byRule.isEmpty()) {
            return;
        }
        List<Counted> mostFirst = byRule.values().stream()
                .sorted(Comparator.comparingLong((Counted counted) -> -counted.count))
                .toList();
        text.println();
        text.println("Rejected by table and rule, the most frequent first:");
        text.println();
        TextTable table = new TextTable("table", "column", "reason", "how many", "first line", "expected there");
        for (Counted counted : mostFirst.subList(0, Math.min(RULES_LISTED, mostFirst.size()))) {
            table.row(
                    counted.rule.table,
                    counted.rule.place(),
                    counted.rule.code.word(),
                    printed(counted.count),
                    printed(counted.firstLine),
                    counted.rule.expected);
        }
        table.print(text);
        if (mostFirst.size() > RULES_LISTED) {
            List<Counted> others = mostFirst.subList(RULES_LISTED, mostFirst.size());
            text.println("and " + printed(others.size()) + " more, by which "
                    + printed(
                            others.stream().mapToLong(counted -> counted.count).sum())
                    + " rows or values were rejected: " + listOfAll + " lists all.");
        }
        printTablesWithoutAcceptedRow(store, mostFirst, text);
    }

    /** Their figures are those of a data set that does not have the table, which no figure says. */
    private static void printTablesWithoutAcceptedRow(CaseStore store, List<Counted> mostFirst, PrintWriter text) {
        store.quality().rowsRead().forEach((table, rows) -> {
            if (rows > 0 && store.table(table).rows() == 0) {
                mostFirst.stream()
                        .filter(counted -> counted.rule.table.equals(table))
                        .findFirst()
                        .ifPresent(reason -> {
                            text.println();
                            text.println("WARNING: no row of " + table + " was accepted, of " + printed(rows)
                                    + " read. Most frequent reason, " + printed(reason.count) + " times: "
                                    + reason.rule.place() + " " + reason.rule.code.word() + ", expected "
                                    + reason.rule.expected
                                    + (reason.rule.isOfAPlainDate()
                                            ? ". Other dates are read by the datePattern that a mapping.json gives"
                                                    + " them, such as dd/MM/yyyy."
                                            : ""));
                        });
            }
        });
    }

    private static String printed(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
