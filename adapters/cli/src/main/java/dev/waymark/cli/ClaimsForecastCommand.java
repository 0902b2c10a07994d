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
import java.util.function.Supplier;

/** Says what so many families would bring in a year. */
final class ClaimsForecastCommand extends Command {

    private final SchemeOptions schemes = new SchemeOptions(this);
    private final Supplier<String> scheme = required(String.class, "--scheme", "ID", "The scheme.");
    private final Supplier<Long> families = required(Long.class, "--families", "N", "How many families are attached.");
    private final Supplier<String> share =
            required(String.class, "--share", "SHARE", "How many get a result, like 60%%.");
    private final Supplier<String> year =
            required(String.class, "--year", "YEAR", "The year of attachment, like 2015/16.");

    ClaimsForecastCommand() {
        super("Prints for each route: families times share times fee, in pounds.");
    }

    @Override
    public Integer call() {
        Scheme chosen = SchemeBook.of(schemes.read(), IssueTaxonomy.familySupport(), List.of(Star.familyStarPlus()))
                .scheme(scheme.get());
        int first = FinancialYear.parse(year.get());
        TextTable table = new TextTable("route", "families", "share", "fee", "pounds");
        for (Route route : chosen.routes()) {
            OptionalLong fee = route.feePence(Optional.of(first));
            table.row(
                    route.id(),
                    String.valueOf(families.get()),
                    share.get(),
                    fee.isPresent() ? ClaimLedger.pounds(fee) : "-",
                    fee.isPresent()
                            ? ClaimLedger.pounds(OptionalLong.of(
                                    Funding.forecastPence(families.get(), Share.of(share.get()), fee.getAsLong())))
                            : "-");
        }
        PrintWriter text = out();
        table.print(text);
        text.flush();
        return 0;
    }
}
