package dev.waymark.run;

import com.google.common.base.Throwables;
import com.google.common.collect.Sets;
import dev.waymark.WaymarkException;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Report;
import dev.waymark.measure.BudgetLine;
import dev.waymark.measure.Counting;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Whole;
import dev.waymark.store.CaseStore;
import dev.waymark.store.IntColumn;
import dev.waymark.store.StoredTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One try at the report of a run: every family is counted once for all measures, and a measure that fails is left
 * behind while the others go on.
 *
 * <p>{@link #report} is called once, by one thread, which may have others help it; {@link #cancel}, {@link #isStuck}
 * and {@link #stuckFirst} by the thread that waits for it.
 */
final class Evaluation {

    /** So few that two threads share the families of one county too. */
    private static final int FAMILIES_A_TURN = 256;

    private static final int MOST_FAMILIES_AT_HAND = 16;
    /** A family has a case for each service too, and where there are many of these, few families are at hand. */
    private static final int CASES_AT_HAND = 64;

    private final CaseStore store;
    private final Period period;
    private final LocalDate asAt;
    private final FamilyCase families;
    private final List<Slot> slots;
    private final List<Measured> measures;
    private final int threads;
    private final Optional<ExecutorService> helpers;
    private final Map<Integer, Failed> failedMeasures;

    private final List<Position> positions = new CopyOnWriteArrayList<>();
    private final Position own = newPosition();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Counted<?>> countings = List.of();
    private volatile boolean cancelled;

    /**
     * An evaluation that leaves out the measures that were lost before.
     *
     * @param families a case over the store, for this period and day, that nobody moves
     * @param helpers who helps; without any the calling thread does all, and is cancelled by interrupting it
     */
    Evaluation(
            CaseStore store,
            FamilyCase families,
            Period period,
            LocalDate asAt,
            List<Slot> slots,
            List<Measured> measures,
            Map<Integer, Failed> lost,
            int threads,
            Optional<ExecutorService> helpers) {
        this.store = store;
        this.period = period;
        this.asAt = asAt;
        this.families = families;
        this.slots = slots;
        this.measures = measures;
        this.failedMeasures = new ConcurrentSkipListMap<>(lost);
        this.threads = threads;
        this.helpers = helpers;
    }

    /** The figures of the measures that do not fail, and who fails. */
    Report report() {
        countings = List.copyOf(findCountings());
        int visitors = visitors(store, threads);
        Queue<Visited<?>> visited = visit(visitors);
        List<BudgetLine> budget = budget();
        Map<Integer, List<List<Figure>>> given = new TreeMap<>();
        together(Math.min(visitors, visited.size()), position -> new Finisher(position, budget).finishAll(visited))
                .forEach(given::putAll);
        endIfCancelled();
        List<MeasureFailure> failures = new ArrayList<>();
        failedMeasures.forEach((measure, failed) -> failures.add(measures.get(measure)
                .failure(failed.step().word, familyId(failed.row()), failed.problem(), failed.trace())));
        return new Report(
                period,
                asAt,
                measures.stream().map(Measured::definition).toList(),
                store.quality(),
                slotBySlot(given),
                failures);
    }

    /** What so many visitors counted, counting by counting. */
    private Queue<Visited<?>> visit(int visitors) {
        List<List<States<?>>> states = together(visitors, position -> new Visitor(position).visitAll());
        Queue<Visited<?>> visited = new ConcurrentLinkedQueue<>();
        countings.forEach(counted -> visited.add(visited(counted, states)));
        return visited;
    }

    @SuppressWarnings("unchecked") // all are of one counting
    private static <S> Visited<S> visited(Counted<S> counted, List<List<States<?>>> states) {
        return new Visited<>(
                counted,
                states.stream()
                        .flatMap(List::stream)
                        .filter(some -> some.counted == counted)
                        .map(some -> (States<S>) some)
                        .toList());
    }

    /** Has so many threads do a work of which each takes its turns, and waits for all of them. */
    private <T> List<T> together(int threads, Function<Position, T> work) {
        List<Future<T>> others = new ArrayList<>();
        for (int other = 1; other < threads && helpers.isPresent(); other++) {
            Position position = newPosition();
            others.add(helpers.get().submit(() -> work.apply(position)));
        }
        List<T> done = new ArrayList<>();
        done.add(work.apply(own));
        others.forEach(other -> done.add(whenDone(other)));
        return done;
    }

    private Optional<String> familyId(int row) {
        return row == Failed.NO_FAMILY
                ? Optional.empty()
                : Optional.of(store.table("families").ids().get(row));
    }

    /** Has the threads end that are at work, as soon as the measures let them. */
    void cancel() {
        cancelled = true;
    }

    private boolean isCancelled() {
        return helpers.isPresent() ? cancelled : Thread.currentThread().isInterrupted();
    }

    /** Counts of some of the families are no figures: a run that is interrupted gives none. */
    static WaymarkException interrupted() {
        return new WaymarkException("WM-INTERRUPTED", "the run was interrupted. Start it again if it is wanted.");
    }

    void endIfCancelled() {
        if (isCancelled()) {
            throw interrupted();
        }
    }

    /**
     * Whether every thread at which a measure is at work was found at the same place for so many looks. As long as one
     * goes on, a measure may still come to stand at an earlier family.
     */
    boolean isStuck(int looks) {
        boolean someStand = false;
        boolean someMove = false;
        for (Position position : positions) {
            int stood = position.look();
            if (position.wasBusy()) {
                someStand |= stood >= looks;
                someMove |= stood < looks;
            }
        }
        return someStand && !someMove;
    }

    /**
     * The measures that stand at the first family of all at which any does, or else all that stand, which are the same
     * whatever the number of threads; how they failed is what one thread would have found.
     */
    Map<Integer, Failed> stuckFirst(String problem) {
        Map<Integer, Failed> stuck = new TreeMap<>();
        int first = positions.stream()
                .filter(Position::wasBusy)
                .mapToInt(Position::row)
                .min()
                .orElse(Failed.NO_FAMILY);
        positions.stream()
                .filter(position -> position.wasBusy() && position.row() == first)
                .forEach(position -> {
                    Failed failed = new Failed(position.step(), first, problem, List.of());
                    switch (position.step()) {
                        case COUNTING, FINISH -> stuck.put(position.place(), failed);
                        case NEW_STATE, ACCEPT, MERGE, CODEC ->
                            countings.get(position.place()).measures.forEach(measure -> stuck.put(measure, failed));
                    }
                });
        return stuck;
    }

    private Position newPosition() {
        Position position = new Position();
        positions.add(position);
        return position;
    }

    /**
     * What a measure answers; nothing if it fails.
     *
     * <p>Errors count as failures too: a plugin built against another version throws a {@link LinkageError}, one that
     * calls itself without end a {@link StackOverflowError}. A JVM without memory, or otherwise broken, is nobody's.
     */
    private <T> Optional<T> asked(
            Step step,
            int place,
            int slot,
            Position position,
            Consumer<Failed> failures,
            Supplier<@Nullable T> question) {
        position.enter(step, place, slot);
        try {
            T answer = question.get();
            if (answer == null) {
                throw new Failed.WrongAnswer("gave null");
            }
            return Optional.of(answer);
        } catch (Throwable e) {
            endIfNoFailureOfAMeasure(e);
            failures.accept(Failed.of(step, Failed.NO_FAMILY, e));
            return Optional.empty();
        } finally {
            position.leave();
            forgetInterrupt();
        }
    }

    /**
     * Takes the mark of an interrupt off a thread of several: a measure may have left it there, which is no matter of
     * the one that this thread comes to next.
     */
    private void forgetInterrupt() {
        if (helpers.isPresent() && Thread.interrupted() && cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginTurn() {
        forgetInterrupt();
        endIfCancelled();
    }

    private <T> Optional<T> asked(
            Step step, Counted<?> counted, int slot, Position position, Supplier<@Nullable T> question) {
        return asked(step, counted.place, slot, position, counted::fail, question);
    }

    private void endIfNoFailureOfAMeasure(Throwable e) {
        Failed.throwIfOfTheJvm(e);
        if (isCancelled()) {
            throw interrupted();
        }
        if (helpers.isEmpty() && Throwables.getRootCause(e) instanceof InterruptedException) {
            // the caller interrupted this thread while the measure waited for something, which took the mark away
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** The countings, each once. */
    private List<Counted<?>> findCountings() {
        List<Counted<?>> found = new ArrayList<>();
        for (int place = 0; place < measures.size(); place++) {
            if (!failedMeasures.containsKey(place)) {
                int measure = place;
                asked(
                                Step.COUNTING,
                                measure,
                                0,
                                own,
                                failed -> failedMeasures.put(measure, failed),
                                () -> countedAs(measures.get(measure).measure().counting(), found))
                        .ifPresent(counted -> counted.measures.add(measure));
            }
        }
        return found;
    }

    private static <S> @Nullable Counted<?> countedAs(@Nullable Counting<S> counting, List<Counted<?>> found) {
        if (counting == null) {
            return null;
        }
        for (Counted<?> counted : found) {
            if (counting.equals(counted.counting)) {
                return counted;
            }
        }
        Counted<S> counted = new Counted<>(found.size(), counting);
        found.add(counted);
        return counted;
    }

    /** What all visitors counted for one counting. */
    private record Visited<S>(Counted<S> counted, List<States<S>> states) {}

    /** The states of one counting, one for each slot. */
    private record States<S>(Counted<S> counted, List<S> ofSlots) {
        private void accept(int slot, FamilyCase family) {
            counted.counting.accept(ofSlots.get(slot), family);
        }
    }

    private <S> Optional<States<S>> newStates(Counted<S> counted, Position position) {
        List<S> ofSlots = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            asked(Step.NEW_STATE, counted, slot, position, counted.counting::newState)
                    .ifPresent(ofSlots::add);
        }
        return ofSlots.size() == slots.size() ? Optional.of(new States<>(counted, ofSlots)) : Optional.empty();
    }

    /** How many of so many threads have families to visit. */
    static int visitors(CaseStore store, int threads) {
        int turns = (store.families() + FAMILIES_A_TURN - 1) / FAMILIES_A_TURN;
        return Math.max(1, Math.min(threads, turns));
    }

    private <T> T whenDone(Future<T> future) {
        while (true) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                // a measure may have interrupted the thread it was called by, which ends no run
                endIfCancelled();
            } catch (ExecutionException e) {
                throw thrownBy(e);
            }
        }
    }

    /** What another thread came to grief by. */
    static RuntimeException thrownBy(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Throwables.throwIfUnchecked(cause);
        return new IllegalStateException(cause);
    }

    /**
     * Takes turns with others at visiting families, and counts those of its own turns.
     *
     * <p>Some families are at hand at a time, and each measure counts them one after the other: what it does is then
     * still at hand in the processor, too.
     */
    private final class Visitor {
        private final Position position;
        private final List<States<?>> states = new ArrayList<>();
        private final IntColumn districts = store.table("families").ints("district");
        private final int[] slotOfDistrict = Slot.ofDistricts(slots, store);
        private final int[] slotsOfServices = IntStream.range(0, slots.size())
                .filter(slot -> slots.get(slot).isOf(Stratum.SERVICE))
                .toArray();

        private final FamilyCase first = families.forAnotherThread();
        private final AtHand[] atHand = IntStream.range(
                        0, Math.max(1, Math.min(MOST_FAMILIES_AT_HAND, CASES_AT_HAND / (1 + slotsOfServices.length))))
                .mapToObj(i -> new AtHand())
                .toArray(AtHand[]::new);

        private Visitor(Position position) {
            this.position = position;
        }

        private List<States<?>> visitAll() {
            try {
                for (Counted<?> counted : countings) {
                    newStates(counted, position).ifPresent(states::add);
                }
                while (true) {
                    beginTurn();
                    int from = turn.getAndIncrement() * FAMILIES_A_TURN;
                    if (from >= store.families()) {
                        return states;
                    }
                    states.removeIf(one -> one.counted.isLostBefore(from));
                    visit(from, Math.min(store.families(), from + FAMILIES_A_TURN));
                }
            } finally {
                position.leave();
            }
        }

        private void visit(int from, int to) {
            for (int row = from; row < to; row += atHand.length) {
                int families = Math.min(atHand.length, to - row);
                for (int i = 0; i < families; i++) {
                    atHand[i].moveTo(row + i);
                }
                for (int i = 0; i < states.size(); i++) {
                    if (!isCounted(states.get(i), families)) {
                        states.remove(i);
                        i--;
                    }
                }
            }
        }

        /** Has a measure count the families at hand; no if it fails. */
        private boolean isCounted(States<?> one, int families) {
            for (int i = 0; i < families; i++) {
                position.accept(one.counted.place, atHand[i].row);
                try {
                    atHand[i].count(one);
                } catch (Throwable e) {
                    endIfNoFailureOfAMeasure(e);
                    one.counted.fail(Failed.of(Step.ACCEPT, atHand[i].row, e));
                    atHand[i].startAgain();
                    return false;
                }
            }
            return true;
        }

        /** A family as measures see it: with all its episodes, and as each service does that has some of them. */
        private final class AtHand {
            private int row;
            private int slot;
            private FamilyCase whole = first.another();
            private final FamilyCase[] ofServices = new FamilyCase[slotsOfServices.length];
            private final int[] services = new int[slotsOfServices.length];
            private int servicesAtWork;

            private AtHand() {
                renewServices();
            }

            private void renewServices() {
                Arrays.setAll(
                        ofServices,
                        service -> first.another(
                                slots.get(slotsOfServices[service]).code()));
            }

            private void moveTo(int family) {
                row = family;
                slot = slotOfDistrict.length == 0 ? 0 : slotOfDistrict[districts.get(row) + 1];
                whole.moveTo(row);
                servicesAtWork = 0;
                for (int service = 0; service < ofServices.length; service++) {
                    if (!ofServices[service].moveTo(row).episodes().isEmpty()) {
                        services[servicesAtWork++] = service;
                    }
                }
            }

            private void count(States<?> one) {
                one.accept(slot, whole);
                for (int i = 0; i < servicesAtWork; i++) {
                    one.accept(slotsOfServices[services[i]], ofServices[services[i]]);
                }
            }

            /** What was thrown may have come out of the midst of a case, such as by too deep a stack. */
            private void startAgain() {
                whole = first.another();
                renewServices();
                moveTo(row);
            }
        }
    }

    /** The figures slot by slot, in each the measures in their order. */
    private List<Figure> slotBySlot(Map<Integer, List<List<Figure>>> given) {
        return IntStream.range(0, slots.size())
                .boxed()
                .flatMap(slot -> given.values().stream().flatMap(ofMeasure -> ofMeasure.get(slot).stream()))
                .toList();
    }

    /**
     * Takes turns with others at the countings: puts together what the visitors counted, and has the measures make
     * their figures from it. A counting's states are at one thread at a time.
     */
    private final class Finisher {
        private final Position position;
        private final List<BudgetLine> budget;
        private final Map<Integer, List<List<Figure>>> given = new TreeMap<>();

        private Finisher(Position position, List<BudgetLine> budget) {
            this.position = position;
            this.budget = budget;
        }

        /** The figures of each measure that gives them, slot by slot, by its place. */
        private Map<Integer, List<List<Figure>>> finishAll(Queue<Visited<?>> visited) {
            while (true) {
                beginTurn();
                Visited<?> next = visited.poll();
                if (next == null) {
                    return given;
                }
                merged(next).ifPresent(states -> states.counted.measures.forEach(measure -> figures(measure, states)));
                next.counted
                        .failure()
                        .ifPresent(failed ->
                                next.counted.measures.forEach(measure -> failedMeasures.put(measure, failed)));
            }
        }

        /**
         * All together; nothing if a step fails. One visitor's are merged into empty states too, so that a measure that
         * cannot merge fails with any number of threads.
         */
        private <S> Optional<States<S>> merged(Visited<S> visited) {
            if (visited.counted.failure().isPresent()) {
                return Optional.empty();
            }
            Optional<States<S>> all = newStates(visited.counted, position);
            all.ifPresent(into -> {
                for (States<S> states : visited.states) {
                    for (int slot = 0; slot < slots.size(); slot++) {
                        merge(into, slot, states.ofSlots.get(slot));
                    }
                }
                wholeFromDistricts(into);
            });
            return all.filter(into -> into.counted.failure().isEmpty());
        }

        private <S> void merge(States<S> into, int slot, S more) {
            Counted<S> counted = into.counted;
            if (counted.failure().isEmpty()) {
                asked(Step.MERGE, counted, slot, position, () -> counted.counting.merge(into.ofSlots.get(slot), more))
                        .ifPresent(merged -> into.ofSlots.set(slot, merged));
            }
        }

        /** Every family has one district, so the whole is the districts together. */
        private <S> void wholeFromDistricts(States<S> states) {
            for (int slot = 1; slot < slots.size(); slot++) {
                if (slots.get(slot).isOf(Stratum.DISTRICT)) {
                    mergeIntoWhole(states, slot);
                }
            }
        }

        private <S> void mergeIntoWhole(States<S> states, int slot) {
            Counted<S> counted = states.counted;
            Counting<S> counting = counted.counting;
            if (counted.failure().isEmpty()) {
                asked(
                                Step.CODEC,
                                counted,
                                slot,
                                position,
                                () -> counting.codec().decode(counting.codec().encode(states.ofSlots.get(slot))))
                        .flatMap(copy -> asked(
                                Step.MERGE, counted, slot, position, () -> counting.merge(counting.newState(), copy)))
                        .ifPresent(copy -> merge(states, 0, copy));
            }
        }

        private void figures(int place, States<?> counted) {
            Whole<?> whole =
                    new Whole<>(counted.ofSlots.get(0), period, store.tablesPresent(), families.starsInData(), budget);
            List<List<Figure>> bySlot = new ArrayList<>();
            for (int slot = 0; slot < slots.size() && bySlot.size() == slot; slot++) {
                int at = slot;
                asked(
                                Step.FINISH,
                                place,
                                slot,
                                position,
                                failed -> failedMeasures.put(place, failed),
                                () -> figures(measures.get(place), counted, at, whole))
                        .ifPresent(bySlot::add);
            }
            if (bySlot.size() == slots.size()) {
                given.put(place, bySlot);
            }
        }

        private List<Figure> figures(Measured measured, States<?> counted, int slot, Whole<?> whole) {
            if (slot > 0 && !measured.measure().isSplitByStrata()) {
                return List.of();
            }
            List<Figure> given = finished(measured.measure(), counted, slot, whole);
            List<Figure> figures = new ArrayList<>(given.size());
            Set<FigureName> names = Sets.newHashSetWithExpectedSize(given.size());
            for (Figure figure : given) {
                if (Failed.isMissing(figure)) {
                    throw new Failed.WrongAnswer("gave null in place of a figure");
                }
                if (!figure.name().measure().equals(measured.spec().id())) {
                    throw new Failed.WrongAnswer("gave the figure " + figure.name() + ", which is another measure's");
                }
                for (Stratum stratum : Stratum.values()) {
                    if (figure.name().dimensions().value(stratum.word()).isPresent()) {
                        throw new Failed.WrongAnswer("gave the figure " + figure.name() + " a dimension '"
                                + stratum.word() + "', by which reports are split");
                    }
                }
                Figure named = slots.get(slot).name(figure);
                if (!names.add(figure.name())) {
                    throw new Failed.WrongAnswer("gave the figure " + named.name() + " twice");
                }
                figures.add(named);
            }
            return figures;
        }

        @SuppressWarnings("unchecked") // the states of the measure's own counting
        private <S> List<Figure> finished(OutcomeMeasure<S> measure, States<?> counted, int slot, Whole<?> whole) {
            List<Figure> figures = measure.finish((S) counted.ofSlots.get(slot), (Whole<S>) whole);
            if (Failed.isMissing(figures)) {
                throw new Failed.WrongAnswer("gave null in place of a list of figures");
            }
            return figures;
        }
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
}
