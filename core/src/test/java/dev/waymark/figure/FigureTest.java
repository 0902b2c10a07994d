package dev.waymark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "Suppressed, zero, blank and undefined are four things": what has no value has no number that could pass for one. */
class FigureTest {

    private static final FigureName NAME = new FigureName("anytown.x", "f", Dimensions.NONE);
    private static final Status SUPPRESSED = new Status(Status.State.SUPPRESSED, Optional.of("primary"));
    private static final OptionalLong NONE = OptionalLong.empty();
    private static final OptionalLong ONE = OptionalLong.of(1);

    /** Each of the five, with the numbers that it is made from or without. */
    static Stream<BiFunction<Status, Boolean, Figure>> kinds() {
        return Stream.of(
                (status, known) -> new Count(NAME, "b", status, known ? ONE : NONE),
                (status, known) -> new Percentage(NAME, "b", status, known ? ONE : NONE, known ? ONE : NONE, true),
                (status, known) ->
                        new Points(NAME, "b", status, known ? ONE : NONE, known ? ONE : NONE, known ? ONE : NONE),
                (status, known) -> new Mean(
                        NAME,
                        "b",
                        Unit.MEAN,
                        status,
                        known ? Optional.of(new Mean.Sums(1, 1, 1, 1)) : Optional.empty()),
                (status, known) -> new Pounds(NAME, "b", status, known ? ONE : NONE, known ? ONE : NONE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsSuppressedOrAbsentHasNoNumber(BiFunction<Status, Boolean, Figure> kind) {
        for (Status status : List.of(SUPPRESSED, Status.TABLE_ABSENT)) {
            Figure figure = kind.apply(status, false);

            assertThat(figure.numbers()).isEmpty();
            assertThat(Stream.of(
                            figure.value(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.sum(),
                            figure.first(),
                            figure.last()))
                    .allMatch(Optional::isEmpty);
        }
        assertThatThrownBy(() -> kind.apply(SUPPRESSED, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anytown.x/f{} is suppressed (primary) and has a number all the same. Leave it empty.");
        assertThatThrownBy(() -> kind.apply(Status.TABLE_ABSENT, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anytown.x/f{} is no-value (table-absent) and has a number all the same. Leave it empty.");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueHasItsNumbers(BiFunction<Status, Boolean, Figure> kind) {
        assertThat(kind.apply(Status.VALUE, true).numbers()).isNotEmpty().containsOnly(1L);
        assertThatThrownBy(() -> kind.apply(Status.VALUE, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anytown.x/f{} has a value and not all numbers that it is made from. Give them, or the"
                        + " status that says why there is no value.");
    }

    private static Mean mean(long n, long total, long ofSquares) {
        return new Mean(NAME, "b", Unit.MEAN, Status.VALUE, Optional.of(new Mean.Sums(n, total, ofSquares, 1)));
    }

    /** Two values of the sum 10 have squares of 50 or more: 5 and 5 have 50, all others more. */
    @Test
    void aValueThatCannotBeComputedIsRefused() {
        OptionalLong nobody = OptionalLong.of(0);
        String refused = "anytown.x/f{} has a value and cannot have one, of %s. Give the status that says why there is"
                + " no value.";

        assertThatThrownBy(() -> new Percentage(NAME, "b", Status.VALUE, ONE, nobody, true))
                .hasMessage(refused, "a base of 0");
        assertThatThrownBy(() -> new Points(NAME, "b", Status.VALUE, ONE, ONE, nobody))
                .hasMessage(refused, "a base of 0");
        assertThatThrownBy(() -> new Pounds(NAME, "b", Status.VALUE, ONE, nobody))
                .hasMessage(refused, "an amount for nobody");
        assertThatThrownBy(() -> mean(0, 0, 0)).hasMessage(refused, "no values");
        assertThatThrownBy(() -> mean(2, 10, 49)).hasMessage(refused, "squares less than any values can have");
        assertThat(mean(2, 10, 50).printed()).isEqualTo("5.0");
        assertThat(new Percentage(NAME, "b", Status.EMPTY_BASE, nobody, nobody, true).printed())
                .isEqualTo("-");
    }

    @Test
    void aDivisorThatIsNotAboveNothingIsRefused() {
        assertThatThrownBy(() -> new Mean.Sums(2, 10, 50, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sums of 2 values per 0. Give 0 or more, per 1 or more.");
        assertThatThrownBy(() -> new Mean.Sums(-1, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Percentage(NAME, "b", Status.VALUE, ONE, ONE, 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anytown.x/f{} is counted per 0. Give 1, or more.");
    }

    @Test
    void aCountIsThereWhereItsValueIs() {
        assertThat(new Count(NAME, "b", Status.VALUE, OptionalLong.of(0)).count())
                .hasValue(0);
        assertThat(new Count(NAME, "b", Status.noValue("of-our-own"), NONE).count())
                .isEmpty();
        assertThatThrownBy(() -> new Count(NAME, "b", Status.noValue("of-our-own"), ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("anytown.x/f{} is no-value (of-our-own) and has a number all the same. Leave it empty.");
    }
}
