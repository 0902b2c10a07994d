package dev.waymark.jar;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** The built command line jar, run as the process a user runs. */
final class BuiltJar {

    static final Path JAR = Path.of(System.getProperty("waymark.jar"));

    private static final long MOST_SECONDS = 120;

    private BuiltJar() {}

    /** What a process printed, and its exit code. */
    record Ended(int exitCode, String out, String errors) {}

    static Ended waymark(Path folder, String... arguments) throws IOException, InterruptedException {
        return waymark(folder, Map.of(), arguments);
    }

    /** With these variables in the environment. */
    static Ended waymark(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-jar", JAR.toString()));
        all.addAll(List.of(arguments));
        return java(folder, environment, all);
    }

    static Ended java(Path folder, List<String> arguments) throws IOException, InterruptedException {
        return java(folder, Map.of(), arguments);
    }

    static Ended java(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return run(folder, environment, command);
    }

    /** Runs any command. */
    static Ended run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + MOST_SECONDS + " s: " + command);
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    static String classPath(Path... more) {
        StringBuilder path = new StringBuilder(JAR.toString());
        for (Path entry : more) {
            path.append(File.pathSeparatorChar).append(entry);
        }
        return path.toString();
    }

    /** Compiles a source against the jar alone, as somebody would who has nothing else. */
    static void compile(Path source, Path classes) {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath(classes), "-d", classes.toString(), source.toString());
        if (failed != 0) {
            throw new AssertionError(source + " does not compile");
        }
    }
}
