package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.store.CaseStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElevenTablesTest {

    @Test
    void everyRowOfTheDataSetThatTheTestsStartFromStands() {
        CaseStore store = new ElevenTables().read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().notices()).isEmpty();
        assertThat(store.quality().rowsRead())
                .containsExactly(
                        Map.entry("families", 2L),
                        Map.entry("individuals", 2L),
                        Map.entry("episodes", 1L),
                        Map.entry("star_readings", 1L),
                        Map.entry("assessments", 1L),
                        Map.entry("findings", 1L),
                        Map.entry("school_terms", 1L),
                        Map.entry("incidents", 1L),
                        Map.entry("spells", 1L),
                        Map.entry("claims", 1L),
                        Map.entry("budget", 1L));
    }

    @Test
    void aTableThatIsAbsentIsNotOneThatIsThereWithoutRows() {
        // "A table that is not there is *absent* ... A table with a header and no rows is there and empty."
        CaseStore store = new ElevenTables()
                .without("claims")
                .table("spells", "individual_id,kind,start")
                .read();

        assertThat(store.tablesPresent())
                .containsExactly(
                        "families",
                        "individuals",
                        "episodes",
                        "star_readings",
                        "assessments",
                        "findings",
                        "school_terms",
                        "incidents",
                        "spells",
                        "budget");
        assertThat(store.quality().rowsRead()).containsEntry("spells", 0L).doesNotContainKey("claims");
    }
}
