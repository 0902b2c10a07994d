package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.pbr.claim.AuditSample;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the sample of proposed claims that internal audit looks at. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Prints a sample of claims as CSV; the same claims, share and seed give the same sample.")
final class ClaimsSampleCommand implements Callable<Integer> {

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            defaultValue = "ledger.csv",
            description = "The claim list, or the ledger, to draw from; ledger.csv if not given.")
    private Path claims = Path.of("");

    @Option(names = "--share", required = true, paramLabel = "SHARE", description = "How many to draw, like 10%%.")
    private String share = "";

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "N",
            description = "A whole number that chance starts from.")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ClaimsSampleCommand() {}

    @Override
    public Integer call() {
        if (!Files.exists(claims)) {
            throw new WaymarkException(
                    "WM-LEDGER", "there is no file " + claims + ". Give the claim list or the ledger with --claims.");
        }
        PrintWriter text = spec.commandLine().getOut();
        text.print(ClaimLedger.csv(AuditSample.draw(new ClaimLedger(claims).lines(), Share.of(share), seed), true));
        text.flush();
        return 0;
    }
}
