package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import org.junit.jupiter.api.Test;

class UnusedScoreTranslationTest {

    // "`unused-score` (a value under an area that the reading's Star does not have)". The mapping says that "-" is no
    // value, so there is none under the area.
    @Test
    void aCellThatTheMappingTranslatesToEmptyIsNoUnusedScore() {
        CaseStore store = new CaseStoreReader(new ElevenTables()
                        .star(ElevenTables.fivePointExample())
                        .table("star_readings", "FAM,DT,KIND,SLEEP", "1,2015-05-01,initial,-")
                        .source())
                .mapping(Mapping.of(Definition.parse("mapping.json", """
                                {"format": "waymark-mapping/1", "tables": {"star_readings": {"columns": {
                                  "family_id": "FAM", "date": "DT", "kind": "KIND",
                                  "sleep": {"column": "SLEEP", "values": {"-": ""}}}}}}
                                """)))
                .read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().notices()).isEmpty();
    }
}
