package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.html.Block.Part;
import dev.waymark.html.Block.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payment by results: which families meet a scheme, and what was claimed. */
final class ResultsChapter {

    private static final String RESULTS = "pbr.results";
    private static final String CLAIMS = "pbr.claims";
    private static final List<String> DECISIONS =
            List.of("met", "not-met", "insufficient-data", "not-yet-observable", "not-applicable");

    private final Reported reported;

    ResultsChapter(Reported reported) {
        this.reported = reported;
    }

    Optional<Section> section() {
        if (!reported.has(RESULTS) && !reported.has(CLAIMS)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        if (reported.has(RESULTS)) {
            blocks.add(
                    new Text(
                            "Each family is judged by the rules of the scheme. There are five answers: the results are"
                                    + " met; not met; records are missing; it is too early to say; or the scheme does not apply."));
        }
        List<String> schemes = reported.values("pbr", Dimensions.NONE, "scheme");
        if (schemes.isEmpty()) {
            blocks.addAll(scheme(Dimensions.NONE, ""));
        }
        for (String scheme : schemes) {
            blocks.add(new Part(
                    "scheme-" + schemes.indexOf(scheme),
                    Titles.ofCode(scheme),
                    scheme(Dimensions.of("scheme", scheme), "-" + schemes.indexOf(scheme)),
                    false));
        }
        return Optional.of(new Section("results", "Payment by results", List.of(RESULTS, CLAIMS), blocks));
    }

    private List<Block> scheme(Dimensions scheme, String suffix) {
        List<Block> blocks = new ArrayList<>();
        List<Named> decisions = new ArrayList<>();
        of(RESULTS, "families", scheme).forEach((dimensions, figure) -> {
            String decision = dimensions.value("decision").orElse("");
            decisions.add(new Named(decision(decision), figure));
        });
        List<Named> evaluated = reported.named(
                RESULTS,
                scheme,
                "families-evaluated",
                "Families judged",
                "already-claimed",
                "Families left out: claimed before the period");
        if (!decisions.isEmpty()) {
            blocks.add(Drawn.values("Families in the scheme", "What is counted", "Number", evaluated));
            blocks.add(Chart.of(
                    "decisions" + suffix,
                    "Families by decision",
                    Named.range(decisions, "The most frequent answer was", "the least frequent"),
                    Drawn.base(decisions),
                    Drawn.values("Families by decision", "Decision", "Families", decisions),
                    Drawn.bars(decisions)));
        }
        List<Named> routes = Named.byLastDimension(of(RESULTS, "families-by-route", scheme), Titles::ofCode);
        if (!routes.isEmpty()) {
            blocks.add(Chart.of(
                    "routes" + suffix,
                    "Families that met the results, by route",
                    Named.range(routes, "The most frequent route was", "the least frequent"),
                    Drawn.base(routes),
                    Drawn.values("Families that met the results, by route", "Route", "Families", routes),
                    Drawn.bars(routes)));
        }
        criteria(scheme).ifPresent(blocks::add);
        claims(scheme).ifPresent(blocks::add);
        claimsByDay(scheme).ifPresent(blocks::add);
        return blocks;
    }

    private Optional<Table> criteria(Dimensions scheme) {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        of(RESULTS, "criterion", scheme)
                .forEach((dimensions, figure) -> rows.computeIfAbsent(
                                dimensions.value("criterion").orElse(""), criterion -> new ArrayList<>())
                        .add(Cell.value(figure)));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>(List.of("Criterion"));
        DECISIONS.forEach(decision -> columns.add(decision(decision)));
        Table.Builder table = Table.of("Families by criterion and decision", columns);
        rows.forEach((criterion, cells) -> table.row(Titles.ofCode(criterion), cells));
        return Optional.of(table.build());
    }

    private Optional<Table> claims(Dimensions scheme) {
        Map<Dimensions, Figure> claimed = of(CLAIMS, "families-claimed", scheme);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table = Table.of("Claims", "What is counted", "Number");
        reported.find(CLAIMS, "families-claimed", scheme)
                .ifPresent(all -> table.row("Families claimed up to the as-at date", Cell.value(all)));
        reported.find(CLAIMS, "result-pounds", scheme)
                .ifPresent(pounds -> table.row("Result fees of the families that met the results", Cell.value(pounds)));
        return Optional.of(table.build());
    }

    /** The families claimed day by day, a row a month. */
    private Optional<Table> claimsByDay(Dimensions scheme) {
        Map<String, List<Cell>> months = new LinkedHashMap<>();
        of(CLAIMS, "families-claimed", scheme)
                .forEach((dimensions, figure) -> dimensions
                        .value("claimed-on")
                        .map(LocalDate::parse)
                        .ifPresent(day -> months.computeIfAbsent(
                                        ReportPage.month(day) + " " + day.getYear(), month -> new ArrayList<>())
                                .add(Cell.value(figure)
                                        .after(day.getDayOfMonth() + "\u00A0" + ReportPage.month(day) + ":\u00A0"))));
        if (months.isEmpty()) {
            return Optional.empty();
        }
        Table.Builder table = Table.of("Families claimed, by day", "Month", "Day: families claimed");
        months.forEach((month, days) -> table.row(month, Cell.together(days, "; ")));
        return Optional.of(table.build());
    }

    private Map<Dimensions, Figure> of(String measure, String figure, Dimensions scheme) {
        Map<Dimensions, Figure> found = new LinkedHashMap<>();
        reported.all(measure, figure).forEach((dimensions, value) -> {
            if (dimensions.includes(scheme)) {
                found.put(dimensions, value);
            }
        });
        return found;
    }

    private static String decision(String decision) {
        return switch (decision) {
            case "met" -> "Met";
            case "not-met" -> "Not met";
            case "insufficient-data" -> "Records missing";
            case "not-yet-observable" -> "Too early to say";
            case "not-applicable" -> "Does not apply";
            default -> Titles.ofCode(decision);
        };
    }
}
