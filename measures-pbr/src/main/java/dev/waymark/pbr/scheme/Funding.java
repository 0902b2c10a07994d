package dev.waymark.pbr.scheme;

import dev.waymark.WaymarkException;
import dev.waymark.data.FinancialYear;
import dev.waymark.definition.Definition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a scheme pays besides results, and what can be forecast from it; every amount is exact to the penny.
 *
 * <p><b>Threads:</b> immutable. <b>Errors:</b> {@code WM-FUNDING} for an amount that the scheme does not state.
 */
public final class Funding {

    private static final int MOST_POUNDS = 1_000_000;
    private static final int MOST_PERCENT = 100;
    private static final int MOST_FAMILIES = 1000;
    private static final long ALL_IN_HUNDREDTHS = 10_000;

    private final Optional<ByYear> most;
    private final Optional<ByYear> attachment;
    private final Optional<ByYear> attachmentShare;
    private final long funded;
    private final long ofEvery;

    private Funding(
            Optional<ByYear> most,
            Optional<ByYear> attachment,
            Optional<ByYear> attachmentShare,
            long funded,
            long ofEvery) {
        this.most = most;
        this.attachment = attachment;
        this.attachmentShare = attachmentShare;
        this.funded = funded;
        this.ofEvery = ofEvery;
    }

    static Funding read(Definition scheme) {
        if (scheme.find("funding").isEmpty()) {
            return new Funding(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1);
        }
        Definition funding = scheme.at("funding");
        funding.allowOnly(
                "mostPounds", "attachmentPounds", "attachmentSharePercent", "fundedFamilies", "ofEveryFamilies");
        Optional<ByYear> share =
                funding.find("attachmentSharePercent").map(number -> ByYear.read(number, MOST_PERCENT));
        Optional<ByYear> most = share.isPresent()
                ? Optional.of(ByYear.read(funding.at("mostPounds"), MOST_POUNDS))
                : funding.find("mostPounds").map(number -> ByYear.read(number, MOST_POUNDS));
        boolean someOnly = funding.find("fundedFamilies").isPresent()
                || funding.find("ofEveryFamilies").isPresent();
        long ofEvery = someOnly ? count(funding.at("ofEveryFamilies"), MOST_FAMILIES) : 1;
        return new Funding(
                most,
                funding.find("attachmentPounds").map(number -> ByYear.read(number, MOST_POUNDS)),
                share,
                someOnly ? count(funding.at("fundedFamilies"), (int) ofEvery) : 1,
                ofEvery);
    }

    private static long count(Definition number, int most) {
        number.allowOnly("value", "mark", "source");
        number.at("mark").oneOf("S", "V", "A");
        number.at("source").text();
        return number.at("value").whole(1, most);
    }

    /** How many of so many families are funded, rounded down. */
    public long fundedFamilies(long families) {
        return Math.multiplyExact(families, funded) / ofEvery;
    }

    /**
     * The most that so many families can bring in a financial year, in pence: the funded ones at the most of a family.
     */
    public long mostPence(int year, long families) {
        return Math.multiplyExact(fundedFamilies(families), stated(most, year, "mostPounds"));
    }

    /** What attaching so many families in a financial year pays, in pence. */
    public long attachmentPence(int year, long families) {
        if (attachment.isPresent()) {
            return Math.multiplyExact(families, stated(attachment, year, "attachmentPounds"));
        }
        long share = stated(attachmentShare, year, "attachmentSharePercent");
        return BigDecimal.valueOf(families)
                .multiply(BigDecimal.valueOf(stated(most, year, "mostPounds")))
                .multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(ALL_IN_HUNDREDTHS), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * A forecast in pence: families times the share that gets a result times the fee, rounded half up to the penny.
     *
     * @param families how many
     * @param sharePercent how many of a hundred get a result, 0 to 100
     * @param feePence the fee for a result
     */
    public static long forecastPence(long families, BigDecimal sharePercent, long feePence) {
        if (sharePercent.signum() < 0 || sharePercent.compareTo(BigDecimal.valueOf(MOST_PERCENT)) > 0) {
            throw new WaymarkException(
                    "WM-SHARE",
                    "the share " + sharePercent.toPlainString() + " % is none. Give a number from 0 to 100.");
        }
        return BigDecimal.valueOf(families)
                .multiply(BigDecimal.valueOf(feePence))
                .multiply(sharePercent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long stated(Optional<ByYear> number, int year, String name) {
        OptionalLong found =
                number.isEmpty() ? OptionalLong.empty() : number.get().in(Optional.of(year));
        return found.orElseThrow(() -> new WaymarkException(
                "WM-FUNDING",
                "the scheme states no " + name + " for " + FinancialYear.label(year)
                        + ". Give it under funding in a scheme that extends this one."));
    }
}
