package dev.waymark.benchmarks.core;

import dev.waymark.activity.ActivityProvider;
import dev.waymark.familystar.FamilyStarProvider;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.util.List;
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

/**
 * What a measure that a third party wrote costs beside one that ships, each alone.
 *
 * <p>{@code anytown.stage-moves} counts exactly what {@code familystar.transitions} does, through the public contract;
 * {@code anytown.short-work} is the measure of the README.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class PluginBenchmark {

    /** How many families. */
    @Param({"100000"})
    public int families;

    /** The measure that runs. */
    @Param({"familystar.transitions", "anytown.stage-moves", "activity", "anytown.short-work"})
    public String measure = "";

    private CaseStore store = Stores.of(0);
    private final MeasureCatalog catalog = MeasureCatalog.of(
            new FamilyStarProvider(),
            new ActivityProvider(),
            settings -> List.of(new StageMoves(settings.stars().get(0)), new ShortWork()));

    /** For JMH. */
    public PluginBenchmark() {}

    /** Reads the families. */
    @Setup
    public void read() {
        store = Stores.of(families);
    }

    /** One measure by district. */
    @Benchmark
    public Report oneMeasure() {
        return MeasureRun.of(store, catalog, Stores.YEAR)
                .by(Stratum.DISTRICT)
                .measures(List.of(measure))
                .threads(1)
                .report();
    }
}
