package dev.waymark.example;

import java.time.LocalDate;

/** The year 2015/16, and how far beyond it the records go. */
final class ReportYear {

    static final LocalDate START = LocalDate.of(2015, 4, 1);
    static final LocalDate END = LocalDate.of(2016, 3, 31);

    static final LocalDate EVE = START.minusDays(1);
    static final LocalDate DAY_AFTER = END.plusDays(1);

    /** The day of the extract: a report as at the year's end must not see what lies between. */
    static final LocalDate RECORDED_UNTIL = LocalDate.of(2016, 7, 29);

    private ReportYear() {}

    static boolean contains(LocalDate day) {
        return !day.isBefore(START) && !day.isAfter(END);
    }
}
