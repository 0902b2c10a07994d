package dev.waymark.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    /** "2015/16 = 2015-04-01 to 2016-03-31; 2015/16-Q1 = April to June; or 2015-04-01..2016-03-31" */
    @ParameterizedTest
    @CsvSource({
        "2015/16, 2015-04-01, 2016-03-31",
        "1999/00, 1999-04-01, 2000-03-31",
        "2015/16-Q1, 2015-04-01, 2015-06-30",
        "2015/16-Q2, 2015-07-01, 2015-09-30",
        "2015/16-Q3, 2015-10-01, 2015-12-31",
        "2015/16-Q4, 2016-01-01, 2016-03-31",
        "2015-04-01..2016-03-31, 2015-04-01, 2016-03-31",
        "2016-02-29..2016-02-29, 2016-02-29, 2016-02-29"
    })
    void isAYearAQuarterOrTwoDates(String label, LocalDate start, LocalDate end) {
        assertThat(Period.parse(label)).isEqualTo(new Period(label, start, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2015",
                "2015/17",
                "2015/2016",
                "2015/16-Q5",
                "2015/16-q1",
                "2015/17-Q1",
                "-Q1",
                "15/16",
                "2015-04-01",
                "2016-03-31..2015-04-01",
                "2015-02-29..2015-03-01",
                "2015-04-01...2016-03-31",
                "0000/01",
                "2100/01"
            })
    void anythingElseIsRefusedWithWhatToWrite(String label) {
        assertThatThrownBy(() -> Period.parse(label))
                .hasMessage(
                        "WM-PERIOD: '" + label + "' is no period. Write a financial year like 2015/16, a quarter like"
                                + " 2015/16-Q1, or two dates like 2015-04-01..2016-03-31, the earlier first.");
    }

    @Test
    void financialYearOfADayBeginsInApril() {
        assertThat(Period.financialYearOf(LocalDate.of(2016, 3, 31))).isEqualTo(Period.parse("2015/16"));
        assertThat(Period.financialYearOf(LocalDate.of(2016, 4, 1))).isEqualTo(Period.parse("2016/17"));
        assertThatThrownBy(() -> Period.financialYearOf(LocalDate.of(1900, 1, 1)))
                .hasMessageStartingWith("WM-PERIOD: '1899/00' is no period.");
        assertThatThrownBy(() -> Period.financialYearOf(LocalDate.MAX))
                .hasMessageStartingWith("WM-PERIOD: '+999999999-12-31' is no period.");
        assertThatThrownBy(() -> Period.financialYearOf(LocalDate.MIN)).hasMessageStartingWith("WM-PERIOD: ");
    }
}
