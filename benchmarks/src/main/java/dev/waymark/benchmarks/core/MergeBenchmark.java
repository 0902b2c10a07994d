package dev.waymark.benchmarks.core;

import dev.waymark.family.FamilyCase;
import dev.waymark.measure.Counting;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.store.CaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Putting states of two parts of the families together, as it is done when they were counted apart. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class MergeBenchmark {

    /** How many families. */
    @Param({"1000", "100000"})
    public int families;

    private CaseStore store = Stores.of(0);
    private final List<Halves<?>> halves = new ArrayList<>();

    /** For JMH. */
    public MergeBenchmark() {}

    /** The written states of the two halves of the families, of one counting. */
    private static final class Halves<S> {
        private final Counting<S> counting;
        private final byte[] left;
        private final byte[] right;

        private Halves(Counting<S> counting, byte[] left, byte[] right) {
            this.counting = counting;
            this.left = left;
            this.right = right;
        }

        private static <S> Halves<S> count(Counting<S> counting, CaseStore store) {
            FamilyCase family = FamilyCase.over(store, Stores.YEAR, Stores.YEAR.end());
            S left = counting.newState();
            S right = counting.newState();
            for (int row = 0; row < store.families(); row++) {
                counting.accept(row % 2 == 0 ? left : right, family.moveTo(row));
            }
            return new Halves<>(
                    counting, counting.codec().encode(left), counting.codec().encode(right));
        }

        private S merged() {
            return counting.merge(
                    counting.codec().decode(left), counting.codec().decode(right));
        }
    }

    /** Counts both halves in every measure. */
    @Setup
    public void count() {
        store = Stores.of(families);
        halves.clear();
        MeasureSettings settings = new MeasureSettings(
                store.stars(), store.taxonomy(), Optional.of(Stores.YEAR.end()), List.of(), Map.of(), Map.of());
        Stores.CATALOG.measures(settings).stream()
                .map(MeasureCatalog.Listed::measure)
                .map(OutcomeMeasure::counting)
                .distinct()
                .forEach(counting -> halves.add(Halves.count(counting, store)));
    }

    /** Reads the states of two halves and merges them, for each counting of the measures that ship. */
    @Benchmark
    public void decodeAndMerge(Blackhole merged) {
        for (Halves<?> of : halves) {
            merged.consume(Objects.requireNonNull(of.merged()));
        }
    }
}
