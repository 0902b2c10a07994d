package dev.waymark.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The limits of a funnel plot: between which counts a district of a size would lie by chance alone, if its true
 * percentage were that of the whole.
 *
 * <p>Exact binomial limits, as whole numbers of families: at most half of what the level leaves lies beyond each, so
 * that a small district is not called better or worse by an approximation. <b>Threads:</b> immutable. <b>Source:</b> D.
 * J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
 * 1185-1202, appendix A.1.1, without its interpolation between whole numbers, which puts 13 of 13 outside.
 *
 * @param low the lowest count within the limits
 * @param high the highest count within the limits
 * @param families how many families are in the base
 */
record FunnelLimits(int low, int high, int families) {

    /** The level of the inner limits. */
    static final double LEVEL_95 = 0.95;

    /** The level of the outer limits. */
    static final double LEVEL_998 = 0.998;

    private static final double HUNDRED = 100;

    /**
     * The limits for a base of so many families.
     *
     * @param whole the percentage of the whole, from 0 to 100
     * @param families how many families are in the base, at least one
     * @param level the level, such as 0.95
     */
    static FunnelLimits of(double whole, int families, double level) {
        return within(new FunnelLimits(0, 0, 0), whole, families, level);
    }

    /**
     * The limits for the bases 1, 1 + step and so on.
     *
     * <p>A larger base has the same limits or higher ones, by no more than it is larger: what is looked for is near.
     *
     * @param most the largest base, at least one
     * @param step from one base to the next
     */
    static List<FunnelLimits> curve(double whole, int most, int step, double level) {
        List<FunnelLimits> curve = new ArrayList<>();
        FunnelLimits last = new FunnelLimits(0, 0, 0);
        for (int families = 1; families <= most; families += step) {
            last = within(last, whole, families, level);
            curve.add(last);
        }
        return curve;
    }

    private static FunnelLimits within(FunnelLimits smaller, double whole, int families, double level) {
        BinomialDistribution chance = BinomialDistribution.of(families, whole / HUNDRED);
        double beyond = (1 - level) / 2;
        int more = families - smaller.families;
        return new FunnelLimits(
                least(smaller.low, smaller.low + more, count -> chance.cumulativeProbability(count) >= beyond),
                least(smaller.high, smaller.high + more, count -> chance.survivalProbability(count) <= beyond),
                families);
    }

    /** The least number for which a condition holds, which then holds for all above and at the latest for the last. */
    private static int least(int first, int last, IntPredicate holds) {
        int from = first;
        int to = last;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (holds.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** Whether so many families of the base lie within the limits. */
    boolean contain(int counted) {
        return counted >= low && counted <= high;
    }

    double lowPercent() {
        return HUNDRED * low / families;
    }

    double highPercent() {
        return HUNDRED * high / families;
    }
}
