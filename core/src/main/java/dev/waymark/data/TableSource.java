package dev.waymark.data;

import dev.waymark.star.Star;
import java.util.List;
import java.util.Optional;

/**
 * Where a data set comes from: a folder of files, a database, the caller's own objects.
 *
 * <p>A source only opens tables and yields their rows; what a table is and which rows are accepted is Waymark's. A
 * table that the source does not have is <em>absent</em>, which is not the same as empty. <b>Threads:</b> tables are
 * opened from one thread and read from several, each {@link RowCursor} from one. <b>Errors:</b> a source that cannot be
 * read throws a {@link dev.waymark.WaymarkException} that names file or table.
 */
public interface TableSource {

    /**
     * Opens a table, if the source has it.
     *
     * @param name the name of the table in the data format, such as {@code families}
     */
    Optional<SourceTable> table(String name);

    /**
     * Opens what a mapping names as the source of a table: a file, a table of another name, a query.
     *
     * @param mapped the {@code source} of the mapping, as it stands there
     */
    SourceTable mappedTable(String mapped);

    /** The mapping that came with the data set, if one did. */
    default Optional<Mapping> mapping() {
        return Optional.empty();
    }

    /** The Stars that the data set defines beside the Family Star Plus. */
    default List<Star> stars() {
        return List.of();
    }
}
