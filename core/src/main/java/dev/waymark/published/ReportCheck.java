package dev.waymark.published;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Ratio;
import dev.waymark.figure.Status;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a report has the number that was published.
 *
 * @param verdict equal, differs, cannot-tell or not-checked
 * @param value what the report has, to 6 decimals; empty if it has no value
 * @param says what was found, in words
 */
public record ReportCheck(Verdict verdict, Optional<BigDecimal> value, String says) {

    static ReportCheck of(PublishedFigure figure, Optional<ReportedFigures> report) {
        if (figure.link().isEmpty()) {
            return without(Verdict.NOT_CHECKED, "it is linked to no figure of a report");
        }
        Link link = figure.link().get();
        if (report.isEmpty()) {
            return without(Verdict.NOT_CHECKED, "no report was given");
        }
        Optional<Reported> found = report.get().find(link.name());
        if (found.isEmpty()) {
            return without(Verdict.NOT_CHECKED, "the report has no figure " + link.name());
        }
        Status status = found.get().status();
        Optional<Ratio> number = found.get().number(link.part());
        if (number.isEmpty()) {
            boolean isUnknown = status.state() == Status.State.SUPPRESSED || status.equals(Status.TABLE_ABSENT);
            return without(
                    isUnknown ? Verdict.CANNOT_TELL : Verdict.DIFFERS,
                    "the report has no value for " + link
                            + status.reason().map(why -> " (" + why + ")").orElse(""));
        }
        boolean isEqual = !figure.printed().roundings(number.get()).isEmpty();
        return new ReportCheck(
                isEqual ? Verdict.EQUAL : Verdict.DIFFERS,
                Optional.of(number.get().rounded(Figure.KEPT_DECIMALS)),
                "the report has " + figure.printed().shown(number.get()) + base(link, found.get()));
    }

    private static String base(Link link, Reported reported) {
        return link.part() == Link.Part.VALUE && reported.numerator().isPresent()
                ? " (" + reported.numerator().get().toPlainString() + " of "
                        + reported.denominator().map(BigDecimal::toPlainString).orElse("-") + ")"
                : "";
    }

    private static ReportCheck without(Verdict verdict, String why) {
        return new ReportCheck(verdict, Optional.empty(), why);
    }
}
