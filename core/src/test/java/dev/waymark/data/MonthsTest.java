package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class MonthsTest {

    private static final LocalDate FIRST = LocalDate.of(1890, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2101, 1, 1);

    private static int number(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /** Every day that data may have, and the ten years before from which windows may begin. */
    @Test
    void sayOfEachDayWhatDatesSay() {
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            int day = number(date);
            for (int months : new int[] {1, 3, 6, 12, 18, 120}) {
                assertThat(Months.before(day, months)).isEqualTo(number(date.minusMonths(months)));
            }
            assertThat(Months.year(day)).isEqualTo(date.getYear());
            assertThat(Months.month(day)).isEqualTo(date.getMonthValue());
        }
    }

    @Test
    void yearsFrom1880To2120AreKnownAndNoOthers() {
        assertThat(Months.month(number(LocalDate.of(1880, 1, 1)))).isEqualTo(1);
        assertThat(Months.month(number(LocalDate.of(2120, 12, 31)))).isEqualTo(12);
        for (LocalDate date : new LocalDate[] {LocalDate.of(1879, 12, 31), LocalDate.of(2121, 1, 1)}) {
            assertThatThrownBy(() -> Months.year(number(date)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the day " + number(date) + " is none of the years from 1880 to 2120.");
        }
    }

    @Test
    void yearsAreThoseOfAPeriodBetweenDates() {
        for (LocalDate from = LocalDate.of(1999, 12, 1); from.getYear() < 2005; from = from.plusDays(1)) {
            for (LocalDate to = from; to.isBefore(from.plusYears(9)); to = to.plusDays(1)) {
                assertThat(Months.years(number(from), number(to)))
                        .isEqualTo(Period.between(from, to).getYears());
            }
        }
    }

    @Test
    void whoWasBornOnTheTwentyNinthOfFebruaryIsAYearOlderOnTheFirstOfMarch() {
        int born = number(LocalDate.of(2012, 2, 29));
        assertThat(Months.years(born, number(LocalDate.of(2015, 2, 28)))).isEqualTo(2);
        assertThat(Months.years(born, number(LocalDate.of(2015, 3, 1)))).isEqualTo(3);
        assertThat(Months.years(born, number(LocalDate.of(2016, 2, 29)))).isEqualTo(4);
    }
}
