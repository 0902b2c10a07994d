package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialYearTest {

    @ParameterizedTest
    @CsvSource({"2012, 2012/13", "1999, 1999/00", "2008, 2008/09", "2009, 2009/10", "2100, 2100/01", "12, 0012/13"})
    void yearIsWrittenWithTwoDigitsOfTheNext(int year, String label) {
        assertThat(FinancialYear.label(year)).isEqualTo(label);
        assertThat(FinancialYear.parse(label)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({"1999/0", "1999/2000", "2012/14", "2012", "12/13", "2012-13", "'2012/13 '", "\u0662012/13", "-2012/13"})
    void whatIsWrittenOtherwiseIsRefused(String text) {
        assertThatThrownBy(() -> FinancialYear.parse(text))
                .hasMessageStartingWith("WM-YEAR: '" + text + "' is no financial year");
    }

    @ParameterizedTest
    @CsvSource({"-1", "10000", "12000"})
    void yearThatIsNotWrittenWithFourDigitsIsRefused(int year) {
        assertThatThrownBy(() -> FinancialYear.label(year))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(year + " is no year of four digits");
    }

    @Test
    void yearBeginsInApril() {
        assertThat(FinancialYear.of(LocalDate.of(2013, 3, 31))).isEqualTo(2012);
        assertThat(FinancialYear.of(LocalDate.of(2013, 4, 1))).isEqualTo(2013);
        assertThat(FinancialYear.of((int) LocalDate.of(2013, 3, 31).toEpochDay()))
                .isEqualTo(2012);
        assertThat(FinancialYear.of((int) LocalDate.of(2013, 4, 1).toEpochDay()))
                .isEqualTo(2013);
        assertThat(FinancialYear.firstDay(2015)).isEqualTo("2015-04-01");
        assertThat(FinancialYear.lastDay(2015)).isEqualTo("2016-03-31");
    }
}
