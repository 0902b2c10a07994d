package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingTest {

    // "`missing` | a required value is empty | that column"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families      | ,Blaby                          | families line 4, family_id: missing, expected a text
            individuals   | ,1,,,                           | individuals line 4, individual_id: missing, expected a text
            individuals   | 12,,,,                          | individuals line 4, family_id: missing, expected a text
            episodes      | ,1,ifs,2015-04-01,,             | episodes line 3, episode_id: missing, expected a text
            episodes      | E2,,ifs,2015-04-01,,            | episodes line 3, family_id: missing, expected a text
            episodes      | E2,1,,2015-04-01,,              | episodes line 3, service: missing, expected a text
            episodes      | E2,1,ifs,,,                     | episodes line 3, opened: missing, expected a date like 2015-04-01
            star_readings | ,2015-05-02,review,,,,          | star_readings line 3, family_id: missing, expected a text
            star_readings | 1,,review,,,,                   | star_readings line 3, date: missing, expected a date like 2015-04-01
            star_readings | 1,2015-05-02,,,,,               | star_readings line 3, kind: missing, expected one of initial, review, closure
            assessments   | ,1,,2015-05-02,review           | assessments line 3, assessment_id: missing, expected a text
            assessments   | A2,,,2015-05-02,review          | assessments line 3, family_id: missing, expected a text
            assessments   | A2,1,,,review                   | assessments line 3, date: missing, expected a date like 2015-04-01
            assessments   | A2,1,,2015-05-02,               | assessments line 3, kind: missing, expected one of initial, review, closure
            findings      | ,truancy,no                     | findings line 3, assessment_id: missing, expected a text
            findings      | A1,,no                          | findings line 3, issue: missing, expected a text
            findings      | A1,truancy,                     | findings line 3, present: missing, expected one of yes, no, unknown
            school_terms  | ,2015-04-01,1,1,1,1             | school_terms line 3, individual_id: missing, expected a text
            school_terms  | 11,,1,1,1,1                     | school_terms line 3, term_end: missing, expected a date like 2015-04-01
            school_terms  | 11,2015-04-01,,1,1,1            | school_terms line 3, sessions_possible: missing, expected a whole number
            school_terms  | 11,2015-04-01,1,,1,1            | school_terms line 3, sessions_absent: missing, expected a whole number
            school_terms  | 11,2015-04-01,1,1,,1            | school_terms line 3, sessions_unauthorised: missing, expected a whole number
            school_terms  | 11,2015-04-01,1,1,1,            | school_terms line 3, fixed_exclusions: missing, expected a whole number
            incidents     | ,1,,2015-06-02,asb,             | incidents line 3, incident_id: missing, expected a text
            incidents     | I2,,,2015-06-02,asb,            | incidents line 3, family_id: missing, expected a text
            incidents     | I2,1,,,asb,                     | incidents line 3, date: missing, expected a date like 2015-04-01
            incidents     | I2,1,,2015-06-02,,              | incidents line 3, kind: missing, expected one of asb, offence, domestic-abuse, police-callout, missing-episode
            spells        | ,training,,2015-06-02,          | spells line 3, individual_id: missing, expected a text
            spells        | 11,,,2015-06-02,                | spells line 3, kind: missing, expected one of out-of-work-benefit, employment, training, volunteering, work-programme, in-need-plan, protection-plan
            spells        | 11,training,,,                  | spells line 3, start: missing, expected a date like 2015-04-01
            claims        | ,pbr,2016-01-02,,               | claims line 3, family_id: missing, expected a text
            claims        | 1,,2016-01-02,,                 | claims line 3, scheme: missing, expected a text
            claims        | 1,pbr,,,                        | claims line 3, claimed_on: missing, expected a date like 2015-04-01
            budget        | ,income,Grant,,1                | budget line 3, year: missing, expected a year like 2015/16
            budget        | 2015/16,,Grant,,1               | budget line 3, kind: missing, expected one of income, expenditure, adjustment
            budget        | 2015/16,income,,,1              | budget line 3, line: missing, expected a text
            budget        | 2015/16,income,Grant,,          | budget line 3, amount: missing, expected pounds, whole or with one or two decimals
            """)
    void aRowWithoutARequiredValueIsRejected(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    // "Empty means *not recorded*, never zero and never "no", unless the column says what empty means."
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families      | 3,
            individuals   | 12,1,,,
            episodes      | E2,1,ifs,2015-04-01,,
            star_readings | 1,2015-05-02,review,,,,
            assessments   | A2,1,,2015-05-02,review
            incidents     | I2,1,,2015-06-02,asb,
            spells        | 11,training,,2015-06-02,
            claims        | 1,pbr,2016-01-02,,
            budget        | 2015/16,income,Grant,,1
            """)
    void aRowOfNothingButRequiredValuesStands(String table, String row) {
        assertThat(new ElevenTables().rows(table, row).rejected()).isEmpty();
    }
}
