package dev.waymark.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One row of a family's records; ids in it are counted within the family until the family has an id of its own. */
record CaseRow(String table, Map<String, String> cells) {

    private static final Set<String> IDS_IN_FAMILY =
            Set.of("episode_id", "individual_id", "assessment_id", "incident_id");

    static CaseRow of(String table, String... columnsAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            cells.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new CaseRow(table, cells);
    }

    CaseRow with(String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(cells);
        more.put(column, value);
        return new CaseRow(table, more);
    }

    /** The row as a data set has it, with ids that no other family has. */
    CaseRow of(String familyId) {
        Map<String, String> own = new LinkedHashMap<>();
        cells.forEach((column, value) ->
                own.put(column, IDS_IN_FAMILY.contains(column) && !value.isEmpty() ? familyId + "-" + value : value));
        own.computeIfPresent("family_id", (column, value) -> familyId);
        return new CaseRow(table, own);
    }
}
