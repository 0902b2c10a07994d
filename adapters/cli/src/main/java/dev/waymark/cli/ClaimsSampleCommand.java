package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.pbr.claim.AuditSample;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws the sample of proposed claims that internal audit looks at. */
final class ClaimsSampleCommand extends Command {

    private final Supplier<Optional<Path>> claims = optional(
            Path.class, "--claims", "FILE", "The claim list, or the ledger, to draw from; ledger.csv if not given.");
    private final Supplier<String> share = required(String.class, "--share", "SHARE", "How many to draw, like 10%%.");
    private final Supplier<Long> seed = required(Long.class, "--seed", "N", "A whole number that chance starts from.");

    ClaimsSampleCommand() {
        super("Prints a sample of claims as CSV; the same claims, share and seed give the same sample.");
    }

    @Override
    public Integer call() {
        Path list = claims.get().orElse(Path.of("ledger.csv"));
        if (!Files.exists(list)) {
            throw new WaymarkException(
                    "WM-LEDGER",
                    "there is no file " + list + ". Give a claim list, or the ledger in the folder of claims propose,"
                            + " with --claims DIR/ledger.csv.");
        }
        PrintWriter text = out();
        text.print(ClaimLedger.csv(
                AuditSample.draw(new ClaimLedger(list).lines(), Share.of(share.get()), seed.get()), true));
        text.flush();
        return 0;
    }
}
