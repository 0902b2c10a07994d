package dev.waymark.pbr.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * "AND over what applies: any not-met -> not-met; else any insufficient-data; else any not-yet-observable; else met.
 * OR: any met -> met; else not-yet-observable; else insufficient-data; else not-met. None applies: not-applicable."
 */
class DecisionTest {

    private static final Decision MET = Decision.met();
    private static final Decision NOT_MET = Decision.notMet();
    private static final Decision NOT_APPLICABLE = Decision.notApplicable();
    private static final Decision NO_DATA = Decision.insufficientData("terms");
    private static final LocalDate MAY = LocalDate.of(2015, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2015, 6, 1);
    private static final Decision FROM_MAY = Decision.notYetObservable(MAY);
    private static final Decision FROM_JUNE = Decision.notYetObservable(JUNE);

    @Test
    void andTakesTheWorstOfWhatApplies() {
        assertThat(Decision.allOf(List.of(MET, FROM_MAY, NO_DATA, NOT_MET))).isEqualTo(NOT_MET);
        assertThat(Decision.allOf(List.of(MET, FROM_MAY, NO_DATA))).isEqualTo(NO_DATA);
        assertThat(Decision.allOf(List.of(MET, FROM_MAY))).isEqualTo(FROM_MAY);
        assertThat(Decision.allOf(List.of(MET, NOT_APPLICABLE))).isEqualTo(MET);
        assertThat(Decision.allOf(List.of(NOT_APPLICABLE, NOT_MET))).isEqualTo(NOT_MET);
    }

    @Test
    void orTakesTheBestOfWhatApplies() {
        assertThat(Decision.anyOf(List.of(NOT_MET, NO_DATA, FROM_MAY, MET))).isEqualTo(MET);
        assertThat(Decision.anyOf(List.of(NOT_MET, NO_DATA, FROM_MAY))).isEqualTo(FROM_MAY);
        assertThat(Decision.anyOf(List.of(NOT_MET, NO_DATA))).isEqualTo(NO_DATA);
        assertThat(Decision.anyOf(List.of(NOT_APPLICABLE, NOT_MET))).isEqualTo(NOT_MET);
    }

    @Test
    void nothingThatAppliesIsNeverMetByDefault() {
        assertThat(Decision.allOf(List.of(NOT_APPLICABLE))).isEqualTo(NOT_APPLICABLE);
        assertThat(Decision.anyOf(List.of(NOT_APPLICABLE, NOT_APPLICABLE))).isEqualTo(NOT_APPLICABLE);
        assertThat(Decision.allOf(List.of())).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void allCanBeSeenOnTheLatestDayAndAnyOnTheEarliest() {
        assertThat(Decision.allOf(List.of(FROM_JUNE, FROM_MAY))).isEqualTo(FROM_JUNE);
        assertThat(Decision.anyOf(List.of(FROM_JUNE, FROM_MAY))).isEqualTo(FROM_MAY);
        assertThat(Decision.atLeast(2, List.of(FROM_JUNE, FROM_MAY, NOT_MET))).isEqualTo(FROM_JUNE);
        assertThat(Decision.atLeast(2, List.of(FROM_JUNE, FROM_MAY, MET))).isEqualTo(FROM_MAY);
    }

    @Test
    void atLeastSoManyNeedsSoMany() {
        assertThat(Decision.atLeast(2, List.of(MET, MET, NOT_MET))).isEqualTo(MET);
        assertThat(Decision.atLeast(2, List.of(MET, NOT_MET, NOT_MET))).isEqualTo(NOT_MET);
        assertThat(Decision.atLeast(2, List.of(MET, NO_DATA, NOT_MET))).isEqualTo(NO_DATA);
        assertThat(Decision.atLeast(2, List.of(MET, NOT_APPLICABLE))).isEqualTo(NOT_MET);
    }

    /** All threes of decisions, and each decision behind them: what is decided stays, what is not may still change. */
    @Test
    void nothingChangesWhatIsDecided() {
        List<Decision> each = List.of(MET, NOT_MET, NO_DATA, FROM_MAY, NOT_APPLICABLE);
        List<Supplier<Together>> kinds = List.of(Together::all, Together::any, () -> Together.atLeast(2));
        for (Supplier<Together> kind : kinds) {
            for (List<Decision> three : Lists.cartesianProduct(each, each, each)) {
                Together together = kind.get();
                three.forEach(together::add);
                Set<Decision> behindIt = new HashSet<>();
                for (Decision last : each) {
                    Together more = kind.get();
                    three.forEach(more::add);
                    more.add(last);
                    more.add(last);
                    behindIt.add(more.decision());
                }
                if (together.areDecided()) {
                    assertThat(behindIt).as("%s", three).containsExactly(together.decision());
                } else {
                    assertThat(behindIt).as("%s", three).hasSizeGreaterThan(1);
                }
            }
        }
    }

    @Test
    void whatIsMissingIsSaidOnce() {
        Decision forms = Decision.insufficientData("forms");
        Decision both = Decision.allOf(List.of(NO_DATA, forms, forms, NO_DATA));

        assertThat(both.missing()).containsExactly("terms", "forms");
        assertThat(both.inWords()).isEqualTo("insufficient-data: terms; forms");
    }

    @Test
    void noDecisionContradictsItself() {
        assertThatThrownBy(() -> new Decision(Outcome.NOT_YET_OBSERVABLE, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Outcome.INSUFFICIENT_DATA, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Outcome.MET, List.of("terms"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Outcome.NOT_MET, List.of(), Optional.of(MAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
