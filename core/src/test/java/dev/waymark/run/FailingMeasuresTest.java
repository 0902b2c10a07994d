package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.waymark.WaymarkException;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.StateCodec;
import dev.waymark.measure.Whole;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures broken in one place each, beside a sound one: the sound one keeps its figures, the broken one has none and
 * is named. There are 7000 families, which four threads take in turns of 256.
 */
@NullUnmarked
@Timeout(60)
class FailingMeasuresTest {

    private static final Period YEAR = Period.parse("2015/16");
    private static final int FAMILIES = 7000;
    private static final CaseStore STORE = store();

    /** Lets a measure go that a test had stand still. */
    private final CountDownLatch letGo = new CountDownLatch(1);

    private static CaseStore store() {
        Given given = Given.family("0", "North");
        for (int family = 1; family < FAMILIES; family++) {
            given.andFamily(Integer.toString(family), family % 2 == 0 ? "North" : "South");
        }
        return given.store();
    }

    @AfterEach
    void letGo() {
        letGo.countDown();
    }

    private static MeasureRun run(OutcomeMeasure<?>... measures) {
        return MeasureRun.of(STORE, MeasureCatalog.of(settings -> List.of(measures)), YEAR);
    }

    private static final OutcomeMeasure<?> SOUND = new Breakable("anytown.sound");

    /** What is said of a broken measure, on one thread and on four; of the sound one there are all figures. */
    private static String failure(OutcomeMeasure<?> broken) {
        Report one = run(broken, SOUND).threads(1).report();
        Report four = run(broken, SOUND).threads(4).report();
        assertThat(four).isEqualTo(one);
        assertThat(one.figures()).containsExactly(Breakable.count("anytown.sound", "families", FAMILIES));
        assertThat(one.definitions()).extracting(d -> d.measure()).containsExactly("anytown.broken", "anytown.sound");
        assertThat(one.failures()).hasSize(1);
        return one.failures().get(0).inWords();
    }

    private static String failed(String type, String where) {
        return "WM-MEASURE-FAILED: measure anytown.broken (" + type + " in test-classes) failed " + where
                + ". Remove the plugin or report it to its author; the other measures are reported.";
    }

    private static class Broken extends Breakable {
        Broken() {
            super("anytown.broken");
        }
    }

    @Test
    void soundMeasuresHaveNoFailures() {
        assertThat(run(SOUND).report().failures()).isEmpty();
    }

    private static final class ThrowsAtFamilies extends Broken {
        private final Set<String> families;
        private final RuntimeException thrown;

        private ThrowsAtFamilies(RuntimeException thrown, String... families) {
            this.thrown = thrown;
            this.families = Set.of(families);
        }

        @Override
        public void accept(State state, FamilyCase family) {
            if (families.contains(family.familyId())) {
                throw thrown;
            }
        }
    }

    @Test
    void measureThatThrowsIsNamedWithItsJarAndTheFirstFamilyAndNotWithTheWordsOfTheException() {
        assertThat(failure(new ThrowsAtFamilies(new IllegalStateException("a name"), "6500", "2500", "4999")))
                .isEqualTo(failed(
                        "dev.waymark.run.FailingMeasuresTest$ThrowsAtFamilies",
                        "at family 2500: java.lang.IllegalStateException"));
        assertThat(failure(new ThrowsAtFamilies(new WaymarkException("WM-ANYTOWN", "a name"), "0")))
                .contains("failed at family 0: WM-ANYTOWN. ");
    }

