package dev.waymark.cli;

import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Unit;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.Judgement;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;

/** An explanation as a page that an auditor can read: judgements down to the records, then where the family counts. */
final class ExplanationText {

    private ExplanationText() {}

    static void print(Explanation explanation, Period period, LocalDate asAt, PrintWriter text) {
        text.println("Family " + explanation.familyId() + " in " + explanation.measure() + ", " + period.label()
                + ", as at " + asAt);
        for (Judgement judgement : explanation.judgements()) {
            text.println();
            judgement.lines().forEach(text::println);
        }
        text.println();
        text.println(explanation.counts().isEmpty() ? "Counts in no figure of this measure." : "Counts in:");
        for (Figure figure : explanation.counts()) {
            text.println("  " + figure.name().figure()
                    + (figure.name().dimensions().count() == 0
                            ? ""
                            : " " + figure.name().dimensions())
                    + ": " + value(figure));
        }
        text.println("Records that decide whether and when it counts:");
        for (Evidence record : explanation.evidence()) {
            text.println("  " + record.inWords());
        }
        text.flush();
    }

    /** The value with what it comes from: of one family 50 % is 1 of 2, and 0 % may be 0 of 1 or 0 of 5. */
    private static String value(Figure figure) {
        String printed = figure.printed()
                + (figure.unit() == Unit.PERCENT ? " %" : " " + figure.unit().word());
        Optional<String> from = figure.numerator()
                .or(figure::sum)
                .flatMap(counted -> figure.denominator()
                        .map(base -> counted.toPlainString()
                                + (figure.sum().isPresent() ? " over " : " of ")
                                + base.toPlainString()));
        return from.map(numbers -> numbers + " (" + printed + ")").orElse(printed);
    }
}
