package dev.waymark.figure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A change in percentage points from first to last.
 *
 * @param name what tells it from all others
 * @param base the base in words
 * @param status whether there is a value
 * @param exactFirst the percentage at first; empty where there is none
 * @param exactLast the percentage at last; empty where there is none
 */
public record Points(FigureName name, String base, Status status, Optional<Ratio> exactFirst, Optional<Ratio> exactLast)
        implements Figure {

    @Override
    public Unit unit() {
        return Unit.POINTS;
    }

    @Override
    public Optional<Ratio> exact() {
        return status.isValue()
                ? Optional.of(exactLast.orElseThrow().minus(exactFirst.orElseThrow()))
                : Optional.empty();
    }

    @Override
    public int decimals() {
        return 1;
    }

    @Override
    public Optional<BigDecimal> first() {
        return exactFirst.map(ratio -> ratio.rounded(KEPT_DECIMALS));
    }

    @Override
    public Optional<BigDecimal> last() {
        return exactLast.map(ratio -> ratio.rounded(KEPT_DECIMALS));
    }

    @Override
    public Points named(FigureName other) {
        return new Points(other, base, status, exactFirst, exactLast);
    }
}
