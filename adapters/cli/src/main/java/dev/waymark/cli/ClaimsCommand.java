package dev.waymark.cli;

/** Claims for results under payment-by-results schemes. */
final class ClaimsCommand extends Command {

    ClaimsCommand() {
        super("claims", "Proposes claims for results, and draws the sample of them that internal audit looks at.");
        has(new ClaimsProposeCommand());
        has(new ClaimsSampleCommand());
        has(new ClaimsForecastCommand());
    }
}
