package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Supporting Families with a council's own numbers where none is published: "at least 3 family needs; every identified
 * need met and sustained 6 months after closure (before that: not-yet-observable)". Closed on 2022-09-30: six months
 * have passed on 2023-03-30.
 */
class SupportingFamiliesTest {

    private static final String EDUCATION = """
            "criteria": [{"id": "education", "kind": "if-problem", "problem": "education", "then":
              {"kind": "issues-resolved", "issues": ["school-absence"]}}]""";

    private static String plan(String more) {
        return "{\"format\": \"waymark-scheme/1\", \"id\": \"ours\", \"extends\": \"supporting-families-2022\", "
                + EDUCATION + more + "}";
    }

    private static CaseFile closed(String... needs) {
        CaseFile file = CaseFile.unopened()
                .episode("2022-06-01", "2022-09-30")
                .period("2022/23")
                .asAt("2023-03-29");
        return file.form("", "2022-06-10", "initial", answers(needs, "yes"))
                .form("", "2022-09-20", "closure", answers(needs, "no"));
    }

    private static String[] answers(String[] needs, String answer) {
        String[] answers = new String[needs.length];
        for (int i = 0; i < needs.length; i++) {
            answers[i] = needs[i] + "=" + answer;
        }
        return answers;
    }

    private static String decision(CaseFile file, String... more) {
        return CaseFile.words(
                file.result("ours", plan(more.length == 0 ? "" : more[0])).decision());
    }

    @ParameterizedTest
    @CsvSource({"2023-03-29, met", "2023-03-28, not-yet-observable before 2023-03-30"})
    void resultIsSustainedSixMonthsAfterClosing(String asAt, String expected) {
        assertThat(decision(
                        closed("debt", "rent-arrears", "anti-social-behaviour").asAt(asAt)))
                .isEqualTo(expected);
    }

    @Test
    void threeNeedsAreEnoughAndTwoAreNot() {
        assertThat(decision(closed("debt", "rent-arrears"))).isEqualTo("not-applicable");
        assertThat(decision(closed("overcrowded", "rent-arrears", "damp-or-poor-housing")))
                .as("three needs of one headline")
                .isEqualTo("met");
    }

    @Test
    void councilMayCountHeadlinesInstead() {
        String headlines = """
                , "appliesIf": [{"kind": "problems-at-start", "count": "headlines", "thresholds":
                  {"atLeast": {"value": 3, "mark": "A", "source": "plan"}}}]""";
        assertThat(decision(closed("overcrowded", "rent-arrears", "damp-or-poor-housing"), headlines))
                .isEqualTo("not-applicable");
        assertThat(decision(closed("debt", "rent-arrears", "anti-social-behaviour"), headlines))
                .isEqualTo("met");
    }

    @Test
    void needThatIsStillThereIsNotMet() {
        assertThat(decision(closed("debt", "rent-arrears", "anti-social-behaviour")
                        .form("", "2022-12-01", "review", "debt=yes")))
                .isEqualTo("not-met");
    }

    @Test
    void thereIsNoRouteByWorkAndNoNationalFee() {
        FamilyResult result =
                closed("debt", "rent-arrears", "anti-social-behaviour").result("ours", plan(""));
        assertThat(result.routes()).hasSize(1);
        assertThat(result.resultPence()).isEmpty();
    }
}
