package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.Mapping;
import dev.waymark.data.Rejection;
import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The ready mapping of docs/databases.md, on tables with the names and types of the Standard Safeguarding Dataset. */
class StandardSafeguardingDatasetTest {

    @TempDir
    private Path folder;

    private static Mapping mapping() throws IOException {
        Path file = Path.of("..", "..", "docs", "mappings", "standard-safeguarding-dataset.json");
        try (InputStream json = Files.newInputStream(file)) {
            return Mapping.of(Definition.read("standard-safeguarding-dataset.json", json));
        }
    }

    /**
     * Family 1 has persons 11 and 12, family 2 person 21; person 12 is in family 2 as well, person 31 in none. Each of
     * 11, 12 and 31 has an episode. So: three persons and two episodes stand; the second family of 12 and of its
     * episode is a duplicate; the episode of 31 has no family.
     */
    @ParameterizedTest
    @EngineSource
    void earlyHelpIsReadAndWhatDoesNotFitIsListed(TestEngine engine) throws IOException {
        TestDatabase database = engine.fresh(folder)
                .run(
                        "create table ssd_person (pers_person_id varchar(48) primary key, pers_sex varchar(20),"
                                + " pers_ethnicity varchar(48), pers_dob timestamp)",
                        "create table ssd_family (fami_table_id varchar(48) primary key, fami_family_id varchar(48),"
                                + " fami_person_id varchar(48))",
                        "create table ssd_early_help_episodes (earl_episode_id varchar(48) primary key,"
                                + " earl_person_id varchar(48), earl_episode_start_date date,"
                                + " earl_episode_end_date date, earl_episode_reason varchar(99),"
                                + " earl_episode_end_reason varchar(99), earl_episode_organisation varchar(99),"
                                + " earl_episode_worker_id varchar(48))",
                        "insert into ssd_person values ('11', 'F', 'WBRI', null), ('12', 'U', 'NOBT', null),"
                                + " ('21', 'Male', 'REFU', null), ('31', 'M', 'WBRI', null)",
                        "insert into ssd_family values ('a', '1', '11'), ('b', '1', '12'), ('c', '2', '21'),"
                                + " ('d', '2', '12'), ('e', '1', '11')",
                        "insert into ssd_early_help_episodes values"
                                + " ('E1', '11', '2015-05-01', '2015-12-01', 'r', 'r', 'o', 'w1'),"
                                + " ('E2', '12', '2015-05-01', null, 'r', null, 'o', 'w1'),"
                                + " ('E3', '31', '2015-05-01', null, 'r', null, 'o', null)");

        try (DatabaseSnapshot snapshot = database.byUrl().snapshot()) {
            CaseStore store = new CaseStoreReader(snapshot).mapping(mapping()).read();

            assertThat(store.tablesPresent()).containsExactly("families", "individuals", "episodes");
            assertThat(store.families()).isEqualTo(2);
            assertThat(store.table("individuals").rows()).isEqualTo(3);
            assertThat(store.table("episodes").rows()).isEqualTo(2);
            assertThat(store.quality().rejected())
                    .extracting(
                            Rejection::table,
                            rejection -> rejection.code().toString().toLowerCase(java.util.Locale.ROOT))
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("individuals", "duplicate"),
                            org.assertj.core.groups.Tuple.tuple("episodes", "duplicate"),
                            org.assertj.core.groups.Tuple.tuple("episodes", "missing"));
        }
    }
}
