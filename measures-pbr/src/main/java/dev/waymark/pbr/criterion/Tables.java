package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tables that a question cannot be decided without.
 *
 * <p><b>Threads:</b> may be shared; runs over different data sets at a time only look again which tables are there.
 */
final class Tables {

    private final List<String> names;
    private volatile @Nullable Known last;

    private Tables(String... names) {
        this.names = List.of(names);
    }

    /** The tables with these names. */
    static Tables of(String... names) {
        return new Tables(names);
    }

    static Tables ofSpells() {
        return of("individuals", "spells");
    }

    /** What is known of a data set, which is known by the list of its tables. */
    private record Known(List<String> tablesPresent, Optional<String> absent) {}

    /** What stands against deciding: the first of the tables that the data set does not have. */
    Optional<Decision> absent(Situation situation) {
        List<String> present = situation.family().tablesPresent();
        Known known = last;
        if (known == null || known.tablesPresent() != present) {
            known = new Known(
                    present,
                    names.stream().filter(name -> !present.contains(name)).findFirst());
            last = known;
        }
        return known.absent().isEmpty()
                ? Optional.empty()
                : situation.absent(known.absent().get());
    }
}
