package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnStarAreaOrderTest {

    // "all bad scores of a reading are listed, in column order", the columns of a reading being the areas of its Star
    // in
    // the Star's own order. home-and-money is the last area of this Star; that the Family Star Plus has an area of the
    // same code must not move it.
    @Test
    void badScoresAreListedInTheOrderOfTheReadingsOwnStar() {
        assertThat(new ElevenTables()
                        .star(ElevenTables.fivePointExample())
                        .table(
                                "star_readings",
                                "family_id,date,kind,star,sleep,home-and-money",
                                "1,2015-05-01,initial,five-point-example,6,6")
                        .rejected())
                .containsExactly(
                        "star_readings line 2, sleep: out-of-range, expected a whole number from 1 to 5",
                        "star_readings line 2, home-and-money: out-of-range, expected a whole number from 1 to 5");
    }
}
