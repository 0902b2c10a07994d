package dev.waymark.benchmarks.process;

import dev.waymark.benchmarks.families.FolderOfFamilies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Times whole processes on the same files, in turn: each round runs every contestant once, and begins with another.
 *
 * <p>Before anything is timed the answers are compared, and a difference ends the run. <b>Gives</b> a table with
 * medians, ratios to Waymark's launcher and the peak of resident memory (seen on Linux only, by asking the kernel while
 * the process runs), and the same with every run as JSON.
 */
public final class WholeProcess {

    private static final int THREADS = 2;
    private static final int MILLIS_BETWEEN_LOOKS = 10;

    private final Path cli;
    private final Path scratch;

    private WholeProcess(Path cli, Path scratch) {
        this.cli = cli;
        this.scratch = scratch;
    }

    /** One run of one contestant; memory is 0 where it cannot be seen. */
    record Run(double seconds, long peakKilobytes) {}

    /** {@code WholeProcess CLI_DIR JSON ROUNDS FAMILIES...}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("Usage: java -cp benchmarks.jar " + WholeProcess.class.getName()
                    + " CLI_DIR JSON ROUNDS FAMILIES...");
            System.exit(2);
        }
        int rounds = Integer.parseInt(arguments[2]);
        Path scratch = Files.createTempDirectory("waymark-whole-process");
        List<String> sizes = new ArrayList<>();
        try {
            WholeProcess processes = new WholeProcess(Path.of(arguments[0]).toAbsolutePath(), scratch);
            for (int size = 3; size < arguments.length; size++) {
                int families = Integer.parseInt(arguments[size]);
                Map<Contestant, List<Run>> runs = processes.race(families, rounds);
                System.out.print(table(families, rounds, runs));
                sizes.add(json(families, runs));
            }
        } finally {
            delete(scratch);
        }
        Path json = Path.of(arguments[1]);
        Files.createDirectories(Objects.requireNonNull(json.toAbsolutePath().getParent()));
        Files.writeString(
                json,
                "{\"java\": \"" + Runtime.version() + "\", \"processors\": "
                        + Runtime.getRuntime().availableProcessors() + ", \"rounds\": " + rounds + ", \"sizes\": [\n"
                        + String.join(",\n", sizes) + "\n]}\n");
        System.out.println("Every run: " + json);
    }

    private Map<Contestant, List<Run>> race(int families, int rounds) throws IOException, InterruptedException {
        Contestant[] contestants = Contestant.values();
        Map<Contestant, List<Run>> runs = new EnumMap<>(Contestant.class);
        try (FolderOfFamilies folder = FolderOfFamilies.of(families)) {
            List<String> expected = List.of();
            for (Contestant contestant : contestants) {
                runs.put(contestant, new ArrayList<>());
                run(contestant, folder.path());
                List<String> answers = contestant.answers(out(contestant));
                if (answers.isEmpty() || (!expected.isEmpty() && !answers.equals(expected))) {
                    throw new IllegalStateException(contestant.title() + " gives other answers than "
                            + Contestant.LAUNCHER.title() + " for " + families + " families; nothing was timed.");
                }
                expected = answers;
            }
            for (int round = 0; round < rounds; round++) {
                for (int next = 0; next < contestants.length; next++) {
                    Contestant contestant = contestants[(round + next) % contestants.length];
                    Objects.requireNonNull(runs.get(contestant)).add(run(contestant, folder.path()));
                }
            }
        }
        return runs;
    }

    private Path out(Contestant contestant) {
        return scratch.resolve(contestant.name().toLowerCase(Locale.ROOT));
    }

    private Run run(Contestant contestant, Path data) throws IOException, InterruptedException {
        ProcessBuilder builder = contestant.process(cli, data, THREADS, out(contestant));
        long start = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        do {
            peak = Math.max(peak, peakKilobytes(status));
        } while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(contestant.title() + " ended with " + process.exitValue() + ": "
                    + Files.readString(out(contestant).resolve("errors.txt")));
        }
        return new Run(seconds, peak);
    }

    /** What the kernel has seen so far; it never falls, so the last look is short of the peak by one pause at most. */
    private static long peakKilobytes(Path status) {
        try (Stream<String> lines = Files.lines(status, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // over, or not Linux
        }
    }

    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(List<Run> runs) {
        return median(runs.stream().map(Run::seconds).toList());
    }

    private static long megabytes(List<Run> runs) {
        return runs.stream().mapToLong(Run::peakKilobytes).max().orElse(0) / 1024;
    }

    static String table(int families, int rounds, Map<Contestant, List<Run>> runs) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%,d families, median of %d rounds%n%n| process | seconds | times waymark | peak MB |%n"
                        + "| --- | ---: | ---: | ---: |%n",
                families,
                rounds));
        double ours = seconds(Objects.requireNonNull(runs.get(Contestant.LAUNCHER)));
        runs.forEach((contestant, all) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %d |%n",
                contestant.title(),
                seconds(all),
                seconds(all) / ours,
                megabytes(all))));
        return table.toString();
    }

    static String json(int families, Map<Contestant, List<Run>> runs) {
        List<String> processes = new ArrayList<>();
        double ours = seconds(Objects.requireNonNull(runs.get(Contestant.LAUNCHER)));
        runs.forEach((contestant, all) -> processes.add(String.format(
                Locale.ROOT,
                "    {\"process\": \"%s\", \"seconds\": %.3f, \"ratio\": %.3f, \"peakMegabytes\": %d, \"runs\": [%s]}",
                contestant.title(),
                seconds(all),
                seconds(all) / ours,
                megabytes(all),
                String.join(
                        ", ",
                        all.stream()
                                .map(run -> String.format(Locale.ROOT, "%.3f", run.seconds()))
                                .toList()))));
        return "  {\"families\": " + families + ", \"processes\": [\n" + String.join(",\n", processes) + "\n  ]}";
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
