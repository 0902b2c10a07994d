package dev.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of text for a terminal; columns of numbers stand to the right. */
final class TextTable {

    private static final Pattern NUMBER = Pattern.compile("[0-9,.]+ ?%?|-|[0-9]+ of [0-9]+ +[0-9.-]+ ?%?");

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        row(header);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter text) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] isNumeric = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            isNumeric[c] = rows.stream()
                    .skip(1)
                    .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                String padding = " ".repeat(widths[c] - cell.length());
                line.append(isNumeric[c] ? padding + cell : cell + padding).append(c < columns - 1 ? "  " : "");
            }
            text.println(line.toString().stripTrailing());
        }
    }
}
