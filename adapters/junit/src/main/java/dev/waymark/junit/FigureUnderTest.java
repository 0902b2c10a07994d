package dev.waymark.junit;

import dev.waymark.figure.Report;
import dev.waymark.published.Expected;
import dev.waymark.published.FigureCheck;
import dev.waymark.published.PublishedFigures;
import dev.waymark.published.ReportedFigures;
import dev.waymark.published.Verdict;
import java.util.Optional;
import org.apiguardian.api.API;
import org.opentest4j.TestAbortedException;

/**
 * One published figure in a test of {@link dev.waymark.junit.PublishedFigures}.
 *
 * <p><b>Errors:</b> {@link AssertionError} for a contradiction that the file does not list, for a listed verdict that
 * is another now, and for a link to a figure that the report does not have. A figure that nothing can be said of is no
 * passed test but an aborted one, unless the file lists {@code not-checked} with a reason. <b>Threads:</b> one at a
 * time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FigureUnderTest {

    private final PublishedFigures figures;
    private final String id;
    private boolean isAsked;

    FigureUnderTest(PublishedFigures figures, String id) {
        this.figures = figures;
        this.id = id;
    }

    /** The figure agrees with the others of the file and, where it is linked, with this report. */
    public void agreesWith(Report report) {
        agreesWith(ReportedFigures.of(report));
    }

    /** The figure agrees with the others of the file and, where it is linked, with these figures of a report. */
    public void agreesWith(ReportedFigures report) {
        FigureCheck check = figures.check(id, report);
        if (check.figure()
                .link()
                .filter(link -> !link.missingIn(report).isEmpty())
                .isPresent()) {
            throw new AssertionError(
                    id + " cannot be held against the report: " + check.report().says());
        }
        judge(check);
    }

    /** The figure agrees with the others of the file. */
    public void agreesWithItself() {
        judge(figures.check(id));
    }

    private void judge(FigureCheck check) {
        isAsked = true;
        Optional<Expected> expected = check.figure().expected();
        Verdict verdict = check.verdict();
        String says = id + ", printed " + check.figure().printed() + ": " + verdict.word() + ", "
                + String.join("; ", check.reasons());
        if (!check.isAsExpected()) {
            throw new AssertionError(says
                    + expected.map(listed -> ". The file lists it as "
                                    + listed.verdict().word() + " (" + listed.reason()
                                    + "): correct the listing")
                            .orElse(". Correct the figure, or list it under 'expected' with the reason"));
        }
        if (verdict == Verdict.NOT_CHECKED && expected.isEmpty()) {
            throw new TestAbortedException(says);
        }
    }

    void failIfNotAsked() {
        if (!isAsked) {
            throw new AssertionError(
                    "the test never asked whether " + id + " agrees: call agreesWith(report) or agreesWithItself()");
        }
    }
}
