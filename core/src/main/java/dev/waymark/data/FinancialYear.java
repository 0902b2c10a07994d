package dev.waymark.data;

import dev.waymark.WaymarkException;
import java.time.LocalDate;
import java.time.Month;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Financial years, from 1 April to 31 March, each known by its first calendar year and written like 2015/16. */
public final class FinancialYear {

    private static final Pattern LABEL = Pattern.compile("[0-9]{4}/[0-9]{2}");
    private static final int YEARS_OF_A_CENTURY = 100;
    private static final int YEARS_OF_FOUR_DIGITS = 10_000;

    private FinancialYear() {}

    /** The first calendar year of the financial year of a day. */
    public static int of(LocalDate day) {
        return of(day.getYear(), day.getMonthValue());
    }

    private static int of(int year, int month) {
        return month >= Month.APRIL.getValue() ? year : year - 1;
    }

    /**
     * As {@link #of(LocalDate)}, of a day of the data by its number since 1970-01-01.
     *
     * @throws IllegalArgumentException if no data can be of that day, such as the closing of an open episode
     */
    public static int of(int day) {
        return of(Months.year(day), Months.month(day));
    }

    /** The first day of a financial year. */
    public static LocalDate firstDay(int year) {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** The last day of a financial year. */
    public static LocalDate lastDay(int year) {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }

    /**
     * The year as it is written: 2015/16.
     *
     * @throws IllegalArgumentException for a year that is not written with four digits
     */
    public static String label(int year) {
        if (year < 0 || year >= YEARS_OF_FOUR_DIGITS) {
            throw new IllegalArgumentException(year + " is no year of four digits");
        }
        return withZeros(year, YEARS_OF_FOUR_DIGITS) + "/" + withZeros(next(year), YEARS_OF_A_CENTURY);
    }

    private static int next(int year) {
        return (year + 1) % YEARS_OF_A_CENTURY;
    }

    /** A number below a power of ten with as many digits as that has noughts; a formatter costs a short run some ms. */
    private static String withZeros(int number, int powerOfTen) {
        return Integer.toString(powerOfTen + number).substring(1);
    }

    /** The first calendar year of a financial year written like 2015/16; empty for anything else. */
    public static OptionalInt find(String text) {
        if (!LABEL.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(text.substring(0, 4));
        return Integer.parseInt(text.substring(5)) == next(year) ? OptionalInt.of(year) : OptionalInt.empty();
    }

    /**
     * The first calendar year of a financial year written like 2015/16.
     *
     * @throws WaymarkException {@code WM-YEAR} for anything else
     */
    public static int parse(String text) {
        return find(text)
                .orElseThrow(() -> new WaymarkException(
                        "WM-YEAR", "'" + text + "' is no financial year. Write one like 2015/16."));
    }
}
