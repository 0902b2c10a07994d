package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws the results claimed so far: some in the first phase of the programme, some in the year. */
final class Claims {

    private Claims() {}

    static Table table(List<Family> families) {
        Chance chance = Chance.of("claims");
        List<List<String>> rows = new ArrayList<>();
        for (Family family : families) {
            if (family.episodes().isEmpty()) {
                continue;
            }
            if (family.episodes().get(0).opened().isBefore(ReportYear.START.minusMonths(6)) && chance.percent(12)) {
                LocalDate day = chance.workday(LocalDate.of(2015, 1, 5), ReportYear.EVE);
                rows.add(row(family, "troubled-families-1", day, "crime-asb-education", "2300.00"));
            } else if (family.episodes().get(0).opened().isBefore(ReportYear.START) && chance.percent(10)) {
                LocalDate day = chance.workday(LocalDate.of(2015, 10, 1), ReportYear.END);
                rows.add(row(family, "troubled-families-2", day, "progress", "800.00"));
            }
        }
        return new Table("claims", List.of("family_id", "scheme", "claimed_on", "route", "amount"), rows);
    }

    private static List<String> row(Family family, String scheme, LocalDate day, String route, String amount) {
        return List.of(String.valueOf(family.id()), scheme, day.toString(), route, amount);
    }
}
