package dev.waymark.junit;

import static dev.waymark.junit.Family.family;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
