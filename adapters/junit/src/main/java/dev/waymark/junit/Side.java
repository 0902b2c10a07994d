package dev.waymark.junit;

import dev.waymark.figure.Figure;
import java.math.BigDecimal;
import java.util.Optional;

/** On which side of a figure a family is, seen from the figure of that family alone. */
enum Side {
    /** It is counted: in the numerator, the sum or the count; or, without one, it has a value that is not 0. */
    COUNTED,
    /** It is in the base, but not counted. */
    IN_BASE,
    /** It is not in the base; for a count, it is not counted. */
    OUTSIDE;

    static Side of(Figure ofFamily) {
        Optional<BigDecimal> base = ofFamily.denominator();
        if (base.isPresent() ? !isSome(base) : !ofFamily.isTouched()) {
            return OUTSIDE;
        }
        return isSome(ofFamily.numerator().or(ofFamily::sum).or(ofFamily::value)) ? COUNTED : IN_BASE;
    }

    private static boolean isSome(Optional<BigDecimal> number) {
        return number.map(n -> n.signum() != 0).orElse(false);
    }
}
