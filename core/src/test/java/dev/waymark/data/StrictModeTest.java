package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.WaymarkException;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import org.junit.jupiter.api.Test;

/** "*Strict* mode fails the run on any rejection and lists the first 100." */
class StrictModeTest {

    private static CaseStore readStrictly(ElevenTables data) {
        return new CaseStoreReader(data.source()).strict(true).read();
    }

    @Test
    void aDataSetWithoutRejectionsIsReadAsEver() {
        assertThat(readStrictly(new ElevenTables()).families()).isEqualTo(2);
    }

    @Test
    void aRejectedRowFailsTheReading() {
        ElevenTables data = new ElevenTables().rows("families", "1,Melton");

        WaymarkException failure = catchThrowableOfType(WaymarkException.class, () -> readStrictly(data));

        assertThat(failure.code()).isEqualTo("WM-STRICT");
        assertThat(failure)
                .hasMessage("WM-STRICT: 1 rows or values were rejected in strict mode; the first 1 are listed."
                        + " Correct the data, or run without strict mode to leave them out.");
        assertThat(failure.details())
                .containsExactly(
                        "families line 4, family_id: duplicate, expected family_id not together in an earlier row");
    }

    @Test
    void aRejectedValueFailsTheReading() {
        assertThatThrownBy(() -> readStrictly(new ElevenTables().rows("individuals", "12,1,,female,")))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-STRICT: 1 rows or values were rejected in strict mode; the first 1 are listed."
                        + " Correct the data, or run without strict mode to leave them out.");
    }

    @Test
    void aNoticeDoesNotFailTheReading() {
        CaseStore store = readStrictly(new ElevenTables().table("families", "family_id,ward", "1,x", "2,x"));

        assertThat(store.quality().notices()).hasSize(1);
    }

    @Test
    void theFirst100RejectionsAreListed() {
        ElevenTables data = new ElevenTables().rows("budget", "x,income,Grant,,1");
        // lines 4 to 104
        for (int row = 0; row < 101; row++) {
            data.rows("families", ",Melton");
        }

        WaymarkException failure = catchThrowableOfType(WaymarkException.class, () -> readStrictly(data));

        assertThat(failure)
                .hasMessage("WM-STRICT: 102 rows or values were rejected in strict mode; the first 100 are listed."
                        + " Correct the data, or run without strict mode to leave them out.");
        assertThat(failure.details())
                .hasSize(100)
                .startsWith("families line 4, family_id: missing, expected a text")
                .endsWith("families line 103, family_id: missing, expected a text");
    }
}
