package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.activity.ActivityProvider;
import dev.waymark.data.ElevenTables;
import dev.waymark.definition.Definition;
import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Report;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasureRunTest {

    private static final Period YEAR = Period.parse("2015/16");
    private static final MeasureCatalog COUNTED =
            MeasureCatalog.of(settings -> List.of(new FamiliesCounted("anytown.families")));

    private static List<String> printed(Report report) {
        return report.figures().stream()
                .map(f -> f.name().figure() + f.name().dimensions() + " " + f.printed())
                .toList();
    }

    private static CaseStore manyFamilies(long seed) {
        Random random = new Random(seed);
        Given given = Given.family("0", "North").episode("0", "2015-04-01", "");
        for (int family = 1; family < 10_000; family++) {
            LocalDate opened = LocalDate.of(2014, 6, 1).plusDays(random.nextInt(700));
            String closed = random.nextBoolean()
                    ? ""
                    : opened.plusDays(random.nextInt(400)).toString();
            String service = random.nextBoolean() ? "early-help" : "intensive-family-support";
            String id = Integer.toString(family);
            given.andFamily(id, List.of("North", "South", "").get(random.nextInt(3)))
                    .episode(id, service, opened.toString(), closed, Integer.toString(random.nextInt(30)))
                    .member(
                            id,
                            LocalDate.of(1960, 1, 1)
                                    .plusDays(random.nextInt(20_000))
                                    .toString());
        }
        return given.store();
    }

    @Test
    void oneThreadAndManyGiveEqualReports() {
        CaseStore store = manyFamilies(7);
        MeasureCatalog catalog =
                MeasureCatalog.of(new ActivityProvider(), settings -> List.of(new FamiliesCounted("anytown.families")));

        Report one = MeasureRun.of(store, catalog, YEAR)
                .by(Stratum.DISTRICT, Stratum.SERVICE)
                .threads(1)
                .report();
        for (int threads : new int[] {2, 3, 16}) {
            assertThat(MeasureRun.of(store, catalog, YEAR)
                            .by(Stratum.DISTRICT, Stratum.SERVICE)
                            .threads(threads)
                            .report())
                    .isEqualTo(one);
        }
    }

    /** One county is shared by the threads too; who counts makes states to count in. */
    @Test
    void twoThreadsShareEightHundredFamilies() {
        Given given = Given.family("0");
        for (int family = 1; family < 800; family++) {
            given.andFamily(Integer.toString(family), "");
        }
        Set<Thread> counting = ConcurrentHashMap.newKeySet();
        Breakable families = new Breakable("anytown.families") {
            @Override
            public State newState() {
                counting.add(Thread.currentThread());
                return super.newState();
            }
        };

        Report report = MeasureRun.of(given.store(), MeasureCatalog.of(settings -> List.of(families)), YEAR)
                .threads(2)
                .report();

        assertThat(counting).hasSize(2);
        assertThat(printed(report)).containsExactly("families{} 800");
    }

    /** "which it keeps for a second": if each of ten reports had threads of its own, they would be twenty. */
    @Test
    void aReportFindsTheThreadsOfTheOneBefore() {
        Set<Thread> counting = ConcurrentHashMap.newKeySet();
        Breakable families = new Breakable("anytown.families") {
            @Override
            public State newState() {
                counting.add(Thread.currentThread());
                return super.newState();
            }
        };
        MeasureRun run = MeasureRun.of(manyFamilies(9), MeasureCatalog.of(settings -> List.of(families)), YEAR)
                .threads(2);

        for (int report = 0; report < 10; report++) {
            run.report();
        }

        assertThat(counting).hasSizeBetween(2, 19);
    }

    @Test
    void figuresOfTheWholeAreTheSameWhetherTheReportIsSplitOrNot() {
        CaseStore store = manyFamilies(8);
        MeasureCatalog catalog = MeasureCatalog.of(new ActivityProvider());

        List<Figure> whole = MeasureRun.of(store, catalog, YEAR).report().figures();

        assertThat(MeasureRun.of(store, catalog, YEAR)
                        .by(Stratum.DISTRICT)
                        .report()
                        .figures())
                .startsWith(whole.toArray(Figure[]::new));
        assertThat(MeasureRun.of(store, catalog, YEAR)
                        .by(Stratum.SERVICE)
                        .report()
                        .figures())
                .startsWith(whole.toArray(Figure[]::new));
    }

    /**
     * "figures without the dimension come first, then again for each district of the data, with `district` in front"
     */
    @Test
    void districtsFollowAToZNotRecordedLastEachWithTheSameDimensions() {
        Given given = Given.family("1", "South")
                .episode("1", "2015-05-01", "2015-06-15")
                .andFamily("2", "")
                .episode("2", "2015-05-01", "")
                .andFamily("3", "North")
                .episode("3", "2015-05-01", "2015-07-15")
                .andFamily("4", "East")
                .episode("4", "2010-05-01", "2011-05-01");

        assertThat(printed(MeasureRun.of(given.store(), COUNTED, YEAR)
                        .by(Stratum.DISTRICT)
                        .report()))
                .containsExactly(
                        "families{} 3",
                        "closed{month=JULY} 1",
                        "closed{month=JUNE} 1",
                        "families{district=East} 0",
                        "closed{district=East, month=JULY} 0",
                        "closed{district=East, month=JUNE} 0",
                        "families{district=North} 1",
                        "closed{district=North, month=JULY} 1",
                        "closed{district=North, month=JUNE} 0",
                        "families{district=South} 1",
                        "closed{district=South, month=JULY} 0",
                        "closed{district=South, month=JUNE} 1",
                        "families{district=not-recorded} 1",
                        "closed{district=not-recorded, month=JULY} 0",
                        "closed{district=not-recorded, month=JUNE} 0");
    }

    /**
     * "a stratum holds the families with an episode of the service opened on or before the as-at date"; in several
     * strata.
     */
    @Test
    void familyWithTwoServicesIsInBothStrataWithTheEpisodesOfEach() {
        Given given = Given.family("1")
                .episode("1", "early-help", "2015-05-01", "2015-06-15", "")
                .episode("2", "intensive", "2015-07-01", "", "")
                .episode("3", "later", "2016-04-01", "", "");

        assertThat(printed(MeasureRun.of(given.store(), COUNTED, YEAR)
                        .by(Stratum.SERVICE)
                        .report()))
                .containsExactly(
                        "families{} 1",
                        "closed{month=JUNE} 1",
                        "families{service=early-help} 1",
                        "closed{service=early-help, month=JUNE} 1",
                        "families{service=intensive} 1",
                        "closed{service=intensive, month=JUNE} 0");
    }

    /** "the others A to Z, `not-recorded` last": a service may be called so too. */
    @Test
    void aServiceThatIsNotRecordedIsTheLast() {
        Given given = Given.family("1")
                .episode("1", "not-recorded", "2015-05-01", "", "")
                .episode("2", "zeta", "2015-07-01", "", "");

        assertThat(printed(MeasureRun.of(given.store(), COUNTED, YEAR)
                        .by(Stratum.SERVICE)
                        .report()))
                .containsSubsequence("families{service=zeta} 1", "families{service=not-recorded} 1");
    }

    @Test
    void asAtDateBeforeThePeriodIsRefused() {
        assertThatThrownBy(() ->
                        MeasureRun.of(Given.family("1").store(), COUNTED, YEAR).asAt(LocalDate.of(2015, 3, 31)))
                .hasMessage(
                        "WM-AS-AT: the as-at date 2015-03-31 is before the period, which starts on 2015-04-01. Give a"
                                + " day of the period or after it.");
    }

    @Test
    void unknownMeasureIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> MeasureRun.of(Given.family("1").store(), COUNTED, YEAR)
                        .measures(List.of("anytown.visits"))
                        .report())
                .hasMessage("WM-MEASURE-UNKNOWN: there is no measure 'anytown.visits'. There are: anytown.families.");
    }

    // "refuses what report would refuse before it looks at any family": there is none to look at
    @Test
    void checkRefusesWhatAReportWouldRefuseBeforeAnythingIsRead() {
        CaseStore nothing = new CaseStoreReader(new ElevenTables().source()).withoutRows();
        MeasureRun run = MeasureRun.of(nothing, COUNTED, YEAR);

        assertThat(run.check()).isSameAs(run);
        assertThatThrownBy(MeasureRun.of(nothing, COUNTED, YEAR).measures(List.of("anytown.visits"))::check)
                .hasMessage("WM-MEASURE-UNKNOWN: there is no measure 'anytown.visits'. There are: anytown.families.");
        assertThatThrownBy(() -> run.check("anytown"))
                .hasMessage("WM-MEASURE-UNKNOWN: there is no measure 'anytown'. There are: anytown.families.");
        run.check("anytown.families").set("anytown.families.least", "2");
        assertThatThrownBy(run::check)
                .hasMessageStartingWith("WM-PARAMETER: no measure has the parameter anytown.families.least.");
        assertThatThrownBy(() -> run.check("anytown.families")).hasMessageStartingWith("WM-PARAMETER: ");
        assertThatThrownBy(() -> run.explain("anytown.families", "1")).hasMessageStartingWith("WM-PARAMETER: ");
    }

    /** One provider reads plans, of which some are chosen by name, and the other nothing. */
    private static final MeasureCatalog READING_PLANS = MeasureCatalog.of(
            settings -> List.of(new FamiliesCounted(
                    "anytown.plans-" + settings.definitions("anytown-plan/1").size() + "-chosen-"
                            + settings.chosen("plan").size())),
            settings -> List.of(new FamiliesCounted("anytown.families")));

    private static Definition definition(String format) {
        return Definition.parse("plan.json", "{\"format\": \"" + format + "\"}");
    }

    @Test
    void definitionOfAFormatThatNoMeasureReadsIsRefused() {
        CaseStore store = Given.family("1").store();

        MeasureRun.of(store, READING_PLANS, YEAR)
                .definitions(List.of(definition("anytown-plan/1")))
                .check();
        MeasureRun other = MeasureRun.of(store, READING_PLANS, YEAR)
                .definitions(List.of(definition("anytown-plan/1"), definition("waymark-taxonomy/1")));
        assertThatThrownBy(other::check)
                .hasMessage("WM-DEFINITION: plan.json: format is \"waymark-taxonomy/1\". Expected: a format that one of"
                        + " the measures reads: anytown-plan/1.");
        assertThatThrownBy(other::report).hasMessageStartingWith("WM-DEFINITION: ");
        assertThatThrownBy(() -> other.explain("anytown.families", "1")).hasMessageStartingWith("WM-DEFINITION: ");
        assertThatThrownBy(
                        MeasureRun.of(store, COUNTED, YEAR).definitions(List.of(definition("anytown-plan/1")))::check)
                .hasMessageEndingWith("Expected: a format that one of the measures reads: none.");
    }

    @Test
    void choiceThatNoMeasureOffersIsRefused() {
        CaseStore store = Given.family("1").store();

        MeasureRun.of(store, READING_PLANS, YEAR).choose("plan", List.of("a")).check();
        assertThatThrownBy(MeasureRun.of(store, READING_PLANS, YEAR).choose("plans", List.of("a"))::check)
                .hasMessage("WM-PARAMETER: no measure offers a choice of 'plans'. There are: plan.");
        assertThatThrownBy(MeasureRun.of(store, COUNTED, YEAR).choose("plan", List.of("a"))::check)
                .hasMessage("WM-PARAMETER: no measure offers a choice of 'plan'. There are: none.");
    }

    /** Which measures are asked for changes nothing: their providers read what was given all the same. */
    @Test
    void definitionIsReadThoughOnlyOtherMeasuresAreAskedFor() {
        MeasureRun run = MeasureRun.of(Given.family("1").store(), READING_PLANS, YEAR)
                .measures(List.of("anytown.families"))
                .definitions(List.of(definition("anytown-plan/1")))
                .choose("plan", List.of("a"));

        assertThat(run.report().definitions())
                .extracting(MeasureDefinition::measure)
                .containsExactly("anytown.families");
        run.check("anytown.plans-1-chosen-1");
    }

    /** Readers know a measure by its title. */
    @Test
    void definitionHasTheTitleOfTheMeasure() {
        assertThat(MeasureRun.of(Given.family("1").store(), COUNTED, YEAR)
                        .report()
                        .definitions())
                .extracting(MeasureDefinition::title)
                .containsExactly("Families");
    }

    @Test
    void prefixChoosesAllMeasuresThatShareIt() {
        MeasureCatalog catalog = MeasureCatalog.of(settings -> List.of(
                new FamiliesCounted("anytown.a"), new FamiliesCounted("anytown.b"), new FamiliesCounted("other.c")));

        assertThat(MeasureRun.of(Given.family("1").store(), catalog, YEAR)
                        .measures(List.of("anytown"))
                        .report()
                        .definitions())
                .extracting(d -> d.measure())
                .containsExactly("anytown.a", "anytown.b");
    }

    @Test
    void explanationHasTheFiguresTheFamilyCountsInAndItsEpisodesByRole() {
        Given given = Given.family("1")
                .episode("a", "2014-05-01", "2015-06-15")
                .episode("b", "2015-07-01", "")
                .andFamily("2", "")
                .episode("c", "2015-07-01", "");

        Explanation explanation = MeasureRun.of(given.store(), COUNTED, YEAR).explain("anytown.families", "1");

        assertThat(explanation.counts()).extracting(f -> f.name().figure()).containsExactly("families", "closed");
        assertThat(explanation.evidence())
                .extracting(e -> e.id().orElseThrow() + " " + e.roles())
                .containsExactly("a [entry, counted]", "b [opening]");
    }

    /** A run that ended early must not pass the counts of some families off as figures, on one thread or on many. */
    @Test
    void interruptedRunGivesNoFigures() {
        CaseStore store = manyFamilies(9);
        for (int threads : new int[] {1, 4}) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() ->
                            MeasureRun.of(store, COUNTED, YEAR).threads(threads).report())
                    .hasMessage("WM-INTERRUPTED: the run was interrupted. Start it again if it is wanted.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aRunTakesAtLeastOneThread() {
        MeasureRun run = MeasureRun.of(Given.family("1").store(), COUNTED, YEAR);

        assertThatThrownBy(() -> run.threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run takes at least 1 thread, not 0");
    }

    @Test
    void unknownFamilyCannotBeExplained() {
        assertThatThrownBy(() ->
                        MeasureRun.of(Given.family("1").store(), COUNTED, YEAR).explain("anytown.families", "2"))
                .hasMessage("WM-FAMILY-UNKNOWN: no accepted family has the id '2'. Give the id of the data set.");
    }

    /** Whether a run's measures are made again is seen by how often their provider is asked for them. */
    private static MeasureCatalog counting(AtomicInteger asked) {
        MeasureCatalog catalog = MeasureCatalog.of(settings -> {
            asked.incrementAndGet();
            return READING_PLANS.measures(settings).stream()
                    .<OutcomeMeasure<?>>map(MeasureCatalog.Listed::measure)
                    .toList();
        });
        asked.set(0); // a catalog looks for ids that are there twice
        return catalog;
    }

    @Test
    void measuresOfARunAreMadeOnce() {
        AtomicInteger asked = new AtomicInteger();
        MeasureRun run = MeasureRun.of(
                        Given.family("1").episode("1", "2015-06-01", "").store(), counting(asked), YEAR)
                .by(Stratum.DISTRICT);

        run.check();
        run.report();
        run.threads(1).measures(List.of("anytown.families")).report();
        run.explain("anytown.families", "1");

        assertThat(asked).hasValue(1);
    }

    @Test
    void measuresAreMadeAnewForOtherSettings() {
        AtomicInteger asked = new AtomicInteger();
        MeasureRun run =
                MeasureRun.of(Given.family("1").store(), counting(asked), YEAR).check();

        run.asAt(LocalDate.of(2016, 1, 1)).check();
        assertThat(asked).hasValue(2);
        run.choose("plan", List.of("a")).check("anytown.plans-0-chosen-1");
        assertThat(asked).hasValue(3);
        run.definitions(List.of(definition("anytown-plan/1"))).check("anytown.plans-1-chosen-1");
        assertThat(asked).hasValue(4);
        run.set("anytown.families.least", "2");
        assertThatThrownBy(run::check).hasMessageStartingWith("WM-PARAMETER: ");
        assertThat(asked).hasValue(5);
    }

    /** "The same run over another store": with all that it was set to. */
    @Test
    void runOverAnotherStoreGivesWhatARunOfItsOwnWould() {
        CaseStoreReader reader = new CaseStoreReader(new ElevenTables()
                .rows("episodes", "E8,1,early-help,2015-05-01,2016-02-01,", "E9,2,early-help,2014-05-01,2015-12-01,")
                .source());
        CaseStore nothing = reader.withoutRows();
        CaseStore store = reader.read();
        AtomicInteger asked = new AtomicInteger();

        Report report = set(MeasureRun.of(nothing, counting(asked), YEAR))
                .check()
                .over(store)
                .report();

        assertThat(report)
                .isEqualTo(set(MeasureRun.of(store, READING_PLANS, YEAR)).report());
        assertThat(report.asAt()).isEqualTo(LocalDate.of(2016, 1, 1));
        assertThat(report.figures()).extracting(f -> f.name().measure()).containsOnly("anytown.plans-1-chosen-1");
        assertThat(report.figures())
                .anySatisfy(
                        f -> assertThat(f.name().dimensions().value("service")).hasValue("early-help"));
        assertThat(asked).hasValue(1);
        assertThatThrownBy(MeasureRun.of(nothing, COUNTED, YEAR)
                        .set("anytown.families.least", "2")
                        .over(store)::report)
                .hasMessageStartingWith("WM-PARAMETER: ");
    }

    private static MeasureRun set(MeasureRun run) {
        return run.by(Stratum.SERVICE)
                .asAt(LocalDate.of(2016, 1, 1))
                .definitions(List.of(definition("anytown-plan/1")))
                .choose("plan", List.of("a"))
                .measures(List.of("anytown.plans-1-chosen-1"))
                .threads(1);
    }

    @Test
    void runOverAStoreLeavesThatOverTheFirstAsItIs() {
        CaseStore one = Given.family("1").episode("1", "2015-06-01", "").store();
        MeasureRun run = MeasureRun.of(one, COUNTED, YEAR);

        MeasureRun other = run.over(Given.family("1")
                        .andFamily("2", "North")
                        .episode("1", "2015-06-01", "")
                        .store())
                .by(Stratum.DISTRICT);

        assertThat(printed(run.report())).containsExactly("families{} 1");
        assertThat(printed(other.report()))
                .containsExactly("families{} 1", "families{district=North} 1", "families{district=not-recorded} 0");
    }

    @Test
    void measuresAreMadeAnewForAStoreWithOtherStars() {
        AtomicInteger asked = new AtomicInteger();
        CaseStoreReader reader = new CaseStoreReader(new ElevenTables().source());
        CaseStore nothing = reader.withoutRows();
        CaseStore store = reader.stars(List.of(ElevenTables.fivePointExample())).read();

        MeasureRun.of(nothing, counting(asked), YEAR).check().over(store).check();

        assertThat(asked).hasValue(2);
    }

    @Test
    void measuresAreMadeAnewForAStoreReadWithAnotherTaxonomy() {
        AtomicInteger asked = new AtomicInteger();
        CaseStoreReader reader = new CaseStoreReader(new ElevenTables().source());
        CaseStore nothing = reader.withoutRows();
        CaseStore store = reader.taxonomy(IssueTaxonomy.familySupport()).read();

        MeasureRun.of(nothing, counting(asked), YEAR).check().over(store).check();

        assertThat(asked).hasValue(2);
    }
}
