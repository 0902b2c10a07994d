package dev.waymark.pbr.criterion;

import dev.waymark.data.Months;
import java.time.LocalDate;

/**
 * D, the day after the last day that is known, and the days that lie so many months before it.
 *
 * <p>Most families of a run are judged on one day, so what is worked out from it is kept. <b>Threads:</b> may be
 * shared: whoever works a day out gets the same.
 */
public final class DayOfJudgement {

    private static final int MOST_MONTHS = 120;

    private final LocalDate date;
    private final int number;
    private final int[] monthsBefore = new int[MOST_MONTHS + 1];
    private final int[] lookBackStarts = new int[MOST_MONTHS + 1];

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
        int known = lookBackStarts[months];
        if (known == 0) {
            known = Months.before(number - 1, months);
            lookBackStarts[months] = known;
        }
        return known;
    }

    /** The same day of the month so many months before, or the last day of a shorter month. */
    int monthsBefore(int months) {
        int known = monthsBefore[months];
        if (known == 0) {
            known = Months.before(number, months);
            monthsBefore[months] = known;
        }
        return known;
    }
}