    @Test
    void traceSaysWhereItWasThrownAndNotWhatWasSaid() {
        MeasureFailure failure = run(new ThrowsAtFamilies(new IllegalStateException("a name"), "1"))
                .report()
                .failures()
                .get(0);

        assertThat(failure.trace().get(0)).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.trace().get(1)).startsWith("\tat dev.waymark.run.FailingMeasuresTest");
        assertThat(failure.trace()).noneMatch(line -> line.contains("a name"));
    }

    /** The thread that has the earlier family waits until another has failed at a later one. */
    @Test
    void firstFamilyOfTheStoreIsNamedThoughAnotherThreadFailedBefore() {
        CountDownLatch failedLater = new CountDownLatch(1);
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public void accept(State state, FamilyCase family) {
                if (family.familyId().equals("6500")) {
                    failedLater.countDown();
                    throw new IllegalArgumentException();
                }
                if (family.familyId().equals("2500")) {
                    await(failedLater);
                    throw new IllegalStateException();
                }
            }
        };

        assertThat(run(broken, SOUND).threads(4).report().failures())
                .extracting(MeasureFailure::what)
                .singleElement()
                .asString()
                .endsWith("failed at family 2500: java.lang.IllegalStateException.");
    }

    /** What a hostile measure does with an interrupt: nothing. */
    private static void await(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // that is the point
            }
        }
    }

    @Test
    void errorsOfAPluginAreItsFailures() {
        assertThat(failure(new Broken() {
                    @Override
                    public void accept(State state, FamilyCase family) {
                        throw new NoSuchMethodError("built against another version");
                    }
                }))
                .contains("failed at family 0: java.lang.NoSuchMethodError.");
        assertThat(failure(new Broken() {
                    @Override
                    @SuppressWarnings("InfiniteRecursion") // on purpose
                    public void accept(State state, FamilyCase family) {
                        accept(state, family);
                    }
                }))
                .contains("failed at family 0: java.lang.StackOverflowError.");
    }

    @Test
    void outOfMemoryIsNoFailureOfAMeasureAndEndsTheRun() {
        for (int threads : new int[] {1, 4}) {
            assertThatThrownBy(() -> run(
                                    new Broken() {
                                        @Override
                                        public void accept(State state, FamilyCase family) {
                                            throw new OutOfMemoryError("as if");
                                        }
                                    },
                                    SOUND)
                            .threads(threads)
                            .report())
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void everyOtherStepMayFailToo() {
        assertThat(failure(new Broken() {
                    @Override
                    public Counting<State> counting() {
                        throw new IllegalStateException();
                    }
                }))
                .contains("failed in counting: java.lang.IllegalStateException.");
        assertThat(failure(new Broken() {
                    @Override
                    public State newState() {
                        throw new IllegalStateException();
                    }
                }))
                .contains("failed in newState: java.lang.IllegalStateException.");
        assertThat(failure(new Broken() {
                    @Override
                    public List<Figure> finish(State state, Whole<State> whole) {
                        throw new IllegalStateException();
                    }
                }))
                .contains("failed in finish: java.lang.IllegalStateException.");
        assertThat(failure(new Broken() {
                    @Override
                    public State merge(State left, State right) {
                        throw new IllegalStateException();
                    }
                }))
                .contains("failed in merge: java.lang.IllegalStateException.");
    }

    @Test
    void nullIsAFailure() {
        assertThat(failure(new Broken() {
                    @Override
                    public Counting<State> counting() {
                        return null;
                    }
                }))
                .contains("failed in counting: gave null.");
        assertThat(failure(new Broken() {
                    @Override
                    public State newState() {
                        return null;
                    }
                }))
                .contains("failed in newState: gave null.");
        assertThat(failure(new Broken() {
                    @Override
                    public State merge(State left, State right) {
                        return null;
                    }
                }))
                .contains("failed in merge: gave null.");
        assertThat(failure(new Broken() {
                    @Override
                    public List<Figure> finish(State state, Whole<State> whole) {
                        return null;
                    }
                }))
                .contains("failed in finish: gave null in place of a list of figures.");
        assertThat(failure(new Broken() {
                    @Override
                    public List<Figure> finish(State state, Whole<State> whole) {
                        return Arrays.asList(count("anytown.broken", "a", 1), null);
                    }
                }))
                .contains("failed in finish: gave null in place of a figure.");
    }

    @Test
    void figureGivenTwiceAndFigureOfAnotherMeasureAreFailures() {
        assertThat(failure(new Broken() {
                    @Override
                    public List<Figure> finish(State state, Whole<State> whole) {
                        return List.of(count("anytown.broken", "f", 1), count("anytown.broken", "f", 2));
                    }
                }))
                .contains("failed in finish: gave the figure anytown.broken/f{} twice.");
        assertThat(failure(new Broken() {
                    @Override
                    public List<Figure> finish(State state, Whole<State> whole) {
                        return List.of(count("anytown.sound", "families", 1));
                    }
                }))
                .contains("failed in finish: gave the figure anytown.sound/families{}, which is another measure's.");
    }

    /** Split or not: a measure that fails only where a report is split would be found out late. */
    @Test
    void dimensionWithTheNameOfAStratumIsAFailure() {
        for (Stratum stratum : Stratum.values()) {
            OutcomeMeasure<?> broken = new Broken() {
                @Override
                public List<Figure> finish(State state, Whole<State> whole) {
                    return List.of(count("anytown.broken", "families", 1)
                            .named(new FigureName(
                                    "anytown.broken", "families", Dimensions.of(stratum.word(), "North"))));
                }
            };
            String failure = "failed in finish: gave the figure anytown.broken/families{" + stratum.word()
                    + "=North} a dimension '" + stratum.word() + "', by which reports are split.";

            assertThat(failure(broken)).contains(failure);
            Report split = run(broken, SOUND).by(Stratum.values()).report();
            assertThat(split.failures())
                    .extracting(MeasureFailure::inWords)
                    .hasSize(1)
                    .allMatch(words -> words.contains(failure));
            assertThat(split.figures("anytown.sound")).isNotEmpty();
        }
    }

    /** A state of another type, which only code without type checks can give, fails where it is used. */
    @Test
    void mergeThatGivesAnotherTypeOfStateIsFound() {
        assertThat(failure(new Broken() {
                    @Override
                    @SuppressWarnings({"unchecked", "rawtypes"})
                    public Counting<State> counting() {
                        return (Counting) new OtherType();
                    }
                }))
                .contains("failed in finish: java.lang.ClassCastException.");
    }

    private static final class OtherType implements Counting<Object> {
        @Override
        public Object newState() {
            return new Breakable.State();
        }

        @Override
        public void accept(Object state, FamilyCase family) {}

        @Override
        public Object merge(Object left, Object right) {
            return "no state";
        }

        @Override
        public StateCodec<Object> codec() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void codecIsNeededForDistrictsOnly() {
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public StateCodec<State> codec() {
                throw new IllegalStateException();
            }
        };

        Report split = run(broken, SOUND).by(Stratum.DISTRICT).report();

        assertThat(split.failures()).extracting(MeasureFailure::step).containsExactly("codec");
        assertThat(split.figures())
                .extracting(f -> f.value().orElseThrow().intValue())
                .containsExactly(7000, 3500, 3500);
        assertThat(run(broken, SOUND).report().failures()).isEmpty();
    }

    /** Two measures that share one counting. */
    private record Sharing(String id, Breakable shared) implements OutcomeMeasure<Breakable.State> {
        @Override
        public dev.waymark.measure.MeasureSpec spec() {
            return new Breakable(id).spec();
        }

        @Override
        public Counting<Breakable.State> counting() {
            return shared;
        }

        @Override
        public List<Figure> finish(Breakable.State state, Whole<Breakable.State> whole) {
            return List.of(Breakable.count(id, "f", 1));
        }
    }

    @Test
    void measuresThatShareACountingFailTogether() {
        Breakable counting = new ThrowsAtFamilies(new IllegalStateException(), "7");

        Report report = run(new Sharing("anytown.b", counting), SOUND, new Sharing("anytown.a", counting))
                .report();

        assertThat(report.failures())
                .extracting(f -> f.measure() + " " + f.familyId().orElseThrow())
                .containsExactly("anytown.a 7", "anytown.b 7");
        assertThat(report.figures()).hasSize(1);
    }

    @Test
    void measuresThatShareACountingDoNotShareTheFailureOfTheirFigures() {
        Breakable counting = new Breakable("anytown.c");
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public Counting<State> counting() {
                return counting;
            }

            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                throw new IllegalStateException();
            }
        };

        Report report = run(new Sharing("anytown.b", counting), broken).report();

        assertThat(report.failures()).extracting(MeasureFailure::measure).containsExactly("anytown.broken");
        assertThat(report.figures()).containsExactly(Breakable.count("anytown.b", "f", 1));
    }

    /** It stands still at two families of different threads, and does not listen to interrupts. */
    @Test
    void measureThatBlocksIsNamedWithTheFirstFamilyAndTheOthersAreCountedWithoutIt() {
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public void accept(State state, FamilyCase family) {
                if (family.familyId().equals("6500") || family.familyId().equals("2500")) {
                    await(letGo);
                }
            }
        };

        Report report =
                run(broken, SOUND).threads(4).patience(Duration.ofMillis(1500)).report();

        assertThat(report.failures())
                .extracting(MeasureFailure::what)
                .singleElement()
                .asString()
                .endsWith("failed at family 2500: no answer in 1.5 s.");
        assertThat(report.figures()).containsExactly(Breakable.count("anytown.sound", "families", FAMILIES));
    }

    @Test
    void measureThatBlocksInMakingItsFiguresIsNamed() {
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                await(letGo);
                return List.of();
            }
        };

        Report report =
                run(broken, SOUND).threads(2).patience(Duration.ofMillis(1500)).report();

        assertThat(report.failures())
                .extracting(MeasureFailure::what)
                .singleElement()
                .asString()
                .endsWith("failed in finish: no answer in 1.5 s.");
        assertThat(report.figures()).containsExactly(Breakable.count("anytown.sound", "families", FAMILIES));
    }

    private final class BlocksInFinish extends Breakable {
        private BlocksInFinish(String id) {
            super(id);
        }

        @Override
        public List<Figure> finish(State state, Whole<State> whole) {
            await(letGo);
            return List.of();
        }
    }

    /** Two threads stand at once, and nobody waits for the one and then for the other. */
    @Test
    void allMeasuresThatBlockInMakingTheirFiguresAreNamedInTheirOrder() {
        Report report = run(new BlocksInFinish("anytown.first"), SOUND, new BlocksInFinish("anytown.second"))
                .threads(2)
                .patience(Duration.ofMillis(1500))
                .report();

        assertThat(report.failures())
                .extracting(MeasureFailure::measure)
                .containsExactly("anytown.first", "anytown.second");
        assertThat(report.figures()).containsExactly(Breakable.count("anytown.sound", "families", FAMILIES));
    }

    /** The one that comes first gives its figures only once the other is asked for its own. */
    @Test
    void figuresOfTwoMeasuresAreMadeAtOnceAndKeepTheirOrder() {
        CountDownLatch secondIsAsked = new CountDownLatch(1);
        OutcomeMeasure<?> first = new Breakable("anytown.first") {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                await(secondIsAsked);
                return super.finish(state, whole);
            }
        };
        OutcomeMeasure<?> second = new Breakable("anytown.second") {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                secondIsAsked.countDown();
                return super.finish(state, whole);
            }
        };

        assertThat(run(first, second).threads(2).report().figures())
                .containsExactly(
                        Breakable.count("anytown.first", "families", FAMILIES),
                        Breakable.count("anytown.second", "families", FAMILIES));
    }

    /** "The same run over another store": it waits as long as the first would, not a minute. */
    @Test
    void runOverAnotherStoreHasThePatienceOfTheFirst() {
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                await(letGo);
                return List.of();
            }
        };
        MeasureRun run = run(broken, SOUND).threads(2).patience(Duration.ofMillis(500));

        assertThat(run.over(STORE).report().failures())
                .extracting(MeasureFailure::what)
                .singleElement()
                .asString()
                .endsWith("failed in finish: no answer in 0.5 s.");
    }

    /** The thread that runs a report, which ends though the measure does not let go. */
    @Test
    void interruptEndsTheRunThoughAMeasureDoesNotReact() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        OutcomeMeasure<?> deaf = new Broken() {
            @Override
            public void accept(State state, FamilyCase family) {
                inside.countDown();
                await(letGo);
            }
        };
        AtomicReference<String> ended = new AtomicReference<>("");
        Thread caller = new Thread(() -> {
            try {
                run(deaf, SOUND).threads(2).report();
            } catch (WaymarkException e) {
                ended.set(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        inside.await();
        caller.interrupt();
        caller.join();

        assertThat(letGo.getCount()).as("the measure still stands").isOne();
        assertThat(ended.get())
                .isEqualTo("WM-INTERRUPTED: the run was interrupted. Start it again if it is wanted. true");
    }

    /**
     * Two measures without fault, of which one holds its threads until the interrupt is there: at the first family of a
     * thread, with turns of others left to it.
     */
    @Test
    void interruptedRunGivesNoFiguresKeepsTheMarkAndLeavesNoThread() throws InterruptedException {
        for (int threads : new int[] {1, 4}) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            Set<Thread> used = ConcurrentHashMap.newKeySet();
            OutcomeMeasure<?> held = new Breakable("anytown.held") {
                @Override
                public State newState() {
                    used.add(Thread.currentThread());
                    return super.newState();
                }

                @Override
                public void accept(State state, FamilyCase family) {
                    inside.countDown();
                    Uninterruptibles.awaitUninterruptibly(interrupted);
                    super.accept(state, family);
                }
            };
            AtomicReference<String> ended = new AtomicReference<>("");
            Thread caller = new Thread(() -> {
                try {
                    ended.set("figures: "
                            + run(held, SOUND).threads(threads).report().figures());
                } catch (WaymarkException e) {
                    ended.set(e.code() + " " + Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            inside.await();
            caller.interrupt();
            interrupted.countDown();
            caller.join();
            assertThat(ended.get()).isEqualTo("WM-INTERRUPTED true");
            assertThat(used.contains(caller)).as("with %d", threads).isEqualTo(threads == 1);
            for (Thread thread : used) {
                thread.join();
            }
        }
    }

    @Test
    void runThatEndsLeavesNoThread() throws InterruptedException {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        OutcomeMeasure<?> noted = new Breakable("anytown.noted") {
            @Override
            public State newState() {
                used.add(Thread.currentThread());
                return super.newState();
            }
        };

        run(noted, new ThrowsAtFamilies(new IllegalStateException(), "5"))
                .threads(4)
                .report();

        assertThat(used).hasSizeGreaterThan(1).doesNotContain(Thread.currentThread());
        for (Thread thread : used) {
            thread.join();
        }
    }

    /** Its threads are kept from report to report, but not those that were interrupted, nor another number of them. */
    @Test
    void aRunCanBeAskedAgainAfterItWasInterruptedAndWithOtherThreads() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        OutcomeMeasure<?> heldAtFirst = new Breakable("anytown.held") {
            @Override
            public void accept(State state, FamilyCase family) {
                if (isFirst.getAndSet(false)) {
                    inside.countDown();
                    Uninterruptibles.awaitUninterruptibly(letGo);
                }
                super.accept(state, family);
            }
        };
        MeasureRun run = run(heldAtFirst, SOUND).threads(2);
        AtomicReference<String> ended = new AtomicReference<>("");
        Thread caller = new Thread(() -> {
            try {
                run.report();
            } catch (WaymarkException e) {
                ended.set(e.code());
            }
        });
        caller.start();
        inside.await();
        caller.interrupt();
        caller.join();
        assertThat(ended.get()).isEqualTo("WM-INTERRUPTED");

        for (int threads : new int[] {2, 2, 4, 1, 3}) {
            assertThat(run.threads(threads).report().figures())
                    .as("with %d threads", threads)
                    .containsExactly(
                            Breakable.count("anytown.held", "families", FAMILIES),
                            Breakable.count("anytown.sound", "families", FAMILIES));
        }
    }

    /** On the caller's own thread, a measure that waits takes the mark of the interrupt away and wraps it. */
    @Test
    void interruptIsNotTakenForAFailureOfTheMeasure() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        OutcomeMeasure<?> waits = new Broken() {
            @Override
            public void accept(State state, FamilyCase family) {
                inside.countDown();
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        for (int threads : new int[] {1, 2}) {
            AtomicReference<String> ended = new AtomicReference<>("");
            Thread caller = new Thread(() -> {
                try {
                    run(waits, SOUND).threads(threads).report();
                } catch (WaymarkException e) {
                    ended.set(e.code() + " " + Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            inside.await();
            caller.interrupt();
            caller.join();
            assertThat(ended.get()).isEqualTo("WM-INTERRUPTED true");
        }
    }

    @Test
    void measureThatInterruptsItsThreadEndsNoRunOfSeveralThreads() {
        OutcomeMeasure<?> interrupts = new Breakable("anytown.interrupts") {
            @Override
            public State newState() {
                Thread.currentThread().interrupt();
                return super.newState();
            }
        };

        assertThat(run(interrupts, SOUND).threads(4).report().figures())
                .containsExactly(
                        Breakable.count("anytown.interrupts", "families", FAMILIES),
                        Breakable.count("anytown.sound", "families", FAMILIES));
    }

    /**
     * Two threads, and the second measure waits until the third is asked: so the thread that the first one leaves
     * interrupted is the one that comes to the second or to the third.
     */
    @Test
    void markOfAnInterruptThatAMeasureLeavesIsNotFoundByTheNext() {
        CountDownLatch thirdIsAsked = new CountDownLatch(1);
        OutcomeMeasure<?> first = new Breakable("anytown.first") {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                Thread.currentThread().interrupt();
                return super.finish(state, whole);
            }
        };
        OutcomeMeasure<?> second = new FailsIfInterrupted("anytown.second") {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                await(thirdIsAsked);
                return super.finish(state, whole);
            }
        };
        OutcomeMeasure<?> third = new FailsIfInterrupted("anytown.third") {
            @Override
            public State merge(State left, State right) {
                thirdIsAsked.countDown();
                return super.merge(left, right);
            }
        };

        Report report = run(first, second, third).threads(2).report();

        assertThat(report.failures()).isEmpty();
        assertThat(report.figures()).hasSize(3);
    }

    /** As what waits for something would. */
    private static class FailsIfInterrupted extends Breakable {
        private FailsIfInterrupted(String id) {
            super(id);
        }

        @Override
        public State merge(State left, State right) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
            return super.merge(left, right);
        }
    }

    @Test
    void figureThatCannotBeComputedIsTheMeasuresFailureAndNoOthers() {
        OutcomeMeasure<?> broken = new Broken() {
            @Override
            public List<Figure> finish(State state, Whole<State> whole) {
                return List.of(new Percentage(
                        new FigureName("anytown.broken", "f", Dimensions.NONE),
                        "b",
                        Status.VALUE,
                        OptionalLong.of(1),
                        OptionalLong.of(0),
                        true));
            }
        };

        Report report = run(broken, SOUND).report();

        assertThat(report.failures())
                .extracting(MeasureFailure::what)
                .singleElement()
                .asString()
                .endsWith("failed in finish: java.lang.IllegalArgumentException.");
        assertThat(report.figures()).containsExactly(Breakable.count("anytown.sound", "families", FAMILIES));
    }

    /** Who never asked for threads(1) is watched over, on a machine with one processor too. */
    @Test
    void patienceIsKeptWhateverTheNumberOfProcessors(@TempDir Path folder) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneProcessor.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(printed).content().contains("processors 1\n", "failed at family 8: no answer in 0.5 s.\n");
        assertThat(process.exitValue()).isZero();
    }

    /** A run with a measure that blocks, in a JVM of its own. */
    static final class OneProcessor {
        private OneProcessor() {}

        public static void main(String[] none) {
            System.out.println("processors " + Runtime.getRuntime().availableProcessors());
            OutcomeMeasure<?> broken = new Broken() {
                @Override
                public void accept(State state, FamilyCase family) {
                    if (family.familyId().equals("8")) {
                        await(new CountDownLatch(1));
                    }
                }
            };
            run(broken)
                    .patience(Duration.ofMillis(500))
                    .report()
                    .failures()
                    .forEach(failure -> System.out.println(failure.what().replaceFirst(".*(?=failed)", "")));
        }
    }

    @Test
    void patienceMayBeAsLongAsDurationsAre() {
        assertThat(run(SOUND)
                        .threads(2)
                        .patience(ChronoUnit.FOREVER.getDuration())
                        .report()
                        .failures())
                .isEmpty();
    }

    @Test
    void explanationThatFailsNamesMeasureJarAndFamily() {
        assertThatThrownBy(() -> run(new ThrowsAtFamilies(new IllegalStateException("a name"), "8"))
                        .explain("anytown.broken", "8"))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-MEASURE-FAILED: measure anytown.broken"
                        + " (dev.waymark.run.FailingMeasuresTest$ThrowsAtFamilies in test-classes) failed at family 8:"
                        + " java.lang.IllegalStateException. Remove the plugin or report it to its author.")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run(new Broken() {
                            @Override
                            public Explanation explain(FamilyCase family) {
                                return null;
                            }
                        })
                        .explain("anytown.broken", "8"))
                .hasMessageContaining("failed at family 8: gave null. Remove");
        assertThatThrownBy(() -> run(new Broken() {
                            @Override
                            public Explanation explain(FamilyCase family) {
                                throw new NoSuchMethodError("built against another version");
                            }
                        })
                        .explain("anytown.broken", "8"))
                .hasMessageContaining("failed at family 8: java.lang.NoSuchMethodError. Remove");
    }

    @Test
    void familiesBehindAFigureOfAMeasureThatFailsAreNotLookedFor() {
        assertThatThrownBy(() -> run(new ThrowsAtFamilies(new IllegalStateException("a name"), "8"))
                        .familiesBehind(new FigureName("anytown.broken", "families", Dimensions.NONE)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-MEASURE-FAILED: measure anytown.broken"
                        + " (dev.waymark.run.FailingMeasuresTest$ThrowsAtFamilies in test-classes) failed at family 8:"
                        + " java.lang.IllegalStateException. Remove the plugin or report it to its author.");
    }

    @Test
    void providerThatFailsIsRefusedByNameWhenTheCatalogIsMade() {
        MeasureProvider throwing = new MeasureProvider() {
            @Override
            public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
                throw new NoClassDefFoundError("org/anytown/Missing");
            }
        };
        MeasureProvider empty = settings -> null;

        assertThatThrownBy(() -> MeasureCatalog.of(throwing))
                .hasMessage(
                        "WM-PROVIDER: the provider " + throwing.getClass().getName() + " (test-classes) cannot give its"
                                + " measures: java.lang.NoClassDefFoundError. Leave its jar out, or report it to its author.");
        assertThatThrownBy(() -> MeasureCatalog.of(empty))
                .hasMessageStartingWith("WM-PROVIDER: the provider ")
                .hasMessageContaining("java.lang.NullPointerException");
    }

    /** The figures are in no way those of a run in which somebody else failed. */
    @Test
    void reportOfTheSoundMeasuresIsThatOfARunWithoutTheBrokenOne() {
        Map<String, List<Figure>> figures = new TreeMap<>();
        for (Stratum stratum : Stratum.values()) {
            Report with = run(new ThrowsAtFamilies(new IllegalStateException(), "100"), SOUND)
                    .by(stratum)
                    .report();
            figures.put(stratum.word(), with.figures());
            assertThat(with.figures()).isEqualTo(run(SOUND).by(stratum).report().figures());
        }
        assertThat(figures.get("district")).hasSize(3);
    }
}
