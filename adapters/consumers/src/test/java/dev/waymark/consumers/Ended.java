package dev.waymark.consumers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that ended: what it printed, and its exit code. */
record Ended(int exitCode, String out, String errors) {

    private static final long MOST_SECONDS = 300;

    /** The JDK that runs the tests is the one that the consumers are built and run with. */
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    /** For short runs: no time to compile for speed. */
    private static final List<String> BRIEFLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    static Ended java(String... arguments) throws IOException, InterruptedException {
        return of(javaProcess(arguments));
    }

    static ProcessBuilder javaProcess(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JDK.resolve("bin").resolve("java").toString());
        command.addAll(BRIEFLY);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    static Ended javac(String... arguments) throws IOException, InterruptedException {
        return jdk("javac", arguments);
    }

    /** One of the tools of the JDK. */
    static Ended jdk(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(JDK.resolve("bin").resolve(name).toString());
        BRIEFLY.forEach(option -> command.add("-J" + option));
        command.addAll(List.of(arguments));
        return of(new ProcessBuilder(command));
    }

    static Ended of(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("consumer", ".out");
        Path errors = Files.createTempFile("consumer", ".err");
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", JDK.toString());
        environment.put("MAVEN_OPTS", String.join(" ", BRIEFLY));
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + MOST_SECONDS + " s: " + builder.command());
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(errors);
        }
    }

    /** Itself, if the process did what it should. */
    Ended done() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + "\n" + out + "\n" + errors);
        }
        return this;
    }
}
