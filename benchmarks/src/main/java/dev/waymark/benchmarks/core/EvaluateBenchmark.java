package dev.waymark.benchmarks.core;

import dev.waymark.figure.Report;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
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

/** From a store to the figures: every family visited once for all measures that ship. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class EvaluateBenchmark {

    /** How many families. */
    @Param({"1000", "100000", "1000000"})
    public int families;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads;

    private MeasureRun all = Stores.run(Stores.of(0));
    private MeasureRun byDistrict = all;

    /** For JMH. */
    public EvaluateBenchmark() {}

    /** Reads the families. */
    @Setup
    public void read() {
        CaseStore store = Stores.of(families);
        all = Stores.run(store).threads(threads);
        byDistrict = Stores.run(store).by(Stratum.DISTRICT).threads(threads);
    }

    /** All measures, of the whole and of each district. */
    @Benchmark
    public Report allMeasuresByDistrict() {
        return byDistrict.report();
    }

    /** All measures, of the whole only. */
    @Benchmark
    public Report allMeasures() {
        return all.report();
    }
}
