package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.junit.FigureUnderTest;
import dev.waymark.junit.PublishedFigures;
import dev.waymark.published.Fit;
import dev.waymark.published.PublishedFigure;
import dev.waymark.published.ReportedFigures;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracle: published numbers. The example county, through files and the whole pipeline, prints what the annual report of
 * 2015/16 printed, wherever that does not contradict itself; the files of published figures, which {@code check} reads,
 * say where it does and why.
 *
 * <p>{@code ar16-more.json} holds four numbers of the report that the list of its figures leaves out. Where the words
 * of the report name another base than its arithmetic, the figure is the one of the arithmetic, and the reason says so.
 */
class PublishedFileTest {

    private static final String LAST_YEAR = "/dev/waymark/published/ar15.json";
    private static final String THIS_YEAR = "/dev/waymark/published/ar16.json";
    private static final String MORE = "/dev/waymark/published/ar16-more.json";

    @TempDir
    private static Path folder;

    private static Report report;
    private static ReportedFigures reported;

    @BeforeAll
    static void runTheWholePipeline() throws IOException {
        ExampleCounty.write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().notices()).isEmpty();
        report = MeasureRun.of(
                        store, MeasureCatalog.load(PublishedFileTest.class.getClassLoader()), Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
        reported = ReportedFigures.of(report);
    }

    @PublishedFigures({LAST_YEAR, THIS_YEAR, MORE})
    void countyPrintsWhatWasPublished(FigureUnderTest figure) {
        figure.agreesWith(reported);
    }

    private static dev.waymark.published.PublishedFigures published() {
        return dev.waymark.published.PublishedFigures.read(
                Definition.resource(PublishedFileTest.class, LAST_YEAR),
                Definition.resource(PublishedFileTest.class, THIS_YEAR),
                Definition.resource(PublishedFileTest.class, MORE));
    }

    @Test
    void everyFigureOfTheYearIsHeldAgainstTheReport() {
        assertThat(published().figures())
                .filteredOn(figure -> figure.id().startsWith("ar16-"))
                .hasSize(129)
                .allSatisfy(figure -> assertThat(figure.link()).as(figure.id()).isPresent());
    }

    /**
     * Of the numbers that contradict others, these are not the county's: 64, 68, 65 and 66 % are not the state at the
     * end (57, 52, 60 and 55 %), 3,460 people would make 2,048 children 59 %, and 26 of 33 are not 75 %.
     */
    @Test
    void publishedNumbersThatTheCountyDoesNotHaveAreThese() {
        assertThat(published().check(reported).figures())
                .filteredOn(figure -> figure.report().verdict().isContradiction())
                .extracting(figure -> figure.figure().id())
                .containsExactly(
                        "ar16-sum-ph-endstate-pct",
                        "ar16-sum-wb-endstate-pct",
                        "ar16-sum-el-endstate-pct",
                        "ar16-sum-fr-endstate-pct",
                        "ar16-body-individuals",
                        "ar16-ph-dentist-pct");
        assertThat(published().figures())
                .filteredOn(figure -> figure.expected().isPresent())
                .extracting(PublishedFigure::expected)
                .allSatisfy(
                        expected -> assertThat(expected.orElseThrow().reason()).isNotBlank());
    }

    private static List<String> fitting(String id) {
        return published().fit(id, reported).fitting().stream()
                .map(Fit.Candidate::base)
                .toList();
    }

    /** "45 % and 63 % in keeping children safe": 84 of all 186, and 84 of the 133 who began at the lower stages. */
    @Test
    void basesOfTwoSharesOfOneAreaAreFound() {
        assertThat(published().fit("ar16-kcs-progress-pct", reported).fitting())
                .extracting(Fit.Candidate::definition)
                .contains("familystar.progress/positive-progress-all{area=keeping-your-children-safe}")
                .doesNotContain("familystar.progress/positive-progress{area=keeping-your-children-safe}");
        assertThat(published().fit("ar16-sum-kcs-progress-pct", reported).fitting())
                .extracting(Fit.Candidate::definition)
                .contains("familystar.progress/positive-progress{area=keeping-your-children-safe}")
                .doesNotContain("familystar.progress/positive-progress-all{area=keeping-your-children-safe}");
        assertThat(fitting("ar16-kcs-progress-pct"))
                .contains("families closed with a first and a last reading, the area scored in both");
        assertThat(fitting("ar16-sum-kcs-progress-pct"))
                .contains("families first at stuck, accepting help or trying, scored in both readings");
    }

    private static BigDecimal number(String figure, Map<String, String> dimensions) {
        return report.figure("issues", figure, dimensions)
                .flatMap(Figure::numerator)
                .orElseThrow();
    }

    /**
     * "Individuals with problem alcohol use at closure", "current victims at final review", both of those at
     * assessment: so nobody is new, and what is left is no longer there.
     */
    @ParameterizedTest
    @CsvSource({"problem-alcohol-use, 26, 18", "domestic-abuse-current-victim, 36, 16"})
    void thoseWithTheIssueAtClosureHadItAtFirst(String issue, long atFirst, long atLast) {
        Map<String, String> dimensions = Map.of("issue", issue, "level", "individual");

        assertThat(number("new-at-last", dimensions)).isZero();
        assertThat(number("no-longer", dimensions)).isEqualTo(BigDecimal.valueOf(atFirst - atLast));
    }

    private static List<String> areasFromHighest(String measure, String figure, String stage) {
        return report.figures(measure).stream()
                .filter(f -> f.name().figure().equals(figure))
                .filter(f -> !f.name().dimensions().values().containsKey("district"))
                .filter(f -> stage.isEmpty()
                        || stage.equals(f.name().dimensions().values().get("stage")))
                .sorted(Comparator.comparing((Figure f) -> f.value().orElseThrow())
                        .reversed())
                .map(f -> f.name().dimensions().values().get("area"))
                .toList();
    }

    /** "Well-being: highest positive-progress share"; "Progress to work: the lowest area" */
    @Test
    void wellBeingHasTheHighestProgressOfStartersAndProgressToWorkTheLowestOfAll() {
        assertThat(areasFromHighest("familystar.progress", "positive-progress", ""))
                .startsWith("your-well-being");
        assertThat(areasFromHighest("familystar.progress", "positive-progress-all", ""))
                .endsWith("home-and-money", "progress-to-work");
    }

    /** "Education: families at the two top stages at closure, the highest area" */
    @Test
    void educationHasTheMostFamiliesThatNeedLittleSupportAtTheEnd() {
        assertThat(areasFromHighest("familystar.end", "little-or-no-support", ""))
                .startsWith("education-and-learning");
    }

    /** "Accepting-help starters: lowest area progress to work, highest social networks" */
    @Test
    void acceptingHelpStartersProgressMostInSocialNetworksAndLeastInProgressToWork() {
        assertThat(areasFromHighest("familystar.progress", "positive-progress-by-start", "accepting-help"))
                .startsWith("social-networks")
                .endsWith("progress-to-work");
    }
}
