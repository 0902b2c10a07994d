package dev.waymark.benchmarks;

import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
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

/** All measures over a store that is already read, by district too: what the engine itself takes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class MeasureRunBenchmark {

    /** How many families. */
    @Param({"1000", "100000"})
    public int families;

    /** How many threads visit them. */
    @Param({"1", "2"})
    public int threads;

    private CaseStore store = CaseStore.read(MadeUpFamilies.of(0));
    private final MeasureCatalog catalog = MeasureCatalog.load(MeasureRunBenchmark.class.getClassLoader());
    private final Period period = Period.parse("2015/16");

    /** For JMH. */
    public MeasureRunBenchmark() {}

    /** Reads the families. */
    @Setup
    public void read() {
        store = CaseStore.read(MadeUpFamilies.of(families));
    }

    /** The whole run, from families to figures. */
    @Benchmark
    public Report allMeasuresByDistrict() {
        return MeasureRun.of(store, catalog, period)
                .by(Stratum.DISTRICT)
                .threads(threads)
                .report();
    }
}
