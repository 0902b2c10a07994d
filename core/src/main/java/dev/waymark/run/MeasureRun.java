package dev.waymark.run;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.definition.Definition;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Report;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of measures over the families of a store: each family is visited once, for all measures and strata.
 *
 * <p><b>Reads</b> a {@link CaseStore}; <b>gives</b> a {@link Report}, equal for the same store and settings whatever
 * the number of threads. <b>Errors:</b> {@code WM-AS-AT} for an as-at date before the period,
 * {@code WM-MEASURE-UNKNOWN}, {@code WM-DEFINITION}, {@code WM-PARAMETER}, those of the measures for what they are
 * given, such as {@code WM-SCHEME-UNKNOWN}, those of a {@link MeasureCatalog} if a provider gives others than at first,
 * {@code WM-INTERRUPTED}. <b>Threads:</b> a run belongs to one thread and uses several, daemons, which it keeps for a
 * second in case it is asked again; store and catalog may be shared by any number of runs.
 *
 * <p><b>A measure that fails</b> does not take the run down: it has no figures in the report, {@link Report#failures()}
 * names it, its jar and the first family in the order of the store at which it failed, and the other measures are
 * reported. Measures that share a counting fail together. A measure fails if any of its methods throws (errors too: a
 * plugin built against another version throws a {@link LinkageError}; but not if the JVM is out of memory) or gives
 * null, if it gives a figure twice or under another measure's id, or if it stands at one family longer than the
 * {@link #patience patience} of the run. That a merge throws, or gives null or a state that the measure cannot use, is
 * found; that it adds up wrong is for the laws of the test kit to find.
 *
 * <p><b>Interrupting</b> the thread that called {@link #report} ends the run with {@code WM-INTERRUPTED}, at once even
 * if a measure does not react: it runs on a daemon thread, which is interrupted and left behind. No Java program can
 * end a thread that does not want to; it, and the class loader of its plugin, stay until the measure comes back or the
 * JVM ends. With {@code threads(1)} the calling thread does all itself: then nothing is left behind, but a measure that
 * does not come back is waited for, and one that clears the mark of an interrupt and goes on hides it from the run. The
 * error of an interrupted run names no measure: that one blocks is said when the patience of the run is over.
 */
public final class MeasureRun {

    private static final int LOOKS = 8;
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(36_525);

    private final CaseStore store;
    private final MeasureCatalog catalog;
    private final Period period;
    private LocalDate asAt;
    private final List<Stratum> strata = new ArrayList<>();
    private final List<String> chosen = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, List<String>> choices = new TreeMap<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private Duration patience = Duration.ofMinutes(1);
    private int threads = Runtime.getRuntime().availableProcessors();
    /** Whether threads of the run count while the calling one watches them, and not the calling one itself. */
    private boolean isWatched = true;
    /** The measures made for these settings; null before they are asked for and when a setting has changed since. */
    private @Nullable List<Measured> made;
    /** Those of the report before; null before one is made, and when one was not brought to its end. */
    private @Nullable ThreadPoolExecutor helpers;

    private MeasureRun(CaseStore store, MeasureCatalog catalog, Period period) {
        this.store = store;
        this.catalog = catalog;
        this.period = period;
        this.asAt = period.end();
    }

    /** A run of all measures of a catalog over all families, as at the end of the period. */
    public static MeasureRun of(CaseStore store, MeasureCatalog catalog, Period period) {
        return new MeasureRun(store, catalog, period);
    }

    /**
     * The same run over another store, such as one that has been read since a run over its
     * {@linkplain CaseStoreReader#withoutRows Stars and issues} was {@linkplain #check() checked}. What was checked is
     * not made again if the stores have the same Stars and the very same taxonomy, as those of one reader have.
     */
    public MeasureRun over(CaseStore other) {
        MeasureRun run = new MeasureRun(other, catalog, period);
        run.asAt = asAt;
        run.strata.addAll(strata);
        run.chosen.addAll(chosen);
        run.definitions.addAll(definitions);
        choices.forEach(run::choose);
        run.parameters.putAll(parameters);
        run.patience = patience;
        run.threads = threads;
        run.isWatched = isWatched;
        if (other.stars().equals(store.stars()) && other.taxonomy() == store.taxonomy()) {
            run.made = made;
        }
        return run;
    }

    /** Nothing after this day exists for the run. */
    public MeasureRun asAt(LocalDate day) {
        checkAsAt(period, day);
        asAt = day;
        made = null;
        return this;
    }

    /**
     * Refuses an as-at date before a period, as a run would.
     *
     * @throws WaymarkException {@code WM-AS-AT}
     */
    public static void checkAsAt(Period period, LocalDate day) {
        if (day.isBefore(period.start())) {
            throw new WaymarkException(
                    "WM-AS-AT",
                    "the as-at date " + day + " is before the period, which starts on " + period.start()
                            + ". Give a day of the period or after it.");
        }
        checkAsAt(day);
    }

    /**
     * Refuses an as-at date of which no record can be.
     *
     * @throws WaymarkException {@code WM-AS-AT}
     */
    public static void checkAsAt(LocalDate day) {
        if (day.isAfter(DataFormat.LAST_DAY)) {
            throw new WaymarkException(
                    "WM-AS-AT",
                    "the as-at date " + day + " is after " + DataFormat.LAST_DAY + ". Give a day before it.");
        }
        if (day.isBefore(DataFormat.FIRST_DAY)) {
            throw new WaymarkException(
                    "WM-AS-AT",
                    "the as-at date " + day + " is before " + DataFormat.FIRST_DAY + ". Give a day after it.");
        }
    }

    /** Splits the report by these, one after the other. */
    public MeasureRun by(Stratum... more) {
        for (Stratum stratum : more) {
            if (!strata.contains(stratum)) {
                strata.add(stratum);
            }
        }
        return this;
    }

    /** Runs only these measures: ids, or the part before the first dot for all measures that share it. */
    public MeasureRun measures(Collection<String> ids) {
        chosen.addAll(ids);
        return this;
    }

    /** Gives the measures these definitions besides those they bring, such as schemes; each says its format. */
    public MeasureRun definitions(Collection<Definition> more) {
        definitions.addAll(more);
        made = null;
        return this;
    }

    /** Chooses by name among what measures offer, such as the ids of schemes under {@code scheme}. */
    public MeasureRun choose(String what, Collection<String> names) {
        if (!names.isEmpty()) {
            choices.computeIfAbsent(what, w -> new ArrayList<>()).addAll(names);
            made = null;
        }
        return this;
    }

    /** Sets a parameter of a measure: the measure's id, a dot and the parameter's name. */
    public MeasureRun set(String parameter, String value) {
        parameters.put(parameter, value);
        made = null;
        return this;
    }

    private MeasureSettings settings() {
        return new MeasureSettings(
                store.stars(), store.taxonomy(), Optional.of(asAt), definitions, choices, parameters);
    }

    private void refuseUnknownParameters(List<Measured> all) {
        Set<String> known = new TreeSet<>();
        for (Measured measured : all) {
            MeasureSpec spec = measured.spec();
            spec.parameters().keySet().forEach(name -> known.add(spec.id() + "." + name));
        }
        for (String parameter : parameters.keySet()) {
            if (!known.contains(parameter)) {
                throw new WaymarkException(
                        "WM-PARAMETER",
                        "no measure has the parameter " + parameter + ". There are: " + String.join(", ", known) + ".");
            }
        }
    }

    /**
     * How many threads visit families and have measures make their figures, at least one; as many as there are
     * processors if this is not called, and no more than there are turns of families. With 1 it is the calling thread,
     * and nobody watches over the patience.
     */
    public MeasureRun threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a run takes at least 1 thread, not " + count);
        }
        threads = count;
        isWatched = count > 1;
        letHelpersGo();
        return this;
    }

    /**
     * How long a measure may take over one family, or over making its figures, before it counts as one that blocks and
     * has failed; a minute if this is not called. The others are then counted again without it. With
     * {@linkplain #threads threads(1)} nobody looks.
     */
    public MeasureRun patience(Duration most) {
        patience = most.compareTo(LONGEST_PATIENCE) < 0 ? most : LONGEST_PATIENCE;
        return this;
    }

    /**
     * Refuses what {@link #report} would refuse before it looks at any family: measures, parameters, choices and
     * definitions that there are not, or that do not fit. With a store {@linkplain CaseStoreReader#withoutRows without
     * rows} that is known before a data set is read.
     *
     * @throws WaymarkException {@code WM-MEASURE-UNKNOWN}, {@code WM-DEFINITION}, {@code WM-PARAMETER}, and those of
     *     the measures
     */
    public MeasureRun check() {
        chosenMeasures();
        return this;
    }

    /**
     * Refuses what {@link #explain} would refuse of a measure before it looks for the family.
     *
     * @throws WaymarkException as {@link #check()}
     */
    public MeasureRun check(String measure) {
        measure(measure);
        return this;
    }

    /** Runs the measures. */
    public Report report() {
        List<Measured> measures = chosenMeasures();
        List<Slot> slots = Slot.of(store, strata, asAt);
        FamilyCase families = FamilyCase.over(store, period, asAt);
        if (!isWatched) {
            return new Evaluation(store, families, period, asAt, slots, measures, Map.of(), 1, Optional.empty())
                    .report();
        }
        Map<Integer, Failed> lost = new TreeMap<>();
        while (true) {
            Optional<Report> report = tried(families, measures, slots, lost);
            if (report.isPresent()) {
                return report.get();
            }
        }
    }

    /** The report; nothing if a measure blocks, which is then lost to the next try. */
    private Optional<Report> tried(
            FamilyCase families, List<Measured> measures, List<Slot> slots, Map<Integer, Failed> lost) {
        if (Thread.currentThread().isInterrupted()) {
            throw Evaluation.interrupted();
        }
        ExecutorService used = helpers();
        Evaluation evaluation =
                new Evaluation(store, families, period, asAt, slots, measures, lost, threads, Optional.of(used));
        boolean isFinished = false;
        try {
            Future<Report> report = used.submit(evaluation::report);
            while (true) {
                try {
                    Report finished = report.get(Math.max(1, patience.toMillis() / LOOKS), TimeUnit.MILLISECONDS);
                    if (Thread.currentThread().isInterrupted()) {
                        // the run was over before this thread came to see that it is not wanted any more
                        throw Evaluation.interrupted();
                    }
                    isFinished = true;
                    return Optional.of(finished);
                } catch (TimeoutException e) {
                    if (evaluation.isStuck(LOOKS)) {
                        lost.putAll(evaluation.stuckFirst("no answer in "
                                + BigDecimal.valueOf(patience.toMillis(), 3)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " s"));
                        return Optional.empty();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Evaluation.interrupted();
        } catch (ExecutionException e) {
            throw Evaluation.thrownBy(e);
        } finally {
            evaluation.cancel();
            if (!isFinished) {
                letHelpersGo();
            }
        }
    }

    /**
     * So many threads, all of them under way: one that is started by another only when there is work for it may come to
     * run on the same processor, and wait there for milliseconds. For the same reason those of one report are kept for
     * the next.
     */
    private ExecutorService helpers() {
        ThreadPoolExecutor pool = helpers;
        if (pool == null) {
            int count = Evaluation.visitors(store, threads);
            pool = new ThreadPoolExecutor(count, count, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "waymark-run");
                thread.setDaemon(true);
                return thread;
            });
            pool.allowCoreThreadTimeOut(true);
            helpers = pool;
        }
        pool.prestartAllCoreThreads();
        return pool;
    }

    private void letHelpersGo() {
        if (helpers != null) {
            helpers.shutdownNow();
            helpers = null;
        }
    }

    /**
     * Why a family counts where it counts in one measure.
     *
     * @throws WaymarkException {@code WM-MEASURE-FAILED} if the measure cannot say; {@code WM-MEASURE-UNKNOWN},
     *     {@code WM-DEFINITION}, {@code WM-PARAMETER}, {@code WM-FAMILY-UNKNOWN}
     */
    public Explanation explain(String measure, String familyId) {
        Measured explained = measure(measure);
        int family = store.table("families")
                .ids()
                .find(familyId)
                .orElseThrow(() -> new WaymarkException(
                        "WM-FAMILY-UNKNOWN",
                        "no accepted family has the id '" + familyId + "'. Give the id of the data set."));
        return asked(
                explained,
                "explain",
                FamilyCase.over(store, period, asAt).moveTo(family),
                explained.measure()::explain);
    }

    /**
     * The families behind a figure of the report: who the 26 and the 33 are, where it says 26 of 33.
     *
     * <p>The figure may be one of a stratum, whether this run is split by it or not.
     *
     * @throws WaymarkException {@code WM-FIGURE-UNKNOWN} if the report has no such figure, {@code WM-MEASURE-FAILED} if
     *     its measure fails; {@code WM-MEASURE-UNKNOWN}, {@code WM-DEFINITION}, {@code WM-PARAMETER},
     *     {@code WM-INTERRUPTED}
     */
    public FamiliesBehind familiesBehind(FigureName name) {
        Measured measured = measure(name.measure());
        List<Stratum> ofName = Stratum.of(name.dimensions());
        MeasureRun only = over(store);
        only.strata.clear();
        only.strata.addAll(ofName);
        only.chosen.clear();
        only.chosen.add(name.measure());
        Report report = only.report();
        for (MeasureFailure failure : report.failures()) {
            throw new WaymarkException(MeasureFailure.CODE, inWords(failure));
        }
        Figure figure = FamiliesBehind.figure(report, name);
        Slot slot = Slot.of(store, ofName, asAt).stream()
                .filter(one -> one.isOf(name.dimensions()))
                .findFirst()
                .orElseThrow();
        List<FamiliesBehind.Share> shares = new ArrayList<>();
        FamilyCase family = slot.view(FamilyCase.over(store, period, asAt));
        for (int row = 0; row < store.families(); row++) {
            if (Thread.currentThread().isInterrupted()) {
                throw Evaluation.interrupted();
            }
            if (slot.has(family.moveTo(row))) {
                for (Figure alone : asked(measured, "figuresOfOne", family, measured.measure()::figuresOfOne)) {
                    Figure named = slot.name(alone);
                    if (named.name().equals(name)) {
                        shares.add(new FamiliesBehind.Share(family.familyId(), named));
                    }
                }
            }
        }
        return new FamiliesBehind(figure, shares);
    }

    /** What a measure says of one family. */
    private static <T> T asked(
            Measured measured, String step, FamilyCase family, Function<FamilyCase, @Nullable T> question) {
        try {
            T answer = question.apply(family);
            if (answer == null) {
                throw new Failed.WrongAnswer("gave null");
            }
            return answer;
        } catch (Throwable e) {
            Failed.throwIfOfTheJvm(e);
            MeasureFailure failure =
                    measured.failure(step, Optional.of(family.familyId()), Failed.problem(e), List.of());
            throw new WaymarkException(MeasureFailure.CODE, inWords(failure), e);
        }
    }

    private static String inWords(MeasureFailure failure) {
        return failure.what() + " Remove the plugin or report it to its author.";
    }

    /** The measures that there are with these settings, of which each is theirs to read. */
    private List<Measured> measures() {
        List<Measured> all = made;
        if (all == null) {
            MeasureSettings settings = settings();
            all = catalog.measures(settings).stream().map(Measured::of).toList();
            settings.refuseUnread();
            refuseUnknownParameters(all);
            made = all;
        }
        return all;
    }

    private Measured measure(String id) {
        return measures().stream()
                .filter(measure -> measure.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private List<Measured> chosenMeasures() {
        List<Measured> all = measures();
        for (String id : chosen) {
            if (all.stream().noneMatch(measure -> isMeant(id, measure.spec()))) {
                throw unknown(id);
            }
        }
        return all.stream()
                .filter(measure -> chosen.isEmpty() || chosen.stream().anyMatch(id -> isMeant(id, measure.spec())))
                .toList();
    }

    private static boolean isMeant(String id, MeasureSpec spec) {
        return spec.id().equals(id) || spec.id().startsWith(id + ".");
    }

    private WaymarkException unknown(String measure) {
        return new WaymarkException(
                "WM-MEASURE-UNKNOWN",
                "there is no measure '" + measure + "'. There are: "
                        + String.join(
                                ", ",
                                measures().stream().map(m -> m.spec().id()).toList())
                        + ".");
    }
}
