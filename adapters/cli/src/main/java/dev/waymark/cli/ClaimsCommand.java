package dev.waymark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Claims for results under payment-by-results schemes. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Proposes claims for results, and draws the sample of them that internal audit looks at.",
        subcommands = {ClaimsProposeCommand.class, ClaimsSampleCommand.class, ClaimsForecastCommand.class})
final class ClaimsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ClaimsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
