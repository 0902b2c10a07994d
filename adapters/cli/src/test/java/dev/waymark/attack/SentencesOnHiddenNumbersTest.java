package dev.waymark.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.disclosure.DisclosurePolicy;
import dev.waymark.example.ExampleCounty;
import dev.waymark.family.Period;
import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.html.ReportPage;
import dev.waymark.html.Titles;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the page says in words where numbers are hidden: nothing is called the highest, the only one or nought when what
 * is hidden may be otherwise.
 *
 * <p>Every list of figures of the example county is mutated: its highest, or its lowest, figure that has a value is
 * hidden. A sentence that named that figure's number must then say that not all is shown, or be gone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentencesOnHiddenNumbersTest {

    private static final Status SUPPRESSED = new Status(Status.State.SUPPRESSED, Optional.of("primary"));
    private static final Pattern SAYS_THAT_SOME_IS_HIDDEN =
            Pattern.compile("may be shown|may not be shown|may all be shown|is not shown");
    private static final Pattern EXPLAINS_MARKS =
            Pattern.compile("\\[c\\] stands for|\\[c\\] is a number|“none in base” means");
    private static final Pattern SUPERLATIVE = Pattern.compile(
            "most |least |furthest|largest|smallest|fewest|the same in all|None was|All \\d+|There is a number");

    private CaseStore store;
    private Report report;

    @BeforeAll
    void reportOnTheExampleCounty(@TempDir Path folder) throws IOException {
        ExampleCounty.write(folder);
        store = CaseStore.read(CsvFolder.of(folder));
        report = MeasureRun.of(
                        store,
                        MeasureCatalog.load(SentencesOnHiddenNumbersTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sentenceThatNamedWhatIsHiddenNowSaysSo(boolean highest) throws IOException {
        Set<Figure> hidden = extremes(highest);
        Map<String, String> before = takeaways(report);
        Map<String, String> after = takeaways(hiding(hidden));
        List<String> wrong = new ArrayList<>();
        int changed = 0;
        for (Map.Entry<String, String> chart : before.entrySet()) {
            String now = after.getOrDefault(chart.getKey(), "");
            if (!now.equals(chart.getValue())) {
                changed++;
                if (!now.isEmpty() && !SAYS_THAT_SOME_IS_HIDDEN.matcher(now).find()) {
                    wrong.add(chart.getKey() + ": " + now + "   before: " + chart.getValue());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(changed).as("the mutation reaches most charts").isGreaterThan(before.size() / 2);
    }

    /** The mark of a hidden number belongs into tables; a sentence says in words that a number is hidden. */
    @ParameterizedTest
    @ValueSource(strings = {"dfe", "nhs", "midpoint6"})
    void noSentenceHasAMarkInPlaceOfANumber(String policy) throws IOException {
        Report published = DisclosureControl.of(DisclosurePolicy.named(policy), store.stars())
                .apply(report);

        assertThat(sentences(published))
                .filteredOn(sentence -> !EXPLAINS_MARKS.matcher(sentence).find())
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("[c]", " – ", "none in base"));
    }

    /** Where all numbers are hidden, no sentence compares anything. */
    @Test
    void whereEverythingIsHiddenNothingIsCompared() throws IOException {
        assertThat(takeaways(hiding(new LinkedHashSet<>(report.figures()))).values())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence)
                        .containsPattern(SAYS_THAT_SOME_IS_HIDDEN)
                        .doesNotContainPattern(SUPERLATIVE));
    }

    // --- mutated reports

    /** Of each list of figures that differ in their last dimension, the highest or the lowest. */
    private Set<Figure> extremes(boolean highest) {
        Map<List<String>, Figure> extremes = new LinkedHashMap<>();
        BinaryOperator<Figure> choice = (one, other) -> {
            int order = value(one).compareTo(value(other));
            return (highest ? order >= 0 : order <= 0) ? one : other;
        };
        for (Figure figure : report.figures()) {
            List<String> values =
                    new ArrayList<>(figure.name().dimensions().values().values());
            if (figure.status().isValue() && !values.isEmpty()) {
                values.remove(values.size() - 1);
                values.add(figure.name().measure());
                values.add(figure.name().figure());
                extremes.merge(values, figure, choice);
            }
        }
        return new LinkedHashSet<>(extremes.values());
    }

    private static BigDecimal value(Figure figure) {
        return figure.value().orElseThrow();
    }

    private Report hiding(Set<Figure> hidden) {
        return new Report(
                report.period(),
                report.asAt(),
                report.definitions(),
                report.dataQuality(),
                report.figures().stream()
                        .map(figure -> hidden.contains(figure) ? suppressed(figure) : figure)
                        .toList());
    }

    private static Figure suppressed(Figure figure) {
        if (figure instanceof Count count) {
            return new Count(count.name(), count.base(), SUPPRESSED, OptionalLong.empty());
        }
        if (figure instanceof Percentage share) {
            return new Percentage(
                    share.name(),
                    share.base(),
                    SUPPRESSED,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    share.isProportion());
        }
        if (figure instanceof Mean mean) {
            return new Mean(mean.name(), mean.base(), mean.unit(), SUPPRESSED, Optional.empty());
        }
        if (figure instanceof Points points) {
            return new Points(
                    points.name(),
                    points.base(),
                    SUPPRESSED,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
        }
        return new Pounds(figure.name(), figure.base(), SUPPRESSED, OptionalLong.empty(), OptionalLong.empty());
    }

    // --- what the page says

    private String page(Report shown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportPage.write(shown, new Titles(store.stars(), store.taxonomy()), bytes);
        String page = bytes.toString(StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    /** The sentence of each chart, by the chart's id. */
    private Map<String, String> takeaways(Report shown) throws IOException {
        Map<String, String> takeaways = new LinkedHashMap<>();
        Matcher chart = Pattern.compile(
                        "<figure class=\"chart-figure\" id=\"([^\"]*)\".*?<p class=\"govuk-body takeaway\">(.*?)</p>",
                        Pattern.DOTALL)
                .matcher(page(shown));
        while (chart.find()) {
            takeaways.put(chart.group(1), chart.group(2));
        }
        return takeaways;
    }

    /** Every paragraph, point and main figure. */
    private List<String> sentences(Report shown) throws IOException {
        List<String> sentences = new ArrayList<>();
        Matcher text = Pattern.compile("<(p|li)[ >].*?</\\1>", Pattern.DOTALL).matcher(page(shown));
        while (text.find()) {
            sentences.add(text.group().replaceAll("<[^>]*>", ""));
        }
        return sentences;
    }
}
