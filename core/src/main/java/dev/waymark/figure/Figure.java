package dev.waymark.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * One number of a report with all that a reader needs to check it: what it was computed from, its base in words, and
 * whether it has a value at all.
 *
 * <p>What does not concern a figure's unit is empty. <b>Threads:</b> immutable.
 */
public sealed interface Figure permits Count, Percentage, Points, Mean, Pounds {

    /** What is printed for a value that is suppressed. */
    String SUPPRESSED = "[c]";

    /** How many decimals of a number are kept; fewer are printed. */
    int KEPT_DECIMALS = 6;

    /** What tells the figure from all others. */
    FigureName name();

    /** The base in words: whose records count. */
    String base();

    /** What the value is counted in. */
    Unit unit();

    /** Whether there is a value. */
    Status status();

    /** The exact value; empty unless the status is value. */
    Optional<Ratio> exact();

    /** The whole numbers that were counted for it; none where they are not known. */
    LongStream numbers();

    /**
     * Whether anything counts in it: a number that was counted for it is not 0. Of the figures of a family alone, those
     * that would be others without the family; the value may be 0, such as the change where an issue is still there.
     */
    default boolean isTouched() {
        return numbers().anyMatch(number -> number != 0);
    }

    /** How many decimals are printed. */
    int decimals();

    /** What was counted of the base, of a percentage. */
    default Optional<BigDecimal> numerator() {
        return Optional.empty();
    }

    /** How many the base has, of a percentage or a mean. */
    default Optional<BigDecimal> denominator() {
        return Optional.empty();
    }

    /** The sum, of a mean. */
    default Optional<BigDecimal> sum() {
        return Optional.empty();
    }

    /** The percentage at first, of points. */
    default Optional<BigDecimal> first() {
        return Optional.empty();
    }

    /** The percentage at last, of points. */
    default Optional<BigDecimal> last() {
        return Optional.empty();
    }

    /** The 95 % interval, where one is given. */
    default Optional<Interval> interval() {
        return Optional.empty();
    }

    /** The same figure about another part of the whole. */
    Figure named(FigureName other);

    /** The value, rounded half up to 6 decimals from the exact one; empty unless the status is value. */
    default Optional<BigDecimal> value() {
        return exact().map(exact -> exact.rounded(KEPT_DECIMALS));
    }

    /**
     * The value as it is printed, rounded half up from the exact one; "-" where there is none, "[c]" where it is
     * suppressed.
     */
    default String printed() {
        return exact().map(exact -> exact.rounded(decimals()).toPlainString())
                .orElse(status().isSuppressed() ? SUPPRESSED : "-");
    }
}
