package dev.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command, and how its options are made: each gives what was written for it once the arguments are parsed.
 *
 * <p>No annotations: finding them by reflection and making what reads them took a twelfth of a short run.
 */
abstract class Command implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /**
     * A command without options yet.
     *
     * @param about what it does, for the help
     */
    Command(String about) {
        spec.versionProvider(new Version()).usageMessage().description(about);
        add(OptionSpec.builder("-h", "--help").usageHelp(true), "Show this help message and exit.");
        add(OptionSpec.builder("-V", "--version").versionHelp(true), "Print version information and exit.");
    }

    /** Says that no command was given: what can be done by itself says otherwise. */
    @Override
    public Integer call() throws IOException {
        throw misused("no command given");
    }

    /** Has this command below it, called by this name. */
    final void has(String name, Command command) {
        spec.addSubcommand(name, command.spec);
    }

    /** What picocli parses by. */
    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter errors() {
        return spec.commandLine().getErr();
    }

    /** The error of a command that was not called as it must be. */
    final ParameterException misused(String how) {
        return new ParameterException(spec.commandLine(), how);
    }

    /** An option that must be given. */
    final <T> Supplier<T> required(Class<T> type, String name, String label, String description) {
        return add(option(name, label).type(type).required(true), description)::getValue;
    }

    /** An option that may be left out. */
    final <T> Supplier<Optional<T>> optional(Class<T> type, String name, String label, String description) {
        OptionSpec option = add(option(name, label).type(type), description);
        return () -> Optional.ofNullable(option.<T>getValue());
    }

    /** An option that may be given several times. */
    final <T> Supplier<List<T>> several(Class<T> type, String name, String label, String description) {
        return several(option(name, label), type, description);
    }

    /** An option that may be given several times, and with several values between commas each time. */
    final <T> Supplier<List<T>> listed(Class<T> type, String name, String label, String description) {
        return several(option(name, label).splitRegex(","), type, description);
    }

    private <T> Supplier<List<T>> several(OptionSpec.Builder builder, Class<T> type, String description) {
        return add(builder.type(List.class).auxiliaryTypes(type).initialValue(List.of()), description)::getValue;
    }

    /** An option like {@code --set name=value} that may be given several times. */
    final Supplier<Map<String, String>> pairs(String name, String label, String description) {
        OptionSpec.Builder builder = option(name, label)
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .initialValue(Map.of());
        return add(builder, description)::getValue;
    }

    /** An option without a value. */
    final BooleanSupplier flag(String name, String description) {
        return flag(OptionSpec.builder(name), description);
    }

    /** An option without a value that every command below this one has, too. */
    final BooleanSupplier flagOfAll(String name, String description) {
        return flag(OptionSpec.builder(name).scopeType(CommandLine.ScopeType.INHERIT), description);
    }

    private BooleanSupplier flag(OptionSpec.Builder builder, String description) {
        return add(builder.type(boolean.class).initialValue(false), description)::<Boolean>getValue;
    }

    /** What is written without the name of an option, at least one. */
    final <T> Supplier<List<T>> arguments(Class<T> type, String label, String description) {
        ArgSpec arguments = PositionalParamSpec.builder()
                .required(true)
                .arity("1..*")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .description(description)
                .build();
        spec.add(arguments);
        return arguments::getValue;
    }

    private static OptionSpec.Builder option(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label);
    }

    private OptionSpec add(OptionSpec.Builder builder, String description) {
        OptionSpec option = builder.description(description).build();
        spec.addOption(option);
        return option;
    }

    /** The version of the jar. */
    private static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Version.class.getPackage().getImplementationVersion();
            return new String[] {"waymark " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
