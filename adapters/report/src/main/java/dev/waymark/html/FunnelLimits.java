package dev.waymark.html;

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
        BinomialDistribution chance = BinomialDistribution.of(families, whole / HUNDRED);
        double beyond = (1 - level) / 2;
        return new FunnelLimits(
                chance.inverseCumulativeProbability(beyond), chance.inverseSurvivalProbability(beyond), families);
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
