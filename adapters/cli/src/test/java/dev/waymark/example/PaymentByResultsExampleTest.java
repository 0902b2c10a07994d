package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.pbr.decision.Outcome;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example county shows every decision that a criterion of a shipped scheme can take, and the published budget. */
class PaymentByResultsExampleTest {

    /** Terms and forms are there or not: they are never asked of a time that has still to pass. */
    private static final Set<String> NEVER_TOO_EARLY = Set.of("education", "progress-to-work", "school", "health");

    /** What every episode or every person of the county is known for lacks data only where its table is absent. */
    private static final Set<String> LACKING_ONLY_WITHOUT_TABLE = Set.of(
            "troubled-families-1 anti-social-behaviour",
            "troubled-families-1 progress-to-work",
            "troubled-families-1 continuous-employment",
            "troubled-families-2 continuous-employment");

    /** Supporting Families with the two numbers that are not published. */
    private static final String PLAN = """
            {"format": "waymark-scheme/1", "id": "our-supporting-families", "extends": "supporting-families-2022",
             "criteria": [{"id": "education", "then": {"kind": "all-of", "of": [
               {"kind": "issues-resolved", "issues": ["school-absence"]},
               {"kind": "each-child", "of": {"kind": "school-terms", "thresholds": {
                 "terms": {"value": 3, "mark": "A", "source": "plan"},
                 "mostDaysBetweenTerms": {"value": 175, "mark": "A", "source": "plan"},
                 "fromAge": {"value": 5, "mark": "A", "source": "plan"},
                 "toAge": {"value": 16, "mark": "A", "source": "plan"},
                 "newAtSchoolUnderAge": {"value": 6, "mark": "A", "source": "plan"},
                 "attendanceAtLeastPercent": {"value": 90, "mark": "A", "source": "plan"}}}},
               {"kind": "closed-for", "thresholds": {"months": {"value": 6, "mark": "A", "source": "plan"}}}]}}]}""";

    private static final List<String> SCHEMES =
            List.of("our-supporting-families", "troubled-families-1", "troubled-families-2");

    @TempDir
    private static Path folder;

    private static CaseStore store;
    private static Report report;
    private static Report withoutEventsAndSpells;

    @BeforeAll
    static void judgeTheCounty() throws IOException {
        ExampleCounty.write(folder);
        store = CaseStore.read(CsvFolder.of(folder));
        assertThat(store.quality().rejected()).isEmpty();
        report = judge(store);
        Files.delete(folder.resolve("incidents.csv"));
        Files.delete(folder.resolve("spells.csv"));
        withoutEventsAndSpells = judge(CaseStore.read(CsvFolder.of(folder)));
    }

    private static Report judge(CaseStore data) {
        return MeasureRun.of(
                        data,
                        MeasureCatalog.load(PaymentByResultsExampleTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .definitions(List.of(Definition.parse("plan.json", PLAN)))
                .measures(List.of("pbr"))
                .choose("scheme", SCHEMES)
                .report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "not-met", "insufficient-data", "not-yet-observable", "not-applicable"})
    void eachDecisionOccursOfFamilies(String decision) {
        for (String scheme : List.of("troubled-families-1", "troubled-families-2")) {
            assertThat(report.figure("pbr.results", "families", Map.of("scheme", scheme, "decision", decision))
                            .flatMap(Figure::value))
                    .as(scheme)
                    .hasValueSatisfying(families -> assertThat(families).isPositive());
        }
    }

    @Test
    void eachCriterionTakesEachDecisionThatItCanTake() {
        SchemeBook book = SchemeBook.of(List.of(Definition.parse("plan.json", PLAN)), store.taxonomy(), store.stars());
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String id : SCHEMES) {
            Scheme scheme = book.scheme(id);
            for (String criterion : scheme.criteria()) {
                Set<String> can = new TreeSet<>();
                Set<String> does = new TreeSet<>();
                for (Outcome outcome : Outcome.values()) {
                    boolean ofForms = id.equals("our-supporting-families") || !NEVER_TOO_EARLY.contains(criterion);
                    if (outcome != Outcome.NOT_YET_OBSERVABLE || ofForms) {
                        can.add(outcome.word());
                    }
                    boolean isLacking = outcome == Outcome.INSUFFICIENT_DATA
                            && LACKING_ONLY_WITHOUT_TABLE.contains(id + " " + criterion);
                    if (occurs(isLacking ? withoutEventsAndSpells : report, id, criterion, outcome)) {
                        does.add(outcome.word());
                    }
                }
                expected.put(id + " " + criterion, can);
                found.put(id + " " + criterion, does);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static boolean occurs(Report of, String scheme, String criterion, Outcome outcome) {
        return of.figure(
                                "pbr.results",
                                "criterion",
                                Map.of("scheme", scheme, "criterion", criterion, "decision", outcome.word()))
                        .orElseThrow()
                        .value()
                        .orElse(BigDecimal.ZERO)
                        .signum()
                > 0;
    }

    /** Published: the reserve at the end of 2012/13. */
    @Test
    void pooledBudgetIsThePublishedOne() {
        assertThat(report.figure("pbr.finance", "reserve-carried-forward", Map.of("year", "2012/13"))
                        .map(Figure::printed))
                .contains("3638099");
    }
}
