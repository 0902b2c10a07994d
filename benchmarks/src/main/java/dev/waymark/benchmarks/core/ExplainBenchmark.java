package dev.waymark.benchmarks.core;

import dev.waymark.measure.Explanation;
import dev.waymark.run.MeasureRun;
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

/** Why a family counts: one family, looked up by its id, in one measure. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ExplainBenchmark {

    /** How many families. */
    @Param({"1000", "100000"})
    public int families;

    /** The measure that explains. */
    @Param({"familystar.progress", "issues", "pbr.results"})
    public String measure = "";

    private MeasureRun run = Stores.run(Stores.of(0));
    private String family = "";

    /** For JMH. */
    public ExplainBenchmark() {}

    /** Reads the families; the one in the middle is asked for. */
    @Setup
    public void read() {
        run = Stores.run(Stores.of(families));
        family = Integer.toString(families / 2);
    }

    /** One explanation. */
    @Benchmark
    public Explanation oneFamily() {
        return run.explain(measure, family);
    }
}
