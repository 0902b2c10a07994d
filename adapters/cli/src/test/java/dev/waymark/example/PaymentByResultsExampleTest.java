package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example county shows every decision, and the published pooled budget. */
class PaymentByResultsExampleTest {

    @TempDir
    private static Path folder;

    private static Report report;

    @BeforeAll
    static void judgeTheCounty() throws IOException {
        ExampleCounty.write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        assertThat(store.quality().rejected()).isEmpty();
        report = MeasureRun.of(
                        store,
                        MeasureCatalog.load(PaymentByResultsExampleTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .measures(List.of("pbr"))
                .choose("scheme", List.of("troubled-families-1"))
                .report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "not-met", "insufficient-data", "not-yet-observable", "not-applicable"})
    void eachDecisionOccursOfFamiliesAndOfSomeCriterion(String decision) {
        assertThat(report.figure("pbr.results", "families", Map.of("decision", decision))
                        .flatMap(Figure::value))
                .hasValueSatisfying(families -> assertThat(families).isPositive());
        assertThat(report.figures("pbr.results"))
                .filteredOn(figure -> figure.name().figure().equals("criterion"))
                .filteredOn(figure ->
                        decision.equals(figure.name().dimensions().values().get("decision")))
                .anyMatch(figure -> figure.value().orElse(BigDecimal.ZERO).signum() > 0);
    }

    /** Published: the reserve at the end of 2012/13. */
    @Test
    void pooledBudgetIsThePublishedOne() {
        assertThat(report.figure("pbr.finance", "reserve-carried-forward", Map.of("year", "2012/13"))
                        .map(Figure::printed))
                .contains("3638099");
    }
}
