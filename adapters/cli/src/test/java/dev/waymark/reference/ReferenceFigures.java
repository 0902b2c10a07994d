package dev.waymark.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run in the order in which they are added, each number worked out from whole numbers. */
public final class ReferenceFigures {

    /**
     * One figure; a number is rounded half up to 6 decimals, null if the figure does not have it.
     *
     * @param unit the unit
     * @param status {@code value} or {@code no-value}
     * @param reason why there is no value, else null
     * @param value the number itself
     * @param numerator the numerator of a percent
     * @param denominator the denominator of a percent, or the n of a mean
     * @param sum the sum of a mean
     * @param first the first percentage of points
     * @param last the last percentage of points
     * @param intervalLower the lower bound of the interval
     * @param intervalUpper the upper bound of the interval
     */
    public record Result(
            String unit,
            String status,
            String reason,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal sum,
            BigDecimal first,
            BigDecimal last,
            BigDecimal intervalLower,
            BigDecimal intervalUpper) {}

    private static final String EMPTY_BASE = "empty-base";

    private final Map<String, Result> results = new LinkedHashMap<>();
    private final List<String> front;

    /** No figures yet; each will have the given dimensions (name, value, name, value ...) before its own. */
    ReferenceFigures(List<String> front) {
        this.front = List.copyOf(front);
    }

    /** The figures by key, in the order of the report. */
    Map<String, Result> results() {
        return results;
    }

    /** The key {@code measure/figure{dim=value,dim=value}}, without braces if there is no dimension. */
    public static String key(String measure, String figure, List<String> namesAndValues) {
        if (namesAndValues.isEmpty()) {
            return measure + "/" + figure;
        }
        List<String> pairs = new ArrayList<>();
        for (int place = 0; place < namesAndValues.size(); place += 2) {
            pairs.add(namesAndValues.get(place) + "=" + namesAndValues.get(place + 1));
        }
        return measure + "/" + figure + "{" + String.join(",", pairs) + "}";
    }

    /** "count and pounds: {@code value}". */
    void count(String measure, String figure, long value, String... dimensions) {
        put(measure, figure, dimensions, value("count", exact(value), null, null, null, null, null, null));
    }

    /**
     * "percent: {@code numerator}, {@code denominator}, {@code value} = 100 n/d", with the Wilson interval "for a
     * percent whose numerator counts part of what its denominator counts".
     */
    void percent(String measure, String figure, long numerator, long denominator, String... dimensions) {
        if (denominator == 0) {
            put(measure, figure, dimensions, emptyPercent(numerator));
            return;
        }
        ReferenceIntervals.Interval interval = ReferenceIntervals.wilson(numerator, denominator);
        put(
                measure,
                figure,
                dimensions,
                value(
                        "percent",
                        hundredTimes(numerator, denominator),
                        exact(numerator),
                        exact(denominator),
                        null,
                        null,
                        null,
                        interval));
    }

    /** A percent whose numerator is no part of its denominator: interval "null for the rest (relative changes ...)". */
    void relativeChange(String measure, String figure, long first, long last, String... dimensions) {
        if (first == 0) {
            put(measure, figure, dimensions, emptyPercent(last - first));
            return;
        }
        put(
                measure,
                figure,
                dimensions,
                value(
                        "percent",
                        hundredTimes(last - first, first),
                        exact(last - first),
                        exact(first),
                        null,
                        null,
                        null,
                        null));
    }

    /** "points: {@code first}, {@code last} (percent) and {@code value} = last - first", from the exact ratios. */
    void points(String measure, String figure, long first, long last, long denominator, String... dimensions) {
        if (denominator == 0) {
            put(measure, figure, dimensions, noValue("points", EMPTY_BASE, null, null, null));
            return;
        }
        put(
                measure,
                figure,
                dimensions,
                value(
                        "points",
                        hundredTimes(last - first, denominator),
                        null,
                        null,
                        null,
                        hundredTimes(first, denominator),
                        hundredTimes(last, denominator),
                        null));
    }

