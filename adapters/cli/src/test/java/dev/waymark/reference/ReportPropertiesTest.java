package dev.waymark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.figure.Count;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import dev.waymark.report.ReportJson;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds between the figures of any report, and between the reports of the same rows: over random councils, others
 * than those that the reference evaluator is asked about. The seed is in every message.
 */
class ReportPropertiesTest {

    private static final long FIRST_SEED = 1000;
    private static final int SEEDS = 16;

    private static final String DISTRICT = "district";

    private static final List<Function<Figure, Optional<BigDecimal>>> NUMBERS_THAT_ADD_UP = List.of(
            figure -> figure instanceof Count ? figure.value() : Optional.empty(),
            Figure::numerator,
            Figure::denominator,
            Figure::sum);

    private static final Map<RandomCouncil, Report> REPORTS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void reportOnCouncils() throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            for (RandomCouncil council : List.of(RandomCouncil.clean(seed), RandomCouncil.dirty(seed))) {
                Path data = folder.resolve("as-drawn-" + REPORTS.size());
                council.write(data);
                REPORTS.put(council, report(data, council));
            }
        }
    }

    private static Report report(Path data, RandomCouncil council) {
        return MeasureRun.of(
                        CaseStore.read(CsvFolder.of(data)),
                        MeasureCatalog.load(ReportPropertiesTest.class.getClassLoader()),
                        Period.parse(council.period().text()))
                .asAt(council.asAt())
                .by(Stratum.DISTRICT)
                .report();
    }

    /** A family has one district, and none recorded is "a stratum of its own". */
    @Test
    void districtsAddUpToTheWhole() {
        int added = 0;
        for (Map.Entry<RandomCouncil, Report> council : REPORTS.entrySet()) {
            Map<FigureName, List<Figure>> wholeThenDistricts = new LinkedHashMap<>();
            Set<String> districts = new HashSet<>();
            for (String measure : List.of("timeliness", "issues", "eligibility")) {
                for (Figure figure : council.getValue().figures(measure)) {
                    Map<String, String> dimensions =
                            new LinkedHashMap<>(figure.name().dimensions().values());
                    Optional.ofNullable(dimensions.remove(DISTRICT)).ifPresent(districts::add);
                    FigureName name = new FigureName(measure, figure.name().figure(), new Dimensions(dimensions));
                    wholeThenDistricts
                            .computeIfAbsent(name, any -> new ArrayList<>())
                            .add(figure);
                }
            }
            for (List<Figure> figures : wholeThenDistricts.values()) {
                List<Figure> parts = figures.subList(1, figures.size());
                assertThat(parts)
                        .as("%s has the same values in every district, %s", figures.get(0), council.getKey())
                        .hasSize(districts.size());
                added += assertAddUp(figures.get(0), parts, council.getKey());
            }
        }
        assertThat(added).as("sums that are not zero").isGreaterThan(1000);
    }

    private static int assertAddUp(Figure whole, List<Figure> parts, RandomCouncil council) {
        int added = 0;
        for (Function<Figure, Optional<BigDecimal>> number : NUMBERS_THAT_ADD_UP) {
            List<BigDecimal> ofParts =
                    parts.stream().map(number).flatMap(Optional::stream).toList();
            BigDecimal sum = ofParts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(ofParts)
                    .as("%s, %s", whole, council)
                    .hasSize(number.apply(whole).isPresent() ? parts.size() : 0);
            assertThat(sum)
                    .as("%s, %s", whole, council)
                    .isEqualByComparingTo(number.apply(whole).orElse(BigDecimal.ZERO));
            added += sum.signum() == 0 ? 0 : 1;
        }
        return added;
    }

    /** Of those with an issue at first, some have it no longer; who has it at last and is not new has it still. */
    @Test
    void noLongerAndStillThereMakeUpAtFirst() {
        int withIssue = 0;
        for (Map.Entry<RandomCouncil, Report> council : REPORTS.entrySet()) {
            Map<FigureName, Figure> figures = new HashMap<>();
            council.getValue().figures("issues").forEach(figure -> figures.put(figure.name(), figure));
            for (Figure noLonger : figures.values()) {
                if (noLonger.name().figure().equals("no-longer")
                        && noLonger.numerator().isPresent()) {
                    Figure atFirst = beside(noLonger, "at-first", figures);
                    Figure newAtLast = beside(noLonger, "new-at-last", figures);
                    long stillThere = numerator(beside(noLonger, "at-last", figures)) - numerator(newAtLast);

                    assertThat(numerator(noLonger) + stillThere)
                            .as("%s, %s", noLonger.name(), council.getKey())
                            .isEqualTo(numerator(atFirst))
                            .isEqualTo(denominator(noLonger));
                    assertThat(denominator(newAtLast))
                            .as("%s, %s", newAtLast.name(), council.getKey())
                            .isEqualTo(denominator(atFirst) - numerator(atFirst));
                    withIssue += numerator(noLonger) > 0 && stillThere > 0 ? 1 : 0;
                }
            }
        }
        assertThat(withIssue)
                .as("issues that some still have and some no longer")
                .isGreaterThan(30);
    }

    private static Figure beside(Figure figure, String other, Map<FigureName, Figure> figures) {
        FigureName name =
                new FigureName(figure.name().measure(), other, figure.name().dimensions());
        return Objects.requireNonNull(figures.get(name), name::toString);
    }

    private static long numerator(Figure figure) {
        return figure.numerator().orElseThrow().longValueExact();
    }

    private static long denominator(Figure figure) {
        return figure.denominator().orElseThrow().longValueExact();
    }

    /** "The same input gives the same bytes": where no row is rejected, no line is in a report either. */
    @Test
    void theOrderOfRowsNeverChangesAByte() throws IOException {
        int compared = 0;
        for (Map.Entry<RandomCouncil, Report> council : REPORTS.entrySet()) {
            if (council.getValue().dataQuality().rejected().isEmpty()) {
                Path shuffled = folder.resolve("shuffled-" + compared);
                council.getKey().writeShuffled(shuffled, new Random(compared));

                assertThat(json(report(shuffled, council.getKey())))
                        .as("%s", council.getKey())
                        .isEqualTo(json(council.getValue()));
                compared++;
            }
        }
        assertThat(compared).as("councils without a rejected row").isGreaterThanOrEqualTo(SEEDS);
    }

    private static String json(Report report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportJson.write(report, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
