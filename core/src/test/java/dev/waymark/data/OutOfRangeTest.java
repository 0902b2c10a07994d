package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfRangeTest {

    // "`out-of-range` | ... a date before 1900-01-01 or after 2100-12-31 | that column"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            episodes      | E2,1,ifs,@,,              | episodes line 3, opened
            episodes      | E2,1,ifs,1900-01-01,@,    | episodes line 3, closed
            star_readings | 1,@,review,,,,            | star_readings line 3, date
            assessments   | A2,1,,@,review            | assessments line 3, date
            school_terms  | 11,@,1,1,1,1              | school_terms line 3, term_end
            incidents     | I2,1,,@,asb,              | incidents line 3, date
            spells        | 11,training,,@,           | spells line 3, start
            spells        | 11,training,,1900-01-01,@ | spells line 3, end
            claims        | 1,pbr,@,,                 | claims line 3, claimed_on
            """)
    void aDateIsFromTheFirstDayOf1900ToTheLastOf2100(String table, String row, String place) {
        String outOfRange = place + ": out-of-range, expected a date from 1900-01-01 to 2100-12-31";
        assertThat(with(table, row.replace("@", "1899-12-31"))).containsExactly(outOfRange);
        assertThat(with(table, row.replace("@", "2101-01-01"))).containsExactly(outOfRange);
        assertThat(with(table, row.replace("@", "0000-01-01"))).containsExactly(outOfRange);
        assertThat(with(table, row.replace("@", "1900-01-01"))).isEmpty();
        assertThat(with(table, row.replace("@", "2100-12-31"))).isEmpty();
    }

    // "`out-of-range` | a count below 0 or over 2147483647 ... | that column"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11,2015-04-01,@,0,0,0                            | sessions_possible
            11,2015-04-01,2147483647,@,0,0                   | sessions_absent
            11,2015-04-01,2147483647,2147483647,@,0          | sessions_unauthorised
            11,2015-04-01,0,0,0,@                            | fixed_exclusions
            """)
    void aCountIsFrom0To2147483647(String row, String column) {
        String outOfRange =
                "school_terms line 3, " + column + ": out-of-range, expected a whole number from 0 to 2147483647";
        assertThat(with("school_terms", row.replace("@", "-1"))).containsExactly(outOfRange);
        assertThat(with("school_terms", row.replace("@", "2147483648"))).containsExactly(outOfRange);
        assertThat(with("school_terms", row.replace("@", "-2147483649"))).containsExactly(outOfRange);
        assertThat(with("school_terms", row.replace("@", "123456789012345678901234567890")))
                .containsExactly(outOfRange);
        assertThat(with("school_terms", row.replace("@", "-123456789012345678901234567890")))
                .containsExactly(outOfRange);
        assertThat(with("school_terms", row.replace("@", "0"))).isEmpty();
        assertThat(with("school_terms", row.replace("@", "2147483647"))).isEmpty();
    }

    // a number of 20 digits and more must not come back from beyond 2^64 as a small one: 18446744073709551617 = 2^64 +
    // 1
    @Test
    void aCountThatWouldWrapAroundIsOutOfRange() {
        assertThat(with("school_terms", "11,2015-04-01,18446744073709551617,0,0,0"))
                .containsExactly("school_terms line 3, sessions_possible: out-of-range,"
                        + " expected a whole number from 0 to 2147483647");
    }

    private static List<String> with(String table, String row) {
        return new ElevenTables().rows(table, row).rejected();
    }
}
