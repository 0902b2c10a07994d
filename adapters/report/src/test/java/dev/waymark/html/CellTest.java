package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.figure.Count;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import dev.waymark.figure.Status;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** "suppressed, zero, blank and undefined are four things": each looks different in a cell. */
class CellTest {

    private static final FigureName NAME = new FigureName("sample", "share", Dimensions.NONE);

    private static Percentage share(Status status, OptionalLong part, OptionalLong whole) {
        return new Percentage(NAME, "families", status, part, whole, true);
    }

    private static Percentage share(long part, long whole) {
        return share(Status.VALUE, OptionalLong.of(part), OptionalLong.of(whole));
    }

    @Test
    void valueStandsWithItsUnit() {
        // 70 / 109 = 64.2202 %
        assertThat(Cell.value(share(70, 109)).text()).isEqualTo("64.2%");
        assertThat(Cell.withBase(share(70, 109))).isEqualTo("64.2% (70 of 109)");
        assertThat(Cell.value(new Count(NAME, "families", Status.VALUE, OptionalLong.of(1_234_567)))
                        .text())
                .isEqualTo("1,234,567");
        assertThat(Cell.value(new Points(
                                NAME,
                                "f",
                                Status.VALUE,
                                OptionalLong.of(40),
                                OptionalLong.of(28),
                                OptionalLong.of(100)))
                        .text())
                .isEqualTo("−12.0 points");
        assertThat(Cell.value(new Pounds(NAME, "b", Status.VALUE, OptionalLong.of(-123_456_78), OptionalLong.empty()))
                        .text())
                .isEqualTo("−£123,457");
    }

    @Test
    void zeroIsZero() {
        assertThat(Cell.value(share(0, 12)).text()).isEqualTo("0.0%");
        assertThat(Cell.value(new Count(NAME, "families", Status.VALUE, OptionalLong.of(0)))
                        .text())
                .isEqualTo("0");
    }

    /** A suppressed figure keeps no number: neither its value nor what it was counted from. */
    @Test
    void suppressedIsMarkedEverywhere() {
        Status status = new Status(Status.State.SUPPRESSED, Optional.of("secondary"));
        Optional<Figure> suppressed = Optional.of(share(status, OptionalLong.empty(), OptionalLong.empty()));

        assertThat(Cell.value(suppressed)).isEqualTo(new Cell("[c]", Cell.Kind.SUPPRESSED));
        assertThat(Cell.numerator(suppressed).text()).isEqualTo("[c]");
        assertThat(Cell.denominator(suppressed).text()).isEqualTo("[c]");
        assertThat(Cell.interval(suppressed).text()).isEqualTo("[c]");
        assertThat(Cell.shortText(suppressed)).isEqualTo("[c]");
    }

    @Test
    void noValueSaysWhy() {
        assertThat(Cell.value(share(Status.EMPTY_BASE, OptionalLong.of(0), OptionalLong.of(0)))
                        .text())
                .isEqualTo("none in base");
        assertThat(Cell.value(share(Status.TABLE_ABSENT, OptionalLong.empty(), OptionalLong.empty()))
                        .text())
                .isEqualTo("not supplied");
        assertThat(Cell.value(share(Status.noValue("cannot-progress"), OptionalLong.empty(), OptionalLong.of(4)))
                        .text())
                .isEqualTo("at the top");
        assertThat(Cell.value(share(Status.noValue("of-our-own"), OptionalLong.empty(), OptionalLong.of(4)))
                        .text())
                .isEqualTo("Of our own");
        assertThat(Cell.shortText(Optional.of(share(Status.EMPTY_BASE, OptionalLong.of(0), OptionalLong.of(0)))))
                .isEqualTo("–");
    }

    @Test
    void thousandsStandApart() {
        assertThat(Cell.grouped(new BigDecimal("-1234.56"), 1)).isEqualTo("−1,234.6");
        assertThat(Cell.grouped(new BigDecimal("999"), 0)).isEqualTo("999");
        assertThat(Cell.grouped(new BigDecimal("100000"), 0)).isEqualTo("100,000");
        assertThat(Cell.grouped(new BigDecimal("0.05"), 1)).isEqualTo("0.1");
    }
}
