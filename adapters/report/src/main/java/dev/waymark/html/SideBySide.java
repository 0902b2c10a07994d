package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.html.Block.Part;
import dev.waymark.html.Block.Text;
import dev.waymark.html.Chart.Datum;
import dev.waymark.html.Chart.Picture;
import dev.waymark.run.Stratum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All districts, or all services, side by side. */
final class SideBySide {

    private static final List<String> IN_OVERVIEW = List.of("activity", "familystar.base", "familystar.family");
    private static final int CURVE_POINTS = 150;
    private static final int LOWEST_HEIGHT = 380;
    private static final int HEIGHT_OF_A_NAME = 20;

    private final Reported whole;
    private final Titles titles;
    private final MoreMeasures more;
    private final Stratum stratum;
    private final Map<String, Reported> parts = new LinkedHashMap<>();
    private final String one;
    private final String many;
    private final boolean areRounded;

    /** {@code areRounded}: whether the report's counts are rounded, which may move a small district over a limit. */
    SideBySide(Reported whole, Titles titles, MoreMeasures more, Stratum stratum, boolean areRounded) {
        this.areRounded = areRounded;
        this.whole = whole;
        this.titles = titles;
        this.more = more;
        this.stratum = stratum;
        int number = 0;
        for (Map.Entry<String, Reported> part : whole.by(stratum).entrySet()) {
            // two long names may look alike when they are cut: the number tells them apart
            parts.put(++number + " " + Titles.ofData(part.getKey()), part.getValue());
        }
        this.one = stratum.word();
        this.many = one + "s";
    }

