package dev.waymark.family;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.FinancialYear;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time a report is about: dates, both ends included.
 *
 * @param label how the caller named it
 * @param start the first day
 * @param end the last day
 */
public record Period(String label, LocalDate start, LocalDate end) {

    private static final Pattern QUARTER = Pattern.compile("(.+)-Q([1-4])");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

    /** Refuses a period that ends before it starts or that no record can lie in. */
    public Period {
        if (end.isBefore(start) || start.isBefore(DataFormat.FIRST_DAY) || end.isAfter(DataFormat.LAST_DAY)) {
            throw unknown(label);
        }
    }

    /**
     * The financial year that a day is in.
     *
     * @throws WaymarkException {@code WM-PERIOD} if it is not one of records, such as that before 1 April 1900
     */
    public static Period financialYearOf(LocalDate day) {
        if (day.isBefore(DataFormat.FIRST_DAY) || day.isAfter(DataFormat.LAST_DAY)) {
            throw unknown(day.toString());
        }
        return parse(FinancialYear.label(FinancialYear.of(day)));
    }

    /**
     * Reads a period: a financial year {@code 2015/16} (1 April to 31 March), a quarter of one {@code 2015/16-Q1}
     * (April to June), or two dates {@code 2015-04-01..2016-03-31}.
     *
     * @throws WaymarkException {@code WM-PERIOD} for anything else
     */
    public static Period parse(String label) {
        OptionalInt year = FinancialYear.find(label);
        if (year.isPresent()) {
            return new Period(label, FinancialYear.firstDay(year.getAsInt()), FinancialYear.lastDay(year.getAsInt()));
        }
        Matcher quarter = QUARTER.matcher(label);
        if (quarter.matches()) {
            int first = FinancialYear.find(quarter.group(1)).orElseThrow(() -> unknown(label));
            LocalDate start = FinancialYear.firstDay(first).plusMonths(3L * (Integer.parseInt(quarter.group(2)) - 1));
            return new Period(label, start, start.plusMonths(3).minusDays(1));
        }
        Matcher range = RANGE.matcher(label);
        if (range.matches()) {
            try {
                return new Period(label, LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2)));
            } catch (DateTimeException e) {
                throw unknown(label);
            }
        }
        throw unknown(label);
    }

    private static WaymarkException unknown(String label) {
        return new WaymarkException(
                "WM-PERIOD",
                "'" + label
                        + "' is no period. Write a financial year like 2015/16, a quarter like 2015/16-Q1, or two dates"
                        + " like 2015-04-01..2016-03-31, the earlier first.");
    }

    /** Whether a day lies in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
