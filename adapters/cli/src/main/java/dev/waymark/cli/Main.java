package dev.waymark.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * The command {@code waymark}.
 *
 * <p>Exit codes: 0 done, 1 figures or checks failed, 2 usage or input error, or all else. An error is one line to
 * standard error, {@code CODE: what (value, place). What to do.}, with a stack trace only if {@code --debug} is given.
 */
public final class Main {

    static final int FAILED = 2;

    /** The exit code when figures could not be had, or do not hold. */
    static final int FIGURES_FAILED = 1;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the command with its output and errors going to these; gives the exit code. */
    public static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        WaymarkCommand waymark = new WaymarkCommand(arguments);
        try {
            int exitCode = waymark.commandLine(out, errors).execute(arguments);
            if (out.checkError()) {
                errors.println("WM-OUT: what the command prints could not be written to its end (the standard output is"
                        + " full or closed). Make room for it, or print it elsewhere.");
                return FAILED;
            }
            return exitCode;
        } catch (Error e) {
            return waymark.failed(e, errors);
        }
    }

    /** The command line with all commands, for who wants to know what can be written. */
    public static CommandLine commandLine() {
        return new CommandLine(new WaymarkCommand().spec());
    }
}
