package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** One completed Star of a family: a score for each area, in the Star's order; an area left out has none. */
record StarReading(int familyId, LocalDate date, Kind kind, List<OptionalInt> scores) {

    enum Kind {
        INITIAL,
        REVIEW,
        CLOSURE
    }

    /** The readings in the order of their dates, as they were entered. */
    static Table table(List<StarReading> readings, List<AreaStages> areas) {
        List<String> columns = new ArrayList<>(List.of("family_id", "date", "kind", "star"));
        areas.forEach(area -> columns.add(area.area()));

        List<StarReading> entered = new ArrayList<>(readings);
        entered.sort(Comparator.comparing(StarReading::date)
                .thenComparing(StarReading::familyId)
                .thenComparing(StarReading::kind));
        return new Table(
                "star_readings", columns, entered.stream().map(StarReading::row).toList());
    }

    private List<String> row() {
        List<String> row = new ArrayList<>();
        row.add(String.valueOf(familyId));
        row.add(date.toString());
        row.add(kind.name().toLowerCase(Locale.ROOT));
        row.add("family-star-plus");
        for (OptionalInt score : scores) {
            row.add(score.isPresent() ? String.valueOf(score.getAsInt()) : "");
        }
        return row;
    }
}
