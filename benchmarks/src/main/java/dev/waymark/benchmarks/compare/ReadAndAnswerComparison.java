package dev.waymark.benchmarks.compare;

import dev.waymark.benchmarks.families.FolderOfFamilies;
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

/** All four questions from a CSV folder, reading included, in a process that is warm. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ReadAndAnswerComparison {

    /** Who answers. */
    @Param
    public Engine engine = Engine.OURS;

    /** How many families. */
    @Param({"1000", "100000"})
    public int families;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads;

    private @Nullable FolderOfFamilies folder;

    /** For JMH. */
    public ReadAndAnswerComparison() {}

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

    /** The answers. */
    @Benchmark
    public Answers readAndAnswer() {
        return engine.readAndAnswer(Objects.requireNonNull(folder).path(), threads);
    }
}
