package dev.waymark.benchmarks.core;

import dev.waymark.benchmarks.families.FolderOfFamilies;
import dev.waymark.csv.CsvFolder;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a CSV folder to the store: reading, checking every row, arranging rows by family. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class LoadBenchmark {

    /** How many families. */
    @Param({"1000", "100000", "1000000"})
    public int families;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads;

    private @Nullable FolderOfFamilies folder;

    /** For JMH. */
    public LoadBenchmark() {}

    /** Writes the families. */
    @Setup
    public void write() {
        folder = FolderOfFamilies.of(families);
    }

    /** Deletes them. */
    @TearDown
    public void delete() {
        Objects.requireNonNull(folder).close();
    }

    /** The whole load. */
    @Benchmark
    public CaseStore csvFolder() {
        return new CaseStoreReader(CsvFolder.of(Objects.requireNonNull(folder).path()))
                .threads(threads)
                .read();
    }
}
