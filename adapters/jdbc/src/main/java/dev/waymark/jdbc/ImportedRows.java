package dev.waymark.jdbc;

import dev.waymark.data.DataQuality;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an import wrote, and what it left out.
 *
 * @param written the rows written of each table that was made, tables in the order of the format
 * @param quality what was read of the data set, and what of it is not in the database
 */
public record ImportedRows(Map<String, Long> written, DataQuality quality) {

    /** Keeps an unmodifiable copy. */
    public ImportedRows {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }
}
