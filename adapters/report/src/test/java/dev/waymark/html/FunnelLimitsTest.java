package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Binomial limits worked by hand: at most half of what the level leaves lies beyond each. */
class FunnelLimitsTest {

    /**
     * n = 10, p = 0.5, 2.5 % beyond each: P(X <= 1) = 11/1024 = 1.07 %, P(X <= 2) = 56/1024 = 5.47 %, so 2 is the
     * lowest within, and 8, its mirror image, the highest.
     */
    @Test
    void halfOfTenFamilies() {
        assertThat(FunnelLimits.of(50, 10, FunnelLimits.LEVEL_95)).isEqualTo(new FunnelLimits(2, 8, 10));
    }

    /** 0.1 % beyond each: P(X <= 0) = 1/1024 = 0.098 %, P(X <= 1) = 1.07 %, so 1 is the lowest within. */
    @Test
    void halfOfTenFamiliesAtTheOuterLevel() {
        assertThat(FunnelLimits.of(50, 10, FunnelLimits.LEVEL_998)).isEqualTo(new FunnelLimits(1, 9, 10));
    }

    /** p = 0.973: 0.973^13 = 70 % of districts with 13 families would have all 13, so that is no wonder. */
    @Test
    void allOfASmallDistrictIsNotCalledBetter() {
        FunnelLimits limits = FunnelLimits.of(97.3, 13, FunnelLimits.LEVEL_95);

        assertThat(limits.contain(13)).isTrue();
        assertThat(limits.highPercent()).isEqualTo(100);
        // P(X <= 10) = 0.5 %, P(X <= 11) = 4.7 %
        assertThat(limits.contain(11)).isTrue();
        assertThat(limits.contain(10)).isFalse();
    }

    /** p = 0.973: P(X = 0) = 2.7 %, more than the 2.5 % beyond. */
    @Test
    void oneFamilySaysNothing() {
        assertThat(FunnelLimits.of(97.3, 1, FunnelLimits.LEVEL_95)).isEqualTo(new FunnelLimits(0, 1, 1));
    }

    @Test
    void outerLimitsHoldTheInnerOnes() {
        for (int families = 1; families <= 400; families++) {
            FunnelLimits inner = FunnelLimits.of(44.7, families, FunnelLimits.LEVEL_95);
            FunnelLimits outer = FunnelLimits.of(44.7, families, FunnelLimits.LEVEL_998);
            assertThat(outer.low()).isBetween(0, inner.low());
            assertThat(outer.high()).isBetween(inner.high(), families);
        }
    }

    /** Where every family of the whole counts, or none, chance has no room. */
    @Test
    void noneAndAllOfTheWhole() {
        assertThat(FunnelLimits.of(0, 12, FunnelLimits.LEVEL_998)).isEqualTo(new FunnelLimits(0, 0, 12));
        assertThat(FunnelLimits.of(100, 12, FunnelLimits.LEVEL_998)).isEqualTo(new FunnelLimits(12, 12, 12));
    }
}
