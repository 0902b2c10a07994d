package dev.waymark.data;

/** The data format as docs/data-format.md tells it: a chapter a table, a row a column. */
public final class FormatInMarkdown {

    private FormatInMarkdown() {}

    /** The chapters of all tables. */
    public static String chapters() {
        StringBuilder text = new StringBuilder();
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            text.append("### `").append(table.name()).append("`\n\nOne row is ").append(table.about());
            text.append(table.required() ? ". Required.\n\n" : ".\n\n");
            text.append("| column | required | value | meaning |\n| --- | --- | --- | --- |\n");
            for (ColumnFormat column : table.columns()) {
                text.append("| `").append(column.name()).append("` | ");
                text.append(column.required() ? "yes" : "").append(" | ");
                text.append(
                        column.type() == ColumnType.REFERENCE
                                ? "an id of `" + column.refersTo() + "`"
                                : column.expectedForm());
                text.append(" | ").append(column.about()).append(" |\n");
            }
            if (table.hasScores()) {
                text.append("| *area codes* | | a whole number | ")
                        .append(table.scores())
                        .append(" |\n");
            }
            if (!table.identity().isEmpty()) {
                text.append("\nNo two rows share: `")
                        .append(String.join("`, `", table.identity()))
                        .append("`.\n");
            }
            for (Contradiction contradiction : table.contradictions()) {
                text.append("\nHolds: ").append(contradiction.expected()).append(".\n");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
