package dev.waymark.pbr.scheme;

import dev.waymark.WaymarkException;
import dev.waymark.family.Months;
import java.time.LocalDate;
import java.time.Month;

/** Financial years, from April to March, each known by its first calendar year. */
public final class FinancialYear {

    private static final int YEARS_OF_A_CENTURY = 100;

    private FinancialYear() {}

    /** The first calendar year of the financial year of a day. */
    public static int of(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** As {@link #of(LocalDate)}, of a day of the data by its number since 1970-01-01. */
    public static int of(int day) {
        return Months.yearFromApril(day);
    }

    /** The first day of a financial year. */
    public static LocalDate start(int year) {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** The year as it is written: 2012/13. */
    public static String label(int year) {
        int next = (year + 1) % YEARS_OF_A_CENTURY;
        return year + (next < 10 ? "/0" : "/") + next;
    }

    /**
     * The first calendar year of a financial year written like 2012/13.
     *
     * @throws WaymarkException {@code WM-YEAR} for anything else
     */
    public static int parse(String text) {
        if (!isLabel(text)) {
            throw new WaymarkException("WM-YEAR", "'" + text + "' is no financial year. Write one like 2015/16.");
        }
        return Integer.parseInt(text.substring(0, 4));
    }

    static boolean isLabel(String text) {
        return text.matches("\\d{4}/\\d{2}")
                && label(Integer.parseInt(text.substring(0, 4))).equals(text);
    }
}
