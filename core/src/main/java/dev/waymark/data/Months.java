package dev.waymark.data;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.apiguardian.api.API;

/**
 * Days, by their number since 1970-01-01, in the months of the calendar: what {@link LocalDate} says of them, without a
 * date made for each record.
 *
 * <p>It knows the years around those that data may be of, 1880 to 2120, and refuses other days. <b>Threads:</b> may be
 * shared.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Months {

    static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2120;
    static final int MONTHS_OF_A_YEAR = 12;
    private static final double DAYS_OF_A_MONTH = 30.436875;
    private static final int MOST_DAYS_OF_A_MONTH = 32;

    /** The first day of each month, and of the one after them. */
    static final int[] FIRST_DAYS = firstDays(); // an array, as every date is looked up in it

    private Months() {}

    private static int[] firstDays() {
        int[] days = new int[(LAST_YEAR - FIRST_YEAR + 1) * MONTHS_OF_A_YEAR + 1];
        int day = (int) LocalDate.of(FIRST_YEAR, Month.JANUARY, 1).toEpochDay();
        for (int month = 0; month < days.length; month++) {
            days[month] = day;
            day += Month.of(month % MONTHS_OF_A_YEAR + 1).length(Year.isLeap(FIRST_YEAR + month / MONTHS_OF_A_YEAR));
        }
        return days;
    }

    /** The month of a day, counted from the first one: near the one that it would be if all were as long. */
    private static int monthOf(int day) {
        if (day < FIRST_DAYS[0] || day >= FIRST_DAYS[FIRST_DAYS.length - 1]) {
            throw new IllegalArgumentException("the day " + day + " is none of the years from " + FIRST_YEAR + " to "
                    + LAST_YEAR + ". Ask first whether there is one, such as whether an episode is closed.");
        }
        int month = (int) ((day - FIRST_DAYS[0]) / DAYS_OF_A_MONTH);
        while (FIRST_DAYS[month] > day) {
            month--;
        }
        while (FIRST_DAYS[month + 1] <= day) {
            month++;
        }
        return month;
    }

    /** The same day of the month so many months before a day, or the last day of a shorter month. */
    public static int before(int day, int months) {
        int month = monthOf(day);
        int first = FIRST_DAYS[month - months];
        int length = FIRST_DAYS[month - months + 1] - first;
        return first + Math.min(day - FIRST_DAYS[month], length - 1);
    }

    /** The whole years from a day to a later one. From 29 February, where there is none, they are whole on 1 March. */
    public static int years(int from, int to) {
        return (ordered(to) - ordered(from)) / (MONTHS_OF_A_YEAR * MOST_DAYS_OF_A_MONTH);
    }

    /** Days in an order in which all months are as long. */
    private static int ordered(int day) {
        int month = monthOf(day);
        return month * MOST_DAYS_OF_A_MONTH + day - FIRST_DAYS[month];
    }

    /** The year of a day. */
    public static int year(int day) {
        return FIRST_YEAR + monthOf(day) / MONTHS_OF_A_YEAR;
    }

    /** The month of a day in its year, from 1. */
    public static int month(int day) {
        return monthOf(day) % MONTHS_OF_A_YEAR + 1;
    }
}
