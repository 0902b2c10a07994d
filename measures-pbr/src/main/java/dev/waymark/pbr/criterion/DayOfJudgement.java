package dev.waymark.pbr.criterion;

import dev.waymark.data.Months;
import java.time.LocalDate;

/**
 * D, the day after the last day that is known, and the days that lie so many months before it.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class DayOfJudgement {

    private final LocalDate date;
    private final int number;

    private DayOfJudgement(LocalDate date) {
        this.date = date;
        this.number = (int) date.toEpochDay();
    }

    /** This day. */
    public static DayOfJudgement of(LocalDate date) {
        return new DayOfJudgement(date);
    }

    /** The day. */
    public LocalDate date() {
        return date;
    }

    /** The day, as days since 1970-01-01. */
    public int number() {
        return number;
    }

    /**
     * The day so many months before the last day that is known: an episode closed before it is not looked at.
     *
     * @param months how many
     */
    public int lookBackStart(int months) {
        return Months.before(number - 1, months);
    }

    /** The same day of the month so many months before, or the last day of a shorter month. */
    int monthsBefore(int months) {
        return Months.before(number, months);
    }
}
