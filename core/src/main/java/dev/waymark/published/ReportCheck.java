package dev.waymark.published;

import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Whether a report has the number that was published.
 *
 * @param verdict equal, differs, cannot-tell or not-checked
 * @param value what the report has, to 6 decimals; empty if it has no value
 * @param shown the value for people, with one decimal more than was printed; empty if there is none
 * @param says what was found, in words
 */
public record ReportCheck(Verdict verdict, Optional<BigDecimal> value, Optional<String> shown, String says) {

    static ReportCheck of(PublishedFigure figure, Optional<ReportedFigures> report) {
        if (figure.link().isEmpty()) {
            return without(Verdict.NOT_CHECKED, "it is linked to no figure of a report");
        }
        Link link = figure.link().get();
        if (report.isEmpty()) {
            return without(Verdict.NOT_CHECKED, "no report was given");
        }
        List<FigureName> missing = link.missingIn(report.get());
        if (!missing.isEmpty()) {
            return without(
                    Verdict.DIFFERS,
                    "the report has no figure " + missing.get(0) + report.get().inPlaceOf(missing.get(0)));
        }
        Optional<Ratio> number = link.number(report.get(), figure.printed().factor());
        if (number.isEmpty()) {
            return withoutNumber(link, report.get());
        }
        boolean isEqual = !figure.printed().roundings(number.get()).isEmpty();
        Verdict otherwise = report.get().areRounded() ? Verdict.CANNOT_TELL : Verdict.DIFFERS;
        return new ReportCheck(
                isEqual ? Verdict.EQUAL : otherwise,
                Optional.of(number.get().rounded(Figure.KEPT_DECIMALS)),
                Optional.of(figure.printed().shown(number.get())),
                "the report has " + figure.printed().shown(number.get()) + parts(link, report.get())
                        + (report.get().areRounded() ? ", by numbers that are rounded" : ""));
    }

    /** A number that is hidden, or that nobody recorded, may be the one that was printed; one of nobody is not. */
    private static ReportCheck withoutNumber(Link link, ReportedFigures report) {
        boolean isUnknown = false;
        Optional<String> reason = Optional.empty();
        for (FigureName name : link.allNames()) {
            Status status = report.find(name).orElseThrow().status();
            isUnknown |= status.isSuppressed() || status.equals(Status.TABLE_ABSENT);
            reason = reason.or(status::reason);
        }
        return without(
                isUnknown ? Verdict.CANNOT_TELL : Verdict.DIFFERS,
                "the report has no value for " + link
                        + reason.map(why -> " (" + why + ")").orElse(""));
    }

    /** What the number comes of. */
    private static String parts(Link link, ReportedFigures report) {
        if (link.of().isPresent()) {
            Link whole = link.of().get();
            return " ("
                    + plain(new Link(link.names(), link.part(), Optional.empty()), report) + " of "
                    + plain(whole, report) + ")";
        }
        if (link.names().size() > 1) {
            return " (" + link.names().size() + " figures added up)";
        }
        Reported reported = report.find(link.names().get(0)).orElseThrow();
        return link.part() == Link.Part.VALUE && reported.numerator().isPresent()
                ? " (" + reported.numerator().get().toPlainString() + " of "
                        + reported.denominator().map(BigDecimal::toPlainString).orElse("-") + ")"
                : "";
    }

    private static String plain(Link link, ReportedFigures report) {
        BigDecimal number = link.number(report, 1).orElseThrow().rounded(Figure.KEPT_DECIMALS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static ReportCheck without(Verdict verdict, String why) {
        return new ReportCheck(verdict, Optional.empty(), Optional.empty(), why);
    }
}
