package dev.waymark.html;

import dev.waymark.data.DataQuality;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.html.Block.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was read, and what of it was left out and why. */
final class QualityChapter {

    private static final int MOST_ROWS = 50;

    private final DataQuality quality;

    QualityChapter(DataQuality quality) {
        this.quality = quality;
    }

    /** Rejections of one kind: the same table, column and code. */
    private record Kind(String table, String column, String code) {}

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text(inShort()
                + (quality.rejected().isEmpty()
                        ? ""
                        : " Every one is listed with its line in data-quality.csv beside this page.")));
        if (!quality.rowsRead().isEmpty()) {
            blocks.add(read());
        }
        if (!quality.rejected().isEmpty()) {
            blocks.add(rejections());
        }
        if (!quality.notices().isEmpty()) {
            blocks.add(notices());
        }
        return new Section("quality", "Data quality", blocks);
    }

    private Table read() {
        Table.Builder read = Table.of("Rows read and left out", "Table", "Rows read", "Rows or values left out");
        quality.rowsRead()
                .forEach((table, rows) -> read.row(
                        Titles.ofData(table),
                        Cell.number(rows),
                        Cell.number(quality.rejected().stream()
                                .filter(rejection -> rejection.table().equals(table))
                                .count())));
        return read.build();
    }

    /** A report under disclosure control does not say how many rows were read: rows are people. */
    String inShort() {
        int rejected = quality.rejected().size();
        String left = rejected == 0
                ? "no row and no value was left out."
                : Cell.number(rejected).text()
                        + (rejected == 1
                                ? " row or value broke a rule and was left out."
                                : " rows or values broke a rule and were left out.");
        if (quality.rowsRead().isEmpty()) {
            return "How many rows of data were read is not shown; " + left;
        }
        long rows =
                quality.rowsRead().values().stream().mapToLong(Long::longValue).sum();
        return Cell.number(rows).text() + " rows of data were read; " + left;
    }

    private Table rejections() {
        Map<Kind, Long> kinds = new LinkedHashMap<>();
        Map<Kind, Rejection> firsts = new HashMap<>();
        for (Rejection rejection : quality.rejected()) {
            Kind kind = new Kind(
                    rejection.table(),
                    rejection.column().orElse("the row"),
                    rejection.code().word());
            kinds.merge(kind, 1L, Long::sum);
            firsts.putIfAbsent(kind, rejection);
        }
        Table.Builder table = Table.of(
                "What was left out, and why" + (kinds.size() > MOST_ROWS ? ": the first " + MOST_ROWS + " kinds" : ""),
                "Table",
                "Column",
                "Reason",
                "How many",
                "First line",
                "Expected there");
        kinds.keySet().stream().limit(MOST_ROWS).forEach(kind -> {
            Rejection first = Objects.requireNonNull(firsts.get(kind));
            table.row(
                    Titles.ofData(kind.table()),
                    Cell.text(Titles.ofData(kind.column())),
                    Cell.text(Titles.ofCode(kind.code())),
                    Cell.number(Objects.requireNonNull(kinds.get(kind))),
                    Cell.number(first.line()),
                    Cell.text(Titles.sentence(first.expected())));
        });
        return table.build();
    }

    private Table notices() {
        List<Notice> notices = quality.notices();
        Table.Builder table = Table.of(
                "Noticed, nothing left out"
                        + (notices.size() > MOST_ROWS
                                ? ": the first " + MOST_ROWS + " of " + notices.size() + ", all are in report.json"
                                : ""),
                "What",
                "Table",
                "Column",
                "Value",
                "How often");
        for (Notice notice : notices.subList(0, Math.min(MOST_ROWS, notices.size()))) {
            table.row(
                    Titles.ofCode(notice.code()),
                    Cell.text(Titles.ofData(notice.table())),
                    Cell.text(Titles.ofData(notice.column())),
                    Cell.text(notice.value().map(Titles::ofData).orElse("–")),
                    Cell.number(notice.count()));
        }
        return table.build();
    }
}
