package dev.waymark.familystar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.ListedTables;
import dev.waymark.definition.Definition;
import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.measure.Explanation;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of the Family Star, worked by hand for 2015/16; the first area is physical health, the second well-being. */
class FamilyStarTest {

    private static final Period YEAR = Period.parse("2015/16");
    private static final MeasureCatalog CATALOG = MeasureCatalog.of(new FamilyStarProvider());

    private static Report report(CaseStore store) {
        return MeasureRun.of(store, CATALOG, YEAR).report();
    }

    /** Families closed in the year, each with a first and a last reading of the first area only. */
    private static Given pairs(int[]... firstAndLast) {
        Given given = Given.family("0").episode("0", "2010-01-01", "2011-01-01");
        int id = 0;
        for (int[] pair : firstAndLast) {
            id++;
            given.andFamily(Integer.toString(id), "")
                    .episode(Integer.toString(id), "2015-04-10", "2015-12-10")
                    .reading("2015-04-20", "initial", pair[0])
                    .reading("2015-12-01", "closure", pair[1]);
        }
        return given;
    }

    private static String fraction(Report report, String measure, String figure, String... dimensions) {
        Figure found = figure(report, measure, figure, dimensions);
        return found.numerator().orElseThrow() + "/" + found.denominator().orElseThrow();
    }

