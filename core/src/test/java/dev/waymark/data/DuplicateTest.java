package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.store.CaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateTest {

    // "`duplicate` | an accepted earlier row has the same identity: the id; star reading: family, star, date, kind;
    // finding: assessment, issue; school term: individual, term_end; spell: individual, kind, type, start; claim:
    // family,
    // scheme, claimed_on | the first identity column"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families      | 1,Melton                           | families line 4, family_id: duplicate, expected family_id not together in an earlier row
            individuals   | 11,2,1999-01-01,M,                 | individuals line 4, individual_id: duplicate, expected individual_id not together in an earlier row
            episodes      | E1,2,parenting,2016-04-01,,        | episodes line 3, episode_id: duplicate, expected episode_id not together in an earlier row
            star_readings | 1,2015-05-01,initial,,9,9,9        | star_readings line 3, family_id: duplicate, expected family_id, star, date, kind not together in an earlier row
            star_readings | 1,2015-05-01,INITIAL,family-star-plus,9,9,9 | star_readings line 3, family_id: duplicate, expected family_id, star, date, kind not together in an earlier row
            assessments   | A1,2,,2016-05-02,review            | assessments line 3, assessment_id: duplicate, expected assessment_id not together in an earlier row
            findings      | A1,school-absence,no               | findings line 3, assessment_id: duplicate, expected assessment_id, issue not together in an earlier row
            school_terms  | 11,2015-07-20,1,1,1,1              | school_terms line 3, individual_id: duplicate, expected individual_id, term_end not together in an earlier row
            incidents     | I1,2,,2016-06-02,asb,              | incidents line 3, incident_id: duplicate, expected incident_id not together in an earlier row
            spells        | 21,training,,2015-01-01,2015-02-01 | spells line 3, individual_id: duplicate, expected individual_id, kind, type, start not together in an earlier row
            claims        | 1,pbr,2016-01-01,progress,1.00     | claims line 3, family_id: duplicate, expected family_id, scheme, claimed_on not together in an earlier row
            """)
    void aRowWithTheIdentityOfAnEarlierOneIsRejected(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # another family, date or kind
            star_readings | 2,2015-05-01,initial,,9,9,9
            star_readings | 1,2015-05-02,initial,,9,9,9
            star_readings | 1,2015-05-01,review,,9,9,9
            # another form or issue
            findings      | A1,truancy,yes
            findings      | A1,Rent-arrears,yes
            # another person or term
            school_terms  | 21,2015-07-20,120,10,2,0
            school_terms  | 11,2015-07-21,120,10,2,0
            # another person, kind, type or start
            spells        | 11,training,,2015-01-01,
            spells        | 21,employment,,2015-01-01,
            spells        | 21,training,college,2015-01-01,
            spells        | 21,training,,2015-01-02,
            # another family, scheme or day
            claims        | 2,pbr,2016-01-01,employment,800.00
            claims        | 1,other,2016-01-01,employment,800.00
            claims        | 1,pbr,2016-01-02,employment,800.00
            # "no identity: each row counts"
            budget        | 2015/16,income,Grant,County,100
            """)
    void aRowThatDiffersInOnePartOfTheIdentityStands(String table, String row) {
        CaseStore store = new ElevenTables().rows(table, row).read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.table(table).rows()).isEqualTo(2);
    }

    // "unique in their table": tables may share an id
    @Test
    void anIdOfAnotherTableIsNoDuplicate() {
        assertThat(new ElevenTables()
                        .rows("families", "11,")
                        .rows("episodes", "A1,1,ifs,2015-04-01,,")
                        .rows("incidents", "E1,1,,2015-06-02,asb,")
                        .rejected())
                .isEmpty();
    }

    @Test
    void theEarliestOfSeveralRowsOfOneIdentityStandsAndTheOthersAreListed() {
        CaseStore store = new ElevenTables()
                .rows(
                        "claims",
                        "2,pbr,2016-01-01,,5",
                        "1,pbr,2016-01-01,,1",
                        "2,pbr,2016-01-01,,6",
                        "1,pbr,2016-01-01,,2")
                .read();

        String expected = "family_id: duplicate, expected family_id, scheme, claimed_on not together in an earlier row";
        assertThat(store.quality().rejected())
                .extracting(Rejection::toString)
                .containsExactly(
                        "claims line 4, " + expected, "claims line 5, " + expected, "claims line 6, " + expected);
        assertThat(store.table("claims").rows()).isEqualTo(2);
        assertThat(store.table("claims").pence("amount").get(0)).isEqualTo(80000);
        assertThat(store.table("claims").pence("amount").get(1)).isEqualTo(500);
    }

    // "an *accepted* earlier row has the same identity"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families      | 3                                | 3,Melton                           | families line 4: malformed, expected 2 fields
            individuals   | 12,9,,,                          | 12,1,,,                            | individuals line 4, family_id: orphan, expected an id of an accepted row of families
            episodes      | E2,1,ifs,2015-04-01,2015-03-31,  | E2,1,ifs,2015-04-01,2015-04-01,    | episodes line 3, closed: contradiction, expected closed on or after opened
            star_readings | 1,2015-05-02,review,none,1,1,1   | 1,2015-05-02,review,,1,1,1         | star_readings line 3, star: malformed, expected the id of a Star that has a definition
            assessments   | A2,2,11,2015-05-02,review        | A2,1,11,2015-05-02,review          | assessments line 3, individual_id: contradiction, expected an individual of the row's family
            findings      | A1,truancy,perhaps               | A1,truancy,yes                     | findings line 3, present: malformed, expected one of yes, no, unknown
            school_terms  | 11,2015-04-01,10,11,0,0          | 11,2015-04-01,11,10,0,0            | school_terms line 3, sessions_absent: contradiction, expected sessions_absent not over sessions_possible
            incidents     | I2,1,11,2001-05-05,asb,          | I2,1,11,2015-05-05,asb,            | incidents line 3, date: contradiction, expected a date not before the individual's birth
            spells        | 11,training,,2015-02-01,2015-01-31 | 11,training,,2015-02-01,2015-02-01 | spells line 3, end: contradiction, expected end on or after start
            claims        | 1,pbr,2101-01-01,,               | 1,pbr,2100-12-31,,                 | claims line 3, claimed_on: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            """)
    void aRowWithTheIdentityOfARejectedOneStands(String table, String rejected, String row, String expected) {
        assertThat(new ElevenTables().rows(table, rejected, row).rejected()).containsExactly(expected);
    }

    @Test
    void theFirstAcceptedRowIsTheOneThatLaterRowsDuplicate() {
        // line 3 contradicts itself, line 4 is the first accepted, line 5 its duplicate (though contradictory too)
        CaseStore store = new ElevenTables()
                .rows(
                        "school_terms",
                        "11,2015-04-01,10,11,0,0",
                        "11,2015-04-01,10,9,0,0",
                        "11,2015-04-01,10,12,0,0",
                        "11,2015-04-01,10,8,0,0")
                .read();

        assertThat(store.quality().rejected())
                .extracting(Rejection::toString)
                .containsExactly(
                        "school_terms line 3, sessions_absent: contradiction,"
                                + " expected sessions_absent not over sessions_possible",
                        "school_terms line 5, individual_id: duplicate,"
                                + " expected individual_id, term_end not together in an earlier row",
                        "school_terms line 6, individual_id: duplicate,"
                                + " expected individual_id, term_end not together in an earlier row");
        assertThat(store.table("school_terms").ints("sessions_absent").get(0)).isEqualTo(9);
    }

    @Test
    void theFirstAcceptedRowOfAnIdIsTheOneThatLaterRowsDuplicate() {
        CaseStore store = new ElevenTables()
                .rows(
                        "episodes",
                        "E2,1,first,2015-04-01,2015-03-31,",
                        "E2,1,second,2015-04-01,,",
                        "E2,1,third,2015-04-01,2015-03-31,",
                        "E2,1,fourth,2015-04-01,,")
                .read();

        assertThat(store.quality().rejected())
                .extracting(Rejection::toString)
                .containsExactly(
                        "episodes line 3, closed: contradiction, expected closed on or after opened",
                        "episodes line 5, episode_id: duplicate, expected episode_id not together in an earlier row",
                        "episodes line 6, episode_id: duplicate, expected episode_id not together in an earlier row");
        // opened before the first row's episode of the same family
        assertThat(store.table("episodes")
                        .dictionary("service")
                        .text(store.table("episodes").ints("service").get(0)))
                .isEqualTo("second");
    }
}
