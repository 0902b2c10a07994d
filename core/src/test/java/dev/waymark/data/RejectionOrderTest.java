package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.store.CaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionOrderTest {

    // "One row has one entry, the first that applies in this order". Each row here has all faults of the rows below it.
    // It duplicates form A1; 99 is no individual, 11 is one of family 1 and born 2001-05-06.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1,,99,1899-12-31         | assessments line 3: malformed, expected 5 fields
            A1,,99,1899-12-31,often   | assessments line 3, family_id: missing, expected a text
            A1,9,99,1899-12-31,often  | assessments line 3, kind: malformed, expected one of initial, review, closure
            A1,9,99,1899-12-31,review | assessments line 3, date: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            A1,9,99,1990-01-01,review | assessments line 3, family_id: orphan, expected an id of an accepted row of families
            A1,2,99,1990-01-01,review | assessments line 3, individual_id: orphan, expected an id of an accepted row of individuals
            A1,2,11,1990-01-01,review | assessments line 3, assessment_id: duplicate, expected assessment_id not together in an earlier row
            A2,2,11,1990-01-01,review | assessments line 3, individual_id: contradiction, expected an individual of the row's family
            A2,1,11,1990-01-01,review | assessments line 3, date: contradiction, expected a date at most 300 days before the individual's birth
            """)
    void aRowWithSeveralFaultsHasTheFirstCode(String row, String expected) {
        assertThat(new ElevenTables().rows("assessments", row).rejected()).containsExactly(expected);
    }

    // the same where the identity is not one id
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99,2015-07-20,-1,11,,x  | school_terms line 3, sessions_unauthorised: missing, expected a whole number
            99,2015-07-20,-1,11,12,x | school_terms line 3, fixed_exclusions: malformed, expected a whole number
            99,2015-07-20,-1,11,12,0 | school_terms line 3, sessions_possible: out-of-range, expected a whole number from 0 to 2147483647
            99,2015-07-20,10,11,12,0 | school_terms line 3, individual_id: orphan, expected an id of an accepted row of individuals
            11,2015-07-20,10,11,12,0 | school_terms line 3, individual_id: duplicate, expected individual_id, term_end not together in an earlier row
            11,2015-07-21,10,11,12,0 | school_terms line 3, sessions_absent: contradiction, expected sessions_absent not over sessions_possible
            11,2015-07-21,11,11,12,0 | school_terms line 3, sessions_unauthorised: contradiction, expected sessions_unauthorised not over sessions_absent
            """)
    void aTermWithSeveralFaultsHasTheFirstCode(String row, String expected) {
        assertThat(new ElevenTables().rows("school_terms", row).rejected()).containsExactly(expected);
    }

    // "(within a code, columns in the order of the table above)"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            assessments  | ,,,,                       | assessments line 3, assessment_id: missing, expected a text
            findings     | A1,,                       | findings line 3, issue: missing, expected a text
            spells       | 11,x,,y,z                  | spells line 3, kind: malformed, expected one of out-of-work-benefit, employment, training, volunteering, work-programme, in-need-plan, protection-plan
            spells       | 11,training,,y,z           | spells line 3, start: malformed, expected a date like 2015-04-01
            budget       | x,y,Grant,,z               | budget line 3, year: malformed, expected a year like 2015/16
            school_terms | 11,1899-12-31,-1,-1,-1,-1  | school_terms line 3, term_end: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            incidents    | I2,9,99,2015-06-02,asb,    | incidents line 3, family_id: orphan, expected an id of an accepted row of families
            incidents    | I2,2,11,2001-05-05,asb,2001-05-04 | incidents line 3, individual_id: contradiction, expected an individual of the row's family
            incidents    | I2,1,11,2001-05-05,asb,2001-05-04 | incidents line 3, date: contradiction, expected a date not before the individual's birth
            school_terms | 11,2015-04-01,10,11,12,0   | school_terms line 3, sessions_absent: contradiction, expected sessions_absent not over sessions_possible
            """)
    void ofSeveralFaultsOfOneCodeTheFirstColumnIsListed(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    @Test
    void theOrderOfTheColumnsIsThatOfTheFormatAndNotThatOfTheHeader() {
        assertThat(new ElevenTables()
                        .table("findings", "present,issue,assessment_id", ",,")
                        .rejected())
                .containsExactly("findings line 2, assessment_id: missing, expected a text");
    }

    // "Order of the list: tables as above, then line, then column."
    @Test
    void theListIsInTheOrderOfTablesThenLinesThenColumns() {
        assertThat(new ElevenTables()
                        .rows("budget", "2015,income,Grant,,1")
                        .rows("families", "3", ",Melton", "1,")
                        .rows("individuals", "12,1,x,y,", "11,1,,,", "13,9,,,")
                        .rows("star_readings", "1,2015-05-02,review,,0,11,x", "1,2015-05-01,initial,,,,")
                        .rows("findings", "A1,school-absence,no", "A9,truancy,no", "A1,truancy,perhaps")
                        .rejected())
                .containsExactly(
                        "families line 4: malformed, expected 2 fields",
                        "families line 5, family_id: missing, expected a text",
                        "families line 6, family_id: duplicate, expected family_id not together in an earlier row",
                        "individuals line 4, birth_date: malformed, expected a date like 2015-04-01",
                        "individuals line 4, sex: malformed, expected one of F, M, X",
                        "individuals line 5, individual_id: duplicate,"
                                + " expected individual_id not together in an earlier row",
                        "individuals line 6, family_id: orphan, expected an id of an accepted row of families",
                        "star_readings line 3, physical-health: out-of-range, expected a whole number from 1 to 10",
                        "star_readings line 3, your-well-being: out-of-range, expected a whole number from 1 to 10",
                        "star_readings line 3, meeting-emotional-needs: malformed,"
                                + " expected a whole number from 1 to 10",
                        "star_readings line 4, family_id: duplicate,"
                                + " expected family_id, star, date, kind not together in an earlier row",
                        "findings line 3, assessment_id: duplicate,"
                                + " expected assessment_id, issue not together in an earlier row",
                        "findings line 4, assessment_id: orphan, expected an id of an accepted row of assessments",
                        "findings line 5, present: malformed, expected one of yes, no, unknown",
                        "budget line 3, year: malformed, expected a year like 2015/16");
    }

    // "A row that breaks a rule is *rejected*: left out, counted, and listed"
    @Test
    void aRejectedRowIsLeftOutOfTheTableButCountedAsRead() {
        CaseStore store = new ElevenTables()
                .rows("families", "3", ",Melton", "1,", "4,Melton")
                .read();

        assertThat(store.families()).isEqualTo(3);
        assertThat(store.quality().rowsRead()).containsEntry("families", 6L);
        assertThat(store.quality().rejected()).hasSize(3);
    }

    // "where there are no lines, the ordinal of the row + 1"
    @Test
    void theFirstRowOfAListStandsOnLine2() {
        assertThat(new ElevenTables()
                        .table(
                                "claims",
                                "family_id,scheme,claimed_on",
                                ",pbr,2016-01-02",
                                "1,pbr,2016-01-02",
                                "1,,2016-01-02")
                        .rejected())
                .containsExactly(
                        "claims line 2, family_id: missing, expected a text",
                        "claims line 4, scheme: missing, expected a text");
    }

    // "Text that could name a person is never quoted"
    @Test
    void noRejectionQuotesWhatItFound() {
        assertThat(new ElevenTables()
                        .rows("individuals", "Jo Bloggs,Jo Bloggs,Jo Bloggs,Jo Bloggs,Jo Bloggs")
                        .rows("episodes", "Jo Bloggs,1,Jo Bloggs,Jo Bloggs,Jo Bloggs,Jo Bloggs")
                        .rows("star_readings", "1,2015-05-02,review,Jo Bloggs,Jo Bloggs,Jo Bloggs,Jo Bloggs")
                        .rejected())
                .hasSize(3)
                .noneMatch(line -> line.contains("Bloggs"));
    }
}
