package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code check}, as somebody types it. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheReports() throws IOException {
        for (String file : new String[] {"ar15.json", "ar16.json"}) {
            try (InputStream published = Objects.requireNonNull(
                    CheckCommandTest.class.getResourceAsStream("/dev/waymark/published/" + file))) {
                Files.copy(published, folder.resolve(file));
            }
        }
    }

    private Ran check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].endsWith(".json")
                    ? folder.resolve(arguments[i]).toString()
                    : arguments[i];
        }
        return Ran.command((Object[]) all);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void tableHasTheWorstFirstWithItsReasons() {
        Ran ran = check("ar15.json");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines().limit(5))
                .containsExactly(
                        "Published figures: 28",
                        "inconsistent 1, differs 0, cannot-tell 0, not-checked 22, consistent 5, equal 0",
                        "",
                        "verdict       figure                     printed  why",
                        "inconsistent  ar15-avg-members           4.3      2417 of 552 is 4.38, which prints as 4.4,"
                                + " not 4.3");
        assertThat(ran.errors()).isEmpty();
    }

    @Test
    void jsonHasAVerdictForEachFigureAndRelationInOrder() throws IOException {
        Ran ran = check("ar16.json", "--json");
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(json.path("format").textValue()).isEqualTo("waymark-check/1");
        JsonNode difficulties = figure(json, "ar16-hm-findiff-resolved-pct");
        assertThat(difficulties.path("printed").textValue()).isEqualTo("13.4%");
        assertThat(difficulties.path("verdict").textValue()).isEqualTo("inconsistent");
        assertThat(difficulties.path("relations").findValuesAsText("type")).containsExactly("ratio", "ratio");
        assertThat(difficulties.path("relations").findValuesAsText("verdict"))
                .containsExactly("inconsistent", "consistent");
        assertThat(difficulties.path("relations").path(1).path("recomputed").decimalValue())
                .isEqualByComparingTo("13.440860");
        assertThat(difficulties.path("feasibility").path("verdict").textValue()).isEqualTo("inconsistent");
        assertThat(difficulties.path("feasibility").path("nearest").toString()).isEqualTo("[14,15]");
        assertThat(difficulties.path("report").path("verdict").textValue()).isEqualTo("not-checked");
        assertThat(figure(json, "ar16-hm-arrears-pct")
                        .path("feasibility")
                        .path("numerators")
                        .toString())
                .isEqualTo("[18]");
        assertThat(figure(json, "ar16-sum-children-pct")
                        .path("feasibility")
                        .path("verdict")
                        .textValue())
                .isEqualTo("cannot-tell");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    /** "figures": [{"id", "printed", "verdict", "relations", "feasibility", "report"}...], in the file's order. */
    @Test
    void jsonHasTheShapeThatIsPromised() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(check("ar15.json", "ar16.json", "--json").out());
        assertThat(keys(json)).containsExactly("format", "figures");
        assertThat(json.path("figures").path(0).path("id").textValue()).isEqualTo("ar15-service-fsw");
        assertThat(json.path("figures").path(28).path("id").textValue()).isEqualTo("ar16-sum-families-worked");
        assertThat(json.path("figures")).hasSize(153).allSatisfy(figure -> {
            assertThat(keys(figure)).startsWith("id", "printed", "verdict", "relations", "feasibility", "report");
            assertThat(figure.path("relations"))
                    .allSatisfy(relation ->
                            assertThat(keys(relation)).startsWith("type", "verdict", "recomputed", "printed"));
            assertThat(keys(figure.path("feasibility")).get(0)).isEqualTo("verdict");
            assertThat(keys(figure.path("feasibility")).get(1)).isIn("numerators", "nearest");
            assertThat(keys(figure.path("report"))).startsWith("verdict", "value");
        });
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode figure(JsonNode json, String id) {
        for (JsonNode figure : json.path("figures")) {
            if (figure.path("id").textValue().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + id);
    }

    @Test
    void pageForPeopleIsWrittenBesideTheTable() {
        Path page = folder.resolve("pages/check.html");
        Ran ran = check("ar15.json", "--html", page.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).startsWith("Published figures: 28\n").endsWith("\nPage: " + page + "\n");
        assertThat(page)
                .content()
                .contains("Annual Report 2014/15", "2417 of 552 is 4.38, which prints as 4.4, not 4.3");
        assertThat(check("ar15.json", "--html", page.toString(), "--json").out())
                .startsWith("{");
    }

    @Test
    void fitHasNoPage() {
        Ran ran = check("ar16.json", "--fit", "ar16-ph-dentist-pct", "--html", "check.html");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors())
                .isEqualTo("WM-USAGE: --html writes the verdicts on all figures, not a fit."
                        + " Leave out --html or --fit.\n");
    }

    @Test
    void figuresWithoutContradictionExitWithZero() throws IOException {
        write("fine.json", """
            {"format": "waymark-published/1", "figures": [
             {"id": "a", "text": "Half", "printed": "50%", "numerator": 1, "denominator": 2}]}
            """);
        assertThat(check("fine.json").exitCode()).isZero();
    }

    @Test
    void linkedFigureIsHeldAgainstTheReport() throws IOException {
        write("linked.json", """
            {"format": "waymark-published/1", "figures": [
             {"id": "a", "text": "Closed", "printed": "50%", "measure": "m", "figure": "f"},
             {"id": "b", "text": "Closed", "printed": "51%", "measure": "m", "figure": "f"}]}
            """);
        write("report.json", """
            {"format": "waymark-report/1", "figures": [
             {"measure": "m", "figure": "f", "dimensions": {}, "unit": "percent", "status": "value", "reason": null,
              "value": 50.0, "numerator": 1, "denominator": 2, "base": "families worked with"}]}
            """);
        Ran ran = check("linked.json", "--report", "report.json", "--json");
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(figure(json, "a").path("report").toString())
                .isEqualTo("{\"verdict\":\"equal\",\"value\":50,\"says\":\"the report has 50.0% (1 of 2)\"}");
        assertThat(figure(json, "b").path("verdict").textValue()).isEqualTo("differs");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    /**
     * 13 families are 15 under a policy that rounds to 5: a 13 that was published can be right, and 15 is what is
     * there.
     */
    @Test
    void reportThatWasRoundedContradictsNoNumber() throws IOException {
        SmallCouncil council = new SmallCouncil(folder);
        StringBuilder families = new StringBuilder("family_id\n");
        StringBuilder episodes = new StringBuilder("episode_id,family_id,service,opened\n");
        for (int family = 1; family <= 13; family++) {
            families.append(family).append('\n');
            episodes.append(family).append(',').append(family).append(",ifs,2015-05-01\n");
        }
        council.write("families.csv", families.toString());
        council.write("episodes.csv", episodes.toString());
        Files.delete(council.data().resolve("star_readings.csv"));
        write("published.json", """
            {"format": "waymark-published/1", "figures": [
             {"id": "a", "text": "Families", "printed": "13", "measure": "activity", "figure": "families-worked-with"},
             {"id": "b", "text": "Families", "printed": "15", "measure": "activity", "figure": "families-worked-with"}]}
            """);

        assertThat(council.report("--disclosure", "nhs").errors()).isEmpty();
        assertThat(verdictsAgainst(council.out())).containsExactly("cannot-tell", "equal");

        assertThat(council.report().errors()).isEmpty();
        assertThat(verdictsAgainst(council.out())).containsExactly("equal", "differs");
    }

    private List<String> verdictsAgainst(Path report) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(check("published.json", "--report", report.toString(), "--json")
                        .out());
        return List.of(
                figure(json, "a").path("verdict").textValue(),
                figure(json, "b").path("verdict").textValue());
    }

    @Test
    void linkToAFigureThatTheReportDoesNotHaveFails() throws IOException {
        write("linked.json", """
            {"format": "waymark-published/1", "figures": [
             {"id": "a", "text": "Closed", "printed": "50%", "numerator": 1, "denominator": 2,
              "measure": "m", "figure": "g"}]}
            """);
        Files.createDirectory(folder.resolve("out"));
        write("out/report.json", """
            {"format": "waymark-report/1", "figures": [
             {"measure": "m", "figure": "f", "dimensions": {}, "unit": "percent", "status": "value", "reason": null,
              "value": 50.0, "numerator": 1, "denominator": 2, "base": "families worked with"}]}
            """);
        for (String report : List.of("out/report.json", folder.resolve("out").toString())) {
            Ran ran = check("linked.json", "--report", report);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out().lines().skip(4))
                    .containsExactly(
                            "differs  a           50%  the report has no figure m/g{}; its figures of m are f");
        }
        assertThat(check("linked.json").exitCode()).isZero();
    }

    @Test
    void folderWithoutReportIsNamed() {
        Ran ran = check("ar16.json", "--report", folder.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors())
                .isEqualTo("WM-FILE: the report " + folder.resolve("report.json") + " cannot be read"
                        + " (NoSuchFileException). Give the file with --report.\n");
    }

    @Test
    void fitSaysWhichBaseGivesTheNumber() {
        Ran ran = check("ar16.json", "--fit", "ar16-hm-findiff-resolved-pct");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("no    22.73%  25 of 110  its own numerator and denominator")
                .contains("yes   13.44%  25 of 186  ratio of ar16-hm-findiff-resolved, ar16-start-base")
                .contains("One of the calculations declared gives it.");
        Ran none = check("ar16.json", "--fit", "ar16-ph-dentist-pct");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.out()).contains("None of the calculations declared gives it.");
    }

    @Test
    void fitAsJsonListsWhatWasTried() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(check("ar16.json", "--fit", "ar16-hm-findiff-resolved-pct", "--json")
                        .out());
        assertThat(json.path("format").textValue()).isEqualTo("waymark-fit/1");
        assertThat(json.path("candidates").findValuesAsText("fits")).containsExactly("false", "true");
        assertThat(json.path("candidates").findValuesAsText("denominator")).containsExactly("110", "186");
    }

    @Test
    void filesThatCannotBeReadAreUsageErrors() throws IOException {
        Ran missing = check("missing.json");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.errors())
                .startsWith("WM-FILE: the file ")
                .endsWith("missing.json cannot be read (NoSuchFileException). Give the file with check FILE.\n");
        Ran notAReport = check("ar16.json", "--report", "ar15.json");
        assertThat(notAReport.exitCode()).isEqualTo(2);
        assertThat(notAReport.errors())
                .isEqualTo("WM-DEFINITION: ar15.json: format is \"waymark-published/1\"."
                        + " Expected: \"waymark-report/1\".\n");
        write("cut.json", "{\"format\": \"waymark-published/1\",");
        assertThat(check("cut.json").errors())
                .startsWith("WM-DEFINITION: cut.json line 1 is not JSON: ")
                .hasLineCount(1);
        write("wrong.json", """
            {"format": "waymark-published/1", "figures": [
             {"id": "a", "printed": "1"},
             {"id": "b", "printed": "50%", "relations": [{"ratio": ["a", "a"]}, {"ratio": ["a"]}]}]}
            """);
        Ran wrong = check("wrong.json", "--html", folder.resolve("wrong.html").toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors())
                .isEqualTo("WM-DEFINITION: wrong.json: figures[1] (b).relations[1].ratio is a list."
                        + " Expected: the ids of 2 figures.\n");
        assertThat(folder.resolve("wrong.html")).doesNotExist();
        Ran unknown = check("ar16.json", "--fit", "ar17");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors())
                .isEqualTo("WM-PUBLISHED: no published figure has the id 'ar17'. Give the id of one in the files.\n");
    }
}
