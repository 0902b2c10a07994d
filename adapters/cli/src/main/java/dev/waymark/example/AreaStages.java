package dev.waymark.example;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One area of the Family Star Plus: how many paired families were first at one stage and last at another.
 *
 * @param families a row for each stage at first, a column for each stage at last, both from stuck upwards
 */
record AreaStages(String area, List<List<Integer>> families) {

    private static final List<String> STAGES =
            List.of("stuck", "accepting-help", "trying", "finding-what-works", "effective-parenting");

    /** All areas, in the Star's own order. */
    static List<AreaStages> read() throws IOException {
        Map<String, List<List<Integer>>> areas = new LinkedHashMap<>();
        for (NamedCsvRecord row : ChosenCounts.read("star-stages.csv")) {
            List<List<Integer>> families = areas.computeIfAbsent(row.getField("area"), area -> new ArrayList<>());
            if (!row.getField("first").equals(STAGES.get(families.size()))) {
                throw new IllegalStateException("stages out of order in star-stages.csv: " + row.getFields());
            }
            families.add(
                    STAGES.stream().map(last -> ChosenCounts.count(row, last)).toList());
        }
        List<AreaStages> read = new ArrayList<>();
        areas.forEach((area, families) -> read.add(new AreaStages(area, List.copyOf(families))));
        return read;
    }

    int familiesFirstAt(int stage) {
        return families.get(stage).stream().mapToInt(Integer::intValue).sum();
    }
}
