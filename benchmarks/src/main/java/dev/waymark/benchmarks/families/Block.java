package dev.waymark.benchmarks.families;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The lines of some families, one after the other, for each table. */
final class Block {

    private final Map<Table, Lines> lines = new EnumMap<>(Table.class);

    Block() {
        for (Table table : Table.values()) {
            lines.put(table, new Lines());
        }
    }

    Lines of(Table table) {
        return Objects.requireNonNull(lines.get(table));
    }
}
