package dev.waymark.store;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.DataFormat;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.data.TableFormat;
import java.util.ArrayList;
import java.util.List;

/** What a store holds as lines of text, in which a reference is the id of the row it leads to. */
final class StoreText {

    private StoreText() {}

    /** Every table, row by row in the order of the store, and what was rejected and noticed. */
    static List<String> of(CaseStore store) {
        List<String> lines = new ArrayList<>();
        for (TableFormat format : DataFormat.CURRENT.tables()) {
            lines.addAll(rows(store, format.name()));
        }
        lines.add("rows read " + store.quality().rowsRead());
        store.quality().rejected().stream().map(Rejection::toString).forEach(lines::add);
        store.quality().notices().stream().map(Notice::toString).forEach(lines::add);
        return lines;
    }

    /** The rows of one table, in the order of the store. */
    static List<String> rows(CaseStore store, String table) {
        List<String> lines = new ArrayList<>();
        if (table.equals("findings")) {
            for (int form = 0; form < store.table("assessments").rows(); form++) {
                lines.addAll(answers(store, form));
            }
            return lines;
        }
        for (int row = 0; row < store.table(table).rows(); row++) {
            lines.add(row(store, table, row));
        }
        return lines;
    }

    /** The answers on one form, by issue. */
    static List<String> answers(CaseStore store, int form) {
        StoredTable findings = store.table("findings");
        List<String> lines = new ArrayList<>();
        for (int issue = findings.answers().nextOn(form, 0);
                issue >= 0;
                issue = findings.answers().nextOn(form, issue + 1)) {
            lines.add("findings|" + store.table("assessments").ids().get(form) + "|"
                    + findings.dictionary("issue").text(issue) + "|"
                    + findings.answers().of(form, issue));
        }
        return lines;
    }

    private static String row(CaseStore store, String name, int row) {
        StoredTable table = store.table(name);
        StringBuilder text = new StringBuilder(name);
        for (ColumnFormat column : table.format().columns()) {
            text.append('|').append(value(store, table, column, row));
        }
        if (table.format().hasScores()) {
            int star = table.words("star").get(row);
            for (int area = 0; area < store.stars().get(star).areas().size(); area++) {
                text.append(' ').append(table.scores().get(row, area));
            }
        }
        return text.toString();
    }

    private static String value(CaseStore store, StoredTable table, ColumnFormat column, int row) {
        return switch (column.type()) {
            case ID -> table.ids().get(row);
            case REFERENCE -> {
                int parent = table.ints(column.name()).get(row);
                yield parent < 0 ? "-" : store.table(column.refersTo()).ids().get(parent);
            }
            case TEXT -> {
                int code = table.ints(column.name()).get(row);
                yield code < 0 ? "-" : table.dictionary(column.name()).text(code);
            }
            case WORD, STAR -> Byte.toString(table.words(column.name()).get(row));
            case DATE, COUNT, YEAR -> Integer.toString(table.ints(column.name()).get(row));
            case AMOUNT -> Long.toString(table.pence(column.name()).get(row));
        };
    }
}
