package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pooled budget, out of the measure {@code pbr.finance}. */
final class FinanceChapter {

    private static final String FINANCE = "pbr.finance";

    private final Reported reported;

    FinanceChapter(Reported reported) {
        this.reported = reported;
    }

    Optional<Section> section() {
        if (!reported.has(FINANCE)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<String> years = reported.values(FINANCE, Dimensions.NONE, "year");
        Table.Builder table = Table.of(
                "Money by year", "Year", "Income", "Expenditure", "Adjustment", "Movement", "Reserve carried forward");
        for (String year : years) {
            Dimensions in = Dimensions.of("year", year);
            table.row(
                    Titles.ofData(year),
                    Cell.value(reported.find(FINANCE, "income", in)),
                    Cell.value(reported.find(FINANCE, "expenditure", in)),
                    Cell.value(reported.find(FINANCE, "adjustment", in)),
                    Cell.value(reported.find(FINANCE, "movement", in)),
                    Cell.value(reported.find(FINANCE, "reserve-carried-forward", in)));
        }
        if (years.isEmpty()) {
            blocks.add(new Block.Text("The data has no lines of a budget."));
        } else {
            blocks.add(table.build());
        }
        List<Named> shares = Named.byLastDimension(reported.all(FINANCE, "share-of-income"), Titles::ofData);
        if (!shares.isEmpty()) {
            Table.Builder shareTable =
                    Table.of("Share of the income of all years", "Organisation", "Percentage", "Pounds", "Of pounds");
            shares.forEach(share -> shareTable.row(
                    share.name(),
                    Cell.value(share.figure()),
                    Cell.numerator(Optional.of(share.figure())),
                    Cell.denominator(Optional.of(share.figure()))));
            blocks.add(Chart.of(
                    "income-share",
                    "Who paid in",
                    Named.range(shares, "The largest share of the income came from", "the smallest from"),
                    Drawn.base(shares),
                    shareTable.build(),
                    Drawn.shareBars(shares)));
        }
        reported.find(FINANCE, "cost-per-family")
                .ifPresent(cost -> blocks.add(Drawn.values(
                        "Cost of a family",
                        "What is counted",
                        "Pounds",
                        List.of(new Named("Expenditure divided by the families worked with", cost)))));
        return Optional.of(new Section("finance", "Finance", List.of(FINANCE), blocks));
    }
}
