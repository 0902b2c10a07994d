package dev.waymark.report;

import dev.waymark.data.DataQuality;
import dev.waymark.family.Period;
import dev.waymark.figure.Count;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures and reports made by hand, one of each kind. */
final class Sample {

    static final Period YEAR = Period.parse("2015/16");
    static final LocalDate AS_AT = LocalDate.of(2016, 3, 31);
    static final DataQuality NOTHING_WRONG = new DataQuality(Map.of(), List.of(), List.of());

    private Sample() {}

    static Report report(Figure... figures) {
        return new Report(YEAR, AS_AT, List.of(), NOTHING_WRONG, List.of(figures));
    }

    static Report report(DataQuality quality) {
        return new Report(YEAR, AS_AT, List.of(), quality, List.of());
    }

    /** The example of the figures' format: 96 of 150. */
    static Percentage progress() {
        return new Percentage(
                new FigureName("familystar.progress", "positive-progress", Dimensions.of("area", "physical-health")),
                "families first at stuck, accepting help or trying, scored in both readings",
                Status.VALUE,
                OptionalLong.of(96),
                OptionalLong.of(150),
                true);
    }

    static Count count(Dimensions dimensions, long count) {
        return new Count(
                new FigureName("activity", "families", dimensions), "families", Status.VALUE, OptionalLong.of(count));
    }

    static Count count(Status status) {
        return new Count(
                new FigureName("activity", "individuals", Dimensions.NONE),
                "individuals",
                status,
                OptionalLong.empty());
    }

    static Percentage share(long numerator, long denominator) {
        return share(Status.VALUE, OptionalLong.of(numerator), OptionalLong.of(denominator));
    }

    static Percentage share(Status status, OptionalLong numerator, OptionalLong denominator) {
        return new Percentage(name("share"), "families", status, numerator, denominator, true);
    }

    static Percentage relative(long numerator, long denominator) {
        return new Percentage(
                name("relative"),
                "families",
                Status.VALUE,
                OptionalLong.of(numerator),
                OptionalLong.of(denominator),
                false);
    }

    static Points points(long atFirst, long atLast, long whole) {
        return new Points(
                name("points"),
                "families",
                Status.VALUE,
                OptionalLong.of(atFirst),
                OptionalLong.of(atLast),
                OptionalLong.of(whole));
    }

    static Mean mean(Unit unit, long n, long total, long ofSquares, long per) {
        return new Mean(
                name("mean"), "families", unit, Status.VALUE, Optional.of(new Mean.Sums(n, total, ofSquares, per)));
    }

    static Pounds pounds(String pence) {
        return new Pounds(
                name("pounds"), "budget", Status.VALUE, OptionalLong.of(Long.parseLong(pence)), OptionalLong.empty());
    }

    private static FigureName name(String figure) {
        return new FigureName("sample", figure, Dimensions.NONE);
    }
}
