package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.store.CaseStore;
import org.junit.jupiter.api.Test;

class ListedTablesTest {

    @Test
    void rowsGoIntoTheTableNamedLast() {
        CaseStore store = CaseStore.read(new ListedTables()
                .table("families", "family_id")
                .row("1")
                .row("2")
                .table("episodes", "episode_id", "family_id", "service", "opened")
                .row("E1", "2", "ifs", "2015-04-01"));

        assertThat(store.families()).isEqualTo(2);
        assertThat(store.table("episodes").rows()).isEqualTo(1);
    }

    @Test
    void aRowBeforeAnyTableIsRefused() {
        assertThatThrownBy(() -> new ListedTables().row("1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no table was started");
    }

    @Test
    void aCellThatIsNullIsRefusedByTableAndColumn() {
        ListedTables source = new ListedTables().table("families", "family_id", "district");

        assertThatThrownBy(() -> source.row("1", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("district of a row of families is null; not recorded is an empty text");
    }

    // a table that nothing reads would be left out without a word
    @Test
    void aTableThatTheFormatDoesNotHaveIsRefused() {
        ListedTables source = new ListedTables();

        assertThatThrownBy(() -> source.table("star_reading", "family_id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no table star_reading; the tables are families, individuals, episodes, star_readings,"
                        + " assessments, findings, school_terms, incidents, spells, claims, budget. One of another name,"
                        + " which a mapping names, is started with ownTable");
    }

    @Test
    void aTableThatWasNotListedIsAbsent() {
        assertThat(new ListedTables().table("families")).isEmpty();
    }

    // "These stop the run: ... a field over 1 MiB" (docs/data-format.md), whatever the source
    @Test
    void aValueOverAMebibyteStopsTheReading() {
        ListedTables tables = new ListedTables()
                .table("families", "family_id", "district")
                .row("1", "\u00e9".repeat(1 << 19))
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed");

        assertThat(CaseStore.read(tables).families()).isEqualTo(1);
        ListedTables longer = new ListedTables()
                .table("families", "family_id", "district")
                .row("1", "\u00e9".repeat(1 << 19) + "x")
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed");
        assertThatThrownBy(() -> CaseStore.read(longer))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(
                        "WM-FIELD: a value of column district is longer than 1 MiB (families line 2). Shorten it, or"
                                + " leave the column out.");
    }

    @Test
    void aTableThatIsStartedAgainIsRefused() {
        ListedTables tables = new ListedTables().table("families", "family_id").row("1");

        assertThatThrownBy(() -> tables.table("families", "family_id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table families was started before. Add all of its rows before another is started.");
    }
}
