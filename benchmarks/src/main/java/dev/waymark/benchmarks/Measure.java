package dev.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks with short settings; prints a table with ratios and keeps JMH's JSON. */
public final class Measure {

    private static final String ENGINE = "engine";
    private static final String FLOOR = "FLOOR";
    private static final String THREADS = "threads";

    private Measure() {}

    /** One benchmark with its parameters, and its average time. */
    record Row(String benchmark, Map<String, String> parameters, double milliseconds) {

        Row {
            parameters = new TreeMap<>(parameters);
        }

        private Row with(String parameter, String value) {
            Map<String, String> other = new TreeMap<>(parameters);
            other.put(parameter, value);
            return new Row(benchmark, other, milliseconds);
        }

        private boolean isSame(Row other) {
            return benchmark.equals(other.benchmark) && parameters.equals(other.parameters);
        }

        /** This time in times of the row that differs in one parameter only; a dash if there is none. */
        private String times(String parameter, String value, List<Row> all) {
            if (!parameters.containsKey(parameter)) {
                return "-";
            }
            Row wanted = with(parameter, value);
            return all.stream()
                    .filter(wanted::isSame)
                    .findFirst()
                    .map(row -> String.format(Locale.ROOT, "%.2f", milliseconds / row.milliseconds))
                    .orElse("-");
        }
    }

    /**
     * {@code Measure JSON FAMILIES[,FAMILIES...] [PATTERN]...}: the benchmarks whose names match a regular expression.
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        if (arguments.length < 2) {
            System.err.println(
                    "Usage: java -cp benchmarks.jar " + Measure.class.getName() + " JSON FAMILIES[,...] [PATTERN]...");
            System.exit(2);
        }
        Path json = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(json.getParent()));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .param("families", arguments[1].split(","))
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString());
        for (int pattern = 2; pattern < arguments.length; pattern++) {
            options.include(arguments[pattern]);
        }
        System.out.print(table(rows(new Runner(options.build()).run())));
        System.out.println("\nJSON: " + json);
    }

    private static List<Row> rows(Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            Map<String, String> parameters = new TreeMap<>();
            params.getParamsKeys().forEach(key -> parameters.put(key, params.getParam(key)));
            String name = params.getBenchmark()
                    .substring(Measure.class.getPackageName().length() + 1);
            rows.add(new Row(name, parameters, result.getPrimaryResult().getScore()));
        }
        return rows;
    }

    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(
                String.format(
                        "%n| benchmark | parameters | ms | times the floor | times one thread |%n| --- | --- | ---: | ---: | ---: |%n"));
        for (Row row : rows) {
            List<String> parameters = new ArrayList<>();
            row.parameters().forEach((name, value) -> parameters.add(name + " " + value));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %s | %s |%n",
                    row.benchmark(),
                    String.join(", ", parameters),
                    row.milliseconds(),
                    row.times(ENGINE, FLOOR, rows),
                    row.times(THREADS, "1", rows)));
        }
        return table.toString();
    }
}
