package dev.waymark.run;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Report;
import dev.waymark.measure.BudgetLine;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Whole;
import dev.waymark.store.CaseStore;
import dev.waymark.store.StoredTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One run of measures over the families of a store: each family is visited once, for all measures and strata.
 *
 * <p><b>Reads</b> a {@link CaseStore}; <b>gives</b> a {@link Report}, equal for the same store and settings whatever
 * the number of threads. <b>Errors:</b> {@code WM-AS-AT} for an as-at date before the period,
 * {@code WM-MEASURE-UNKNOWN}, {@code WM-FIGURE} for a measure that gives a figure twice or under another measure's id.
 * <b>Threads:</b> a run belongs to one thread and uses several; store and catalog may be shared by any number of runs.
 */
public final class MeasureRun {

    private static final int FAMILIES_A_TURN = 2048;
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final CaseStore store;
    private final MeasureCatalog catalog;
    private final Period period;
    private LocalDate asAt;
    private final List<Stratum> strata = new ArrayList<>();
    private final List<String> chosen = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, List<String>> choices = new TreeMap<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private int threads = Runtime.getRuntime().availableProcessors();

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

    /** Nothing after this day exists for the run. */
    public MeasureRun asAt(LocalDate day) {
        checkAsAt(period, day);
        asAt = day;
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
        if (day.isAfter(LAST_DAY)) {
            throw new WaymarkException(
                    "WM-AS-AT", "the as-at date " + day + " is after " + LAST_DAY + ". Give a day before it.");
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
        return this;
    }

    /** Chooses by name among what measures offer, such as the ids of schemes under {@code scheme}. */
    public MeasureRun choose(String what, Collection<String> names) {
        if (!names.isEmpty()) {
            choices.computeIfAbsent(what, w -> new ArrayList<>()).addAll(names);
        }
        return this;
    }

    /** Sets a parameter of a measure: the measure's id, a dot and the parameter's name. */
    public MeasureRun set(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    private MeasureSettings settings() {
        return new MeasureSettings(
                store.stars(), store.taxonomy(), Optional.of(asAt), definitions, choices, parameters);
    }

    private void refuseUnknownParameters(List<OutcomeMeasure<?>> all) {
        Set<String> known = new TreeSet<>();
        for (OutcomeMeasure<?> measure : all) {
            measure.spec()
                    .parameters()
                    .keySet()
                    .forEach(name -> known.add(measure.spec().id() + "." + name));
        }
        for (String parameter : parameters.keySet()) {
            if (!known.contains(parameter)) {
                throw new WaymarkException(
                        "WM-PARAMETER",
                        "no measure has the parameter " + parameter + ". There are: " + String.join(", ", known) + ".");
            }
        }
    }

    /** How many threads visit families; all processors if this is not called. */
    public MeasureRun threads(int count) {
        threads = count;
        return this;
    }

    /** Runs the measures. */
    public Report report() {
        List<OutcomeMeasure<?>> measures = chosenMeasures();
        List<Slot> slots = slots();
        List<CountingRun<?>> countings = new ArrayList<>();
        for (OutcomeMeasure<?> measure : measures) {
            if (countings.stream().noneMatch(c -> c.counting.equals(measure.counting()))) {
                countings.add(new CountingRun<>(measure.counting(), slots.size()));
            }
        }
        visit(slots, countings);
        List<Figure> figures = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            for (OutcomeMeasure<?> measure : measures) {
                if (slot == 0 || measure.isSplitByStrata()) {
                    figures.addAll(figures(measure, countings, slots.get(slot), slot));
                }
            }
        }
        refuseTwice(figures);
        return new Report(
                period,
                asAt,
                measures.stream()
                        .map(OutcomeMeasure::spec)
                        .map(spec -> new MeasureDefinition(spec.id(), spec.version(), spec.parameters()))
                        .toList(),
                store.quality(),
                figures);
    }

    /** Why a family counts where it counts in one measure. */
    public Explanation explain(String measure, String familyId) {
        OutcomeMeasure<?> explained = catalog.measures(settings()).stream()
                .<OutcomeMeasure<?>>map(MeasureCatalog.Listed::measure)
                .filter(m -> m.spec().id().equals(measure))
                .findFirst()
                .orElseThrow(() -> unknown(measure));
        for (int family = 0; family < store.families(); family++) {
            if (store.table("families").ids().get(family).equals(familyId)) {
                return explained.explain(FamilyCase.over(store, period, asAt).moveTo(family));
            }
        }
        throw new WaymarkException(
                "WM-FAMILY-UNKNOWN", "no accepted family has the id '" + familyId + "'. Give the id of the data set.");
    }

    private List<OutcomeMeasure<?>> chosenMeasures() {
        List<OutcomeMeasure<?>> all = catalog.measures(settings()).stream()
                .<OutcomeMeasure<?>>map(MeasureCatalog.Listed::measure)
                .toList();
        refuseUnknownParameters(all);
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
                                catalog.measures(settings()).stream()
                                        .map(m -> m.measure().spec().id())
                                        .toList())
                        + ".");
    }

    /** One value of a stratum, or the whole: where its families are counted. */
    private record Slot(String dimension, String value, int code) {

        private static final Slot WHOLE = new Slot("", "", -1);

        private Figure name(Figure figure) {
            if (dimension.isEmpty()) {
                return figure;
            }
            FigureName name = figure.name();
            return figure.named(new FigureName(
                    name.measure(), name.figure(), name.dimensions().inFront(dimension, value)));
        }
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(List.of(Slot.WHOLE));
        for (Stratum stratum : strata) {
            slots.addAll(
                    switch (stratum) {
                        case DISTRICT -> districts();
                        case SERVICE -> services();
                    });
        }
        return slots;
    }

    private List<Slot> districts() {
        List<Slot> slots = new ArrayList<>();
        List<String> districts = store.table("families").dictionary("district").texts();
        boolean someNotRecorded = false;
        for (int code = 0; code < districts.size(); code++) {
            if (districts.get(code).equals(Dimensions.NOT_RECORDED)) {
                someNotRecorded = true;
            } else {
                slots.add(new Slot(Stratum.DISTRICT.word(), districts.get(code), code));
            }
        }
        for (int family = 0; family < store.families() && !someNotRecorded; family++) {
            someNotRecorded = store.table("families").ints("district").get(family) < 0;
        }
        if (someNotRecorded) {
            slots.add(new Slot(Stratum.DISTRICT.word(), Dimensions.NOT_RECORDED, -1));
        }
        return slots;
    }

    private List<Slot> services() {
        List<String> services = store.table("episodes").dictionary("service").texts();
        boolean[] seen = new boolean[services.size()];
        for (int episode = 0; episode < store.table("episodes").rows(); episode++) {
            if (store.table("episodes").ints("opened").get(episode) <= asAt.toEpochDay()) {
                seen[store.table("episodes").ints("service").get(episode)] = true;
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (int code = 0; code < seen.length; code++) {
            if (seen[code]) {
                slots.add(new Slot(Stratum.SERVICE.word(), services.get(code), code));
            }
        }
        return slots;
    }

    /** One counting with a state for each slot. */
    private static final class CountingRun<S> {
        private final Counting<S> counting;
        private final List<S> states = new ArrayList<>();

        private CountingRun(Counting<S> counting, int slots) {
            this.counting = counting;
            for (int slot = 0; slot < slots; slot++) {
                states.add(counting.newState());
            }
        }

        private CountingRun<S> empty() {
            return new CountingRun<>(counting, states.size());
        }

        private void accept(int slot, FamilyCase family) {
            counting.accept(states.get(slot), family);
        }

        private void mergeInto(int slot, int other) {
            states.set(slot, counting.merge(states.get(slot), copy(states.get(other))));
        }

        private S copy(S state) {
            return counting.merge(
                    counting.newState(),
                    counting.codec().decode(counting.codec().encode(state)));
        }

        @SuppressWarnings("unchecked") // both are runs of one counting
        private void merge(CountingRun<?> other) {
            for (int slot = 0; slot < states.size(); slot++) {
                states.set(slot, counting.merge(states.get(slot), (S) other.states.get(slot)));
            }
        }
    }

    private void visit(List<Slot> slots, List<CountingRun<?>> countings) {
        int turns = (store.families() + FAMILIES_A_TURN - 1) / FAMILIES_A_TURN;
        int visitors = Math.max(1, Math.min(threads, turns));
        AtomicInteger turn = new AtomicInteger();
        if (visitors == 1) {
            visitTurns(slots, countings, turn);
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(visitors, task -> {
                Thread thread = new Thread(task, "waymark-run");
                thread.setDaemon(true);
                return thread;
            });
            try {
                List<Future<List<CountingRun<?>>>> running = new ArrayList<>();
                for (int visitor = 0; visitor < visitors; visitor++) {
                    List<CountingRun<?>> own = new ArrayList<>();
                    countings.forEach(counting -> own.add(counting.empty()));
                    running.add(pool.submit(() -> {
                        visitTurns(slots, own, turn);
                        return own;
                    }));
                }
                for (Future<List<CountingRun<?>>> visited : running) {
                    List<CountingRun<?>> own = visited.get();
                    for (int i = 0; i < countings.size(); i++) {
                        countings.get(i).merge(own.get(i));
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } finally {
                pool.shutdownNow();
            }
        }
        wholeFromDistricts(slots, countings);
    }

    /** Counts of some of the families are no figures: a run that is interrupted gives none. */
    private static WaymarkException interrupted() {
        return new WaymarkException("WM-INTERRUPTED", "the run was interrupted. Start it again if it is wanted.");
    }

    private void visitTurns(List<Slot> slots, List<CountingRun<?>> countings, AtomicInteger turn) {
        FamilyCase family = FamilyCase.over(store, period, asAt);
        int[] slotOfDistrict = slotOfDistrict(slots);
        List<FamilyCase> ofService = new ArrayList<>();
        for (Slot slot : slots) {
            ofService.add(
                    slot.dimension().equals(Stratum.SERVICE.word())
                            ? FamilyCase.overService(store, period, asAt, slot.code())
                            : family);
        }
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            int from = turn.getAndIncrement() * FAMILIES_A_TURN;
            if (from >= store.families()) {
                return;
            }
            int to = Math.min(store.families(), from + FAMILIES_A_TURN);
            for (int row = from; row < to; row++) {
                family.moveTo(row);
                int slot = slotOfDistrict.length == 0
                        ? 0
                        : slotOfDistrict[
                                store.table("families").ints("district").get(row) + 1];
                for (int i = 0; i < countings.size(); i++) {
                    countings.get(i).accept(slot, family);
                }
                for (int s = 1; s < ofService.size(); s++) {
                    FamilyCase service = ofService.get(s);
                    if (service != family && !service.moveTo(row).episodes().isEmpty()) {
                        for (int i = 0; i < countings.size(); i++) {
                            countings.get(i).accept(s, service);
                        }
                    }
                }
            }
        }
    }

    /** The slot of each district's code + 1; empty if the run is not split by district. */
    private int[] slotOfDistrict(List<Slot> slots) {
        if (!strata.contains(Stratum.DISTRICT)) {
            return new int[0];
        }
        List<String> districts = store.table("families").dictionary("district").texts();
        int[] slotOf = new int[districts.size() + 1];
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).dimension().equals(Stratum.DISTRICT.word())) {
                if (slots.get(slot).value().equals(Dimensions.NOT_RECORDED)) {
                    slotOf[0] = slot;
                    int named = districts.indexOf(Dimensions.NOT_RECORDED);
                    slotOf[named + 1] = slot;
                } else {
                    slotOf[slots.get(slot).code() + 1] = slot;
                }
            }
        }
        return slotOf;
    }

    /** Every family has one district, so the whole is the districts together. */
    private static void wholeFromDistricts(List<Slot> slots, List<CountingRun<?>> countings) {
        for (int slot = 1; slot < slots.size(); slot++) {
            if (slots.get(slot).dimension().equals(Stratum.DISTRICT.word())) {
                for (CountingRun<?> counting : countings) {
                    counting.mergeInto(0, slot);
                }
            }
        }
    }

    private <S> List<Figure> figures(OutcomeMeasure<S> measure, List<CountingRun<?>> countings, Slot slot, int place) {
        CountingRun<S> counted = countingOf(measure, countings);
        Whole<S> whole = new Whole<>(counted.states.get(0), period, store.tablesPresent(), budget());
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : measure.finish(counted.states.get(place), whole)) {
            if (!figure.name().measure().equals(measure.spec().id())) {
                throw new WaymarkException(
                        "WM-FIGURE",
                        "measure " + measure.spec().id() + " ("
                                + measure.getClass().getName() + ") gave the figure " + figure.name()
                                + ", which is another measure's. Name its figures by its own id.");
            }
            figures.add(slot.name(figure));
        }
        return figures;
    }

    private List<BudgetLine> budget() {
        StoredTable table = store.table("budget");
        List<BudgetLine> lines = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            int organisation = table.ints("organisation").get(row);
            lines.add(new BudgetLine(
                    table.ints("year").get(row),
                    BudgetLine.Side.at(table.words("kind").get(row)),
                    organisation < 0
                            ? Optional.empty()
                            : Optional.of(table.dictionary("organisation").text(organisation)),
                    table.pence("amount").get(row)));
        }
        return lines;
    }

    @SuppressWarnings("unchecked") // a run of the measure's own counting
    private static <S> CountingRun<S> countingOf(OutcomeMeasure<S> measure, List<CountingRun<?>> countings) {
        for (CountingRun<?> counting : countings) {
            if (counting.counting.equals(measure.counting())) {
                return (CountingRun<S>) counting;
            }
        }
        throw new IllegalStateException(measure.spec().id());
    }

    private static void refuseTwice(List<Figure> figures) {
        Set<FigureName> names = new HashSet<>();
        for (Figure figure : figures) {
            if (!names.add(figure.name())) {
                throw new WaymarkException(
                        "WM-FIGURE",
                        "measure " + figure.name().measure() + " gave the figure " + figure.name()
                                + " twice. Tell its figures apart by id or dimensions.");
            }
        }
    }
}
