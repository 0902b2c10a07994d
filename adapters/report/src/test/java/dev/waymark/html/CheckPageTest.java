package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.definition.Definition;
import dev.waymark.published.PublishedFigures;
import dev.waymark.published.ReportedFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** "`--html FILE` in the style of the report": what the page of a check says, read as text. */
class CheckPageTest {

    private static final ReportedFigures REPORT = ReportedFigures.read(Definition.parse("report.json", """
        {"format": "waymark-report/1", "figures": [
         {"measure": "m", "figure": "f", "dimensions": {}, "unit": "percent", "status": "value", "reason": null,
          "value": 50.0, "numerator": 1, "denominator": 2, "base": "families worked with"}]}
        """));

    private static PublishedFigures published(String... figures) {
        return PublishedFigures.read(Definition.parse("published.json", """
            {"format": "waymark-published/1", "source": {"title": "Annual Report 2016"}, "figures": [%s]}
            """.formatted(String.join(",", figures))));
    }

    private static String page(String... figures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckPage.write(published(figures).check(REPORT), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> all(String regex, String text) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The cells of the row that begins with a heading. */
    private static List<String> row(String page, String heading) {
        String row = all("(<th scope=\"row\"[^>]*>" + Pattern.quote(heading) + "</th>.*?</tr>)", page)
                .get(0);
        return all("<td[^>]*>(.*?)</td>", row);
    }

    private static final String DENTIST = "{\"id\": \"dentist\", \"text\": \"Families with a dentist\", \"printed\":"
            + " \"75%\", \"numerator\": 26, \"denominator\": 33, \"base\": \"families without a dentist\"}";
    private static final String RIGHT =
            "{\"id\": \"right\", \"text\": \"Half\", \"printed\": \"50%\"," + " \"measure\": \"m\", \"figure\": \"f\"}";
    private static final String OTHER = "{\"id\": \"other\", \"text\": \"More than half\", \"printed\": \"51%\","
            + " \"measure\": \"m\", \"figure\": \"f\"}";
    private static final String ALONE = "{\"id\": \"alone\", \"text\": \"Workers\", \"printed\": \"51\"}";

    @Test
    void verdictsStandWorstFirst() throws IOException {
        assertThat(all("<section id=\"([a-z-]+)\" aria-labelledby=\"[a-z-]+\">", page(RIGHT, ALONE, OTHER, DENTIST)))
                .containsExactly("summary", "inconsistent", "differs", "not-checked", "equal", "reading");
    }

    /** 26 of 33 is 78.8 %; 24 of 33 is 72.7 % and 25 of 33 is 75.8 %, so that neither prints as 75 %. */
    @Test
    void contradictionHasWhatWasPrintedWhatComesOfItAndWhatIsNearest() throws IOException {
        String page = page(DENTIST);

        assertThat(row(page, "Its own numerator and denominator"))
                .containsExactly(
                        "inconsistent", "75%", "78.8%", "79%", "26 of 33 is 78.8%, which prints as 79%, not 75%");
        assertThat(row(page, "A whole number of cases"))
                .containsExactly(
                        "inconsistent",
                        "75%",
                        "–",
                        "24 or 25",
                        "no whole number of 33 prints so; nearest are 24 of 33 (72.7%) and 25 of 33 (75.8%)");
        assertThat(page).contains("Printed 75%, of: families without a dentist. Id: dentist.");
    }

    @Test
    void linkedFigureStandsBesideTheNumberOfTheReport() throws IOException {
        String page = page(RIGHT, OTHER);

        assertThat(row(page, "The report"))
                .containsExactly("differs", "51%", "50.0%", "–", "the report has 50.0% (1 of 2)");
        assertThat(row(page, "Half")).containsExactly("right", "50%", "–", "50.0%", "the report has 50.0% (1 of 2)");
    }

    @Test
    void reasonThatTheFileListsIsTold() throws IOException {
        String listed = ", \"expected\": {\"verdict\": \"%s\", \"reason\": \"a misprint\"}}";

        String asExpected = page(OTHER.replaceFirst("}$", listed.formatted("differs")));
        assertThat(asExpected)
                .contains("Listed in the file: a misprint")
                .contains("Of 1 figure, 1 contradicts the numbers printed beside it or the report.")
                .contains("It is listed in the file, with a reason.");
        String otherwise = page(RIGHT.replaceFirst("}$", listed.formatted("differs")));
        assertThat(otherwise)
                .contains("Listed in the file as differs, which it is not any more: a misprint")
                .contains("1 figure listed with a verdict has another now: correct the file.");
    }

    @Test
    void asManyAreListedAsTheFileLists() throws IOException {
        String second = OTHER.replace("\"other\"", "\"second\"");
        String listed =
                second.replaceFirst("}$", ", \"expected\": {\"verdict\": \"differs\", \"reason\": \"a misprint\"}}");

        assertThat(page(OTHER)).contains("It is not listed in the file, with a reason.");
        assertThat(page(OTHER, second)).contains("None of them is listed in the file, with a reason.");
        assertThat(page(OTHER, listed)).contains("1 of them is listed in the file, with a reason.");
    }

    /** A page without charts needs no script; its policy allows none. */
    @Test
    void pageFetchesNothingAndRunsNothing() throws IOException {
        String page = page(DENTIST, RIGHT);

        assertThat(page).doesNotContain("<script", "script-src", "<img", "<link", "src=", "style=\"");
        assertThat(all("href=\"(.)", page)).isNotEmpty().containsOnly("#");
        assertThat(page).contains("default-src 'none'").contains("GOV.UK Frontend (MIT License)");
    }

    @Test
    void textOfTheFileIsEscaped() throws IOException {
        assertThat(page("{\"id\": \"<i>\", \"text\": \"<script>alert(1)</script>\", \"printed\": \"1\"}"))
                .doesNotContain("<script>", "<i>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void pageWithoutAReportSaysSo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckPage.write(published(RIGHT).check(), bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Annual Report 2016. Held against each other; no report of the records was given.")
                .contains("no report was given</td>");
    }

    /** Of a figure that is linked to no figure of a report, a report can say nothing, whether one was given or not. */
    @Test
    void pageOfFiguresThatAreLinkedToNoneSaysSo() throws IOException {
        assertThat(page(ALONE))
                .contains("Held against each other; none is linked to a figure of a report of the records.")
                .doesNotContain("no report of the records was given");
    }
}
