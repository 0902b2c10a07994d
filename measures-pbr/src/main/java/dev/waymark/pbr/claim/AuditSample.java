package dev.waymark.pbr.claim;

import dev.waymark.WaymarkException;
import dev.waymark.data.TextOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The claims that internal audit looks at: so many of a hundred, drawn by chance from a seed.
 *
 * <p>The same claims, share and seed give the same sample, in whatever order the claims come. The number is rounded up,
 * so that a share above 0 of some claims is never none. <b>Errors:</b> {@code WM-SHARE} for a share not above 0 or over
 * 100. <b>Threads:</b> stateless. <b>Source:</b> the programme asks that internal audit checks a sample of each claim.
 */
public final class AuditSample {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private AuditSample() {}

    /** Draws the sample; it is given by scheme, day and family. */
    public static List<ClaimLine> draw(List<ClaimLine> claims, BigDecimal sharePercent, long seed) {
        if (sharePercent.signum() <= 0 || sharePercent.compareTo(ALL) > 0) {
            throw new WaymarkException(
                    "WM-SHARE",
                    "the share " + sharePercent.toPlainString() + " % is none. Give one above 0 and up to 100.");
        }
        Comparator<ClaimLine> order = Comparator.comparing(ClaimLine::scheme, TextOrder.A_TO_Z)
                .thenComparing(ClaimLine::claimedOn)
                .thenComparing(ClaimLine::familyId, TextOrder.A_TO_Z);
        List<ClaimLine> drawn = new ArrayList<>(claims);
        drawn.sort(order);
        int size = BigDecimal.valueOf(drawn.size())
                .multiply(sharePercent)
                .divide(ALL, 0, RoundingMode.CEILING)
                .intValueExact();
        // Random's algorithm is part of its contract, so that every Java draws the same.
        Collections.shuffle(drawn, new Random(seed));
        List<ClaimLine> sample = new ArrayList<>(drawn.subList(0, size));
        sample.sort(order);
        return sample;
    }
}
