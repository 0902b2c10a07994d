package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.ElevenTables;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseStoreReaderTest {

    @ParameterizedTest
    @CsvSource({"7, 2", "7, 3", "8, 5", "9, 64"})
    void aTableInSeveralPartsGivesTheSameAsInOne(long seed, int parts) {
        TableSource whole = RandomCases.dirty(seed, 60).shuffled().tables().source();
        List<String> expected = StoreText.of(CaseStore.read(whole));
        assertThat(expected).anyMatch(line -> line.contains(": duplicate, "));
        SplitTables split = new SplitTables(whole, parts);

        assertThat(StoreText.of(CaseStore.read(split))).isEqualTo(expected);
        assertThat(split.opened).hasValue(11 * parts);
        assertThat(split.closed).hasValue(11 * parts);
    }

    @Test
    void rowsOfAllPartsKeepTheirLines() {
        SplitTables split = new SplitTables(
                new ElevenTables()
                        .table("budget", "year,kind,line,amount", "x,,,", "x,,,", "x,,,", "x,,,", "2015/16,income,a,1")
                        .source(),
                3);

        CaseStore store = CaseStore.read(split);

        assertThat(store.quality().rejected())
                .extracting(rejection -> rejection.line())
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(store.quality().rowsRead()).containsEntry("budget", 5L);
        assertThat(store.table("budget").rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theStoreIsTheSameWhateverTheNumberOfThreads(int threads) {
        TableSource source = new SplitTables(RandomCases.dirty(10, 60).tables().source(), 3);

        List<String> expected =
                StoreText.of(new CaseStoreReader(source).threads(4).read());

        for (int round = 0; round < 5; round++) {
            assertThat(StoreText.of(new CaseStoreReader(source).threads(threads).read()))
                    .isEqualTo(expected);
        }
    }

    // "A store without any row, but with the Stars and the issues that the one to be read will have" (withoutRows)
    @Test
    void aStoreWithoutRowsHasTheStarsAndTheIssuesOfTheOneToBeRead() {
        CaseStoreReader reader = new CaseStoreReader(
                new ElevenTables().star(ElevenTables.fivePointExample()).source());

        CaseStore nothing = reader.withoutRows();
        CaseStore store = reader.read();

        assertThat(store.stars()).hasSize(2);
        assertThat(nothing.stars()).isEqualTo(store.stars());
        assertThat(nothing.taxonomy()).isSameAs(store.taxonomy());
        assertThat(nothing.families()).isZero();
        assertThat(nothing.tablesPresent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aReadingTakesAtLeastOneThread(int threads) {
        CaseStoreReader reader = new CaseStoreReader(new ElevenTables().source());

        assertThatThrownBy(() -> reader.threads(threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a reading takes at least 1 thread, not " + threads);
    }

    @Test
    void aMappingThatIsNullIsRefused() {
        CaseStoreReader reader = new CaseStoreReader(new ElevenTables().source());

        assertThatThrownBy(() -> reader.mapping(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the mapping is null");
    }

    // "These stop the run (one error, nothing written): a required table or column missing, a header column twice, ..."
    @ParameterizedTest
    @ValueSource(strings = {"families", "episodes"})
    void aRequiredTableThatIsAbsentStopsTheReading(String table) {
        ElevenTables data = new ElevenTables().without(table);

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-TABLE-MISSING: required table " + table + " is missing (tables listed by the caller)."
                        + " Add it, or map one of yours to it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "individuals",
                "star_readings",
                "assessments",
                "findings",
                "school_terms",
                "incidents",
                "spells",
                "claims",
                "budget"
            })
    void anyOtherTableMayBeAbsent(String table) {
        assertThat(new ElevenTables().without(table).read().table(table).isPresent())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            families | district                        | family_id  | family_id
            claims   | family_id,scheme,route,amount   | claimed_on | family_id, scheme, claimed_on
            claims   | family_id,scheme,Claimed_on     | claimed_on | family_id, scheme, claimed_on
            budget   | line,amount                     | year       | year, kind, line, amount
            """)
    void aRequiredColumnThatIsMissingStopsTheReading(String table, String columns, String missing, String required) {
        ElevenTables data = new ElevenTables().table(table, columns);

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-MISSING: required column " + missing + " of " + table + " is missing (" + table
                        + "). Required are: " + required + ". Its columns are: " + columns.replace(",", ", ")
                        + ". Add the column, or map one of yours to it.");
    }

    /** What others export: other separators, a title or a row of values where the names of columns belong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            family_id;district     | Its header is one column with semicolons in it, and only commas separate columns. Save it with commas.
            'family_id	district'  | Its header is one column with tabs in it, and only commas separate columns. Save it with commas.
            sep=;                  | Its header is one column with semicolons in it, and only commas separate columns. Save it with commas.
            sep=,                  | Its columns are: sep=, one without a name. Add the column, or map one of yours to it.
            Our families,,         | Its columns are: Our families, one without a name. Add the column, or map one of yours to it.
            1,Blaby                | Its header looks like a row of values. Put the names of the columns into the first line.
            Family_ID,District     | Its columns are: Family_ID, District. Add the column, or map one of yours to it.
            """)
    void aHeaderWithoutARequiredColumnIsShownUnlessItIsNone(String header, String message) {
        ElevenTables data = new ElevenTables().table("families", header);

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-MISSING: required column family_id of families is missing (families). Required"
                        + " are: family_id. " + message);
    }

    // a birth date in an error would be that of a person
    @Test
    void aRowOfValuesInThePlaceOfAHeaderIsNotQuoted() {
        ElevenTables data = new ElevenTables().table("individuals", "P,F,2001-05-06,Smith");

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-MISSING: required column individual_id of individuals is missing (individuals)."
                        + " Required are: individual_id, family_id. Its header looks like a row of values. Put the names"
                        + " of the columns into the first line.");
    }

    @Test
    void aColumnThatStandsTwiceStopsTheReading() {
        ElevenTables data = new ElevenTables().table("families", "family_id,district,district");

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-TWICE: column district stands twice in the header (families)."
                        + " Leave one of them out or rename it.");
    }

    @Test
    void anUnknownColumnThatStandsTwiceStopsTheReading() {
        ElevenTables data = new ElevenTables().table("budget", "year,kind,line,amount,note,note");

        assertThatThrownBy(data::read)
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-COLUMN-TWICE: column note stands twice in the header (budget)."
                        + " Leave one of them out or rename it.");
    }

    @Test
    void headersOfAllTablesAreCheckedBeforeAnyRowIsRead() {
        TableSource source =
                failingIn("families", new ElevenTables().table("budget", "year").source());

        assertThatThrownBy(() -> CaseStore.read(source))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-COLUMN-MISSING: required column kind of budget is missing (budget).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"families", "episodes", "individuals", "findings", "budget"})
    void whatTheSourceThrowsIsThrownAsItIs(String table) {
        TableSource source = failingIn(table, new ElevenTables().source());

        assertThatThrownBy(() -> CaseStore.read(source))
                .isExactlyInstanceOf(WaymarkException.class)
                .hasMessage("WM-CSV: unclosed quote (" + table + ".csv line 7). Close it.");
    }

    /** A source that has one table of which it cannot read a row. */
    private static TableSource failingIn(String failing, TableSource source) {
        return new TableSource() {
            @Override
            public Optional<SourceTable> table(String name) {
                return source.table(name).map(table -> name.equals(failing) ? broken(table) : table);
            }

            @Override
            public SourceTable mappedTable(String mapped) {
                return source.mappedTable(mapped);
            }

            private SourceTable broken(SourceTable table) {
                return new SourceTable() {
                    @Override
                    public String place() {
                        return failing + ".csv";
                    }

                    @Override
                    public List<String> columns() {
                        return table.columns();
                    }

                    @Override
                    public List<RowCursor> parts() {
                        return List.of(new RowCursor() {
                            @Override
                            public boolean next(Row row) {
                                throw new WaymarkException(
                                        "WM-CSV", "unclosed quote (" + failing + ".csv line 7). Close it.");
                            }

                            @Override
                            public void close() {}
                        });
                    }
                };
            }
        };
    }

    @Test
    void theProgressAddsUpToTheRowsOfEachTable() {
        ElevenTables data = new ElevenTables();
        String[] more = new String[40_000];
        java.util.Arrays.fill(more, "2015/16,income,Grant,,1");
        Map<String, Long> seen = new ConcurrentHashMap<>();

        new CaseStoreReader(data.rows("budget", more).source())
                .progress((table, rows) -> seen.merge(table, rows, Long::sum))
                .read();

        assertThat(seen)
                .containsEntry("budget", 40_001L)
                .containsEntry("families", 2L)
                .hasSize(11);
    }
}
