package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.figure.MeasureFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code waymark}, which has all the others, and what becomes of their errors. */
final class WaymarkCommand extends Command {

    /** The commands in the order in which the help shows them. */
    private static final List<String> COMMANDS =
            List.of("report", "validate", "explain", "families", "claims", "example", "import", "check", "measures");

    private final BooleanSupplier debug = flagOfAll("--debug", "Show where an error comes from.");

    /**
     * The command with the one below it that the first of these arguments names, or with all: to make all takes a short
     * run one thirtieth more.
     */
    WaymarkCommand(String... arguments) {
        super("Measures the outcomes of family-support services from case records.");
        spec().name("waymark");
        boolean isNamed = arguments.length > 0 && COMMANDS.contains(arguments[0]);
        for (String name : isNamed ? List.of(arguments[0]) : COMMANDS) {
            has(name, command(name));
        }
    }

    private Command command(String name) {
        return switch (name) {
            case "report" -> new ReportCommand(this);
            case "validate" -> new ValidateCommand();
            case "explain" -> new ExplainCommand();
            case "families" -> new FamiliesCommand();
            case "claims" -> new ClaimsCommand();
            case "example" -> new ExampleCommand();
            case "import" -> new ImportCommand();
            case "check" -> new CheckCommand();
            case "measures" -> new MeasuresCommand();
            default -> throw new IllegalArgumentException(name);
        };
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
        List<String> unknown = e.getCommandLine().getUnmatchedArguments();
        // an option that is mistyped is also one that is missing: what was written is named, not what was meant
        String message = String.valueOf(
                unknown.isEmpty()
                        ? e.getMessage()
                        : new UnmatchedArgumentException(e.getCommandLine(), unknown).getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        errors.println("WM-USAGE: " + firstLine(message) + ". Run '" + command + " --help' for what can be given.");
        if (debug.getAsBoolean()) {
            e.printStackTrace(errors);
        }
        return Main.FAILED;
    }

    int failed(Throwable e, PrintWriter errors) {
        if (e instanceof WaymarkException known) {
            errors.println(firstLine(String.valueOf(known.getMessage())));
            List<String> details = known.details();
            details.forEach(errors::println);
        } else if (Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance)) {
            errors.println("WM-MEMORY: the memory that Java was given is full. Give it more:"
                    + " WAYMARK_JAVA_OPTIONS=-Xmx8g for the launcher, -Xmx8g after java.");
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
        PrintWriter errors = errors();
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
