package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.store.CaseStore;
import dev.waymark.store.StoredTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRejectionTest {

    // "*Value rejections*: a malformed or out-of-range value in an optional column (`sex`, `birth_date`,
    // `followed_up_on`,
    // `amount`, an area's score) loses that value alone, which is then not recorded; it is listed like a row, and the
    // row
    // stands"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            individuals   | 22,2,,female,                            | individuals line 4, sex: malformed, expected one of F, M, X
            individuals   | 22,2,05/06/2001,,                        | individuals line 4, birth_date: malformed, expected a date like 2015-04-01
            individuals   | 22,2,1899-12-31,,                        | individuals line 4, birth_date: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            individuals   | 22,2,2101-01-01,,                        | individuals line 4, birth_date: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            incidents     | I2,2,,2015-06-02,missing-episode,never   | incidents line 3, followed_up_on: malformed, expected a date like 2015-04-01
            incidents     | I2,2,,2015-06-02,missing-episode,2101-01-01 | incidents line 3, followed_up_on: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            claims        | 2,pbr,2016-01-02,,1.234                  | claims line 3, amount: malformed, expected pounds, whole or with one or two decimals
            claims        | 2,pbr,2016-01-02,,123456789012345678901234567890 | claims line 3, amount: out-of-range, expected an amount of fewer than 16 digits
            star_readings | 2,2015-05-02,review,,0,,                 | star_readings line 3, physical-health: out-of-range, expected a whole number from 1 to 10
            star_readings | 2,2015-05-02,review,,,11,                | star_readings line 3, your-well-being: out-of-range, expected a whole number from 1 to 10
            star_readings | 2,2015-05-02,review,,-1,,                | star_readings line 3, physical-health: out-of-range, expected a whole number from 1 to 10
            star_readings | 2,2015-05-02,review,,123456789012345678901234567890,, | star_readings line 3, physical-health: out-of-range, expected a whole number from 1 to 10
            star_readings | 2,2015-05-02,review,,5.0,,               | star_readings line 3, physical-health: malformed, expected a whole number from 1 to 10
            star_readings | 2,2015-05-02,review,,,,trying            | star_readings line 3, meeting-emotional-needs: malformed, expected a whole number from 1 to 10
            """)
    void aBadValueIsListedAndItsRowStands(String table, String row, String expected) {
        ElevenTables good = new ElevenTables();
        int rows = good.read().table(table).rows();

        CaseStore store = new ElevenTables().rows(table, row).read();

        assertThat(store.quality().rejected()).extracting(Rejection::toString).containsExactly(expected);
        assertThat(store.table(table).rows()).isEqualTo(rows + 1);
    }

    @Test
    void aLostValueIsNotRecorded() {
        CaseStore store = new ElevenTables()
                .rows("individuals", "22,2,x,other,White Irish")
                .rows("incidents", "I2,2,,2015-06-02,missing-episode,x")
                .rows("claims", "2,pbr,2016-01-02,,x")
                .rows("star_readings", "2,2015-05-02,review,,x,11,7")
                .read();

        StoredTable individuals = store.table("individuals");
        // rows: 11 of family 1, then 21 and 22 of family 2
        assertThat(individuals.ids().get(2)).isEqualTo("22");
        assertThat(individuals.ints("birth_date").get(2)).isEqualTo(RowReader.NONE);
        assertThat(individuals.words("sex").get(2)).isEqualTo((byte) -1);
        assertThat(individuals
                        .dictionary("ethnicity")
                        .text(individuals.ints("ethnicity").get(2)))
                .isEqualTo("White Irish");
        assertThat(store.table("incidents").ints("followed_up_on").get(1)).isEqualTo(RowReader.NONE);
        assertThat(store.table("claims").pence("amount").get(1)).isEqualTo(RowReader.NO_AMOUNT);
        assertThat(store.table("star_readings").scores().get(1, 0)).isEqualTo(RowReader.NO_SCORE);
        assertThat(store.table("star_readings").scores().get(1, 1)).isEqualTo(RowReader.NO_SCORE);
        assertThat(store.table("star_readings").scores().get(1, 2)).isEqualTo((byte) 7);
    }

    // "all bad scores of a reading are listed, in column order": the order of the Star's areas, whatever the header's
    @Test
    void allBadScoresOfAReadingAreListedInTheOrderOfTheAreas() {
        assertThat(new ElevenTables()
                        .table(
                                "star_readings",
                                "progress-to-work,home-and-money,physical-health,kind,date,family_id",
                                "x,0,11,initial,2015-05-01,1")
                        .rejected())
                .containsExactly(
                        "star_readings line 2, physical-health: out-of-range, expected a whole number from 1 to 10",
                        "star_readings line 2, home-and-money: out-of-range, expected a whole number from 1 to 10",
                        "star_readings line 2, progress-to-work: malformed, expected a whole number from 1 to 10");
    }

    @Test
    void everyScoreOfTheScaleStands() {
        ElevenTables data = new ElevenTables().table("star_readings", "family_id,date,kind,progress-to-work");
        for (int score = 1; score <= 10; score++) {
            data.rows("star_readings", "1,2015-05-" + (score + 10) + ",review," + score);
        }
        CaseStore store = data.read();

        assertThat(store.quality().rejected()).isEmpty();
        for (int score = 1; score <= 10; score++) {
            assertThat(store.table("star_readings").scores().get(score - 1, 9)).isEqualTo((byte) score);
        }
    }

    // "(in a row that is itself rejected they are not listed besides)"
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # wrong number of fields, missing, malformed, out of range, orphan, duplicate
            star_readings | 1,2015-05-02,review,,0,11         | star_readings line 3: malformed, expected 7 fields
            star_readings | 1,,review,,0,11,x                 | star_readings line 3, date: missing, expected a date like 2015-04-01
            star_readings | 1,2015-05-02,review,none,0,11,x   | star_readings line 3, star: malformed, expected the id of a Star that has a definition
            star_readings | 1,1899-12-31,review,,0,11,x       | star_readings line 3, date: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            star_readings | 9,2015-05-02,review,,0,11,x       | star_readings line 3, family_id: orphan, expected an id of an accepted row of families
            star_readings | 1,2015-05-01,initial,,0,11,x      | star_readings line 3, family_id: duplicate, expected family_id, star, date, kind not together in an earlier row
            individuals   | ,1,x,y,                           | individuals line 4, individual_id: missing, expected a text
            individuals   | 12,9,x,y,                         | individuals line 4, family_id: orphan, expected an id of an accepted row of families
            individuals   | 11,1,x,y,                         | individuals line 4, individual_id: duplicate, expected individual_id not together in an earlier row
            incidents     | I2,1,11,2001-05-05,asb,x          | incidents line 3, date: contradiction, expected a date not before the individual's birth
            claims        | 1,pbr,2016-01-01,,x               | claims line 3, family_id: duplicate, expected family_id, scheme, claimed_on not together in an earlier row
            """)
    void badValuesOfARejectedRowAreNotListedBesides(String table, String row, String expected) {
        assertThat(new ElevenTables().rows(table, row).rejected()).containsExactly(expected);
    }

    // "Not so `closed`, `end` and `star`, where empty means something else: there the row is rejected."
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            episodes      | E2,2,ifs,2015-04-01,soon,          | episodes line 3, closed: malformed, expected a date like 2015-04-01
            episodes      | E2,2,ifs,2015-04-01,2101-01-01,    | episodes line 3, closed: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            spells        | 11,training,,2015-04-01,soon       | spells line 3, end: malformed, expected a date like 2015-04-01
            spells        | 11,training,,2015-04-01,2101-01-01 | spells line 3, end: out-of-range, expected a date from 1900-01-01 to 2100-12-31
            star_readings | 2,2015-05-02,review,none,1,1,1     | star_readings line 3, star: malformed, expected the id of a Star that has a definition
            """)
    void aRowIsRejectedForABadValueWhereEmptyMeansSomething(String table, String row, String expected) {
        CaseStore store = new ElevenTables().rows(table, row).read();

        assertThat(store.quality().rejected()).extracting(Rejection::toString).containsExactly(expected);
        assertThat(store.table(table).rows()).isEqualTo(1);
    }

    // `amount` of claims is optional, that of budget is required
    @Test
    void aBadAmountOfTheBudgetRejectsTheRow() {
        CaseStore store =
                new ElevenTables().rows("budget", "2015/16,income,Grant,,1.234").read();

        assertThat(store.quality().rejected())
                .extracting(Rejection::toString)
                .containsExactly(
                        "budget line 3, amount: malformed, expected pounds, whole or with one or two decimals");
        assertThat(store.table("budget").rows()).isEqualTo(1);
    }

    @Test
    void aLostFollowUpContradictsNothing() {
        assertThat(new ElevenTables()
                        .rows("incidents", "I2,1,11,2015-05-02,missing-episode,1899-12-31")
                        .rejected())
                .containsExactly("incidents line 3, followed_up_on: out-of-range,"
                        + " expected a date from 1900-01-01 to 2100-12-31");
    }
}
