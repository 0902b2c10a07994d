package dev.waymark.pbr.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Decision NO_FORMS = Decision.insufficientData("forms");
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
        assertThat(atLeast(2, List.of(FROM_JUNE, FROM_MAY, NOT_MET))).isEqualTo(FROM_JUNE);
        assertThat(atLeast(2, List.of(FROM_JUNE, FROM_MAY, MET))).isEqualTo(FROM_MAY);
    }

    @Test
    void atLeastSoManyNeedsSoMany() {
        assertThat(atLeast(2, List.of(MET, MET, NOT_MET))).isEqualTo(MET);
        assertThat(atLeast(2, List.of(MET, NOT_MET, NOT_MET))).isEqualTo(NOT_MET);
        assertThat(atLeast(2, List.of(MET, NO_DATA, NOT_MET))).isEqualTo(NO_DATA);
        assertThat(atLeast(2, List.of(MET, NOT_APPLICABLE))).isEqualTo(NOT_MET);
    }

    private static Decision atLeast(int wanted, List<Decision> decisions) {
        AtLeast taken = AtLeast.of(wanted);
        decisions.forEach(taken::add);
        return taken.decision();
    }

    /** All threes of decisions, and each decision behind them: what is decided stays, what is not may still change. */
    @Test
    void nothingChangesWhatIsDecided() {
        List<Decision> each = List.of(MET, NOT_MET, NO_DATA, FROM_MAY, NOT_APPLICABLE);
        for (List<Decision> three : Lists.cartesianProduct(each, each, each)) {
            Set<Decision> all = new HashSet<>();
            Set<Decision> any = new HashSet<>();
            Set<Decision> two = new HashSet<>();
            for (Decision last : each) {
                List<Decision> five = new ArrayList<>(three);
                five.addAll(List.of(last, last));
                all.add(Decision.allOf(five));
                any.add(Decision.anyOf(five));
                two.add(atLeast(2, five));
            }
            assertDecided(Decision.allOf(three), Decision.allOf(three).isNotMet(), all);
            assertDecided(Decision.anyOf(three), Decision.anyOf(three).isMet(), any);
            AtLeast taken = AtLeast.of(2);
            three.forEach(taken::add);
            assertDecided(taken.decision(), taken.areMet(), two);
        }
    }

    private static void assertDecided(Decision decision, boolean isDecided, Set<Decision> behindIt) {
        if (isDecided) {
            assertThat(behindIt).containsExactly(decision);
        } else {
            assertThat(behindIt).hasSizeGreaterThan(1);
        }
    }

    /** "All", "any" and "at least one" in their own words, over all lists of up to four decisions. */
    @Test
    void oneAfterTheOtherIsAllOfThemTogether() {
        List<Decision> each = List.of(MET, NOT_MET, NO_DATA, NO_FORMS, FROM_MAY, FROM_JUNE, NOT_APPLICABLE);
        for (int length = 0; length <= 4; length++) {
            for (List<Decision> some : Lists.cartesianProduct(Collections.nCopies(length, each))) {
                assertThat(Decision.allOf(some)).as("all of %s", some).isEqualTo(allAtOnce(some));
                assertThat(Decision.anyOf(some)).as("any of %s", some).isEqualTo(anyAtOnce(some));
                assertThat(atLeast(1, some)).as("at least one of %s", some).isEqualTo(anyAtOnce(some));
            }
        }
    }

    private static Decision allAtOnce(List<Decision> some) {
        List<LocalDate> days = days(some);
        return some.contains(NOT_MET)
                ? NOT_MET
                : missing(some)
                        .orElseGet(() -> !days.isEmpty()
                                ? Decision.notYetObservable(Collections.max(days))
                                : some.contains(MET) ? MET : NOT_APPLICABLE);
    }

    private static Decision anyAtOnce(List<Decision> some) {
        List<LocalDate> days = days(some);
        return some.contains(MET)
                ? MET
                : !days.isEmpty()
                        ? Decision.notYetObservable(Collections.min(days))
                        : missing(some).orElse(some.contains(NOT_MET) ? NOT_MET : NOT_APPLICABLE);
    }

    private static List<LocalDate> days(List<Decision> some) {
        return some.stream().flatMap(one -> one.from().stream()).toList();
    }

    private static Optional<Decision> missing(List<Decision> some) {
        List<String> missing =
                some.stream().flatMap(one -> one.missing().stream()).distinct().toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(Outcome.INSUFFICIENT_DATA, missing, Optional.empty()));
    }

    @Test
    void whatIsMissingIsSaidOnce() {
        Decision both = Decision.allOf(List.of(NO_DATA, NO_FORMS, NO_FORMS, NO_DATA));

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
