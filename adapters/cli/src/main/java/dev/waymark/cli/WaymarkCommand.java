package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.figure.MeasureFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command {@code waymark}, which has all the others, and what becomes of their errors. */
final class WaymarkCommand extends Command {

    private final BooleanSupplier debug = flagOfAll("--debug", "Show where an error comes from.");

    WaymarkCommand() {
        super("waymark", "Measures the outcomes of family-support services from case records.");
        has(new ReportCommand(this));
        has(new ValidateCommand());
        has(new ExplainCommand());
        has(new ClaimsCommand());
        has(new ExampleCommand());
        has(new ImportCommand());
        has(new CheckCommand());
        has(new MeasuresCommand());
    }

    /** What picocli runs: output and errors go to these. */
    CommandLine commandLine(PrintWriter out, PrintWriter errors) {
        return new CommandLine(spec())
                .setOut(out)
                .setErr(errors)
                .setParameterExceptionHandler((e, given) -> usage(e, errors))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, errors));
    }

    private int usage(ParameterException e, PrintWriter errors) {
        String message = String.valueOf(e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        errors.println("WM-USAGE: " + firstLine(message) + ". Run '" + command + " --help' for what can be given.");
        if (debug.getAsBoolean()) {
            e.printStackTrace(errors);
        }
        return Main.FAILED;
    }

    private int failed(Exception e, PrintWriter errors) {
        if (e instanceof WaymarkException known) {
            errors.println(firstLine(String.valueOf(known.getMessage())));
            List<String> details = known.details();
            details.forEach(errors::println);
        } else {
            errors.println("WM-INTERNAL: " + firstLine(e.toString())
                    + ". This is a fault of Waymark: run again with --debug and report what it prints.");
        }
        if (debug.getAsBoolean()) {
            e.printStackTrace(errors);
        }
        return e instanceof WaymarkException known && known.code().equals(MeasureFailure.CODE)
                ? Main.FIGURES_FAILED
                : Main.FAILED;
    }

    /** Names the measures of a report that failed, a line each; gives the exit code. */
    int named(List<MeasureFailure> failures) {
        PrintWriter errors = spec().commandLine().getErr();
        for (MeasureFailure failure : failures) {
            errors.println(failure.inWords());
            if (debug.getAsBoolean()) {
                failure.trace().forEach(errors::println);
            }
        }
        return failures.isEmpty() ? 0 : Main.FIGURES_FAILED;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "") + (message.startsWith("WM-") ? "." : "");
    }
}
