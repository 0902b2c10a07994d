package dev.waymark.cli;

import dev.waymark.data.FinancialYear;
import dev.waymark.data.ListedTables;
import dev.waymark.pbr.scheme.Funding;
import dev.waymark.pbr.scheme.Route;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.SchemeBook;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Says what so many families would bring in a year. */
final class ClaimsForecastCommand extends Command {

    private static final long MOST_FAMILIES = 1_000_000_000;

    private final SchemeOptions schemes = new SchemeOptions(this);
    private final DefinitionOptions definitions =
            new DefinitionOptions(this, "A folder with your own Stars, stars/*.json, such as that of the data set.");
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
        long attached = families.get();
        if (attached < 0 || attached > MOST_FAMILIES) {
            throw misused("--families is " + attached + ", not a number from 0 to " + MOST_FAMILIES);
        }
        BigDecimal percent = Share.of(share.get());
        CaseStoreReader reader = new CaseStoreReader(new ListedTables());
        definitions.issuesTo(reader);
        definitions.folderTo(reader);
        CaseStore nothing = reader.withoutRows();
        Scheme chosen = SchemeBook.of(schemes.read(), nothing.taxonomy(), nothing.stars())
                .scheme(scheme.get());
        int first = FinancialYear.parse(year.get());
        TextTable table = new TextTable("route", "families", "share", "fee", "pounds");
        for (Route route : chosen.routes()) {
            OptionalLong fee = route.feePence(Optional.of(first));
            table.row(
                    route.id(),
                    String.valueOf(attached),
                    share.get(),
                    fee.isPresent() ? ClaimLedger.pounds(fee) : "-",
                    fee.isPresent()
                            ? ClaimLedger.pounds(
                                    OptionalLong.of(Funding.forecastPence(attached, percent, fee.getAsLong())))
                            : "-");
        }
        PrintWriter text = out();
        table.print(text);
        text.flush();
        return 0;
    }
}
