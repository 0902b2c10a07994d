package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws the school terms of the children: most attend, some are absent or excluded, of some a term is missing. */
final class SchoolReports {

    private static final List<LocalDate> TERM_ENDS = List.of(
            LocalDate.of(2013, 12, 20),
            LocalDate.of(2014, 4, 4),
            LocalDate.of(2014, 7, 22),
            LocalDate.of(2014, 12, 19),
            LocalDate.of(2015, 3, 27),
            LocalDate.of(2015, 7, 21),
            LocalDate.of(2015, 12, 18),
            LocalDate.of(2016, 3, 24),
            LocalDate.of(2016, 7, 20));
    private static final int STARTS_AT = 5;
    private static final int LEAVES_AT = 16;

    private final Chance chance = Chance.of("school_terms");

    private SchoolReports() {}

    static Table table(List<Family> families) {
        SchoolReports reports = new SchoolReports();
        List<List<String>> rows = new ArrayList<>();
        for (Family family : families) {
            for (Member member : family.members()) {
                member.birthDate().ifPresent(birth -> reports.add(member.id(), birth, rows));
            }
        }
        return new Table(
                "school_terms",
                List.of(
                        "individual_id",
                        "term_end",
                        "sessions_possible",
                        "sessions_absent",
                        "sessions_unauthorised",
                        "fixed_exclusions"),
                rows);
    }

    private void add(int child, LocalDate birth, List<List<String>> rows) {
        boolean isOftenAbsent = chance.percent(18);
        boolean isExcluded = chance.percent(6);
        for (LocalDate end : TERM_ENDS) {
            int age = birth.until(end).getYears();
            if (age >= STARTS_AT && age <= LEAVES_AT && !chance.percent(3)) {
                int possible = chance.between(100, 140);
                int absent = isOftenAbsent ? chance.between(15, 50) : chance.between(0, 9);
                int unauthorised = isOftenAbsent ? chance.between(absent / 3, absent) : absent / 3;
                rows.add(List.of(
                        String.valueOf(child),
                        end.toString(),
                        String.valueOf(possible),
                        String.valueOf(absent),
                        String.valueOf(unauthorised),
                        String.valueOf(isExcluded ? chance.between(0, 2) : 0)));
            }
        }
    }
}