    private static Figure figure(Report report, String measure, String figure, String... dimensions) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        for (int i = 0; i < dimensions.length; i += 2) {
            all.put(dimensions[i], dimensions[i + 1]);
        }
        return report.figure("familystar." + measure, figure, all).orElseThrow();
    }

    private static String[] physicalHealth(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "area";
        all[1] = "physical-health";
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    /** "score increased AND at least one stage up, of those first at stuck, accepting help or trying" */
    @Test
    void positiveProgressNeedsAHigherStage() {
        // 1 to 2: score up, same stage. 2 to 3: a stage up. 6 to 7: a stage up. 5 to 4: down. 7 to 9: up, but no
        // starter.
        Report report =
                report(pairs(new int[] {1, 2}, new int[] {2, 3}, new int[] {6, 7}, new int[] {5, 4}, new int[] {7, 9})
                        .store());

        assertThat(fraction(report, "progress", "positive-progress", physicalHealth()))
                .isEqualTo("2/4");
        assertThat(fraction(report, "progress", "positive-progress-all", physicalHealth()))
                .isEqualTo("3/5");
        assertThat(fraction(report, "progress", "maintained", physicalHealth())).isEqualTo("1/5");
        assertThat(fraction(report, "progress", "regression", physicalHealth())).isEqualTo("1/5");
    }

    /** "by stage at first; the last stage: no-value, cannot-progress, numerator null, the denominator given" */
    @Test
    void familiesFirstAtTheLastStageCannotProgress() {
        Report report = report(
                pairs(new int[] {9, 10}, new int[] {10, 10}, new int[] {3, 6}).store());
        Figure last = figure(
                report, "progress", "positive-progress-by-start", physicalHealth("stage", "effective-parenting"));

        assertThat(last.status()).isEqualTo(Status.noValue("cannot-progress"));
        assertThat(last.numerator()).isEmpty();
        assertThat(last.denominator().orElseThrow()).isEqualByComparingTo("2");
        assertThat(last.interval()).isEmpty();
        assertThat(fraction(
                        report, "progress", "positive-progress-by-start", physicalHealth("stage", "accepting-help")))
                .isEqualTo("1/1");
        assertThat(figure(report, "progress", "positive-progress-by-start", physicalHealth("stage", "stuck"))
                        .status())
                .isEqualTo(Status.EMPTY_BASE);
    }

    @Test
    void startsEndsAndTransitionsComeFromTheSameTable() {
        Report report = report(pairs(new int[] {1, 5}, new int[] {2, 8}, new int[] {4, 5}, new int[] {7, 3})
                .store());

        assertThat(fraction(report, "start", "stage-at-first", physicalHealth("stage", "stuck")))
                .isEqualTo("2/4");
        // stuck or accepting help: 1, 2 and 4
        assertThat(fraction(report, "start", "low-stage-at-first", physicalHealth()))
                .isEqualTo("3/4");
        assertThat(fraction(report, "end", "stage-at-last", physicalHealth("stage", "trying")))
                .isEqualTo("2/4");
        assertThat(fraction(report, "end", "little-or-no-support", physicalHealth()))
                .isEqualTo("1/4");
        assertThat(fraction(report, "end", "at-least-trying", physicalHealth())).isEqualTo("3/4");
        assertThat(figure(
                                report,
                                "transitions",
                                "families",
                                physicalHealth("stage-at-first", "stuck", "stage-at-last", "trying"))
                        .printed())
                .isEqualTo("1");
    }

    /** First 2, 5, 6 (mean 4 1/3), last 5, 6, 9 (mean 6 2/3); under 6: two at first, one at last. */
    @Test
    void meansAndLowScores() {
        Report report = report(
                pairs(new int[] {2, 5}, new int[] {5, 6}, new int[] {6, 9}).store());

        assertThat(figure(report, "scores", "mean-first", physicalHealth()).printed())
                .isEqualTo("4.3");
        assertThat(figure(report, "scores", "mean-last", physicalHealth()).printed())
                .isEqualTo("6.7");
        assertThat(figure(report, "scores", "mean-change", physicalHealth()).printed())
                .isEqualTo("2.3");
        assertThat(fraction(report, "scores", "below-threshold-first", physicalHealth()))
                .isEqualTo("2/3");
        assertThat(fraction(report, "scores", "below-threshold-last", physicalHealth()))
                .isEqualTo("1/3");
        assertThat(figure(report, "scores", "below-threshold-change", physicalHealth())
                        .printed())
                .isEqualTo("-33.3");
        assertThat(fraction(report, "scores", "below-threshold-relative-change", physicalHealth()))
                .isEqualTo("-1/2");
    }

    /** "closed = paired + no-first + no-last" */
    @Test
    void everyClosedFamilyIsPairedOrSaysWhyNot() {
        Report report = report(pairs(new int[] {2, 5})
                .andFamily("no reading", "")
                .episode("a", "2015-04-10", "2015-12-10")
                .andFamily("only a review", "")
                .episode("b", "2015-04-10", "2015-12-10")
                .reading("2015-06-01", "review", 3)
                .andFamily("only a first", "")
                .episode("c", "2015-04-10", "2015-12-10")
                .reading("2015-06-01", "initial", 3)
                .andFamily("not closed", "")
                .episode("d", "2015-04-10", "")
                .reading("2015-06-01", "initial", 3)
                .reading("2015-07-01", "review", 4)
                .store());

        assertThat(figure(report, "base", "families-closed").printed()).isEqualTo("4");
        assertThat(figure(report, "base", "paired").printed()).isEqualTo("1");
        assertThat(figure(report, "base", "no-first").printed()).isEqualTo("2");
        assertThat(figure(report, "base", "no-last").printed()).isEqualTo("1");
        assertThat(fraction(report, "base", "pairing-rate")).isEqualTo("1/4");
    }

    /** "For one area both scores must be recorded": the second family has no last score in well-being. */
    @Test
    void areaCountsWhereItWasScoredInBothReadings() {
        Report report = report(Given.family("1")
                .episode("1", "2015-04-10", "2015-12-10")
                .reading("2015-04-20", "initial", 1, 1)
                .reading("2015-12-01", "closure", 5, 1)
                .andFamily("2", "")
                .episode("2", "2015-04-10", "2015-12-10")
                .reading("2015-04-20", "initial", 1, 1)
                .reading("2015-12-01", "closure", 1, null)
                .andFamily("3", "")
                .episode("3", "2015-04-10", "2015-12-10")
                .reading("2015-04-20", "initial")
                .reading("2015-12-01", "closure", 5)
                .store());

        assertThat(fraction(report, "progress", "positive-progress-all", "area", "your-well-being"))
                .isEqualTo("0/1");
        assertThat(fraction(report, "progress", "positive-progress-all", physicalHealth()))
                .isEqualTo("1/2");
        // the third family is paired, but scored in both in no area
        assertThat(figure(report, "base", "paired").printed()).isEqualTo("3");
        assertThat(fraction(report, "family", "any-progress")).isEqualTo("1/2");
        assertThat(figure(report, "family", "mean-areas-progressed").printed()).isEqualTo("0.5");
    }

    @Test
    void withoutTheTableEveryFigureIsAbsentAndNoneIsLeftOut() {
        Report absent = report(
                Given.family("1").episode("1", "2015-04-10", "2015-12-10").store());
        Report there = report(pairs(new int[] {1, 2}).store());

        assertThat(absent.figures()).allSatisfy(f -> assertThat(f.status()).isEqualTo(Status.TABLE_ABSENT));
        assertThat(absent.figures())
                .extracting(Figure::name)
                .isEqualTo(there.figures().stream().map(Figure::name).toList());
    }

    /** Two Stars in the data: five points, two areas, other stages. */
    @Test
    void secondStarInTheDataGivesEveryFigureADimensionStarInFront() {
        Report report = report(CaseStore.read(twoStars()));

        assertThat(report.figures())
                .allSatisfy(f -> assertThat(f.name()
                                .dimensions()
                                .values()
                                .keySet()
                                .iterator()
                                .next())
                        .isEqualTo("star"));
        // family 1 has both Stars, family 2 the first, family 3 neither: closed of a Star are those with a reading of
        // it
        assertThat(figure(report, "base", "families-closed", "star", "family-star-plus")
                        .printed())
                .isEqualTo("2");
        assertThat(figure(report, "base", "no-reading", "star", "family-star-plus")
                        .printed())
                .isEqualTo("1");
        assertThat(figure(report, "base", "families-closed", "star", "little-star")
                        .printed())
                .isEqualTo("1");
        assertThat(figure(report, "base", "no-reading", "star", "little-star").printed())
                .isEqualTo("2");
        // 2 to 3 on the little Star is from its lower stage to its middle one, whose families count as trying
        assertThat(fraction(report, "progress", "positive-progress", "star", "little-star", "area", "work"))
                .isEqualTo("1/1");
        assertThat(fraction(report, "end", "at-least-trying", "star", "little-star", "area", "work"))
                .isEqualTo("1/1");
        assertThat(fraction(report, "end", "little-or-no-support", "star", "little-star", "area", "work"))
                .isEqualTo("0/1");
        assertThat(figure(report, "progress", "positive-progress", "star", "little-star", "area", "work")
                        .base())
                .isEqualTo("families first at lower or middle, scored in both readings");
    }

    private static ListedTables twoStars() {
        Star little = Star.read(Definition.parse("little-star.json", """
                {"format": "waymark-star/1", "id": "little-star", "version": "1", "title": "Little Star",
                 "areas": [{"code": "work", "title": "Work"}, {"code": "play", "title": "Play"}],
                 "minScore": 1, "maxScore": 5, "threshold": 3,
                 "stages": [
                   {"code": "lower", "title": "Lower", "from": 1, "to": 2,
                    "inProgressBase": true, "littleOrNoSupport": false, "atLeastTrying": false},
                   {"code": "middle", "title": "Middle", "from": 3, "to": 4,
                    "inProgressBase": true, "littleOrNoSupport": false, "atLeastTrying": true},
                   {"code": "upper", "title": "Upper", "from": 5, "to": 5,
                    "inProgressBase": false, "littleOrNoSupport": true, "atLeastTrying": true}]}
                """));
        return new ListedTables()
                .star(little)
                .table("families", "family_id")
                .row("1")
                .row("2")
                .row("3")
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed")
                .row("1", "1", "s", "2015-04-10", "2015-12-10")
                .row("2", "2", "s", "2015-04-10", "2015-12-10")
                .row("3", "3", "s", "2015-04-10", "2015-12-10")
                .table("star_readings", "family_id", "date", "kind", "star", "physical-health", "work")
                .row("1", "2015-05-01", "initial", "", "1", "")
                .row("1", "2015-05-01", "initial", "little-star", "", "2")
                .row("1", "2015-11-01", "closure", "little-star", "", "3")
                .row("2", "2015-05-01", "initial", "family-star-plus", "1", "");
    }

    @Test
    void explanationNamesTheReadingsAndTheirScores() {
        Explanation explanation =
                MeasureRun.of(pairs(new int[] {2, 5}).store(), CATALOG, YEAR).explain("familystar.progress", "1");

        assertThat(explanation.counts())
                .extracting(f -> f.name().figure() + " " + f.numerator().orElseThrow())
                .contains("positive-progress 1", "positive-progress-all 1", "maintained 0");
        assertThat(explanation.evidence())
                .filteredOn(e -> e.table().equals("star_readings"))
                .extracting(e -> e.roles() + " " + e.values().get("physical-health"))
                .containsExactly("[first] 2 (stuck)", "[last] 5 (trying)");
    }

    /** Family 1 has readings of both Stars, family 2 of one; the names of both are those of the report. */
    @Test
    void explanationNamesTheFiguresOfTheReportWhereTheDataHaveTwoStars() {
        MeasureRun run = MeasureRun.of(CaseStore.read(twoStars()), CATALOG, YEAR);

        assertThat(run.explain("familystar.base", "1").counts())
                .extracting(f -> f.name().figure() + f.name().dimensions())
                .contains("paired{star=little-star}", "no-last{star=family-star-plus}");
        assertThat(run.explain("familystar.base", "2").counts())
                .extracting(f -> f.name().figure() + f.name().dimensions())
                .contains("no-last{star=family-star-plus}", "no-reading{star=little-star}")
                .doesNotContain("no-last{}");
    }

    /** "Nothing after the as-at date exists": on 31 October nobody has a reading of the second Star yet. */
    @Test
    void starWithoutAReadingByTheAsAtDateIsNotInTheReport() {
        ListedTables tables = new ListedTables()
                .star(twoStars().stars().get(0))
                .table("families", "family_id")
                .row("1")
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed")
                .row("1", "1", "s", "2015-04-10", "2015-10-10")
                .table("star_readings", "family_id", "date", "kind", "star", "physical-health", "work")
                .row("1", "2015-05-01", "initial", "", "1", "")
                .row("1", "2015-11-01", "initial", "little-star", "", "2");
        MeasureRun run = MeasureRun.of(CaseStore.read(tables), CATALOG, YEAR);

        assertThat(run.report().figures("familystar.base"))
                .allMatch(f -> f.name().dimensions().count() == 1);
        assertThat(run.asAt(LocalDate.of(2015, 10, 31)).report().figures("familystar.base"))
                .isNotEmpty()
                .allMatch(f -> f.name().dimensions().count() == 0);
    }

    @Test
    void familiesOfTheDataAddUpInTheTableOfStages() {
        Report report = report(
                pairs(new int[] {1, 1}, new int[] {3, 9}, new int[] {9, 3}).store());
        List<Figure> cells = report.figures("familystar.transitions").stream()
                .filter(f ->
                        "physical-health".equals(f.name().dimensions().values().get("area")))
                .toList();

        assertThat(cells).hasSize(25);
        assertThat(cells.stream()
                        .mapToLong(f -> f.value().orElseThrow().longValue())
                        .sum())
                .isEqualTo(3);
    }
}
