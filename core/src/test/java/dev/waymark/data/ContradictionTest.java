package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {

    // Individual 11 of family 1 is born 2001-05-06. 300 days before: 2001-05-06 is day 126 of 2001, 126 days before it
    // is
    // 2000-12-31; 174 more, day 366 - 174 = 192 of the leap year 2000, is 2000-07-10 (182 days to the end of June).
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # "`closed` before `opened` (closed)"
            episodes     | E2,1,ifs,2015-04-02,2015-04-01,             | episodes line 3, closed: contradiction, expected closed on or after opened
            # "`end` before `start` (end)"
            spells       | 11,training,,2015-04-02,2015-04-01          | spells line 3, end: contradiction, expected end on or after start
            # "a form or incident whose individual is of another family (individual_id)"
            assessments  | A2,2,11,2015-05-01,review                   | assessments line 3, individual_id: contradiction, expected an individual of the row's family
            incidents    | I2,1,21,2015-05-01,asb,                     | incidents line 3, individual_id: contradiction, expected an individual of the row's family
            # "a form more than 300 days before the birth of the person it is about (date)"
            assessments  | A2,1,11,2000-07-09,review                   | assessments line 3, date: contradiction, expected a date at most 300 days before the individual's birth
            # "an incident before the birth of its individual (date)"
            incidents    | I2,1,11,2001-05-05,asb,                     | incidents line 3, date: contradiction, expected a date not before the individual's birth
            # "absent > possible (sessions_absent)"
            school_terms | 11,2015-04-01,10,11,0,0                     | school_terms line 3, sessions_absent: contradiction, expected sessions_absent not over sessions_possible
            # "unauthorised > absent (sessions_unauthorised)"
            school_terms | 11,2015-04-01,10,9,10,0                     | school_terms line 3, sessions_unauthorised: contradiction, expected sessions_unauthorised not over sessions_absent
            # "`followed_up_on` before `date` (followed_up_on)"
            incidents    | I2,1,11,2015-05-02,missing-episode,2015-05-01 | incidents line 3, followed_up_on: contradiction, expected followed_up_on on or after date
            """)
    void aRowWhoseValuesExcludeEachOtherIsRejected(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # closed on the day of opening, ended on the day it started, followed up on the day itself
            episodes     | E2,1,ifs,2015-04-01,2015-04-01,
            spells       | 11,training,,2015-04-01,2015-04-01
            incidents    | I2,1,11,2015-05-01,missing-episode,2015-05-01
            # an individual of the row's family
            assessments  | A2,2,21,2015-05-01,review
            # a form 300 days before the birth, an incident on the day of the birth
            assessments  | A2,1,11,2000-07-10,review
            incidents    | I2,1,11,2001-05-06,asb,
            # a record of the family, years before the birth of its member
            assessments  | A2,1,,1990-01-01,review
            incidents    | I2,1,,1990-01-01,asb,
            # absent the whole term, and all of it unauthorised
            school_terms | 11,2015-04-01,10,10,10,0
            # more exclusions than sessions: no rule
            school_terms | 11,2015-04-01,0,0,0,9
            # a term or a spell before the birth: no rule
            school_terms | 11,1999-04-01,10,10,10,0
            spells       | 11,training,,1999-04-01,
            # a follow-up of another kind of incident: no rule
            incidents    | I2,1,11,2015-05-01,asb,2015-05-02
            """)
    void aRowOnTheEdgeOfTheRuleStands(String table, String row) {
        assertThat(new ElevenTables().rows(table, row).rejected()).isEmpty();
    }

    @Test
    void aPersonWithoutBirthDateIsNotBornAfterAnything() {
        assertThat(new ElevenTables()
                        .rows("individuals", "12,1,,,")
                        .rows("assessments", "A2,1,12,1900-01-01,review")
                        .rows("incidents", "I2,1,12,1900-01-01,asb,")
                        .rejected())
                .isEmpty();
    }

    @Test
    void aPersonWhoseBirthDateWasLostIsNotBornAfterAnything() {
        assertThat(new ElevenTables()
                        .rows("individuals", "12,1,2101-01-01,,")
                        .rows("assessments", "A2,1,12,2015-01-01,review")
                        .rejected())
                .containsExactly(
                        "individuals line 4, birth_date: out-of-range, expected a date from 1900-01-01 to 2100-12-31");
    }

    @Test
    void anEpisodeAndASpellWithoutAnEndContradictNothing() {
        assertThat(new ElevenTables()
                        .rows("episodes", "E2,1,ifs,2100-12-31,,")
                        .rows("spells", "11,training,,2100-12-31,")
                        .rejected())
                .isEmpty();
    }
}
