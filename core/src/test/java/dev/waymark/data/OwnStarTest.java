package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "A Star is a definition in data: five-point Stars or Stars with eight areas need no code." */
class OwnStarTest {

    private static final String COLUMNS =
            "family_id,date,kind,star,sleep,meals,play,reading-together,neighbours,garden,"
                    + "getting-about,home-and-money,physical-health";

    private static ElevenTables readings(String... rows) {
        return new ElevenTables().star(ElevenTables.fivePointExample()).table("star_readings", COLUMNS, rows);
    }

    @Test
    void scoresOfTheDataSetsOwnStarAreKeptInTheOrderOfItsAreas() {
        CaseStore store = readings("1,2015-05-01,initial,five-point-example,1,2,3,4,5,,1,2,")
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.stars()).extracting(Star::id).containsExactly("family-star-plus", "five-point-example");
        assertThat(store.table("star_readings").words("star").get(0)).isEqualTo((byte) 1);
        byte[] expected = {1, 2, 3, 4, 5, RowReader.NO_SCORE, 1, 2};
        for (int area = 0; area < expected.length; area++) {
            assertThat(store.table("star_readings").scores().get(0, area)).isEqualTo(expected[area]);
        }
    }

    // "A score outside the Star's scale is `out-of-range`": 6 is one of the Family Star Plus, not of five points
    @Test
    void eachReadingIsHeldAgainstTheScaleOfItsOwnStar() {
        assertThat(readings(
                                "1,2015-05-01,initial,five-point-example,0,6,5,1,x,,,5,",
                                "1,2015-05-01,initial,family-star-plus,,,,,,,,6,10",
                                "1,2015-05-02,review,,,,,,,,,11,0")
                        .rejected())
                .containsExactly(
                        "star_readings line 2, sleep: out-of-range, expected a whole number from 1 to 5",
                        "star_readings line 2, meals: out-of-range, expected a whole number from 1 to 5",
                        "star_readings line 2, neighbours: malformed, expected a whole number from 1 to 5",
                        "star_readings line 4, physical-health: out-of-range, expected a whole number from 1 to 10",
                        "star_readings line 4, home-and-money: out-of-range, expected a whole number from 1 to 10");
    }

    // "star reading: family, star, date, kind"
    @Test
    void readingsOfTwoStarsOnOneDayAreNoDuplicates() {
        assertThat(readings(
                                "1,2015-05-01,initial,five-point-example,1,,,,,,,,",
                                "1,2015-05-01,initial,,,,,,,,,1,",
                                "1,2015-05-01,initial,five-point-example,2,,,,,,,,")
                        .rejected())
                .containsExactly("star_readings line 4, family_id: duplicate,"
                        + " expected family_id, star, date, kind not together in an earlier row");
    }

    // "`star` (empty or no column = `family-star-plus`)"
    @Test
    void aReadingWithoutAStarIsOneOfTheFamilyStarPlus() {
        for (String header :
                List.of("family_id,date,kind,physical-health", "family_id,date,kind,physical-health,star")) {
            CaseStore store = new ElevenTables()
                    .star(ElevenTables.fivePointExample())
                    .table("star_readings", header, "1,2015-05-01,initial,9" + (header.endsWith("star") ? "," : ""))
                    .read();

            assertThat(store.quality().rejected()).isEmpty();
            assertThat(store.stars()
                            .get(store.table("star_readings").words("star").get(0))
                            .id())
                    .isEqualTo("family-star-plus");
            assertThat(store.table("star_readings").scores().get(0, 0)).isEqualTo((byte) 9);
        }
    }

    @Test
    void aStarHandedToTheReaderIsKnownToo() {
        CaseStore store = new CaseStoreReader(new ElevenTables()
                        .rows("star_readings", "1,2015-05-01,initial,five-point-example,,,")
                        .source())
                .stars(List.of(ElevenTables.fivePointExample()))
                .read();

        assertThat(store.quality().rejected()).isEmpty();
    }

    @Test
    void aStarWithTheIdOfAKnownOneTakesItsPlace() {
        Star wider = Star.read(Definition.parse("wider.json", """
                {"format": "waymark-star/1", "id": "five-point-example", "version": "2", "title": "Wider",
                 "areas": [{"code": "sleep", "title": "Sleep"}], "minScore": 1, "maxScore": 7, "threshold": 3,
                 "stages": [{"code": "all", "title": "All", "from": 1, "to": 7,
                             "inProgressBase": true, "littleOrNoSupport": true, "atLeastTrying": true}]}
                """));

        CaseStore store = new CaseStoreReader(readings("1,2015-05-01,initial,five-point-example,7,,,,,,,,")
                        .source())
                .stars(List.of(wider))
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.stars())
                .extracting(Star::toString)
                .containsExactly("family-star-plus 1", "five-point-example 2");
    }

    // which of the two would count depends on their order, which nobody chose
    @Test
    void twoStarsOfOneListWithOneIdAreRefused() {
        ElevenTables data = new ElevenTables()
                .star(ElevenTables.fivePointExample())
                .star(star("five-point-example", "sleep", "Wider"));

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-DEFINITION: two Stars have the id five-point-example: Five-point example, version 1, and"
                                + " Wider, version 2. Leave one of them out, or give it an id of its own.");
    }

    /** A reading's Star is a place of 127; the Family Star Plus has one. */
    @Test
    void moreStarsThanAReadingCanNameAreRefused() {
        List<Star> many = IntStream.range(0, 127)
                .mapToObj(i -> star("star-" + i, "sleep", "Wider"))
                .toList();
        CaseStoreReader reader = new CaseStoreReader(new ListedTables());

        assertThat(reader.stars(many.subList(0, 126)).withoutRows().stars()).hasSize(127);
        assertThatThrownBy(() -> reader.stars(many))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: there are 128 Stars. A data set can have 127. Leave out those that no"
                        + " reading is of.");
    }

    @Test
    void aStarOfTheDataSetMayTakeThePlaceOfTheOneThatShips() {
        CaseStore store = new ElevenTables()
                .star(star("family-star-plus", "sleep", "Wider"))
                .table("star_readings", "family_id,date,kind,sleep", "1,2015-05-01,initial,7")
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.stars()).extracting(Star::toString).containsExactly("family-star-plus 2");
    }

    // "then one column per area, named by the area's code": beside family_id, date, kind and star
    @ParameterizedTest
    @ValueSource(strings = {"date", "kind", "star"})
    void anAreaNamedLikeAnotherColumnOfReadingsIsRefused(String column) {
        ElevenTables data = new ElevenTables().star(star("anytown-star", column, "Anytown Star"));

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: area " + column + " of the Star anytown-star has the name of another column"
                        + " of star_readings. Give it another code.");
    }

    /** One area, scores 1 to 7. */
    private static Star star(String id, String area, String title) {
        return Star.read(Definition.parse("star.json", """
                {"format": "waymark-star/1", "id": "%s", "version": "2", "title": "%s",
                 "areas": [{"code": "%s", "title": "Area"}], "minScore": 1, "maxScore": 7, "threshold": 3,
                 "stages": [{"code": "all", "title": "All", "from": 1, "to": 7,
                             "inProgressBase": true, "littleOrNoSupport": true, "atLeastTrying": true}]}
                """.formatted(id, title, area)));
    }
}
