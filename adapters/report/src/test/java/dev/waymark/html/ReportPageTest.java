package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.DataQuality;
import dev.waymark.family.Period;
import dev.waymark.figure.Count;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says, read as text; how it looks and behaves is for the browser tests. */
class ReportPageTest {

    private static final Status SUPPRESSED = new Status(Status.State.SUPPRESSED, Optional.of("primary"));

    private static Figure count(String measure, String figure, Dimensions dimensions, long count) {
        return new Count(new FigureName(measure, figure, dimensions), "families", Status.VALUE, OptionalLong.of(count));
    }

    private static Figure share(String figure, String dimension, String value, Status status, int part, int whole) {
        boolean isShown = status.isValue();
        return new Percentage(
                new FigureName(
                        "eligibility", figure, dimension.isEmpty() ? Dimensions.NONE : Dimensions.of(dimension, value)),
                "families opened with an opening form",
                status,
                isShown ? OptionalLong.of(part) : OptionalLong.empty(),
                isShown ? OptionalLong.of(whole) : OptionalLong.empty(),
                true);
    }

    private static String page(Figure... figures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new Report(
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31),
                List.of(),
                new DataQuality(Map.of(), List.of(), List.of()),
                List.of(figures));
        ReportPage.write(report, Titles.ofWhatShips(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The page is English whatever the JVM speaks: in Turkish the small letter of I is another one. */
    @Test
    void daysAreWrittenInEnglish() throws IOException {
        Dimensions scheme = Dimensions.of("scheme", "anytown");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            String page = page(
                    count("pbr.results", "families-evaluated", scheme, 40),
                    count("pbr.results", "families", scheme.and("decision", "met"), 3),
                    count("pbr.claims", "families-claimed", scheme, 3),
                    count("pbr.claims", "families-claimed", scheme.and("claimed-on", "2015-04-01"), 1),
                    count("pbr.claims", "families-claimed", scheme.and("claimed-on", "2015-12-30"), 1),
                    count("pbr.claims", "families-claimed", scheme.and("claimed-on", "2015-12-31"), 1));
            assertThat(page)
                    .contains("1 April 2015 to 31 March 2016, as known on 31 March 2016")
                    .containsPattern("April 2015</th>\\s*<td[^>]*>1\u00A0April:\u00A01<")
                    .containsPattern(
                            "December 2015</th>\\s*<td[^>]*>30\u00A0December:\u00A01; 31\u00A0December:\u00A01<");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The page without its head and its script. */
    private static String main(Figure... figures) throws IOException {
        String page = page(figures);
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static List<String> all(String regex, String text) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void chaptersWithoutTheirMeasureAreLeftOut() throws IOException {
        assertThat(all("<section id=\"([a-z-]+)\"", main()))
                .containsExactly("summary", "quality", "reading", "definitions");
        assertThat(all(
                        "<section id=\"([a-z-]+)\"",
                        page(count("activity", "families-worked-with", Dimensions.NONE, 797))))
                .containsExactly("summary", "people", "quality", "reading", "definitions");
    }

    /** A reader must know that figures are missing; the family at which they failed is nobody's business. */
    @Test
    void measureThatFailedIsNamedInTheSummaryWithoutItsFamily() throws IOException {
        Report report = new Report(
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31),
                List.of(new MeasureDefinition("anytown.broken", "1", Map.of())),
                new DataQuality(Map.of(), List.of(), List.of()),
                List.of(),
                List.of(new MeasureFailure(
                        "anytown.broken",
                        "org.anytown.Broken",
                        "broken.jar",
                        "accept",
                        Optional.of("4711"),
                        "java.lang.IllegalStateException",
                        List.of("\tat org.anytown.Broken.accept"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ReportPage.write(report, Titles.ofWhatShips(), bytes);

        String page = bytes.toString(StandardCharsets.UTF_8);
        assertThat(all("<section id=\"summary\"(.*?)</section>", page))
                .singleElement()
                .asString()
                .contains("The measure anytown.broken failed: none of its figures are in this report.");
        assertThat(page).doesNotContain("4711").doesNotContain("org.anytown");
    }

    @Test
    void suppressedIsMarkedAndExplainedAndNeverZero() throws IOException {
        String page = main(
                share("families-with-need", "need", "crime", SUPPRESSED, 0, 0),
                share("families-with-need", "need", "school", Status.VALUE, 50, 100));

        assertThat(page)
                .containsPattern(
                        "(?s)Crime or anti-social behaviour</th>\\s*(<td class=\"[^\"]*\">\\[c\\]</td>\\s*){4}</tr>")
                .contains("[c] is a number that is not shown")
                .contains("{\"row\":0,\"label\":\"Crime or anti-social behaviour\",\"text\":\"[c]\"}")
                .contains("50.0%</td>");
    }

    /** What is hidden may be the highest of all, so nothing shown may be called that without saying so. */
    @Test
    void sentenceSaysThatNotAllNumbersAreShown() throws IOException {
        assertThat(main(
                        share("families-with-need", "need", "crime", SUPPRESSED, 0, 0),
                        share("families-with-need", "need", "school", Status.VALUE, 50, 100)))
                .contains("There is a number for Not attending school regularly (50.0%, 50 of 100) only; others may not"
                        + " be shown.");
        assertThat(main(
                        share("families-with-need", "need", "crime", SUPPRESSED, 0, 0),
                        share("families-with-need", "need", "health", Status.VALUE, 20, 100),
                        share("families-with-need", "need", "school", Status.VALUE, 50, 100)))
                .contains("The most common need was Not attending school regularly (50.0%, 50 of 100) and the least"
                        + " common Range of health problems (20.0%, 20 of 100), of those that may be shown.");
        assertThat(main(share("families-with-need", "need", "crime", SUPPRESSED, 0, 0)))
                .contains("No number here may be shown, to protect the people behind them.");
    }

    @Test
    void pageWithoutSuppressionDoesNotSpeakOfIt() throws IOException {
        assertThat(main(share("families-with-need", "need", "school", Status.VALUE, 50, 100)))
                .doesNotContain("[c]");
    }

    @Test
    void noValueStandsWithItsReasonAndIsNotDrawn() throws IOException {
        String page = main(
                share("families-with-need", "need", "crime", Status.EMPTY_BASE, 0, 0),
                share("eligible", "", "", Status.EMPTY_BASE, 0, 0));

        assertThat(page)
                .contains("none in base</td>")
                .contains("There is no picture, because too few of these numbers have a value to show.")
                .contains("There is nothing to compare, because none of these has a value.");
    }

    @Test
    void measureWhoseRecordsAreNotThereSaysSo() throws IOException {
        assertThat(main(share("eligible", "", "", Status.TABLE_ABSENT, 0, 0)))
                .contains("The records that this chapter needs were not in the data");
    }

    /** 50 of 100 and 20 of 100: the sentence names both, with their numbers. */
    @Test
    void chartSaysWhatToTakeFromIt() throws IOException {
        assertThat(main(
                        share("families-with-need", "need", "crime", Status.VALUE, 20, 100),
                        share("families-with-need", "need", "school", Status.VALUE, 50, 100)))
                .contains("The most common need was Not attending school regularly (50.0%, 50 of 100) and the least"
                        + " common Crime or anti-social behaviour (20.0%, 20 of 100).");
    }

    private static Figure ofStar(String measure, String figure, Dimensions dimensions, int part, int whole) {
        return new Percentage(
                new FigureName("familystar." + measure, figure, dimensions),
                "families scored in both readings",
                Status.VALUE,
                OptionalLong.of(part),
                OptionalLong.of(whole),
                true);
    }

    /**
     * "each ID alone or with others": 96 of 150 is 64 %, 30 of 150 is 20 %, and they are there without a first stage.
     */
    @Test
    void progressHasItsChapterWithoutTheOtherMeasuresOfTheStar() throws IOException {
        assertThat(main(
                        ofStar("progress", "positive-progress", Dimensions.of("area", "physical-health"), 96, 150),
                        ofStar("progress", "positive-progress", Dimensions.of("area", "social-networks"), 30, 150),
                        ofStar("progress", "positive-progress-all", Dimensions.of("area", "physical-health"), 97, 200),
                        ofStar("progress", "positive-progress-all", Dimensions.of("area", "social-networks"), 31, 200)))
                .contains("Of families that started lower down, progress was most common in Physical health (64.0%, 96"
                        + " of 150) and least common in Social networks (20.0%, 30 of 150).")
                .containsPattern("(?s)Physical health</th>\\s*<td class=\"[^\"]*\">64.0%</td>")
                .doesNotContain("none of these has a value", "id=\"more\"");
    }

    @Test
    void twoStarsStandApartWithoutTheirBase() throws IOException {
        Dimensions mine = Dimensions.of("star", "my-star").and("area", "school");
        Dimensions other = Dimensions.of("star", "other-star").and("area", "home");

        String page = main(
                ofStar("progress", "positive-progress", mine, 1, 2),
                ofStar("progress", "positive-progress", other, 1, 4));

        assertThat(all("<h2[^>]*>(What[^<]*)<", page))
                .containsExactly("What progress families make: My star", "What progress families make: Other star");
        assertThat(all("<[^>]* id=\"([^\"]*)\"", page))
                .contains("progress-my-star", "progress-other-star")
                .doesNotHaveDuplicates();
    }

    /** The chapter on progress says in how many families any area rose; without it the figure stands by itself. */
    @Test
    void figuresWhoseChapterCannotBeMadeStandAmongTheOtherMeasures() throws IOException {
        Figure any = ofStar("family", "any-progress", Dimensions.NONE, 70, 109);
        Figure moved = count(
                "familystar.transitions",
                "families",
                Dimensions.of("area", "physical-health")
                        .and("stage-at-first", "stuck")
                        .and("stage-at-last", "trying"),
                7);
        Figure progress = ofStar("progress", "positive-progress", Dimensions.of("area", "physical-health"), 96, 150);

        assertThat(all("id=\"(measure-[0-9])\".*?</h3>", main(any, moved))).containsExactly("measure-0", "measure-1");
        assertThat(main(any, moved))
                .containsPattern("(?s)Any progress</th>\\s*<td class=\"[^\"]*\">64.2%</td>")
                .containsPattern("(?s)Families: physical-health, stuck, trying</th>\\s*<td class=\"[^\"]*\">7</td>");
        assertThat(main(any, progress))
                .contains("64.2% (70 of 109) of the families made positive progress in at least one area.")
                .doesNotContain("id=\"more\"");
    }

    private static Figure byStart(String area, String stage, int part, int whole) {
        Dimensions dimensions = Dimensions.of("area", area).and("stage", stage);
        return whole == 0
                ? new Percentage(
                        new FigureName("familystar.progress", "positive-progress-by-start", dimensions),
                        "families first at the stage, scored in both readings",
                        Status.EMPTY_BASE,
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        true)
                : ofStar("progress", "positive-progress-by-start", dimensions, part, whole);
    }

    /** The sentence under a chart. */
    private static String takeaway(String chart, Figure... figures) throws IOException {
        return all("id=\"" + chart + "\".*?<p class=\"govuk-body takeaway\">(.*?)</p>", main(figures))
                .get(0);
    }

    /** All families started at stuck: that no others progressed more often says nothing of stuck. */
    @Test
    void oneStartingStageAloneIsNotCalledTheBest() throws IOException {
        assertThat(takeaway(
                        "by-start-chart",
                        byStart("physical-health", "stuck", 5, 10),
                        byStart("physical-health", "trying", 0, 0)))
                .isEqualTo("There is nothing to compare: in no area did one starting stage do better than another.");
        assertThat(takeaway(
                        "by-start-chart",
                        byStart("physical-health", "stuck", 5, 10),
                        byStart("physical-health", "trying", 0, 0),
                        byStart("social-networks", "stuck", 1, 10),
                        byStart("social-networks", "trying", 2, 10)))
                .isEqualTo("In the one area with two starting stages to compare, no families progressed more often than"
                        + " those that started at trying.");
    }

    /** Half of those at stuck and half of those at trying: both did best there, and stuck in the other area too. */
    @Test
    void stagesThatDidEquallyWellAreBothCounted() throws IOException {
        Figure[] level = {
            byStart("physical-health", "stuck", 5, 10),
            byStart("physical-health", "trying", 1, 2),
            byStart("physical-health", "finding-what-works", 1, 10)
        };

        assertThat(takeaway("by-start-chart", level))
                .isEqualTo("In the one area, no families progressed more often than those that started at stuck and"
                        + " those that started at trying.");
        assertThat(takeaway(
                        "by-start-chart",
                        level[0],
                        level[1],
                        level[2],
                        byStart("social-networks", "stuck", 3, 10),
                        byStart("social-networks", "trying", 2, 10),
                        byStart("social-networks", "finding-what-works", 1, 10)))
                .isEqualTo("In 2 of 2 areas, no families progressed more often than those that started at stuck.");
    }

    private static Figure issue(String figure, String level, String code, int part, int whole) {
        return new Percentage(
                new FigureName("issues", figure, Dimensions.of("level", level).and("issue", code)),
                "subjects answering the issue in both forms",
                Status.VALUE,
                OptionalLong.of(part),
                OptionalLong.of(whole),
                true);
    }

    /**
     * 9 of 90 families are more than 8 of 10 people, though the chart beside it has 10 % for the one and 80 % for the
     * other.
     */
    @Test
    void issueRecordedMostOftenIsNotCalledTheMostCommon() throws IOException {
        String page = main(
                issue("at-first", "person", "LOCAL-8", 8, 10),
                issue("at-first", "family", "LOCAL-9", 9, 90),
                issue("no-longer", "family", "LOCAL-9", 3, 9));

        assertThat(all("(The issue[^<.]*first was.*?\\.)<", page))
                .hasSize(2)
                .containsOnly("The issue recorded most often at first was “LOCAL-9”: of the 9 that had it at first, 3"
                        + " (33.3%) no longer had it at last.");
    }

    @Test
    void issuesRecordedEquallyOftenAreNamedTogether() throws IOException {
        assertThat(takeaway(
                        "issue-slopes",
                        issue("at-first", "person", "LOCAL-8", 8, 10),
                        issue("at-first", "family", "LOCAL-9", 8, 90),
                        issue("at-first", "family", "LOCAL-1", 7, 90)))
                .isEqualTo(
                        "The issues recorded most often at first were “LOCAL-8 (person)” and “LOCAL-9” (8 times each).");
    }

    /** The points of the summary, without those on the data that were read. */
    private static List<String> summary(Figure... figures) throws IOException {
        return all(
                        "<li>(.*?)</li>",
                        all("<section id=\"summary\"(.*?)</section>", main(figures))
                                .get(0))
                .stream()
                .filter(point -> !point.contains("rows of data"))
                .toList();
    }

    /** Out of its chapter, "it was the same in all" and "no number here" have nothing that they are said of. */
    @Test
    void summaryHasASentenceOnlyWhereThereIsSomethingToCompare() throws IOException {
        Dimensions health = Dimensions.of("area", "physical-health");
        Dimensions networks = Dimensions.of("area", "social-networks");

        assertThat(summary(
                        ofStar("progress", "positive-progress", health, 1, 1),
                        ofStar("progress", "positive-progress", networks, 2, 2),
                        ofStar("end", "little-or-no-support", health, 1, 1),
                        issue("at-first", "family", "LOCAL-9", 0, 1)))
                .isEmpty();
        assertThat(summary(
                        new Percentage(
                                new FigureName("familystar.progress", "positive-progress", health),
                                "families scored in both readings",
                                SUPPRESSED,
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                true),
                        share("families-with-need", "need", "crime", SUPPRESSED, 0, 0)))
                .isEmpty();
        assertThat(summary(
                        ofStar("end", "little-or-no-support", health, 1, 2),
                        ofStar("end", "little-or-no-support", networks, 2, 2)))
                .containsExactly(
                        "At the end, families most often needed little or no support in Social networks (100.0%,"
                                + " 2 of 2) and least often in Physical health (50.0%, 1 of 2).");
    }

    @Test
    void oneOfAKindIsNotNamedAsMany() throws IOException {
        List<String> labels = all(
                "<section id=\"summary\"(.*?)</section>",
                main(
                        count("activity", "families-worked-with", Dimensions.NONE, 1),
                        count("activity", "individuals", Dimensions.NONE, 1),
                        count("activity", "children", Dimensions.NONE, 1),
                        count("activity", "families-closed", Dimensions.NONE, 2)));

        assertThat(labels)
                .singleElement()
                .asString()
                .contains("family worked with", "family member", "1 of them a child", "families whose work ended")
                .doesNotContain("families worked with", "family members");
    }

    private static List<Figure> everyMeasureOfTheStar(String area) {
        Dimensions of = Dimensions.of("area", area);
        return List.of(
                byStart(area, "stuck", 1, 2),
                ofStar("progress", "positive-progress-all", of, 1, 2),
                ofStar("start", "stage-at-first", of.and("stage", "stuck"), 2, 2),
                ofStar("end", "stage-at-last", of.and("stage", "stuck"), 2, 2),
                count(
                        "familystar.transitions",
                        "families",
                        of.and("stage-at-first", "stuck").and("stage-at-last", "stuck"),
                        2));
    }

    /** A link or a label that names an id must find one thing only, whatever a council calls the areas of its Star. */
    @Test
    void areaOfAnyNameHasItsOwnIds() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String area : List.of("chart", "by-start-chart", "by-stage-chart")) {
            figures.addAll(everyMeasureOfTheStar(area));
        }

        assertThat(all("<[^>]* id=\"([^\"]*)\"", page(figures.toArray(Figure[]::new))))
                .contains("by-start-chart", "by-stage-chart", "area-by-stage-chart", "flow-chart")
                .doesNotHaveDuplicates();
    }

    /** "The as-at date does not act on the budget." */
    @Test
    void budgetIsNotSaidToEndOnTheAsAtDate() throws IOException {
        assertThat(main(count("activity", "families-worked-with", Dimensions.NONE, 797)))
                .contains("Nothing recorded after 31 March 2016 is in this report.");
        assertThat(main(count("pbr.finance", "income", Dimensions.of("year", "2019/20"), 1)))
                .contains(
                        "Nothing recorded after 31 March 2016 is in this report, except in the budget: all its lines are,"
                                + " whichever year they are of.");
    }

    @Test
    void markInAMonthOfClaimsIsExplainedUnderIt() throws IOException {
        Dimensions first = Dimensions.of("claimed-on", "2015-04-01");
        String page = main(
                count("pbr.claims", "families-claimed", Dimensions.NONE, 30),
                new Count(
                        new FigureName("pbr.claims", "families-claimed", first),
                        "families",
                        SUPPRESSED,
                        OptionalLong.empty()),
                count("pbr.claims", "families-claimed", Dimensions.of("claimed-on", "2015-04-02"), 28));

        String table = page.substring(page.indexOf("Families claimed, by day"), page.indexOf("id=\"quality\""));
        assertThat(table)
                .contains("<td class=\"govuk-table__cell\">1\u00A0April:\u00A0[c]; 2\u00A0April:\u00A028</td>")
                .contains("[c] is a number that is not shown");
    }

    /** The sentence beside the areas is on another measure, which the report need not have. */
    @Test
    void districtsAreNotSaidToHaveNoValueForWantOfAnotherMeasure() throws IOException {
        Dimensions health = Dimensions.of("area", "physical-health");
        Dimensions blaby = Dimensions.of("district", "Blaby");

        assertThat(main(
                        ofStar("progress", "positive-progress-all", health, 97, 200),
                        ofStar("progress", "positive-progress-all", blaby.and("area", "physical-health"), 5, 10)))
                .contains("Each picture is of one area: how many families progressed there, by district.")
                .contains("50.0% (5 of 10)")
                .doesNotContain("Main figures by district");
    }

    @Test
    void oneDistrictIsNotComparedWithItself() throws IOException {
        assertThat(takeaway(
                        "districts-any-progress",
                        ofStar("family", "any-progress", Dimensions.NONE, 1, 2),
                        ofStar("family", "any-progress", Dimensions.of("district", "Blaby"), 1, 2)))
                .isEqualTo("One district only has a number to place. It lies within the limits.");
    }

    @Test
    void claimsOfTwoSchemesStandApartWithoutTheirResults() throws IOException {
        Dimensions anytown = Dimensions.of("scheme", "anytown");
        Dimensions othertown = Dimensions.of("scheme", "othertown");
        String page = main(
                count("pbr.claims", "families-claimed", anytown, 3),
                count("pbr.claims", "families-claimed", anytown.and("claimed-on", "2015-04-01"), 3),
                count("pbr.claims", "families-claimed", othertown, 2),
                count("pbr.claims", "families-claimed", othertown.and("claimed-on", "2015-04-02"), 2));

        assertThat(all("(id=\"scheme-0\".*?)id=\"scheme-1\"", page))
                .singleElement()
                .asString()
                .contains("Anytown", "1\u00A0April:\u00A03<")
                .doesNotContain("Othertown", "2\u00A0April");
        assertThat(all("(id=\"scheme-1\".*?)</section>", page))
                .singleElement()
                .asString()
                .contains("Othertown", "2\u00A0April:\u00A02<");
    }

    /** The policy allows exactly the one style sheet and the one script that stand in the page. */
    @Test
    void policyAllowsTheStylesAndTheScriptByTheirHash() throws IOException, NoSuchAlgorithmException {
        String page = page();

        String policy = all("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", page)
                .get(0);
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + hash(all("<style>(.*?)</style>", page).get(0))
                        + "'; script-src 'sha256-"
                        + hash(all("<script>(.*?)</script>", page).get(0))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(all("(<script>)", page)).hasSize(1);
        assertThat(all("(style=\")", page.substring(0, page.indexOf("<script>"))))
                .isEmpty();
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** "govuk-frontend without its font and crown": only gov.uk may use them. */
    @Test
    void stylesFetchNothingAndHaveNeitherFontNorCrown() {
        assertThat(PageAssets.load().styles())
                .doesNotContain("url(", "@import", "@font-face", "Transport", "crest", "crown")
                .contains(".govuk-table");
    }

    /** "reduced motion respected": nothing on the page moves for anybody, and pictures are drawn as they stay. */
    @Test
    void nothingMoves() {
        assertThat(PageAssets.load().styles())
                .doesNotContain("animation", "transition", "scroll-behavior", "@keyframes");
    }

    @Test
    void textOfTheDataIsEscapedInHtmlAndInScript() throws IOException {
        String name = "</script><script>alert(1)</script>&\"'";
        String page = page(
                count("activity", "individuals-by-age", Dimensions.of("age-band", name), 3),
                count("activity", "individuals-by-ethnicity", Dimensions.of("ethnicity", name), 3),
                count(name, name, Dimensions.NONE, 3));

        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;")
                .contains("\\u003C/script\\u003E\\u003Cscript\\u003Ealert(1)");
    }

    @Test
    void measureOfAPluginHasItsTable() throws IOException {
        assertThat(main(count("anytown.short-work", "in-26-weeks", Dimensions.NONE, 12)))
                .contains("<h2 class=\"govuk-heading-l\" id=\"more-title\">More measures</h2>")
                .containsPattern("(?s)In 26 weeks</th>\\s*<td class=\"[^\"]*\">12</td>");
    }

    private static Figure inTime(Dimensions dimensions, Status status, int part, int whole) {
        boolean isShown = status.isValue();
        return new Percentage(
                new FigureName("anytown.short-work", "in-26-weeks", dimensions),
                "families closed in the period",
                status,
                isShown ? OptionalLong.of(part) : OptionalLong.empty(),
                isShown ? OptionalLong.of(whole) : OptionalLong.empty(),
                true);
    }

    /** 12 of 20 in the county: 3 of 4 in Blaby, so many of Melton's that they must not be shown. */
    private static String shortWorkByDistrict() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new Report(
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31),
                List.of(
                        new MeasureDefinition("activity", "1", "Families worked with", Map.of()),
                        new MeasureDefinition(
                                "anytown.short-work",
                                "1",
                                "Work of 26 weeks <or less>",
                                Map.of(),
                                "Anytown plan <2016>, page 4")),
                new DataQuality(Map.of(), List.of(), List.of()),
                List.of(
                        count("activity", "families-worked-with", Dimensions.NONE, 30),
                        inTime(Dimensions.NONE, Status.VALUE, 12, 20),
                        count("anytown.short-work", "closed", Dimensions.of("age-band", "0 to 4"), 9),
                        count("activity", "families-worked-with", Dimensions.of("district", "Blaby"), 6),
                        inTime(Dimensions.of("district", "Blaby"), Status.VALUE, 3, 4),
                        count(
                                "anytown.short-work",
                                "closed",
                                Dimensions.of("district", "Blaby").and("age-band", "0 to 4"),
                                2),
                        count("activity", "families-worked-with", Dimensions.of("district", "Melton"), 24),
                        inTime(Dimensions.of("district", "Melton"), SUPPRESSED, 0, 0)));
        ReportPage.write(report, Titles.ofWhatShips(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** An auditor asks of every number who wrote the rule. */
    @Test
    void definitionsSayWhoWroteTheRules() throws IOException {
        assertThat(shortWorkByDistrict())
                .containsPattern(
                        "(?s)id=\"definitions\".*anytown\\.short-work.*?Anytown plan &lt;2016(?:>|&gt;), page 4");
    }

    @Test
    void measureOfAPluginIsHeadedByItsTitleWithItsIdBeside() throws IOException {
        assertThat(all("id=\"measure-0-title\">(.*?)</h3>", shortWorkByDistrict()))
                .containsExactly("Work of 26 weeks &lt;or less&gt; <span class=\"code\">anytown.short-work</span>");
    }

    @Test
    void measureWhoseTitleIsNotKnownIsHeadedByItsIdAlone() throws IOException {
        assertThat(all(
                        "id=\"measure-0-title\">(.*?)</h3>",
                        main(count("anytown.short-work", "in-26-weeks", Dimensions.NONE, 12))))
                .containsExactly("anytown.short-work");
    }

    /** Every district has a row, and the county the last; what a district does not have is a dash. */
    @Test
    void measureOfAPluginStandsByDistrictAmongTheDistrictsSideBySide() throws IOException {
        List<String> districts = all("(<section id=\"districts\".*?)<p class=\"back\">", shortWorkByDistrict());

        assertThat(districts)
                .singleElement()
                .asString()
                .contains(
                        "Work of 26 weeks &lt;or less&gt; by district <span class=\"code\">anytown.short-work</span>");
        String table = districts.get(0).substring(districts.get(0).indexOf("districts-measure-0"));
        assertThat(all("<th scope=\"col\"[^>]*>(.*?)</th>", table))
                .containsExactly("No. and district", "In 26 weeks", "Closed: 0 to 4");
        assertThat(all("<th scope=\"row\"[^>]*>(.*?)</th>", table))
                .containsExactly("1 Blaby", "2 Melton", "All districts");
        assertThat(all("<td[^>]*>(.*?)</td>", table))
                .containsExactly("75.0% (3 of 4)", "2", "[c]", "–", "60.0% (12 of 20)", "9");
    }

    /** Of one district and the county there are two columns, and so a row for each of three figures. */
    @Test
    void measureWithMoreFiguresThanThereAreDistrictsHasThemOneBelowTheOther() throws IOException {
        Dimensions blaby = Dimensions.of("district", "Blaby");
        String page = main(
                count("anytown.visits", "planned", Dimensions.NONE, 12),
                count("anytown.visits", "made", Dimensions.NONE, 11),
                count("anytown.visits", "missed", Dimensions.NONE, 1),
                count("anytown.visits", "planned", blaby, 4),
                count("anytown.visits", "missed", blaby, 2));

        String table = page.substring(page.indexOf("districts-measure-0"));
        table = table.substring(0, table.indexOf("</table>"));
        assertThat(all("<th scope=\"col\"[^>]*>(.*?)</th>", table))
                .containsExactly("Figure", "1 Blaby", "All districts");
        assertThat(all("<th scope=\"row\"[^>]*>(.*?)</th>", table)).containsExactly("Planned", "Made", "Missed");
        assertThat(all("<td[^>]*>(.*?)</td>", table)).containsExactly("4", "12", "–", "11", "2", "1");
    }

    /** The budget, for one, is not split. */
    @Test
    void measureThatIsNotSplitHasNoTableByDistrict() throws IOException {
        assertThat(main(
                        count("activity", "families-worked-with", Dimensions.of("district", "Blaby"), 6),
                        count("anytown.short-work", "in-26-weeks", Dimensions.NONE, 12)))
                .contains("id=\"districts\"", "id=\"measure-0\"")
                .doesNotContain("districts-measure");
    }

    @Test
    void sameReportGivesTheSameBytes() throws IOException {
        Figure figure = count("activity", "families-worked-with", Dimensions.NONE, 797);

        assertThat(page(figure)).isEqualTo(page(figure));
    }
}
