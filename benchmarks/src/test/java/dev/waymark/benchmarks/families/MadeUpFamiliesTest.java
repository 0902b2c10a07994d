package dev.waymark.benchmarks.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.family.Kind;
import dev.waymark.family.Period;
import dev.waymark.family.StarReading;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpFamiliesTest {

    private static final int FAMILIES = 5000;

    @Test
    void sameNumberGivesTheSameBytes(@TempDir Path folder) throws IOException {
        MadeUpFamilies.of(FAMILIES).write(folder.resolve("once"));
        MadeUpFamilies.of(FAMILIES).write(folder.resolve("again"));
        new MadeUpFamilies(FAMILIES, 1).write(folder.resolve("other"));
        for (Table table : Table.values()) {
            Path once = folder.resolve("once").resolve(table.fileName());
            assertThat(Files.mismatch(once, folder.resolve("again").resolve(table.fileName())))
                    .isEqualTo(-1);
            assertThat(Files.mismatch(once, folder.resolve("other").resolve(table.fileName())))
                    .isNotEqualTo(-1);
        }
    }

    @Test
    void hasTheSizesThatAreMeasured(@TempDir Path folder) {
        MadeUpFamilies.of(FAMILIES).write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        Map<String, Long> rows = new TreeMap<>(store.quality().rowsRead());
        assertThat(store.quality().rejected()).isEmpty();
        assertThat(rows.get("families")).isEqualTo(FAMILIES);
        assertThat(rows.get("episodes") / (double) FAMILIES).isCloseTo(1.05, within(0.02));
        assertThat(rows.get("star_readings") / (double) FAMILIES).isCloseTo(3.5, within(0.1));
        assertThat(rows.get("assessments") / (double) FAMILIES).isCloseTo(2.0, within(0.05));
        assertThat(rows.get("findings")).isEqualTo(22 * rows.get("assessments"));
        assertThat(store.table("families").dictionary("district").texts()).hasSize(12);
    }

    /** A pair of engines that treat a case differently must not agree because the case does not occur. */
    @Test
    void everyCaseOfTheSharedSemanticsOccurs() {
        CaseStore store = CaseStore.read(MadeUpFamilies.of(FAMILIES).tables());
        Star star = store.stars().get(0);
        Period period = Period.parse("2015/16");
        FamilyCase family = FamilyCase.over(store, period, period.end());
        Map<String, Integer> cases = new TreeMap<>();
        for (int row = 0; row < store.families(); row++) {
            family.moveTo(row);
            see(cases, "no district", family.district().isEmpty());
            see(cases, "worked with, not closed", family.isWorkedWith() && !family.isClosed());
            see(cases, "not worked with", !family.isWorkedWith());
            see(cases, "opened and closed", family.isOpened() && family.isClosed());
            see(cases, "two episodes", family.episodes().size() == 2);
            if (!family.isClosed()) {
                continue;
            }
            Optional<StarReading> first = family.firstReading(star);
            Optional<StarReading> last = family.lastReading(star);
            see(cases, "no first reading", first.isEmpty());
            see(cases, "first and no last reading", first.isPresent() && last.isEmpty());
            see(cases, "paired readings", last.isPresent());
            see(
                    cases,
                    "last reading a review",
                    last.filter(r -> r.kind() == Kind.REVIEW).isPresent());
            see(cases, "score empty", last.isPresent() && !last.get().isScored(0));
            see(
                    cases,
                    "readings of one day",
                    family.readings().stream().map(StarReading::day).distinct().count()
                            < family.readings().size());
            Optional<Form> firstForm = family.firstForm();
            see(cases, "no first form", firstForm.isEmpty());
            see(
                    cases,
                    "first and no last form",
                    firstForm.isPresent() && family.lastForm().isEmpty());
            see(cases, "paired forms", family.lastForm().isPresent());
            for (Kind kind : Kind.values()) {
                long forms = family.forms().stream()
                        .filter(form -> form.kind() == kind)
                        .count();
                see(
                        cases,
                        "two " + kind + " forms of one day",
                        forms > 1
                                && family.forms().stream()
                                                .filter(form -> form.kind() == kind)
                                                .map(Form::day)
                                                .distinct()
                                                .count()
                                        < forms);
            }
        }
        assertThat(cases)
                .hasSize(17)
                .allSatisfy((name, families) -> assertThat(families).as(name).isBetween(4, FAMILIES - 4));
    }

    private static void see(Map<String, Integer> cases, String name, boolean occurs) {
        cases.merge(name, occurs ? 1 : 0, Integer::sum);
    }
}
