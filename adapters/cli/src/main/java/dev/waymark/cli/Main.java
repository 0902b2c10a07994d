package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.figure.MeasureFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code waymark}.
 *
 * <p>Exit codes: 0 done, 1 figures or checks failed, 2 usage or input error. An error is one line to standard error,
 * {@code CODE: what (value, place). What to do.}, with a stack trace only if {@code --debug} is given.
 */
@Command(
        name = "waymark",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Measures the outcomes of family-support services from case records.")
public final class Main implements Runnable {

    /** The commands by name, in the order in which the help shows them. */
    private static final List<Map.Entry<String, Class<?>>> COMMANDS = List.of(
            Map.entry("report", ReportCommand.class),
            Map.entry("validate", ValidateCommand.class),
            Map.entry("explain", ExplainCommand.class),
            Map.entry("claims", ClaimsCommand.class),
            Map.entry("example", ExampleCommand.class),
            Map.entry("import", ImportCommand.class),
            Map.entry("check", CheckCommand.class),
            Map.entry("measures", MeasuresCommand.class));

    static final int FAILED = 2;

    /** The exit code when figures could not be had, or do not hold. */
    static final int FIGURES_FAILED = 1;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    public Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the command with its output and errors going to these; gives the exit code. */
    public static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        CommandLine line = commandLine(arguments);
        Main main = line.getCommand();
        return line.setOut(out)
                .setErr(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> main.usage(e, errors))
                .setExecutionExceptionHandler((e, command, parsed) -> main.failed(e, errors))
                .execute(arguments);
    }

    /**
     * The command line for these arguments: with the one command that the first of them names, or with all. To set up
     * all takes a short run one twentieth more.
     */
    public static CommandLine commandLine(String... arguments) {
        List<Map.Entry<String, Class<?>>> called = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && command.getKey().equals(arguments[0]))
                .toList();
        CommandLine line = new CommandLine(new Main());
        (called.isEmpty() ? COMMANDS : called)
                .forEach(command -> line.addSubcommand(command.getKey(), command.getValue()));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private int usage(ParameterException e, PrintWriter errors) {
        String message = String.valueOf(e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        errors.println("WM-USAGE: " + firstLine(message) + ". Run '" + command + " --help' for what can be given.");
        if (debug) {
            e.printStackTrace(errors);
        }
        return FAILED;
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
        if (debug) {
            e.printStackTrace(errors);
        }
        return e instanceof WaymarkException known && known.code().equals(MeasureFailure.CODE)
                ? FIGURES_FAILED
                : FAILED;
    }

    /** Names the measures of a report that failed, a line each; gives the exit code. */
    int named(List<MeasureFailure> failures) {
        PrintWriter errors = spec.commandLine().getErr();
        for (MeasureFailure failure : failures) {
            errors.println(failure.inWords());
            if (debug) {
                failure.trace().forEach(errors::println);
            }
        }
        return failures.isEmpty() ? 0 : FIGURES_FAILED;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "") + (message.startsWith("WM-") ? "." : "");
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"waymark " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
