package dev.waymark.pbr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.definition.Definition;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchemeTest {

    @Test
    void phaseOneStatesThePublishedThresholdsAndFees() {
        Scheme scheme = Scheme.troubledFamilies1();

        assertThat(scheme.from()).isEqualTo(LocalDate.of(2012, 4, 1));
        assertThat(scheme.to()).isEqualTo(LocalDate.of(2015, 3, 31));
        assertThat(scheme.criteria())
                .extracting(Criterion::id)
                .containsExactly("education", "anti-social-behaviour", "youth-offending", "continuous-employment");
        // the financial framework: anti-social behaviour down by 60 %, offending by minors by 33 %
        assertThat(scheme.criteria().get(1).thresholds().get("atLeastPercent").value())
                .isEqualTo(60);
        assertThat(scheme.criteria().get(2).thresholds().get("atLeastPercent").value())
                .isEqualTo(33);
        // the result fee of continuous employment rises from 800 to 2,400 pounds as the attachment fee falls
        assertThat(scheme.routes().get(1).resultPence())
                .containsOnly(
                        java.util.Map.entry(2012, 80_000L),
                        java.util.Map.entry(2013, 160_000L),
                        java.util.Map.entry(2014, 240_000L));
    }

    @Test
    void everyThresholdSaysHowSureItIsAndWhereItComesFrom() {
        assertThat(Scheme.troubledFamilies1().criteria())
                .allSatisfy(criterion -> assertThat(criterion.thresholds().values())
                        .isNotEmpty()
                        .allSatisfy(threshold -> assertThat(threshold.source()).isNotBlank()));
    }

    @Test
    void unknownKindIsRefusedWithFilePathAndWhatIsAllowed() {
        assertRefused(
                scheme("{\"id\": \"a\", \"title\": \"A\", \"kind\": \"magic\", \"thresholds\": {}}", 700),
                "WM-DEFINITION: plan.json: criteria[0].kind is \"magic\". Expected: \"incident-reduction\" or"
                        + " \"school-terms\" or \"spell-started\" or \"continuous-spell\".");
    }

    @Test
    void missingThresholdIsRefused() {
        assertRefused(
                scheme("{\"id\": \"a\", \"title\": \"A\", \"kind\": \"spell-started\", \"thresholds\": {}}", 700),
                "WM-DEFINITION: plan.json: criteria[0].thresholds.windowMonths is missing. Expected: an object.");
    }

    @Test
    void windowOfZeroIsRefused() {
        assertRefused(
                scheme(spellStarted(0), 700),
                "WM-DEFINITION: plan.json: criteria[0].thresholds.windowMonths.value is 0. Expected: a whole number from 1"
                        + " to 120.");
    }

    @Test
    void negativeFeeIsRefused() {
        assertRefused(
                scheme(spellStarted(6), -1),
                "WM-DEFINITION: plan.json: routes[0].resultPounds.2012/13 is -1. Expected: a whole number from 0 to"
                        + " 1000000.");
    }

    @Test
    void routeToAnUnknownCriterionIsRefused() {
        assertRefused(
                scheme(spellStarted(6), 700).replace("[\"a\"]", "[\"b\"]"),
                "WM-DEFINITION: plan.json: routes[0].criteria[0] is \"b\". Expected: the id of a criterion: a.");
    }

    @Test
    void programmeThatEndsBeforeItStartsIsRefused() {
        assertRefused(
                scheme(spellStarted(6), 700).replace("2015-03-31", "2011-03-31"),
                "WM-DEFINITION: plan.json: to is \"2011-03-31\". Expected: a day not before 2012-04-01.");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> Scheme.read(Definition.parse("plan.json", json)))
                .hasMessage(message);
    }

    private static String spellStarted(int months) {
        return "{\"id\": \"a\", \"title\": \"A\", \"kind\": \"spell-started\", \"thresholds\": {\"windowMonths\":"
                + " {\"value\": " + months + ", \"mark\": \"A\", \"source\": \"the council's plan\"}}}";
    }

    private static String scheme(String criterion, int fee) {
        return "{\"format\": \"waymark-scheme/1\", \"id\": \"plan\", \"version\": \"1\", \"title\": \"A plan\","
                + " \"from\": \"2012-04-01\", \"to\": \"2015-03-31\", \"criteria\": [" + criterion + "],"
                + " \"routes\": [{\"id\": \"r\", \"title\": \"R\", \"criteria\": [\"a\"], \"resultPounds\":"
                + " {\"2012/13\": " + fee + "}}]}";
    }
}
