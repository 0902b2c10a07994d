package dev.waymark.junit;

import static dev.waymark.junit.Family.family;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class CriteriaCoverageTest {

    /** Only the family that is closed is counted: with it alone nobody was in the base and not counted. */
    @Test
    void branchIsCoveredWhenAFamilyIsOnEitherSide() {
        CriteriaCoverage coverage = CriteriaCoverage.of(new ClosedFamilies());
        coverage.report(Council.of(family().opened("2015-04-07").closed("2015-12-01"), family()), "2015/16");
        assertThat(coverage.onOneSideOnly()).hasSize(1);
        assertThat(coverage.table()).isEqualToNormalizingNewlines("""
            Criteria coverage of anytown.closed: 0 of 1 branches on both sides
            closed
              (whole)  counted    1  in base only    0  every family of the base counts
            """);
        coverage.report(Council.of(family().opened("2015-04-07")), "2015/16");
        assertThat(coverage.onOneSideOnly()).isEmpty();
        assertThat(coverage.table()).isEqualToNormalizingNewlines("""
            Criteria coverage of anytown.closed: 1 of 1 branches on both sides
            closed
              (whole)  counted    1  in base only    1
            """);
    }

    static class OneTest {
        @RegisterExtension
        static final CriteriaCoverage COVERAGE = CriteriaCoverage.of(new ClosedFamilies());

        @Test
        void closedAndOpen() {
            assertThat(COVERAGE.report(
                            Council.of(
                                    family().opened("2015-04-07").closed("2015-12-01"), family().opened("2015-04-07")),
                            "2015/16"))
                    .isNotNull();
        }
    }

    @Test
    void tableIsPrintedAfterTheTestsOfAClass() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(OneTest.class))
                            .build());
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Criteria coverage of anytown.closed: 1 of 1 branches on both sides");
    }

    @Test
    void whatIsMissingIsSaid() {
        CriteriaCoverage nobody = CriteriaCoverage.of(new ClosedFamilies());
        nobody.report(Council.of(family()), "2015/16");
        assertThat(nobody.table()).contains("counted    0  in base only    0  no family is in the base");
        CriteriaCoverage open = CriteriaCoverage.of(new ClosedFamilies());
        open.report(Council.of(family().opened("2015-04-07")), "2015/16");
        assertThat(open.table()).contains("counted    0  in base only    1  no family counts");
    }
}
