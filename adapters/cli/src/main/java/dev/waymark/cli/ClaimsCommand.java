package dev.waymark.cli;

/** Claims for results under payment-by-results schemes. */
final class ClaimsCommand extends Command {

    ClaimsCommand() {
        super("Proposes claims for results, and draws the sample of them that internal audit looks at.");
        has("propose", new ClaimsProposeCommand());
        has("sample", new ClaimsSampleCommand());
        has("forecast", new ClaimsForecastCommand());
    }
}
