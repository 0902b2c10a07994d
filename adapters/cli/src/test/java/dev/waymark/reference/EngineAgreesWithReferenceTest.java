package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Report;
import dev.waymark.reference.ReferenceFigures.Result;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracle: the slow reference evaluator. Random adversarial data sets give the same rejections and the same figures, in
 * the same order, to the last kept decimal. The seed is in the name of each case.
 */
class EngineAgreesWithReferenceTest {

    private static final List<String> MEASURES =
            List.of("activity", "timeliness", "issues", "eligibility", "familystar", "pbr");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Half as many: the councils with two Stars are clean too, of other seeds than these. */
    static LongStream furtherSeeds() {
        return LongStream.range(40, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("furtherSeeds")
    void cleanCouncil(long seed) throws IOException {
        assertAgreement(RandomCouncil.clean(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dirtyCouncil(long seed) throws IOException {
        assertAgreement(RandomCouncil.dirty(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void councilWithTwoStars(long seed) throws IOException {
        assertAgreement(RandomCouncil.withTwoStars(seed));
    }

    private void assertAgreement(RandomCouncil council) throws IOException {
        Path tidy = folder.resolve("tidy");
        Path untidy = folder.resolve("untidy");
        council.write(tidy);
        council.writeUntidily(untidy);
        Report report = report(tidy, council);
        ReferenceEvaluator evaluator = council.evaluator();

        assertThat(rejectionsOf(report))
                .as("rejections, %s", council)
                .isEqualTo(evaluator.rejections().stream()
                        .map(r -> new ReferenceRules.Rejection(
                                r.table(), r.line(), r.column() == null ? "" : r.column(), r.code()))
                        .toList());
        Map<String, Result> expected =
                evaluator.report(council.period(), council.asAt(), List.of("district", "service"), MEASURES);
        Map<String, Result> found = resultsOf(report);
        assertThat(found.keySet())
                .as("figures and their order, %s", council)
                .containsExactlyElementsOf(expected.keySet());
        expected.forEach((key, result) ->
                assertThat(found.get(key)).as("%s, %s", key, council).isEqualTo(result));
        assertThat(report(untidy, council).figures())
                .as("the same rows in another dress, %s", council)
                .isEqualTo(report.figures());
    }

    private static Report report(Path data, RandomCouncil council) {
        return MeasureRun.of(
                        CaseStore.read(CsvFolder.of(data)),
                        MeasureCatalog.load(EngineAgreesWithReferenceTest.class.getClassLoader()),
                        Period.parse(council.period().text()))
                .asAt(council.asAt())
                .measures(MEASURES)
                .choose("scheme", ReferencePbrFigures.SCHEMES)
                .by(Stratum.DISTRICT, Stratum.SERVICE)
                .report();
    }

    private static List<ReferenceRules.Rejection> rejectionsOf(Report report) {
        return report.dataQuality().rejected().stream()
                .map(r -> new ReferenceRules.Rejection(
                        r.table(),
                        Math.toIntExact(r.line()),
                        r.column().orElse(""),
                        r.code().word()))
                .toList();
    }

    private static Map<String, Result> resultsOf(Report report) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (Figure figure : report.figures()) {
            List<String> dimensions = new ArrayList<>();
            figure.name().dimensions().values().forEach((name, value) -> dimensions.addAll(List.of(name, value)));
            String key =
                    ReferenceFigures.key(figure.name().measure(), figure.name().figure(), dimensions);
            results.put(
                    key,
                    new Result(
                            figure.unit().word(),
                            figure.status().state().word(),
                            figure.status().reason().orElse(null),
                            number(figure.value()),
                            number(figure.numerator()),
                            number(figure.denominator()),
                            number(figure.sum()),
                            number(figure.first()),
                            number(figure.last()),
                            number(figure.interval().map(Interval::lower)),
                            number(figure.interval().map(Interval::upper))));
        }
        return results;
    }

    private static BigDecimal number(Optional<BigDecimal> number) {
        return number.map(n -> n.setScale(Figure.KEPT_DECIMALS)).orElse(null);
    }
}
