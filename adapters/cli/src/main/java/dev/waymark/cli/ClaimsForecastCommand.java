package dev.waymark.cli;

import dev.waymark.pbr.scheme.FinancialYear;
import dev.waymark.pbr.scheme.Funding;
import dev.waymark.pbr.scheme.Route;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what so many families would bring in a year. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Prints for each route: families times share times fee, in pounds.")
final class ClaimsForecastCommand implements Callable<Integer> {

    @Mixin
    private SchemeOptions schemes = new SchemeOptions();

    @Option(names = "--scheme", required = true, paramLabel = "ID", description = "The scheme.")
    private String scheme = "";

    @Option(names = "--families", required = true, paramLabel = "N", description = "How many families are attached.")
    private long families;

    @Option(names = "--share", required = true, paramLabel = "SHARE", description = "How many get a result, like 60%%.")
    private String share = "";

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YEAR",
            description = "The year of attachment, like 2015/16.")
    private String year = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line. */
    ClaimsForecastCommand() {}

    @Override
    public Integer call() {
        Scheme chosen = SchemeBook.of(schemes.read(), IssueTaxonomy.familySupport(), List.of(Star.familyStarPlus()))
                .scheme(scheme);
        int first = FinancialYear.parse(year);
        TextTable table = new TextTable("route", "families", "share", "fee", "pounds");
        for (Route route : chosen.routes()) {
            OptionalLong fee = route.feePence(Optional.of(first));
            table.row(
                    route.id(),
                    String.valueOf(families),
                    share,
                    fee.isPresent() ? ClaimLedger.pounds(fee) : "-",
                    fee.isPresent()
                            ? ClaimLedger.pounds(
                                    OptionalLong.of(Funding.forecastPence(families, Share.of(share), fee.getAsLong())))
                            : "-");
        }
        PrintWriter text = spec.commandLine().getOut();
        table.print(text);
        text.flush();
        return 0;
    }
}
