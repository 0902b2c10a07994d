package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.DataFormat;
import dev.waymark.data.ElevenTables;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TextOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseStoreTest {

    @Test
    void rowsOfOneFamilyAreOrderedByDateAndThenIdByCodePoint() {
        String face = Character.toString(0x1F600);
        CaseStore store = new ElevenTables()
                .rows(
                        "episodes",
                        face + ",1,ifs,2015-04-07,,",
                        "\uFFFD,1,ifs,2015-04-07,,",
                        "E9,2,ifs,2015-04-07,,",
                        "E10,1,ifs,2015-04-07,,",
                        "z,1,ifs,2015-04-06,,")
                .read();

        StoredTable episodes = store.table("episodes");
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < episodes.rows(); row++) {
            ids.add(episodes.ids().get(row));
        }
        assertThat(ids).containsExactly("z", "E1", "E10", "\uFFFD", face, "E9");
        assertThat(episodes.firstRow(0)).isZero();
        assertThat(episodes.endRow(0)).isEqualTo(5);
        assertThat(episodes.firstRow(1)).isEqualTo(5);
        assertThat(episodes.endRow(1)).isEqualTo(6);
    }

    @Test
    void textsOfAColumnAreOrderedByCodePoint() {
        String face = Character.toString(0x1F600);
        CaseStore store = new ElevenTables()
                .rows("families", "3," + face, "4,\uFFFD", "5,blaby", "6,")
                .read();

        assertThat(store.table("families").dictionary("district").texts())
                .containsExactly("Blaby", "Harborough", "blaby", "\uFFFD", face);
    }

    // "A row that breaks a rule is *rejected*: left out": what it says is no text of the data
    @Test
    void textsOfRejectedRowsAreNoTextsOfAColumn() {
        CaseStore store = new ElevenTables()
                .rows("families", "1,Ashby", "3,Melton", "1,Zouch", ",Oadby")
                .rows(
                        "episodes",
                        "E1,1,advice,2015-04-01,,",
                        "E2,1,outreach,2015-04-02,2015-04-01,",
                        "E3,1,ifs,2015-04-01,,")
                .rows("spells", "21,training,,2015-01-01,", "21,training,UC,2015-01-01,2014-12-31")
                .read();

        StoredTable families = store.table("families");
        assertThat(families.dictionary("district").texts()).containsExactly("Blaby", "Harborough", "Melton");
        assertThat(families.ints("district").get(2)).isEqualTo(2);
        assertThat(store.table("episodes").dictionary("service").texts())
                .containsExactly("ifs", "intensive-family-support");
        // E3 was opened before E1
        assertThat(store.table("episodes").ints("service").get(0)).isZero();
        assertThat(store.table("episodes").ints("service").get(1)).isEqualTo(1);
        assertThat(store.table("spells").dictionary("type").texts()).isEmpty();
    }

    @Test
    void readingsOfOneFamilyAreOrderedByStarThenDateThenKind() {
        CaseStore store = new ElevenTables()
                .star(ElevenTables.fivePointExample())
                .table(
                        "star_readings",
                        "family_id,date,kind,star,physical-health,sleep",
                        "1,2015-05-02,closure,,1,",
                        "1,2015-05-01,closure,five-point-example,,2",
                        "1,2015-05-02,initial,,3,",
                        "1,2015-05-01,review,,4,",
                        "1,2015-05-02,review,,5,",
                        "1,2015-05-01,initial,five-point-example,,1")
                .read();

        ByteColumn scores = store.table("star_readings").scores();
        assertThat(List.of(
                        scores.get(0, 0),
                        scores.get(1, 0),
                        scores.get(2, 0),
                        scores.get(3, 0),
                        scores.get(4, 0),
                        scores.get(5, 0)))
                .containsExactly((byte) 4, (byte) 3, (byte) 5, (byte) 1, (byte) 1, (byte) 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowsOfOneOwnerStandTogetherAndTheRowsOfAllOwnersAreTheTable(long seed) {
        CaseStore store = RandomCases.dirty(seed, 150).shuffled().tables().read();

        for (TableFormat format : DataFormat.CURRENT.tables()) {
            if (format.owner().isEmpty() || format.name().equals("findings")) {
                continue;
            }
            ColumnFormat owner = format.columns().get(format.owner().get());
            StoredTable table = store.table(format.name());
            int owners = store.table(owner.refersTo()).rows();
            int next = 0;
            for (int o = 0; o < owners; o++) {
                assertThat(table.firstRow(o)).isEqualTo(next);
                for (; next < table.endRow(o); next++) {
                    assertThat(table.ints(owner.name()).get(next)).isEqualTo(o);
                }
            }
            assertThat(next).isEqualTo(table.rows()).isPositive();
        }
        assertThat(StoreText.rows(store, "findings"))
                .hasSize(store.table("findings").rows())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void theCaseOfAFamilyIsTheSameWhateverTheOrderOfTheRows(long seed) {
        RandomCases cases = RandomCases.clean(seed, 120);
        CaseStore store = cases.tables().read();
        assertThat(store.quality().rejected()).isEmpty();

        CaseStore shuffled = cases.shuffled().tables().read();

        assertThat(shuffled.quality().rejected()).isEmpty();
        assertThat(casesOf(shuffled)).isEqualTo(casesOf(store));
        assertThat(StoreText.rows(shuffled, "budget"))
                .containsExactlyInAnyOrderElementsOf(StoreText.rows(store, "budget"));
    }

    /** The lines of each family's case, each table in the order of the store, families in the order of their ids. */
    private static Map<String, List<String>> casesOf(CaseStore store) {
        Map<String, List<String>> rows = new HashMap<>();
        DataFormat.CURRENT.tables().forEach(table -> rows.put(table.name(), StoreText.rows(store, table.name())));
        Map<String, List<String>> cases = new TreeMap<>(TextOrder.A_TO_Z);
        for (int family = 0; family < store.families(); family++) {
            List<String> lines = new ArrayList<>();
            lines.add(rows.get("families").get(family));
            for (String name :
                    List.of("individuals", "episodes", "star_readings", "assessments", "incidents", "claims")) {
                StoredTable table = store.table(name);
                for (int row = table.firstRow(family); row < table.endRow(family); row++) {
                    lines.add(rows.get(name).get(row));
                    if (name.equals("assessments")) {
                        lines.addAll(StoreText.answers(store, row));
                    }
                    for (String child : CHILDREN.getOrDefault(name, List.of())) {
                        StoredTable of = store.table(child);
                        lines.addAll(rows.get(child).subList(of.firstRow(row), of.endRow(row)));
                    }
                }
            }
            cases.put(store.table("families").ids().get(family), lines);
        }
        return cases;
    }

    private static final Map<String, List<String>> CHILDREN = Map.of("individuals", List.of("school_terms", "spells"));

    // more rows of one family than are sorted by insertion, with duplicates far from each other
    @Test
    void ofManyRowsOfOneFamilyTheEarlierOfTwoDuplicatesStands() {
        List<String> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int day = 28; day > 0; day--) {
            String date = "2015-02-" + (day < 10 ? "0" : "") + day;
            rows.add("1,pbr," + date + ",," + day);
            rows.add("1,pbr," + date + ",," + (100 + day));
            expected.add(day + "00");
        }
        Collections.reverse(expected);

        CaseStore store = new ElevenTables()
                .table("claims", "family_id,scheme,claimed_on,route,amount", rows.toArray(String[]::new))
                .read();

        List<String> amounts = new ArrayList<>();
        for (int row = 0; row < store.table("claims").rows(); row++) {
            amounts.add(Long.toString(store.table("claims").pence("amount").get(row)));
        }
        assertThat(amounts).isEqualTo(expected);
        assertThat(store.quality().rejected()).hasSize(28).allMatch(rejection -> rejection.line() % 2 == 1);
    }

    @Test
    void anAbsentTableIsThereWithoutRows() {
        CaseStore store = new ElevenTables()
                .without("claims")
                .without("assessments")
                .without("findings")
                .read();

        assertThat(store.table("claims").isPresent()).isFalse();
        assertThat(store.table("claims").rows()).isZero();
        assertThat(store.table("claims").firstRow(1)).isZero();
        assertThat(store.table("claims").endRow(1)).isZero();
        assertThat(store.table("findings").rows()).isZero();
        assertThat(store.table("episodes").isPresent()).isTrue();
    }

    @Test
    void aTableThatTheFormatDoesNotHaveIsABugOfTheCaller() {
        CaseStore store = new ElevenTables().read();

        assertThatThrownBy(() -> store.table("visits"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no table visits");
        assertThatThrownBy(() -> store.table("claims").ids())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows of claims have no id");
        assertThatThrownBy(() -> store.table("claims").dictionary("amount"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("claims.amount is not text");
        assertThatThrownBy(() -> store.table("claims").ints("pounds"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table claims has no column pounds");
    }

    @Test
    void aStoreWithMoreRecordsTakesMoreMemory() {
        long few = new ElevenTables().read().bytes();
        long more = new ElevenTables().rows("families", "3,Blaby").read().bytes();

        assertThat(few).isPositive();
        assertThat(more).isGreaterThan(few);
    }

    @Test
    void idIsFoundWhereverItStandsAndWhateverItsLength() {
        String face = Character.toString(0x1F600);
        List<String> ids = List.of("3", "33", "family-of-19-letters", "family-of-20-letterss", face, "44", "?");
        ElevenTables tables = new ElevenTables();
        ids.forEach(id -> tables.rows("families", id + ","));
        TextColumn families = tables.read().table("families").ids();

        for (String id : ids) {
            assertThat(families.get(families.find(id).orElseThrow())).isEqualTo(id);
        }
        for (String other :
                List.of("", "333", "4", "family-of-19-letter", "family-of-18-letters", "\uFFFD", "\uD800")) {
            assertThat(families.find(other)).as(other).isEmpty();
        }
        assertThat(new TextColumn().find("")).isEmpty();
    }
}
