package dev.waymark.benchmarks.compare;

import dev.waymark.benchmarks.families.FolderOfFamilies;
import java.util.Objects;
import java.util.Set;
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

/** The questions, answered out of memory: the data is loaded before, in the way each engine likes best. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class EvaluateComparison {

    /** What is asked. */
    public enum Asked {
        /** All four questions. */
        ALL(Question.values()),
        /** One of them. */
        TRANSITIONS(Question.TRANSITIONS),
        /** One of them. */
        PROGRESS(Question.PROGRESS),
        /** One of them. */
        REDUCTION(Question.REDUCTION),
        /** One of them. */
        ACTIVITY(Question.ACTIVITY);

        @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that cannot be changed
        private final Set<Question> questions;

        Asked(Question... questions) {
            this.questions = Set.of(questions);
        }

        private Set<Question> questions() {
            return questions;
        }
    }

    /** Who answers. */
    @Param
    public Engine engine = Engine.OURS;

    /** What is asked. */
    @Param
    public Asked asked = Asked.ALL;

    /** How many families. */
    @Param({"1000", "100000", "1000000"})
    public int families;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads;

    private @Nullable LoadedData data;

    /** For JMH. */
    public EvaluateComparison() {}

    /** Loads the families. */
    @Setup
    public void load() {
        try (FolderOfFamilies folder = FolderOfFamilies.of(families)) {
            data = engine.load(folder.path(), threads);
        }
    }

    /** Lets go of them. */
    @TearDown
    public void close() {
        Objects.requireNonNull(data).close();
    }

    /** The answers. */
    @Benchmark
    public Answers answer() {
        return Objects.requireNonNull(data).answer(asked.questions());
    }
}
