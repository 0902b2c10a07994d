package dev.waymark.cli;

import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.Judgement;
import java.io.PrintWriter;
import java.time.LocalDate;

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
                    + ": " + figure.printed());
        }
        text.println("Records that decide whether and when it counts:");
        for (Evidence record : explanation.evidence()) {
            text.println("  " + record.inWords());
        }
        text.flush();
    }
}