    /**
     * "mean, years, weeks: {@code sum}, {@code denominator} (n), {@code value}".
     *
     * @param unit mean, years or weeks
     * @param observations one whole number for each of what the mean is over
     * @param divisor what an observation is divided by to have it in the unit (7 for days to weeks)
     */
    void mean(String measure, String figure, String unit, List<Long> observations, long divisor, String... dimensions) {
        long n = observations.size();
        BigInteger sum = BigInteger.ZERO;
        BigInteger sumOfSquares = BigInteger.ZERO;
        for (Long observation : observations) {
            BigInteger number = BigInteger.valueOf(observation);
            sum = sum.add(number);
            sumOfSquares = sumOfSquares.add(number.multiply(number));
        }
        BigDecimal sumInUnit = ratio(sum, BigInteger.valueOf(divisor));
        if (n == 0) {
            put(measure, figure, dimensions, noValue(unit, EMPTY_BASE, null, exact(0), sumInUnit));
            return;
        }
        ReferenceIntervals.Interval interval =
                n < 2 ? null : ReferenceIntervals.studentT(n, sum, sumOfSquares, divisor);
        put(
                measure,
                figure,
                dimensions,
                value(
                        unit,
                        ratio(sum, BigInteger.valueOf(n * divisor)),
                        null,
                        exact(n),
                        sumInUnit,
                        null,
                        null,
                        interval));
    }

    /** "a table that is not there is absent, and a figure that needs it is no-value with the reason table-absent". */
    void tableAbsent(String measure, String figure, String unit, String... dimensions) {
        put(measure, figure, dimensions, noValue(unit, "table-absent", null, null, null));
    }

    /** "the last stage: no-value, {@code cannot-progress}, numerator null, the denominator given". */
    void cannotProgress(String measure, String figure, long denominator, String... dimensions) {
        put(measure, figure, dimensions, noValue("percent", "cannot-progress", null, exact(denominator), null));
    }

    /** An amount in pounds. */
    void pounds(String measure, String figure, BigDecimal pounds, String... dimensions) {
        BigDecimal rounded = pounds.setScale(6, RoundingMode.UNNECESSARY);
        put(measure, figure, dimensions, value("pounds", rounded, null, null, null, null, null, null));
    }

    /** An amount that has no value, for a reason. */
    void noPounds(String measure, String figure, String reason, String... dimensions) {
        put(measure, figure, dimensions, noValue("pounds", reason, null, null, null));
    }

    /** A share of pounds: "null for the rest (relative changes, shares of pounds, points, counts)". */
    void shareOfPounds(String measure, String figure, BigDecimal part, BigDecimal whole, String... dimensions) {
        BigDecimal numerator = part.setScale(6, RoundingMode.UNNECESSARY);
        BigDecimal denominator = whole.setScale(6, RoundingMode.UNNECESSARY);
        put(
                measure,
                figure,
                dimensions,
                whole.signum() == 0
                        ? noValue("percent", EMPTY_BASE, numerator, denominator, null)
                        : value(
                                "percent",
                                part.multiply(BigDecimal.valueOf(100)).divide(whole, 6, RoundingMode.HALF_UP),
                                numerator,
                                denominator,
                                null,
                                null,
                                null,
                                null));
    }

    private void put(String measure, String figure, String[] dimensions, Result result) {
        List<String> all = new ArrayList<>(front);
        all.addAll(List.of(dimensions));
        String key = key(measure, figure, all);
        if (results.put(key, result) != null) {
            throw new IllegalStateException("twice: " + key);
        }
    }

    private static Result value(
            String unit,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal sum,
            BigDecimal first,
            BigDecimal last,
            ReferenceIntervals.Interval interval) {
        return new Result(
                unit,
                "value",
                null,
                value,
                numerator,
                denominator,
                sum,
                first,
                last,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper());
    }

    private static Result noValue(
            String unit, String reason, BigDecimal numerator, BigDecimal denominator, BigDecimal sum) {
        return new Result(unit, "no-value", reason, null, numerator, denominator, sum, null, null, null, null);
    }

    /** "In {@code no-value} for {@code empty-base} the numbers that there are stay (0 of 0)". */
    private static Result emptyPercent(long numerator) {
        return noValue("percent", EMPTY_BASE, exact(numerator), exact(0), null);
    }

    private static BigDecimal hundredTimes(long numerator, long denominator) {
        return ratio(BigInteger.valueOf(100 * numerator), BigInteger.valueOf(denominator));
    }

    /** "half up, away from zero (java.math HALF_UP), from the exact ratio", to 6 decimals. */
    private static BigDecimal ratio(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal exact(long number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.UNNECESSARY);
    }
}
