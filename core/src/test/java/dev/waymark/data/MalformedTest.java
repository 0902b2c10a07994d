package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.store.Answers;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTest {

    // "`malformed` (column null) | wrong number of fields | null"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families      | 3                                   | families line 4: malformed, expected 2 fields
            families      | 3,Blaby,                            | families line 4: malformed, expected 2 fields
            individuals   | 12,1,,                              | individuals line 4: malformed, expected 5 fields
            individuals   | 12,1,,,,                            | individuals line 4: malformed, expected 5 fields
            episodes      | E2,1,ifs,2015-04-01,                | episodes line 3: malformed, expected 6 fields
            episodes      | E2,1,ifs,2015-04-01,,,              | episodes line 3: malformed, expected 6 fields
            star_readings | 1,2015-05-02,review,,1,1            | star_readings line 3: malformed, expected 7 fields
            star_readings | 1,2015-05-02,review,,1,1,1,1        | star_readings line 3: malformed, expected 7 fields
            assessments   | A2,1,,2015-05-02                    | assessments line 3: malformed, expected 5 fields
            assessments   | A2,1,,2015-05-02,review,            | assessments line 3: malformed, expected 5 fields
            findings      | A1,truancy                          | findings line 3: malformed, expected 3 fields
            findings      | A1,truancy,no,no                    | findings line 3: malformed, expected 3 fields
            school_terms  | 11,2015-04-01,1,1,1                 | school_terms line 3: malformed, expected 6 fields
            school_terms  | 11,2015-04-01,1,1,1,1,1             | school_terms line 3: malformed, expected 6 fields
            incidents     | I2,1,,2015-06-02,asb                | incidents line 3: malformed, expected 6 fields
            incidents     | I2,1,,2015-06-02,asb,,              | incidents line 3: malformed, expected 6 fields
            spells        | 11,training,,2015-06-02             | spells line 3: malformed, expected 5 fields
            spells        | 11,training,,2015-06-02,,           | spells line 3: malformed, expected 5 fields
            claims        | 1,pbr,2016-01-02,                   | claims line 3: malformed, expected 5 fields
            claims        | 1,pbr,2016-01-02,,1,                | claims line 3: malformed, expected 5 fields
            budget        | 2015/16,income,Grant,1              | budget line 3: malformed, expected 5 fields
            budget        | 2015/16,income,Grant,,1,            | budget line 3: malformed, expected 5 fields
            """)
    void aRowWithTheWrongNumberOfFieldsIsRejectedWithoutAColumn(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    // "`malformed` | not a date ... | that column"; not so `birth_date` and `followed_up_on`, which lose the value
    // alone
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            episodes      | E2,1,ifs,April,,                 | episodes line 3, opened
            episodes      | E2,1,ifs,2015-04-01,April,       | episodes line 3, closed
            star_readings | 1,April,review,,,,               | star_readings line 3, date
            assessments   | A2,1,,April,review               | assessments line 3, date
            school_terms  | 11,April,1,1,1,1                 | school_terms line 3, term_end
            incidents     | I2,1,,April,asb,                 | incidents line 3, date
            spells        | 11,training,,April,              | spells line 3, start
            spells        | 11,training,,2015-04-01,April    | spells line 3, end
            claims        | 1,pbr,April,,                    | claims line 3, claimed_on
            """)
    void aRowWhoseDateIsNoneIsRejected(String table, String row, String place) {
        assertThat(new ElevenTables().rows(table, row).rejected())
                .containsExactly(place + ": malformed, expected a date like 2015-04-01");
    }

    // "Dates are ISO 8601 (`2015-04-01`)."
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-29", "1900-02-29", "2015-04-31", "2015-13-01", "2015-00-01", "2015-04-00", "2015-04-32",
                "2015-4-1", "15-04-01", "20150401", "01/04/2015", "2015/04/01", "2015-04-1x", "-015-04-01",
                "+2015-04-01", "2015-04-01T00:00", "2015-04-01 ", " ", "          ", "２０１５"
            })
    void aTextThatIsNoDayOfTheCalendarInIsoFormIsNoDate(String text) {
        assertThat(new ElevenTables()
                        .rows("episodes", "E2,1,ifs," + text + ",,")
                        .rejected())
                .containsExactly("episodes line 3, opened: malformed, expected a date like 2015-04-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-04-01", "2016-02-29", "2000-02-29", "2015-12-31"})
    void aDayOfTheCalendarIsADate(String text) {
        CaseStore store =
                new ElevenTables().rows("episodes", "E2,2,ifs," + text + ",,").read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(LocalDate.ofEpochDay(store.table("episodes").ints("opened").get(1)))
                .hasToString(text);
    }

    // "`malformed` | ... not a whole number ... | that column"
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "abc", "1e3", "0x1", "1 000", "-", "+", "--1", "1-", " ", "٣", "five"})
    void aTextThatIsNoWholeNumberIsNoCount(String text) {
        assertThat(new ElevenTables()
                        .rows("school_terms", "11,2015-04-01," + text + ",1,1,1")
                        .rejected())
                .containsExactly("school_terms line 3, sessions_possible: malformed, expected a whole number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11,2015-04-01,x,1,1,1 | sessions_possible
            11,2015-04-01,1,x,1,1 | sessions_absent
            11,2015-04-01,1,1,x,1 | sessions_unauthorised
            11,2015-04-01,1,1,1,x | fixed_exclusions
            """)
    void aTermWithACountThatIsNoneIsRejected(String row, String column) {
        assertThat(new ElevenTables().rows("school_terms", row).rejected())
                .containsExactly("school_terms line 3, " + column + ": malformed, expected a whole number");
    }

    // "`malformed` | ... not an amount (whole, or one or two decimals, a sign allowed) ... | that column"
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234", "12.", ".", "-", "+", "-.", "--3", "+-3", "1..5", "1.5.5", "1.-5", "1.+5", "£5", "1e3", "abc",
                "1 000", "3-", " "
            })
    void aTextThatIsNoAmountIsNone(String text) {
        assertThat(new ElevenTables()
                        .rows("budget", "2015/16,income,Grant,," + text)
                        .rejected())
                .containsExactly(
                        "budget line 3, amount: malformed, expected pounds, whole or with one or two decimals");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 1200",
        "-3, -300",
        "+3, 300",
        "+3.50, 350",
        "-3.5, -350",
        "0.05, 5",
        "-0.05, -5",
        "0.5, 50",
        "007.10, 710",
        "800.00, 80000",
        "123456789012345.67, 12345678901234567"
    })
    void anAmountIsKeptInPence(String text, long pence) {
        CaseStore store = new ElevenTables()
                .rows("budget", "2015/16,income,Grant,," + text)
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.table("budget").pence("amount").get(1)).isEqualTo(pence);
    }

    // "`malformed` | ... not one of the column's words ... | that column"; not so `sex`, which loses the value alone
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            star_readings | 1,2015-05-02,middle,,,,    | star_readings line 3, kind: malformed, expected one of initial, review, closure
            assessments   | A2,1,,2015-05-02,final     | assessments line 3, kind: malformed, expected one of initial, review, closure
            findings      | A1,truancy,Y               | findings line 3, present: malformed, expected one of yes, no, unknown
            findings      | A1,truancy, yes            | findings line 3, present: malformed, expected one of yes, no, unknown
            findings      | A1,truancy,yess            | findings line 3, present: malformed, expected one of yes, no, unknown
            incidents     | I2,1,,2015-06-02,noise,    | incidents line 3, kind: malformed, expected one of asb, offence, domestic-abuse, police-callout, missing-episode
            spells        | 11,sport,,2015-06-02,      | spells line 3, kind: malformed, expected one of out-of-work-benefit, employment, training, volunteering, work-programme, in-need-plan, protection-plan
            budget        | 2015/16,profit,Grant,,1    | budget line 3, kind: malformed, expected one of income, expenditure, adjustment
            """)
    void aRowWithAWordThatTheColumnDoesNotKnowIsRejected(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    // "Fixed words (`yes`, `initial`, ...) are matched without regard to case."
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            individuals   | 13,2,,x,                    | sex     | 1 | 2
            star_readings | 2,2015-05-02,CLOSURE,,,,    | kind    | 1 | 2
            assessments   | A2,2,,2015-05-02,Review     | kind    | 1 | 1
            incidents     | I2,2,,2015-06-02,ASB,       | kind    | 1 | 0
            spells        | 21,Protection-PLAN,,2016-06-02, | kind | 1 | 6
            budget        | 2015/16,Expenditure,Rent,,1 | kind    | 1 | 1
            """)
    void wordsAreMatchedInAnyCase(String table, String row, String column, int place, byte word) {
        CaseStore store = new ElevenTables().rows(table, row).read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.table(table).words(column).get(place)).isEqualTo(word);
    }

    @Test
    void answersAreMatchedInAnyCase() {
        CaseStore store = new ElevenTables()
                .table("findings", "assessment_id,issue,present", "A1,neet,YES", "A1,send,No", "A1,neglect,UnKnown")
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        // by issue, A to Z
        assertThat(IntStream.range(0, 3)
                        .map(issue -> store.table("findings").answers().of(0, issue)))
                .containsExactly(Answers.YES, Answers.UNKNOWN, Answers.NO);
    }

    // "`malformed` | ... a year not like 2015/16 ... | that column"
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015/17",
                "2015/15",
                "2015/14",
                "2015/2016",
                "2015-16",
                "15/16",
                "2015",
                "2015/6",
                "2015/016",
                "y"
            })
    void aTextThatIsNoFinancialYearIsNoYear(String text) {
        assertThat(new ElevenTables().rows("budget", text + ",income,Grant,,1").rejected())
                .containsExactly("budget line 3, year: malformed, expected a year like 2015/16");
    }

    @ParameterizedTest
    @CsvSource({"2015/16, 2015", "1999/00, 1999", "2009/10, 2009"})
    void aFinancialYearIsKeptAsItsFirstCalendarYear(String text, int year) {
        CaseStore store =
                new ElevenTables().rows("budget", text + ",income,Grant,,1").read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.table("budget").ints("year").get(1)).isEqualTo(year);
    }

    // "`malformed` | ... a Star without definition | that column"
    @ParameterizedTest
    @ValueSource(strings = {"my-star", "Family-Star-Plus", "family-star"})
    void aReadingOfAStarWithoutDefinitionIsRejected(String star) {
        assertThat(new ElevenTables()
                        .rows("star_readings", "1,2015-05-02,review," + star + ",1,1,1")
                        .rejected())
                .containsExactly(
                        "star_readings line 3, star: malformed, expected the id of a Star that has a definition");
    }
}
