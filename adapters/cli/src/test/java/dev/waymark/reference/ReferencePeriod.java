package dev.waymark.reference;

import java.time.LocalDate;

/**
 * The days that a report is about: "dates, both ends included".
 *
 * @param start the first day
 * @param end the last day
 */
public record ReferencePeriod(LocalDate start, LocalDate end) {

    /** The financial year that begins in April of the given year: "{@code 2015/16} = 2015-04-01 to 2016-03-31". */
    public static ReferencePeriod financialYear(int year) {
        return new ReferencePeriod(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31));
    }

    /** The period in the form {@code 2015-04-01..2016-03-31}. */
    public String text() {
        return start + ".." + end;
    }

    /** Whether the day lies in the period, "both ends included". */
    boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
