package dev.waymark.store;

import dev.waymark.data.Notice;
import dev.waymark.data.TableFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a table in the making, as columns. */
final class GatheredRows implements Gathering {

    private final TableFormat format;
    private final int owners;
    private final Optional<StoredTable> individuals;
    private Optional<TablePart> whole = Optional.empty();

    /**
     * Rows of a table.
     *
     * @param format what the table is
     * @param owners how many rows the table of the owners has; 0 where rows have no owner
     * @param individuals the finished table of individuals, for rules that look at the person a row names
     */
    GatheredRows(TableFormat format, int owners, Optional<StoredTable> individuals) {
        this.format = format;
        this.owners = owners;
        this.individuals = individuals;
    }

    @Override
    public void take(TablePart part) {
        if (whole.isEmpty()) {
            whole = Optional.of(part);
        } else {
            whole.get().append(part);
        }
    }

    @Override
    public Settled settle() {
        TablePart rows = whole.orElseThrow();
        ParentIds ids = Settlement.settle(rows, owners, individuals);
        Map<String, Long> unused = new TreeMap<>();
        rows.unusedScores.forEach(score -> unused.merge(score.area(), 1L, Long::sum));
        List<Notice> notices = unused.entrySet().stream()
                .map(area ->
                        new Notice("unused-score", format.name(), area.getKey(), Optional.empty(), area.getValue()))
                .toList();
        return new Settled(rows.table, ids, rows.rowsRead, rows.rejections, notices);
    }
}
