package dev.waymark.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.figure.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracle: worked by hand, and the contradictions that can be found in the two annual reports with a pencil.
 *
 * <p>Where a rounding decides, the sum beside the test shows the exact value.
 */
class PublishedFiguresTest {

    private static PublishedFigures reports(String... names) {
        return PublishedFigures.read(Arrays.stream(names)
                .map(name -> Definition.resource(PublishedFiguresTest.class, name))
                .toArray(Definition[]::new));
    }

    private static FigureCheck check(PublishedFigures figures, String id) {
        return figures.check().figures().stream()
                .filter(check -> check.figure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Figures a, b, ... with these keys, in a file of their own. */
    private static PublishedFigures given(String... figures) {
        String list = java.util.stream.IntStream.range(0, figures.length)
                .mapToObj(i -> "{\"id\": \"" + (char) ('a' + i) + "\", " + figures[i] + "}")
                .collect(Collectors.joining(",\n"));
        return PublishedFigures.read(Definition.parse(
                "published.json", "{\"format\": \"waymark-published/1\", \"figures\": [" + list + "]}"));
    }

    private static Recomputed relationOf(String printed, String relation, String... others) {
        List<String> figures = new java.util.ArrayList<>(
                List.of("\"printed\": \"" + printed + "\", \"relations\": [" + relation + "]"));
        Arrays.stream(others).forEach(other -> figures.add("\"printed\": \"" + other + "\""));
        return check(given(figures.toArray(String[]::new)), "a")
                .relations()
                .get(0)
                .recomputed();
    }

    @Test
    void twentySixOfThirtyThreeIsNotThreeQuarters() {
        FigureCheck dentist = check(reports("ar16.json"), "ar16-ph-dentist-pct");
        assertThat(dentist.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(dentist.reasons())
                .containsExactly(
                        "26 of 33 is 78.8%, which prints as 79%, not 75%",
                        "no whole number of 33 prints so; nearest are 24 of 33 (72.7%) and 25 of 33 (75.8%)");
        assertThat(dentist.feasibility().nearest()).containsExactly(BigInteger.valueOf(24), BigInteger.valueOf(25));
    }

    @Test
    void childrenOfTheBodyAreNotTheShareThatTheSummaryPrints() {
        FigureCheck children = check(reports("ar16.json"), "ar16-body-children-pct");
        assertThat(children.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(children.fraction().value()).contains(new BigDecimal("59.190751"));
        assertThat(children.relations().get(0).recomputed().verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(children.relations().get(1).recomputed().says())
                .isEqualTo("2,048 of 3,460 is 59.2%, which prints as 59%, not 54%");
    }

    /** 25 / 110 = 22.7 %; 25 / 186 = 13.44 %; 14 / 110 = 12.7 % and 15 / 110 = 13.6 %. */
    @Test
    void financialDifficultiesAreOfAllFamiliesNotOfThoseThatHadThem() {
        FigureCheck resolved = check(reports("ar16.json"), "ar16-hm-findiff-resolved-pct");
        assertThat(resolved.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(resolved.relations())
                .extracting(relation -> relation.recomputed().verdict())
                .containsExactly(Verdict.INCONSISTENT, Verdict.CONSISTENT);
        assertThat(resolved.feasibility().nearest()).containsExactly(BigInteger.valueOf(14), BigInteger.valueOf(15));
    }

    /** 2,417 / 552 = 4.379; the parts printed beside it, 1.6 + 2.7, do give 4.3. */
    @Test
    void membersOfAFamilyAreFourPointFour() {
        FigureCheck members = check(reports("ar15.json"), "ar15-avg-members");
        assertThat(members.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(members.relations().get(0).recomputed().says())
                .isEqualTo("2417 of 552 is 4.38, which prints as 4.4, not 4.3");
        assertThat(members.relations().get(1).recomputed().verdict()).isEqualTo(Verdict.CONSISTENT);
        assertThat(members.relations().get(1).recomputed().says())
                .isEqualTo("1.6 + 2.7 is 4.30 (4.20 to 4.40 before its parts were rounded)");
        assertThat(members.feasibility().verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void theContradictionsOfBothReportsAreTheseAndNoOthers() {
        assertThat(reports("ar16.json", "ar15.json").check().figures())
                .filteredOn(check -> check.verdict().isContradiction())
                .extracting(check -> check.figure().id())
                .containsExactly(
                        "ar16-sum-ph-endstate-pct", // 64 % is not 57 %
                        "ar16-sum-wb-endstate-pct", // 68 % is not 52 %
                        "ar16-sum-kcs-progress-pct", // 63 % is not 45 %
                        "ar16-sum-el-endstate-pct", // 65 % is not 60 %
                        "ar16-sum-fr-endstate-pct", // 66 % is not 55 %
                        "ar16-t1-total-opened", // 797 - (552 - 284) = 529, not 542
                        "ar16-body-individuals", // 3,460 is not 3,806
                        "ar16-body-children-pct",
                        "ar16-ph-dentist-pct",
                        "ar16-hm-findiff-resolved-pct",
                        "ar15-avg-members");
    }

    @Test
    void relationToAFigureOfAnotherFileIsNotCheckedWithoutThatFile() {
        Recomputed rollForward = check(reports("ar16.json"), "ar16-t1-total-opened")
                .relations()
                .get(1)
                .recomputed();
        assertThat(rollForward.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(rollForward.says())
                .isEqualTo("ar15-families-worked, ar15-families-closed cannot be found in the files given");
        assertThat(check(reports("ar16.json", "ar15.json"), "ar16-t1-total-opened")
                        .relations()
                        .get(1)
                        .recomputed()
                        .says())
                .isEqualTo("797 - (552 - 284) is 529, not 542,"
                        + " unless families that ended or began were left from the year before too");
    }

    /**
     * 1 / 8 = 12.5 %: 13 % half up, 12 % half even. 3 / 8 = 37.5 %: 38 % both ways. 1 / 3 = 33.3 %. -1 / 8 = -12.5 %:
     * -13 % away from zero.
     */
    @ParameterizedTest
    @CsvSource({
        "13%, 1, 8, CONSISTENT, half-up",
        "12%, 1, 8, CONSISTENT, half-even",
        "38%, 3, 8, CONSISTENT, half-up half-even",
        "37%, 3, 8, INCONSISTENT, ''",
        "33.3%, 1, 3, CONSISTENT, half-up half-even",
        "33.4%, 1, 3, INCONSISTENT, ''",
        "-13%, -1, 8, CONSISTENT, half-up",
        "-12%, -1, 8, CONSISTENT, half-even",
        "0%, 0, 8, CONSISTENT, half-up half-even",
        "0.1, 1, 8, CONSISTENT, half-up half-even",
        "0%, 0, 0, INCONSISTENT, ''"
    })
    void ratioOfCountsIsRoundedBothWays(String printed, String part, String whole, Verdict verdict, String roundings) {
        Recomputed ratio = relationOf(printed, "{\"ratio\": [\"b\", \"c\"]}", part, whole);
        assertThat(ratio.verdict()).isEqualTo(verdict);
        assertThat(ratio.roundings().stream().map(Rounding::word).collect(Collectors.joining(" ")))
                .isEqualTo(roundings);
    }

    /**
     * Parts printed 33 % were 32.5 % to 33.5 %, three of them together 97.5 % to 100.5 %: half up 98 % to 100 %, since
     * 33.5 % would have been printed 34 %. Three printed 34 % were 100.5 % at the least, and half even that is 100 %.
     */
    @ParameterizedTest
    @CsvSource({
        "100%, 33%, 33%, 33%, CONSISTENT",
        "98%, 33%, 33%, 33%, CONSISTENT",
        "101%, 33%, 33%, 33%, INCONSISTENT",
        "97%, 33%, 33%, 33%, INCONSISTENT",
        "100%, 34%, 34%, 34%, CONSISTENT",
        "101, 33, 34, 34, CONSISTENT",
        "100, 33, 34, 34, INCONSISTENT"
    })
    void sumOfRoundedPartsHasTheirTolerance(String printed, String b, String c, String d, Verdict verdict) {
        assertThat(relationOf(printed, "{\"sum\": [\"b\", \"c\", \"d\"]}", b, c, d)
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "64%, 64%, CONSISTENT",
        "64%, 64.2%, CONSISTENT",
        "64%, 63.5%, CONSISTENT",
        "64%, 63.4%, INCONSISTENT",
        "64%, 65%, INCONSISTENT",
        "'3,806', 3806, CONSISTENT",
        "'3,806', '3,460', INCONSISTENT"
    })
    void equalNumbersAreEqualAsPreciselyAsTheyWerePrinted(String printed, String other, Verdict verdict) {
        assertThat(relationOf(printed, "{\"equals\": \"b\"}", other).verdict()).isEqualTo(verdict);
    }

    @Test
    void differenceAndRollForwardAreCalculatedAsWritten() {
        assertThat(relationOf("7", "{\"difference\": [\"b\", \"c\"]}", "10", "3")
                        .says())
                .isEqualTo("10 - 3 is 7");
        assertThat(relationOf("8", "{\"difference\": [\"b\", \"c\"]}", "10", "3")
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(relationOf("8", "{\"rollForward\": [\"b\", \"c\", \"d\"]}", "10", "5", "3")
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
    }

    /** 0.0 may have been 0; 0.1 was 0.05 at the least, so that 0.45 over it is 9.0 at the most. */
    @Test
    void ratioOverANumberThatMayHaveBeenZeroCannotBeTold() {
        assertThat(relationOf("5.0", "{\"ratio\": [\"b\", \"c\"]}", "0.4", "0.0")
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(relationOf("8.9", "{\"ratio\": [\"b\", \"c\"]}", "0.4", "0.1")
                        .verdict())
                .isEqualTo(Verdict.CONSISTENT);
        assertThat(relationOf("9.1", "{\"ratio\": [\"b\", \"c\"]}", "0.4", "0.1")
                        .verdict())
                .isEqualTo(Verdict.INCONSISTENT);
    }

    private static Feasibility feasibility(String printed, int denominator) {
        return check(given("\"printed\": \"" + printed + "\", \"denominator\": " + denominator), "a")
                .feasibility();
    }

    /** Each whole numerator of each denominator up to 120, tried one by one. */
    @Test
    void feasibleNumeratorsAreThoseThatTryingAllFinds() {
        for (int denominator = 1; denominator <= 120; denominator++) {
            for (int percent = 0; percent <= 100; percent += 7) {
                List<BigInteger> tried = new java.util.ArrayList<>();
                for (int numerator = 0; numerator <= denominator; numerator++) {
                    BigDecimal exact = BigDecimal.valueOf(100L * numerator)
                            .divide(BigDecimal.valueOf(denominator), 30, java.math.RoundingMode.DOWN);
                    boolean prints =
                            exact.setScale(0, java.math.RoundingMode.HALF_UP).intValue() == percent
                                    || exact.setScale(0, java.math.RoundingMode.HALF_EVEN)
                                                    .intValue()
                                            == percent;
                    if (prints) {
                        tried.add(BigInteger.valueOf(numerator));
                    }
                }
                Feasibility found = feasibility(percent + "%", denominator);
                assertThat(found.least().stream().toList())
                        .as("least of %s that prints %s%%", denominator, percent)
                        .isEqualTo(tried.stream().limit(1).toList());
                assertThat(found.most().stream().toList())
                        .as("most of %s that prints %s%%", denominator, percent)
                        .isEqualTo(tried.stream()
                                .skip(Math.max(0, tried.size() - 1))
                                .toList());
                assertThat(found.verdict())
                        .isEqualTo(
                                denominator >= 100
                                        ? Verdict.CANNOT_TELL
                                        : tried.isEmpty() ? Verdict.INCONSISTENT : Verdict.CONSISTENT);
            }
        }
    }

    /** -1 of 300 is -0.33 %, which prints 0 %, and nobody counts less than nobody; points may fall. */
    @Test
    void fewerThanNobodyIsNoNumerator() {
        assertThat(feasibility("0%", 300).least()).contains(BigInteger.ZERO);
        assertThat(feasibility("0%", 300).most()).contains(BigInteger.ONE);
        assertThat(feasibility("-1%", 300).least()).contains(BigInteger.valueOf(-4));
    }

    @Test
    void wholePercentageOfAHundredOrMoreTellsNothing() {
        assertThat(feasibility("49%", 99).verdict()).isIn(Verdict.CONSISTENT, Verdict.INCONSISTENT);
        assertThat(feasibility("49%", 100).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(feasibility("49.0%", 999).verdict()).isNotEqualTo(Verdict.CANNOT_TELL);
        assertThat(feasibility("49.0%", 1000).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3806 | 3806 | 0 | COUNT
            3,806 | 3806 | 0 | COUNT
            1,234,567.8 | 1234567.8 | 1 | MEAN
            £1,200.50 | 1200.50 | 2 | POUNDS
            -7.5 % | -7.5 | 1 | PERCENT
            41.8 weeks | 41.8 | 1 | WEEKS
            7 years | 7 | 0 | YEARS
            +3 points | 3 | 0 | POINTS
            """)
    void printedTextSaysItsNumberItsDecimalsAndItsUnit(String text, BigDecimal value, int decimals, Unit unit) {
        assertThat(given("\"printed\": \"" + text + "\"").figure("a").printed())
                .isEqualTo(new Printed(text, value, unit, decimals));
    }

    /** 7,97 is 7.97 to who printed it, and would be read as 797. */
    @ParameterizedTest
    @ValueSource(strings = {"7,97", "38,7 %", "1234,567", "1,2345", "12,34,567", "54,", "41,8 weeks"})
    void commaThatGroupsNoThreeDigitsIsRefused(String text) {
        String expected = "published.json: figures[0] (a).printed is \"" + text
                + "\". Expected: a number whose commas group three digits, its decimals behind a point.";
        assertThatThrownBy(() -> given("\"printed\": \"" + text + "\""))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-DEFINITION: " + expected);
        assertThatThrownBy(() -> given("\"printed\": \"" + text + "\", \"value\": 7.97, \"decimals\": 2"))
                .hasMessage("WM-DEFINITION: " + expected);
    }

    @Test
    void figureAboutNothingElseIsNotChecked() {
        FigureCheck alone = check(given("\"printed\": \"51\""), "a");
        assertThat(alone.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(alone.isAsExpected()).isTrue();
    }

    private static ReportedFigures report(String status, String value, String numerator, String denominator) {
        return report("", status, value, numerator, denominator);
    }

    private static ReportedFigures report(
            String definitions, String status, String value, String numerator, String denominator) {
        return ReportedFigures.read(Definition.parse("report.json", """
            {"format": "waymark-report/1", "definitions": [%s], "figures": [
             {"measure": "m", "figure": "f", "dimensions": {"area": "x"}, "unit": "percent", "status": "%s",
              "reason": %s, "value": %s, "numerator": %s, "denominator": %s, "base": "families closed"}]}
            """.formatted(
                        definitions,
                        status,
                        status.equals("value") ? "null" : "\"empty-base\"",
                        value,
                        numerator,
                        denominator)));
    }

    private static ReportCheck against(ReportedFigures report, String printed, String more) {
        return given("\"printed\": \"" + printed
                        + "\", \"measure\": \"m\", \"figure\": \"f\", \"dimensions\": {\"area\": \"x\"}" + more)
                .check(report)
                .figures()
                .get(0)
                .report();
    }

    /** 1 / 8 = 12.5 %, whichever way it is rounded; 199 / 800 = 24.875 %. */
    @Test
    void linkedFigureIsEqualIfTheReportPrintsSo() {
        ReportedFigures eighth = report("value", "12.5", "1", "8");
        assertThat(against(eighth, "13%", "").verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(against(eighth, "12%", "").verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(against(eighth, "14%", ""))
                .isEqualTo(new ReportCheck(
                        Verdict.DIFFERS,
                        java.util.Optional.of(new BigDecimal("12.500000")),
                        java.util.Optional.of("12.5%"),
                        "the report has 12.5% (1 of 8)"));
        assertThat(against(eighth, "8", ", \"number\": \"denominator\"").verdict())
                .isEqualTo(Verdict.EQUAL);
        assertThat(against(eighth, "2", ", \"number\": \"numerator\"").verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    /**
     * A report of 9 families under a policy that rounds to the nearest 5 says 10: what was printed may be the truth.
     */
    @Test
    void numberThatARoundedReportDoesNotHaveCannotBeTold() {
        String policy = "{\"measure\": \"disclosure\", \"version\": \"1\", \"parameters\": {\"rounding\": \"%s\"}}";
        ReportedFigures rounded = report(policy.formatted("nearest 5"), "value", "50", "5", "10");
        ReportedFigures exact = report(policy.formatted("none"), "value", "50", "5", "10");

        assertThat(against(rounded, "9", ", \"number\": \"denominator\"").verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(against(rounded, "44%", "").says())
                .isEqualTo("the report has 50.0% (5 of 10), by numbers that are rounded");
        assertThat(against(rounded, "50%", "").verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(against(exact, "44%", "").verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void linkedFigureWithoutValueInTheReportIsNeverEqual() {
        assertThat(against(report("no-value", "null", "0", "0"), "0%", "").verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(against(report("suppressed", "null", "null", "null"), "0%", "")
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
        assertThat(against(report("value", "12.5", "1", "8"), "13%", ", \"number\": \"value\"")
                        .says())
                .isEqualTo("the report has 12.5% (1 of 8)");
    }

    /** Whether the measure, the figure or the part of the whole is mistyped: what there is in its place is named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "measure": "n", "figure": "f" | the report has no figure n/f{}; it has none of n
            "measure": "m", "figure": "g" | the report has no figure m/g{}; its figures of m are f
            "measure": "m", "figure": "f" | the report has no figure m/f{}; it has m/f{area=x}
            """)
    void linkToAFigureThatTheReportDoesNotHaveDiffers(String link, String says) {
        PublishedFigures figures = given("\"printed\": \"1%\", " + link);
        ReportedFigures report = report("value", "12.5", "1", "8");
        assertThat(figures.check(report).figures().get(0).report())
                .isEqualTo(
                        new ReportCheck(Verdict.DIFFERS, java.util.Optional.empty(), java.util.Optional.empty(), says));
        assertThat(figures.check(report).holds()).isFalse();
        assertThat(figures.check().holds()).isTrue();
    }

    /** Of seven parts five are named. */
    @Test
    void partsOfAFigureThatAreNamedAreFew() {
        ReportedFigures report = counts("a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1", "g", "1");
        assertThat(linked(report, "1", "\"dimensions\": {\"stage\": \"h\"}").says())
                .isEqualTo("the report has no figure m/f{stage=h}; it has m/f{stage=a}, m/f{stage=b}, m/f{stage=c},"
                        + " m/f{stage=d}, m/f{stage=e} and 2 more");
    }

    private static ReportedFigures counts(String... stagesAndCounts) {
        List<String> figures = new java.util.ArrayList<>();
        for (int i = 0; i < stagesAndCounts.length; i += 2) {
            figures.add("""
                {"measure": "m", "figure": "f", "dimensions": {"stage": "%s"}, "unit": "count", "status": "%s",
                 "reason": null, "value": %s, "numerator": null, "denominator": null, "base": "families closed"}
                """.formatted(
                            stagesAndCounts[i],
                            stagesAndCounts[i + 1].equals("null") ? "suppressed" : "value",
                            stagesAndCounts[i + 1]));
        }
        return ReportedFigures.read(Definition.parse(
                "report.json", "{\"format\": \"waymark-report/1\", \"figures\": [" + String.join(",", figures) + "]}"));
    }

    private static ReportCheck linked(ReportedFigures report, String printed, String link) {
        return given("\"printed\": \"" + printed + "\", \"measure\": \"m\", \"figure\": \"f\", " + link)
                .check(report)
                .figures()
                .get(0)
                .report();
    }

    /** 11 + 7 = 18 at the two top stages; 18 of 54 is 33.3 %. */
    @Test
    void linkAddsUpTheValuesOfADimensionAndTakesAShareOfAnotherFigure() {
        ReportedFigures report = counts("fourth", "11", "top", "7", "all", "54", "none", "0");
        String topStages = "\"dimensions\": {\"stage\": [\"fourth\", \"top\"]}";
        String of = ", \"of\": {\"measure\": \"m\", \"figure\": \"f\", \"dimensions\": {\"stage\": \"%s\"}}";
        ReportCheck sum = linked(report, "18", topStages);
        assertThat(sum.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(sum.says()).isEqualTo("the report has 18 (2 figures added up)");
        assertThat(linked(report, "19", topStages).verdict()).isEqualTo(Verdict.DIFFERS);
        ReportCheck share = linked(report, "33%", topStages + of.formatted("all"));
        assertThat(share.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(share.value()).contains(new BigDecimal("33.333333"));
        assertThat(share.says()).isEqualTo("the report has 33.3% (18 of 54)");
        assertThat(linked(report, "34%", topStages + of.formatted("all")).verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(linked(report, "0%", topStages + of.formatted("none")).verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(linked(report, "33%", topStages + of.formatted("lost")).says())
                .isEqualTo("the report has no figure m/f{stage=lost};"
                        + " it has m/f{stage=fourth}, m/f{stage=top}, m/f{stage=all}, m/f{stage=none}");
    }

    /** What is hidden may be what was printed, also as a part of a sum. */
    @Test
    void sumWithASuppressedPartCannotBeTold() {
        assertThat(linked(
                                counts("fourth", "11", "top", "null"),
                                "18",
                                "\"dimensions\": {\"stage\": [\"fourth\", \"top\"]}")
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    /**
     * 26 / 33 = 78.8 %. 1 / 8 = 12.5 %, which is 13 % half up and 12 % half even. Three parts printed 33 % are under
     * 100.5 %, which is no number that they can give, so 100 % is the most; and over 97.5 %, so 98 % the least.
     */
    @ParameterizedTest
    @CsvSource({
        "75%, '{\"ratio\": [\"b\", \"c\"]}', 26, 33, 33, 79%",
        "20%, '{\"ratio\": [\"b\", \"c\"]}', 1, 8, 8, 13% 12%",
        "102%, '{\"sum\": [\"b\", \"c\", \"d\"]}', 33%, 33%, 33%, 100%",
        "90%, '{\"sum\": [\"b\", \"c\", \"d\"]}', 33%, 33%, 33%, 98%",
        "64%, '{\"equals\": \"b\"}', 57%, 1, 1, 57%",
        "100%, '{\"sum\": [\"b\", \"c\", \"d\"]}', 33%, 33%, 33%, ''"
    })
    void nearestIsWhatCouldHaveBeenPrintedInstead(
            String printed, String relation, String b, String c, String d, String nearest) {
        assertThat(String.join(" ", relationOf(printed, relation, b, c, d).nearest()))
                .isEqualTo(nearest);
    }

    @Test
    void listedContradictionThatAgreesIsNotAsExpected() {
        String listed = ", \"expected\": {\"verdict\": \"inconsistent\", \"reason\": \"a misprint\"}";
        String ratio = "\"relations\": [{\"equals\": \"b\"}]" + listed;
        assertThat(check(given("\"printed\": \"1\", " + ratio, "\"printed\": \"2\""), "a")
                        .isAsExpected())
                .isTrue();
        assertThat(check(given("\"printed\": \"1\", " + ratio, "\"printed\": \"1\""), "a")
                        .isAsExpected())
                .isFalse();
    }

    @Test
    void fitFindsThatTheBaseIsAllFamiliesAndNotThoseWithTheDifficulty() {
        Fit fit = reports("ar16.json").fit("ar16-hm-findiff-resolved-pct");
        assertThat(fit.candidates())
                .extracting(Fit.Candidate::definition, Fit.Candidate::shown, Fit.Candidate::fits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("its own numerator and denominator", "22.73%", false),
                        org.assertj.core.groups.Tuple.tuple(
                                "ratio of ar16-hm-findiff-resolved, ar16-start-base", "13.44%", true));
    }

    /** 26 of 33 is 78.8 %; of the counts printed in the report, none from 34.4 to 34.9 would make 26 print as 75 %. */
    @Test
    void fitSaysWhenNothingFits() {
        assertThat(reports("ar16.json").fit("ar16-ph-dentist-pct").fitting()).isEmpty();
    }

    @Test
    void fitTriesTheFiguresOfTheSameMeasureAboutTheSamePart() {
        String figure = "{\"measure\": \"m\", \"figure\": \"%s\", \"dimensions\": {%s}, \"unit\": \"percent\","
                + " \"status\": \"value\", \"reason\": null, \"value\": %s, \"numerator\": %s, \"denominator\": %s,"
                + " \"base\": \"%s\"}";
        ReportedFigures report = ReportedFigures.read(Definition.parse(
                "report.json",
                "{\"format\": \"waymark-report/1\", \"figures\": ["
                        + String.join(
                                ",",
                                figure.formatted("progress", "\"area\": \"x\"", "63.2", "84", "133", "lower starters"),
                                figure.formatted(
                                        "progress-all", "\"area\": \"x\"", "45.2", "84", "186", "all starters"),
                                figure.formatted("progress", "\"area\": \"y\"", "45.0", "9", "20", "another area"),
                                figure.formatted(
                                        "progress",
                                        "\"district\": \"d\", \"area\": \"x\"",
                                        "45.0",
                                        "9",
                                        "20",
                                        "one district"))
                        + "]}"));
        PublishedFigures figures = given("\"printed\": \"45%\", \"measure\": \"m\", \"figure\": \"progress\","
                + " \"dimensions\": {\"area\": \"x\"}");
        assertThat(figures.fit("a", report).candidates())
                .extracting(Fit.Candidate::base, Fit.Candidate::fits)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lower starters", false),
                        org.assertj.core.groups.Tuple.tuple("all starters", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"printed\": \"54%\", \"value\": 55|WM-DEFINITION: published.json: figures[0] (a).value is 55. Expected:"
                        + " the number that is printed: 54.",
                "\"printed\": \"54%\", \"decimals\": 1|WM-DEFINITION: published.json: figures[0] (a).decimals is 1."
                        + " Expected: the decimals that are printed: 0.",
                "\"printed\": \"half\"|WM-DEFINITION: published.json: figures[0] (a).value is missing. Expected: the"
                        + " number that is printed as \"half\".",
                "\"printed\": \"1\", \"relations\": [{\"ratio\": [\"b\"]}]|WM-DEFINITION: published.json:"
                        + " figures[0] (a).relations[0].ratio is a list. Expected: the ids of 2 figures.",
                "\"printed\": \"1\", \"relations\": [{\"product\": [\"b\"]}]|WM-DEFINITION: published.json:"
                        + " figures[0] (a).relations[0].product is not known. Allowed here: sum, ratio, difference, equals,"
                        + " rollForward.",
                "\"printed\": \"1\", \"denominator\": -1|WM-DEFINITION: published.json: figures[0] (a).denominator is -1."
                        + " Expected: a whole number from 0 to 2147483647.",
                "\"printed\": \"1\", \"measure\": \"m\", \"figure\": \"f\", \"dimensions\": {\"stage\": [\"a\","
                        + " \"a\"]}|WM-DEFINITION: published.json: figures[0] (a).dimensions.stage is a list. Expected: a"
                        + " value, or different values whose figures are added up.",
                "\"printed\": \"1\", \"of\": {\"measure\": \"m\"}"
                        + "|WM-DEFINITION: published.json: figures[0] (a).measure is missing. Expected: a text.",
                "\"printed\": \"1\", \"measure\": \"m\""
                        + "|WM-DEFINITION: published.json: figures[0] (a).figure is missing. Expected: a text."
            })
    void mistakeInAFileIsNamed(String figure, String message) {
        assertThatThrownBy(() -> given(figure))
                .isInstanceOf(WaymarkException.class)
                .hasMessage(message);
    }

    @Test
    void idThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> reports("ar15.json", "ar15.json"))
                .hasMessage("WM-PUBLISHED: the id 'ar15-service-fsw' stands twice (ar15.json: figures[0])."
                        + " Give each figure its own id.");
    }

    @Test
    void unitFollowsFromThePrintedTextWhereItIsNotStated() {
        assertThat(Map.of("3,806", "COUNT", "54%", "PERCENT", "4.3", "MEAN", "£1,200", "POUNDS", "-23%", "PERCENT"))
                .allSatisfy((text, unit) -> assertThat(given("\"printed\": \"" + text + "\"")
                                .figures()
                                .get(0)
                                .printed()
                                .unit())
                        .hasToString(unit));
    }
}
