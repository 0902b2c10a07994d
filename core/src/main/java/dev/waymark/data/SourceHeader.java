package dev.waymark.data;

import dev.waymark.WaymarkException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the columns of a source table, and at which cell of its rows each stands. */
final class SourceHeader {

    private static final int SEVERAL = -2;

    private final Map<String, Integer> cells = new LinkedHashMap<>();
    private final Map<String, Integer> cellsInAnyCase = new HashMap<>();

    SourceHeader(SourceTable source) {
        List<String> columns = source.columns();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && !seen.add(columns.get(i))) {
                throw new WaymarkException(
                        "WM-COLUMN-TWICE",
                        "column " + columns.get(i) + " stands twice in the header (" + source.place()
                                + "). Leave one of them out or rename it.");
            }
            cells.putIfAbsent(columns.get(i), i);
        }
        if (source.columnsInAnyCase()) {
            cells.forEach((name, cell) -> cellsInAnyCase.merge(inOneCase(name), cell, (one, other) -> SEVERAL));
        }
    }

    private static String inOneCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Set<String> names() {
        return cells.keySet();
    }

    /** What stands in the header, and what to do about a column that does not. A row of values is not quoted. */
    String found(String remedy) {
        String all = String.join("", names());
        if (cells.size() == 1 && (all.contains(";") || all.contains("\t"))) {
            return "Its header is one column with " + (all.contains(";") ? "semicolons" : "tabs")
                    + " in it, and only commas separate columns. Save it with commas.";
        }
        if (names().stream().anyMatch(name -> !name.isEmpty() && Character.isDigit(name.charAt(0)))) {
            return "Its header looks like a row of values. Put the names of the columns into the first line.";
        }
        return "Its columns are: "
                + names().stream()
                        .map(name -> name.isEmpty() ? "one without a name" : name)
                        .collect(Collectors.joining(", "))
                + ". " + remedy;
    }

    /** The cell of a column; negative if there is none. */
    int cell(String column) {
        Integer exactly = cells.get(column);
        return exactly != null ? exactly : cellsInAnyCase.getOrDefault(inOneCase(column), -1);
    }
}
