package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.measure.Judgement;
import dev.waymark.pbr.decision.Decision;
import dev.waymark.pbr.scheme.FamilyResult;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.pbr.scheme.Standing;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracle: the slow reference evaluator. Every family of random councils is decided alike, criterion by criterion, with
 * the day from which it can be decided; and what explanations say adds up to what figures count.
 */
class SchemesAgreeWithReferenceTest {

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(1000, 1060);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decisionsOfEachFamily(long seed) throws IOException {
        RandomCouncil council = RandomCouncil.clean(seed);
        council.write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        Period period = Period.parse(council.period().text());
        SchemeBook book = SchemeBook.of(List.of(), store.taxonomy(), store.stars());
        MeasureCatalog catalog = MeasureCatalog.load(SchemesAgreeWithReferenceTest.class.getClassLoader());
        MeasureRun run = MeasureRun.of(store, catalog, period)
                .asAt(council.asAt())
                .choose("scheme", ReferencePbrFigures.SCHEMES)
                .measures(List.of("pbr"));
        Report report = run.report();
        ReferenceEvaluator evaluator = council.evaluator();
        FamilyCase family = FamilyCase.over(store, period, council.asAt());
        for (String id : ReferencePbrFigures.SCHEMES) {
            Scheme scheme = book.scheme(id);
            Map<String, ReferencePbr.Judged> expected = evaluator.judged(id, council.period(), council.asAt());
            Map<String, Long> explained = new HashMap<>();
            for (int row = 0; row < store.families(); row++) {
                family.moveTo(row);
                String familyId = family.familyId();
                String where = "family " + familyId + " under " + id + ", " + council;
                Judgement judgement = scheme.explain(family);
                assertThat(scheme.standing(family) == Standing.EVALUATED)
                        .as(where)
                        .isEqualTo(expected.containsKey(familyId));
                if (expected.containsKey(familyId)) {
                    FamilyResult found = scheme.judge(family);
                    ReferencePbr.Judged wanted = expected.get(familyId);
                    assertThat(found.day()).as(where).isEqualTo(wanted.day());
                    assertThat(words(found.decision())).as(where).isEqualTo(wanted.decision());
                    for (int place = 0; place < scheme.criteria().size(); place++) {
                        String criterion = scheme.criteria().get(place);
                        assertThat(words(found.criteria().get(place)))
                                .as("%s of %s", criterion, where)
                                .isEqualTo(wanted.criteria().get(criterion));
                        explained.merge(criterion + " " + outcomeOf(judgement, criterion), 1L, Long::sum);
                    }
                    assertThat(judgement.decision())
                            .as(where)
                            .isEqualTo(found.decision().inWords());
                    explained.merge(outcome(judgement), 1L, Long::sum);
                }
            }
            for (String decision : ReferencePbr.DECISIONS) {
                assertThat(report.figure("pbr.results", "families", Map.of("scheme", id, "decision", decision))
                                .orElseThrow()
                                .value()
                                .orElseThrow())
                        .as("families %s under %s, %s", decision, id, council)
                        .isEqualByComparingTo(String.valueOf(explained.getOrDefault(decision, 0L)));
                for (String criterion : scheme.criteria()) {
                    Map<String, String> of = Map.of("scheme", id, "criterion", criterion, "decision", decision);
                    assertThat(report.figure("pbr.results", "criterion", of)
                                    .orElseThrow()
                                    .value()
                                    .orElseThrow())
                            .as("%s, %s", of, council)
                            .isEqualByComparingTo(
                                    String.valueOf(explained.getOrDefault(criterion + " " + decision, 0L)));
                }
            }
        }
    }

    private static String outcomeOf(Judgement family, String criterion) {
        return family.parts().stream()
                .filter(part -> part.about().startsWith("criterion " + criterion + " ("))
                .map(SchemesAgreeWithReferenceTest::outcome)
                .findFirst()
                .orElse("not explained");
    }

    /** The word; what is missing, or from when it can be decided, comes behind it. */
    private static String outcome(Judgement judgement) {
        return ReferencePbr.DECISIONS.stream()
                .filter(judgement.decision()::startsWith)
                .findFirst()
                .orElseThrow();
    }

    private static String words(Decision decision) {
        return decision.outcome().word() + decision.from().map(day -> " " + day).orElse("");
    }
}