    Optional<Section> section() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text(
                stratum == Stratum.DISTRICT
                        ? "Every family is in one district. Small districts swing widely from year to year: before one is"
                                + " called better or worse, look whether it lies outside the funnel. The funnel has steps,"
                                + " because families are whole."
                        : "A service has the families with work by it; a family can be in several services."));
        if (IN_OVERVIEW.stream().anyMatch(whole::has)) {
            blocks.add(overview());
        }
        for (StarFigures star : StarFigures.of(whole, titles)) {
            String of = star.isOneOfSeveral() ? ": " + star.title() : "";
            List<Block> ofStar = new ArrayList<>();
            funnel(
                            star,
                            "familystar.family",
                            "any-progress",
                            "Progress in at least one area" + of,
                            "Families with progress in at least one area")
                    .ifPresent(ofStar::add);
            funnel(
                            star,
                            "familystar.base",
                            "pairing-rate",
                            "Families that can be compared" + of,
                            "Families with a first and a last Star")
                    .ifPresent(ofStar::add);
            multiples(star, of).ifPresent(ofStar::add);
            if (!ofStar.isEmpty()) {
                blocks.add(
                        new Part(many + "-star" + star.suffix(), "The " + star.title() + " by " + one, ofStar, false));
            }
        }
        blocks.addAll(more.sideBySide(parts, one));
        String title = stratum == Stratum.DISTRICT ? "Districts side by side" : "Services side by side";
        return Optional.of(new Section(many, title, blocks));
    }

    private Table overview() {
        Table.Builder table = Table.of(
                "Main figures by " + one,
                stratum == Stratum.DISTRICT ? "District" : "Service",
                "Worked with",
                "Began",
                "Ended",
                "Weeks of work",
                "First and last Star, of those ended",
                "Progress in at least one area");
        parts.forEach((name, figures) -> table.row(name, overviewOf(figures)));
        table.row(stratum == Stratum.DISTRICT ? "All districts" : "All services", overviewOf(whole));
        return table.build();
    }

    private static List<Cell> overviewOf(Reported figures) {
        return List.of(
                Cell.value(figures.find("activity", "families-worked-with")),
                Cell.value(figures.find("activity", "families-opened")),
                Cell.value(figures.find("activity", "families-closed")),
                Cell.value(figures.find("activity", "mean-weeks-involved")),
                Cell.shareOfBase(figures.find("familystar.base", "pairing-rate", Dimensions.NONE)),
                Cell.shareOfBase(figures.find("familystar.family", "any-progress", Dimensions.NONE)));
    }

    // --- the funnel

    private Optional<Chart> funnel(StarFigures star, String measure, String figure, String title, String what) {
        Optional<Figure> all = star.find(measure, figure);
        if (all.isEmpty() || !all.get().status().isValue()) {
            return Optional.empty();
        }
        double percent = all.get().value().orElseThrow().doubleValue();
        List<Datum> dots = new ArrayList<>();
        List<Chart.Key> key = new ArrayList<>(List.of(
                new Chart.Key("limit-998", "99.8% limits"),
                new Chart.Key("limit-95", "95% limits"),
                new Chart.Key("whole", "All " + many + ": " + Cell.value(all).text())));
        Table.Builder table = Table.of(
                title + " by " + one,
                "No. and " + one,
                "Percentage",
                "Number",
                "Base",
                "95% interval",
                "In the funnel");
        List<String> outside998 = new ArrayList<>();
        List<String> outside95 = new ArrayList<>();
        int most = 1;
        double lowest = percent;
        int number = 0;
        int placed = 0;
        int hidden = 0;
        for (Map.Entry<String, Reported> part : parts.entrySet()) {
            number++;
            Optional<Figure> found = star.in(part.getValue()).find(measure, figure);
            Optional<BigDecimal> value = found.flatMap(Figure::value);
            Optional<BigDecimal> numerator = found.flatMap(Figure::numerator);
            Optional<BigDecimal> base = found.flatMap(Figure::denominator);
            String place = Cell.isSuppressed(found) ? Figure.SUPPRESSED : "–";
            hidden += Cell.isSuppressed(found) ? 1 : 0;
            if (value.isPresent() && numerator.isPresent() && base.isPresent()) {
                int families = base.get().intValueExact();
                double at = value.get().doubleValue();
                dots.add(new Datum()
                        .with("no", "" + number)
                        .with("label", nameOf(part.getKey()))
                        .with("base", families)
                        .with("percent", value));
                most = Math.max(most, families);
                lowest = Math.min(lowest, at);
                placed++;
                int counted = numerator.get().intValueExact();
                if (!FunnelLimits.of(percent, families, FunnelLimits.LEVEL_998).contain(counted)) {
                    place = "outside 99.8% limits";
                    outside998.add(side(part.getKey(), at, percent));
                } else if (!FunnelLimits.of(percent, families, FunnelLimits.LEVEL_95)
                        .contain(counted)) {
                    place = "outside 95% limits";
                    outside95.add(side(part.getKey(), at, percent));
                } else {
                    place = "within the limits";
                }
            }
            key.add(Chart.Key.numbered(number, nameOf(part.getKey())));
            table.row(
                    part.getKey(),
                    Cell.value(found),
                    Cell.numerator(found),
                    Cell.denominator(found),
                    Cell.interval(found),
                    Cell.text(place));
        }
        int end = (int) Math.ceil(most * 1.08) + 1;
        Picture picture = Picture.of("funnel", dots)
                .and("limits", dots.isEmpty() ? List.of() : curves(percent, end))
                .and("whole", List.of(new Datum().with("percent", all.get().value())))
                .with("most", end)
                .with("height", Math.max(LOWEST_HEIGHT, HEIGHT_OF_A_NAME * (placed + 3)))
                .with("least", Math.max(0, Math.floor((lowest - 15) / 10) * 10));
        return Optional.of(Chart.of(
                        many + "-" + figure + star.suffix(),
                        title + ": funnel plot",
                        takeaway(placed, outside998, outside95) + notPlaced(placed, hidden),
                        what + ", of " + Titles.sentence(all.get().base()),
                        table.build(),
                        picture)
                .withKey(key));
    }

    private static String nameOf(String numbered) {
        return numbered.substring(numbered.indexOf(' ') + 1);
    }

    private static String side(String name, double at, double percent) {
        return nameOf(name) + (at > percent ? " (above)" : " (below)");
    }

    private String takeaway(int placed, List<String> outside998, List<String> outside95) {
        if (placed == 0) {
            return "No " + one + " has a number to place.";
        }
        if (outside998.isEmpty() && outside95.isEmpty()) {
            if (placed == 1) {
                return "One " + one + " only has a number to place. It lies within the limits.";
            }
            String which = placed == parts.size()
                    ? "All " + placed + " " + many + " lie"
                    : "Of " + parts.size() + " " + many + ", the " + placed + " that have a number to show lie";
            return which + " within the limits: the differences between them are no larger than chance alone makes"
                    + " likely.";
        }
        if (outside998.isEmpty()) {
            return Titles.list(outside95) + " " + (outside95.size() == 1 ? "lies" : "lie")
                    + " outside the 95% limits but inside the 99.8% limits, which can be chance: about one in 20 does so"
                    + " by chance alone.";
        }
        return Titles.list(outside998) + " " + (outside998.size() == 1 ? "lies" : "lie")
                + " outside the 99.8% limits, which chance alone hardly explains"
                + (outside95.isEmpty()
                        ? "."
                        : "; " + Titles.list(outside95) + " outside the 95% limits, which can be chance.");
    }

    /** What of the chart is to be taken with care: who is not in it, and counts that are not exact. */
    private String notPlaced(int placed, int hidden) {
        String missing =
                hidden == 0 ? "" : " For " + hidden + " of " + parts.size() + " " + many + " it may not be shown.";
        String rounded = areRounded && placed > 0
                ? " Counts are rounded here, which alone can move a small " + one + " over a limit."
                : "";
        return missing + rounded;
    }

    private static List<Datum> curves(double percent, int most) {
        List<Datum> curves = new ArrayList<>();
        int step = 1 + most / CURVE_POINTS;
        for (int families = 1; families <= most; families += step) {
            FunnelLimits inner = FunnelLimits.of(percent, families, FunnelLimits.LEVEL_95);
            FunnelLimits outer = FunnelLimits.of(percent, families, FunnelLimits.LEVEL_998);
            curves.add(new Datum()
                    .with("base", families)
                    .with("low95", inner.lowPercent())
                    .with("high95", inner.highPercent())
                    .with("low998", outer.lowPercent())
                    .with("high998", outer.highPercent()));
        }
        return curves;
    }

    // --- small multiples

    private Optional<Chart> multiples(StarFigures star, String of) {
        if (!star.has("familystar.progress")) {
            return Optional.empty();
        }
        List<Picture> pictures = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("No. and " + one));
        star.areas().forEach(area -> columns.add(area.title()));
        Table.Builder table = Table.of("Positive progress, of all families in the analysis, by " + one + of, columns);
        for (StarFigures.Coded area : star.areas()) {
            List<Datum> rows = new ArrayList<>();
            for (Map.Entry<String, Reported> part : parts.entrySet()) {
                Optional<Figure> figure =
                        star.in(part.getValue()).find("familystar.progress", "positive-progress-all", area);
                Optional<Interval> interval = figure.flatMap(Figure::interval);
                rows.add(new Datum()
                        .with("row", rows.size())
                        .with("no", rows.size() + 1)
                        .with("label", nameOf(part.getKey()))
                        .with("text", Cell.shortText(figure))
                        .with("value", figure.flatMap(Figure::value))
                        .with("lower", interval.map(Interval::lower))
                        .with("upper", interval.map(Interval::upper)));
            }
            Optional<BigDecimal> all = star.find("familystar.progress", "positive-progress-all", area)
                    .flatMap(Figure::value);
            pictures.add(Picture.of("dots", rows)
                    .and(
                            "whole",
                            all.map(value -> List.of(new Datum().with("value", value)))
                                    .orElse(List.of()))
                    .headed(area.title()));
        }
        parts.forEach((name, figures) -> table.row(name, ofAreas(star.in(figures))));
        table.row("All " + many, ofAreas(star));
        List<Named> any = new ArrayList<>();
        parts.forEach((name, figures) -> star.in(figures)
                .find("familystar.family", "mean-areas-progressed")
                .ifPresent(mean -> any.add(new Named(nameOf(name), mean))));
        return Optional.of(Chart.of(
                        many + "-areas" + star.suffix(),
                        "Positive progress in each area" + of,
                        any.isEmpty()
                                ? "Each picture is of one area: how many families progressed there, by " + one + "."
                                : Named.range(
                                        any, "Families progressed in the most areas on average in", "in the fewest in"),
                        Drawn.base(star.byArea("familystar.progress", "positive-progress-all")),
                        table.build(),
                        pictures)
                .withKey(dotsKey()));
    }

    private List<Chart.Key> dotsKey() {
        List<Chart.Key> key = new ArrayList<>(List.of(
                new Chart.Key("dot", "Percentage of the " + one + ", with its 95% interval"),
                new Chart.Key("whole-dashed", "All " + many)));
        int number = 0;
        for (String name : parts.keySet()) {
            key.add(Chart.Key.numbered(++number, nameOf(name)));
        }
        return key;
    }

    private static List<Cell> ofAreas(StarFigures star) {
        return star.areas().stream()
                .map(area -> Cell.shareOfBase(star.find("familystar.progress", "positive-progress-all", area)))
                .toList();
    }
}
