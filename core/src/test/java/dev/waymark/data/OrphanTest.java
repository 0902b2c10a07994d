package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphanTest {

    // "`orphan` | refers to an id that no accepted row has | that column"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            individuals   | 12,9,,,                     | individuals line 4, family_id: orphan, expected an id of an accepted row of families
            episodes      | E2,9,ifs,2015-04-01,,       | episodes line 3, family_id: orphan, expected an id of an accepted row of families
            star_readings | 9,2015-05-02,review,,,,     | star_readings line 3, family_id: orphan, expected an id of an accepted row of families
            assessments   | A2,9,,2015-05-02,review     | assessments line 3, family_id: orphan, expected an id of an accepted row of families
            assessments   | A2,1,99,2015-05-02,review   | assessments line 3, individual_id: orphan, expected an id of an accepted row of individuals
            findings      | A9,truancy,no               | findings line 3, assessment_id: orphan, expected an id of an accepted row of assessments
            school_terms  | 99,2015-04-01,1,1,1,1       | school_terms line 3, individual_id: orphan, expected an id of an accepted row of individuals
            incidents     | I2,9,,2015-06-02,asb,       | incidents line 3, family_id: orphan, expected an id of an accepted row of families
            incidents     | I2,1,99,2015-06-02,asb,     | incidents line 3, individual_id: orphan, expected an id of an accepted row of individuals
            spells        | 99,training,,2015-06-02,    | spells line 3, individual_id: orphan, expected an id of an accepted row of individuals
            claims        | 9,pbr,2016-01-02,,          | claims line 3, family_id: orphan, expected an id of an accepted row of families
            """)
    void aRowThatRefersToAnIdThatNoRowHasIsRejected(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    // "Ids are opaque text, unique in their table, case-sensitive."
    @Test
    void anIdInAnotherCaseIsAnotherId() {
        assertThat(new ElevenTables().rows("findings", "a1,truancy,no").rejected())
                .containsExactly(
                        "findings line 3, assessment_id: orphan, expected an id of an accepted row of assessments");
    }

    @Test
    void anIdWithALeadingZeroIsAnotherId() {
        assertThat(new ElevenTables().rows("claims", "01,pbr,2016-01-02,,").rejected())
                .containsExactly("claims line 3, family_id: orphan, expected an id of an accepted row of families");
    }

    // "refers to an id that no accepted row has": the row is there, and was rejected
    @Test
    void aRowThatRefersToARejectedRowIsRejected() {
        assertThat(new ElevenTables()
                        .rows("families", "3")
                        .rows("individuals", "31,3,,,")
                        .rows("school_terms", "31,2015-04-01,1,1,1,1")
                        .rows("assessments", "A2,1,21,2015-05-02,review")
                        .rows("findings", "A2,truancy,no")
                        .rejected())
                .containsExactly(
                        "families line 4: malformed, expected 2 fields",
                        "individuals line 4, family_id: orphan, expected an id of an accepted row of families",
                        "assessments line 3, individual_id: contradiction, expected an individual of the row's family",
                        "findings line 3, assessment_id: orphan, expected an id of an accepted row of assessments",
                        "school_terms line 3, individual_id: orphan,"
                                + " expected an id of an accepted row of individuals");
    }

    @Test
    void aRowThatRefersToAnIdOfWhichOneRowWasAcceptedStands() {
        // family 1 has an accepted row beside the rejected duplicate of it
        assertThat(new ElevenTables()
                        .rows("families", "1,Melton")
                        .rows("claims", "1,pbr,2016-01-02,,")
                        .rejected())
                .containsExactly(
                        "families line 4, family_id: duplicate, expected family_id not together in an earlier row");
    }

    @Test
    void everyRowIsAnOrphanWhereTheTableItRefersToIsAbsent() {
        assertThat(new ElevenTables().without("individuals").rejected())
                .containsExactly(
                        "assessments line 2, individual_id: orphan,"
                                + " expected an id of an accepted row of individuals",
                        "findings line 2, assessment_id: orphan, expected an id of an accepted row of assessments",
                        "school_terms line 2, individual_id: orphan,"
                                + " expected an id of an accepted row of individuals",
                        "incidents line 2, individual_id: orphan,"
                                + " expected an id of an accepted row of individuals",
                        "spells line 2, individual_id: orphan," + " expected an id of an accepted row of individuals");
    }

    @Test
    void aRowThatNamesNobodyStandsWhereTheTableOfIndividualsIsAbsent() {
        assertThat(new ElevenTables()
                        .without("individuals")
                        .without("school_terms")
                        .without("spells")
                        .table(
                                "assessments",
                                "assessment_id,family_id,individual_id,date,kind",
                                "A1,1,,2015-05-01,initial")
                        .table("incidents", "incident_id,family_id,date,kind", "I1,1,2015-05-01,asb")
                        .rejected())
                .isEmpty();
    }

    @Test
    void anAnswerIsAnOrphanWhereTheTableOfFormsIsAbsent() {
        assertThat(new ElevenTables().without("assessments").rejected())
                .containsExactly(
                        "findings line 2, assessment_id: orphan, expected an id of an accepted row of assessments");
    }
}
