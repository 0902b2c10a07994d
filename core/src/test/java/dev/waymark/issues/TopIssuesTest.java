package dev.waymark.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.family.Given;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import org.junit.jupiter.api.Test;

/** Issues worked by hand: each family closed in 2015/16 with a first and a last form. */
class TopIssuesTest {

    private final Given given = Given.family("0").episode("e0", "2014-01-01", "2014-02-01");
    private int families;

    /** So many closed families with these answers about one issue at first and at last. */
    private TopIssuesTest families(int number, String issue, String first, String last) {
        for (int i = 0; i < number; i++) {
            String id = Integer.toString(++families);
            given.andFamily(id, i % 2 == 0 ? "Blaby" : "Melton")
                    .episode("e" + id, "2015-04-10", "2015-12-01")
                    .form("f" + id, "", "2015-04-20", "initial")
                    .answer("f" + id, issue, first)
                    .form("l" + id, "", "2015-11-20", "closure")
                    .answer("l" + id, issue, last);
        }
        return this;
    }

    private TopIssues top() {
        Report report = MeasureRun.of(given.store(), MeasureCatalog.of(new IssuesProvider()), Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
        return TopIssues.of(report);
    }

    @Test
    void theMostFrequentAreOrderedByNumberThenShareThenName() {
        families(3, "debt", "yes", "yes");
        // both 2 at first: overcrowded 2 of 2, poor-diet 2 of 3; poor-hygiene-or-clothes like overcrowded
        families(2, "poor-hygiene-or-clothes", "yes", "yes");
        families(2, "overcrowded", "yes", "no");
        families(2, "poor-diet", "yes", "no").families(1, "poor-diet", "no", "no");
        families(4, "rent-arrears", "no", "yes");

        assertThat(top().mostFrequentAtFirst(3))
                .containsExactly(
                        new TopIssue("debt", "family", 3, 3, 3),
                        new TopIssue("overcrowded", "family", 2, 0, 2),
                        new TopIssue("poor-hygiene-or-clothes", "family", 2, 2, 2));
        assertThat(top().mostFrequentAtFirst(9)).hasSize(4);
    }

    @Test
    void theBiggestReductionsAreNetOfNewOnes() {
        // 3 gone, 2 new: 1 fewer; 2 gone of 2; 2 gone of 3; 1 more
        families(3, "debt", "yes", "no").families(2, "debt", "no", "yes");
        families(2, "overcrowded", "yes", "no");
        families(2, "poor-diet", "yes", "no").families(1, "poor-diet", "yes", "yes");
        families(1, "rent-arrears", "no", "yes");

        assertThat(top().biggestReductions(9))
                .containsExactly(
                        new TopIssue("overcrowded", "family", 2, 0, 2),
                        new TopIssue("poor-diet", "family", 3, 1, 3),
                        new TopIssue("debt", "family", 3, 2, 5));
    }

    @Test
    void aReportWithoutFormsHasNone() {
        assertThat(top().mostFrequentAtFirst(5)).isEmpty();
        assertThat(top().biggestReductions(5)).isEmpty();
    }

    @Test
    void anIssueThatIsCountedAtOneFormOnlyIsNone() {
        families(3, "debt", "yes", "no");
        Report report = MeasureRun.of(given.store(), MeasureCatalog.of(new IssuesProvider()), Period.parse("2015/16"))
                .report();
        Report atFirstOnly = new Report(
                report.period(),
                report.asAt(),
                report.definitions(),
                report.dataQuality(),
                report.figures("issues", "at-first"));

        assertThat(TopIssues.of(atFirstOnly).mostFrequentAtFirst(9)).isEmpty();
        assertThat(TopIssues.of(atFirstOnly).biggestReductions(9)).isEmpty();
    }
}
