package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracle: published numbers. The example county, through files and the whole pipeline, prints what the annual report of
 * 2015/16 printed, wherever the report does not contradict itself; the table beside this test says which and why not.
 *
 * <p>In the table, {@code a / b} is a share of two counts, {@code .numerator} and {@code .denominator} are those of a
 * figure, and {@code x+y} adds a figure up over values of a dimension. Where the words of the report name another base
 * than its arithmetic, the figure is the one of the arithmetic, and the reason says so.
 */
class PublishedFiguresTest {

    @TempDir
    private static Path folder;

    private static Report report;

    @BeforeAll
    static void runTheWholePipeline() throws IOException {
        ExampleCounty.write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().notices()).isEmpty();
        report = MeasureRun.of(
                        store,
                        MeasureCatalog.load(PublishedFiguresTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
    }

    private static List<NamedCsvRecord> published() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(PublishedFiguresTest.class.getResourceAsStream("published-2015-16.csv")),
                        StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> figureIsPrintedAsPublished() throws IOException {
        return published().stream()
                .filter(row -> !row.getField("measure").isEmpty())
                .map(row -> DynamicTest.dynamicTest(
                        row.getField("published_id") + " " + row.getField("figure") + " " + row.getField("dimensions"),
                        () -> assertThat(printed(row)).isEqualTo(row.getField("printed"))));
    }

    @Test
    void figureThatIsNotReproducedSaysWhy() throws IOException {
        assertThat(published())
                .hasSizeGreaterThanOrEqualTo(125)
                .filteredOn(row -> row.getField("measure").isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("reason")).isNotBlank());
    }

    private static String printed(NamedCsvRecord row) {
        String[] parts = row.getField("figure").split(" / ");
        BigDecimal part = number(row.getField("measure"), parts[0], dimensions(row.getField("dimensions")));
        String published = row.getField("printed");
        if (!published.endsWith("%")) {
            return String.format(Locale.ROOT, "%,d", part.longValueExact());
        }
        int decimals = published.contains(".") ? published.length() - published.indexOf('.') - "%.".length() : 0;
        if (parts.length == 2) {
            BigDecimal whole = number(row.getField("measure"), parts[1], Map.of());
            return Ratio.of(part.longValueExact(), whole.longValueExact())
                            .times(100)
                            .rounded(decimals)
                    + "%";
        }
        return exact(row.getField("measure"), parts[0], dimensions(row.getField("dimensions")))
                        .rounded(decimals)
                + "%";
    }

    private static Map<String, String> dimensions(String text) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
            dimensions.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return dimensions;
    }

    /** A percentage to be rounded once, from the exact ratio, to the decimals that were printed. */
    private static Ratio exact(String measure, String figure, Map<String, String> dimensions) {
        return figure(measure, figure, dimensions).exact().orElseThrow();
    }

    private static BigDecimal number(String measure, String figure, Map<String, String> dimensions) {
        for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
            if (dimension.getValue().indexOf('+') > 0) {
                return Stream.of(dimension.getValue().split("\\+"))
                        .map(value -> {
                            Map<String, String> one = new LinkedHashMap<>(dimensions);
                            one.put(dimension.getKey(), value);
                            return number(measure, figure, one);
                        })
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            }
        }
        if (figure.endsWith(".numerator")) {
            return figure(measure, figure.replace(".numerator", ""), dimensions)
                    .numerator()
                    .orElseThrow();
        }
        if (figure.endsWith(".denominator")) {
            return figure(measure, figure.replace(".denominator", ""), dimensions)
                    .denominator()
                    .orElseThrow();
        }
        return figure(measure, figure, dimensions).value().orElseThrow();
    }

    private static Figure figure(String measure, String figure, Map<String, String> dimensions) {
        return report.figure(measure, figure, dimensions)
                .orElseThrow(() -> new AssertionError("no figure " + measure + "/" + figure + dimensions));
    }

    /**
     * "Individuals with problem alcohol use at closure", "current victims at final review", both of those at
     * assessment: so nobody is new, and what is left is no longer there.
     */
    @ParameterizedTest
    @CsvSource({"problem-alcohol-use, 26, 18", "domestic-abuse-current-victim, 36, 16"})
    void thoseWithTheIssueAtClosureHadItAtFirst(String issue, long atFirst, long atLast) {
        Map<String, String> dimensions = Map.of("issue", issue, "level", "individual");

        assertThat(number("issues", "new-at-last.numerator", dimensions)).isZero();
        assertThat(number("issues", "no-longer.numerator", dimensions)).isEqualTo(BigDecimal.valueOf(atFirst - atLast));
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
