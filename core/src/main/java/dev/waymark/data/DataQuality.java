package dev.waymark.data;

import java.util.List;
import java.util.Map;

/**
 * What was read and what was left out of a data set.
 *
 * @param rowsRead the rows read of each table that is there, accepted or not, tables in the order of the format
 * @param rejected every row or value left out, by table, line and column
 * @param notices what else a reader should know, by table
 */
public record DataQuality(Map<String, Long> rowsRead, List<Rejection> rejected, List<Notice> notices) {

    /** Keeps unmodifiable copies. */
    public DataQuality {
        rowsRead = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rowsRead));
        rejected = Rejections.copyOf(rejected);
        notices = List.copyOf(notices);
    }
}
