package dev.waymark.pbr.criterion;

import dev.waymark.data.DataFormat;
import dev.waymark.data.TableFormat;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Tables that a question cannot be decided without.
 *
 * <p><b>Threads:</b> immutable.
 */
final class Tables {

    private static final List<String> OF_THE_FORMAT =
            DataFormat.CURRENT.tables().stream().map(TableFormat::name).toList();

    private final List<String> names;
    private final long bits;

    private Tables(String... names) {
        this.names = List.of(names);
        this.bits = bits(this.names);
    }

    /** The tables with these names. */
    static Tables of(String... names) {
        return new Tables(names);
    }

    static Tables ofSpells() {
        return of("individuals", "spells");
    }

    /** A bit for each table, as many questions ask for some of them for each family. */
    static long bits(List<String> names) {
        long bits = 0;
        for (String name : names) {
            int place = OF_THE_FORMAT.indexOf(name);
            if (place < 0) {
                throw new IllegalArgumentException("no table " + name);
            }
            bits |= 1L << place;
        }
        return bits;
    }

    /** What stands against deciding: the first of the tables that the data set does not have. */
    Optional<Decision> absent(Situation situation) {
        return (bits & ~situation.tablesPresent()) == 0 ? Optional.empty() : situation.absent(this);
    }

    /** The first of them that a data set does not have. */
    String firstNotAmong(List<String> present) {
        return names.stream()
                .filter(name -> !present.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
