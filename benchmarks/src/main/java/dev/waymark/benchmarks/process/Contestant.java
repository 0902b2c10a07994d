package dev.waymark.benchmarks.process;

import dev.waymark.benchmarks.compare.AnswerCommand;
import dev.waymark.benchmarks.compare.Answers;
import dev.waymark.benchmarks.compare.ReportedAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that goes from a CSV folder to figures, once. */
enum Contestant {
    /** Waymark by its launcher: all figures, by district too, and the whole report. */
    LAUNCHER("waymark"),
    /** The same by {@code java -jar}, with the JVM as it is. */
    JAR("java -jar waymark.jar"),
    /** DuckDB in a JVM: the four questions. */
    DUCKDB("DuckDB"),
    /** The loop written by hand: the four questions. */
    FLOOR("floor");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The command, which writes its answers below {@code out}.
     *
     * @param cli where {@code waymark.jar} and its launcher are
     */
    List<String> command(Path cli, Path data, int threads) {
        return switch (this) {
            case LAUNCHER -> List.of(cli.resolve("waymark").toString());
            case JAR -> List.of(java(), "-jar", cli.resolve("waymark.jar").toString());
            case DUCKDB, FLOOR ->
                List.of(
                        java(),
                        // what a short process wants, as our launcher does
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnswerCommand.class.getName(),
                        name(),
                        data.toString(),
                        Integer.toString(threads));
        };
    }

    private boolean isOurs() {
        return this == LAUNCHER || this == JAR;
    }

    ProcessBuilder process(Path cli, Path data, int threads, Path out) throws IOException {
        Files.createDirectories(out);
        List<String> command = new ArrayList<>(command(cli, data, threads));
        if (isOurs()) {
            command.addAll(List.of(
                    "report",
                    "--data",
                    data.toString(),
                    "--period",
                    "2015/16",
                    "--by",
                    "district",
                    "--disclosure",
                    "none",
                    "--out",
                    out.toString()));
        }
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.redirectOutput(out.resolve("printed.txt").toFile())
                .redirectError(out.resolve("errors.txt").toFile());
    }

    /** The answers that a run left behind, as lines. */
    List<String> answers(Path out) throws IOException {
        if (isOurs()) {
            Answers answers = ReportedAnswers.of(out);
            return answers.lines();
        }
        return Files.readAllLines(out.resolve("printed.txt"), StandardCharsets.UTF_8);
    }
}
