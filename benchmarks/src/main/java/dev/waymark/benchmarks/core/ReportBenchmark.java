package dev.waymark.benchmarks.core;

import dev.waymark.figure.Report;
import dev.waymark.report.ReportFolder;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** From figures by district to the report on disk: the page, JSON, and CSV with its metadata. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ReportBenchmark {

    /** How many families. */
    @Param({"1000", "100000"})
    public int families;

    private CaseStore store = Stores.of(0);
    private Path folder = Path.of("");
    private Report report = run();

    /** For JMH. */
    public ReportBenchmark() {}

    private Report run() {
        return Stores.run(store).by(Stratum.DISTRICT).report();
    }

    /** Computes the figures. */
    @Setup
    public void compute() throws IOException {
        store = Stores.of(families);
        report = run();
        folder = Files.createTempDirectory("waymark-benchmark");
    }

    /** Deletes the report. */
    @TearDown
    public void delete() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** All files of a report. */
    @Benchmark
    public void wholeReport() {
        ReportFolder.of(folder).write(report);
    }
}
