package dev.waymark.junit;

import static dev.waymark.junit.Family.family;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.waymark.figure.Report;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What becomes of a test of published figures, one test a figure. */
class PublishedFiguresExtensionTest {

    /** The outcome of each test, by the id of its figure. */
    private static Map<String, String> outcomes(Class<?> tests) {
        Map<String, String> outcomes = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    outcomes.put(
                                            test.getDisplayName().replaceAll(":.*", ""),
                                            result.getThrowable()
                                                    .map(thrown -> result.getStatus() + " " + thrown.getMessage())
                                                    .orElse(result.getStatus().toString()));
                                }
                            }
                        });
        return outcomes;
    }

    static class AgainstAReport {
        private static final Report HALF = Council.of(
                        family().opened("2015-04-07").closed("2015-12-01"), family().opened("2015-04-08"))
                .report("2015/16", new ClosedFamilies());

        @PublishedFigures("published.json")
        void agrees(FigureUnderTest figure) {
            figure.agreesWith(HALF);
        }
    }

    @Test
    void eachFigureIsATestOfItsOwn() {
        assertThat(outcomes(AgainstAReport.class))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "right",
                        "SUCCESSFUL",
                        "wrong",
                        "FAILED wrong, printed 64%: differs, the report has 50.0% (1 of 2)."
                                + " Correct the figure, or list it under 'expected' with the reason",
                        "listed",
                        "SUCCESSFUL",
                        "listed-and-right",
                        "FAILED listed-and-right, printed 50%: equal, the report has 50.0% (1 of 2)."
                                + " The file lists it as differs (a misprint): correct the listing",
                        "unknown",
                        "FAILED unknown cannot be held against the report:"
                                + " the report has no figure anytown.closed/opened{};"
                                + " its figures of anytown.closed are closed",
                        "alone",
                        "ABORTED alone, printed 51: not-checked, nothing states what it follows from"));
    }

    static class NeverAsks {
        @PublishedFigures("published.json")
        void asksNothing(FigureUnderTest figure) {
            assertThat(figure).isNotNull();
        }
    }

    @Test
    void testThatAsksNothingFails() {
        assertThat(outcomes(NeverAsks.class))
                .hasSize(6)
                .allSatisfy((id, outcome) -> assertThat(outcome)
                        .isEqualTo("FAILED the test never asked whether " + id
                                + " agrees: call agreesWith(report) or agreesWithItself()"));
    }
}
