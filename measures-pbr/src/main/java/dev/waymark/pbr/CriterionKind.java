package dev.waymark.pbr;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of criteria a scheme may use, each with the thresholds it must state and what they may be. */
public enum CriterionKind {
    /** Fewer incidents in a window than in the same window before the work began. */
    INCIDENT_REDUCTION(Map.of("windowMonths", Range.closed(1, 120), "atLeastPercent", Range.closed(1, 100))),
    /** School terms one after the other without too many exclusions and too much unauthorised absence. */
    SCHOOL_TERMS(Map.of(
            "terms",
            Range.closed(1, 12),
            "exclusionsUnder",
            Range.closed(1, 1000),
            "unauthorisedUnderPercent",
            Range.closed(1, 100),
            "mostDaysBetweenTerms",
            Range.closed(1, 400))),
    /** A spell of a kind began in a window. */
    SPELL_STARTED(Map.of("windowMonths", Range.closed(1, 120))),
    /** A spell went on for a length, with allowed gaps, and reached the length in a window. */
    CONTINUOUS_SPELL(Map.of(
            "windowMonths",
            Range.closed(1, 120),
            "days",
            Range.closed(1, 3660),
            "gapDays",
            Range.closed(0, 366),
            "overlapDays",
            Range.closed(0, 366)));

    private final ImmutableMap<String, ImmutableRangeSet<Integer>> thresholds;

    CriterionKind(Map<String, Range<Integer>> thresholds) {
        ImmutableMap.Builder<String, ImmutableRangeSet<Integer>> sets = ImmutableMap.builder();
        thresholds.keySet().stream()
                .sorted()
                .forEach(name ->
                        sets.put(name, ImmutableRangeSet.of(java.util.Objects.requireNonNull(thresholds.get(name)))));
        this.thresholds = sets.buildOrThrow();
    }

    /** The word that stands for it in a scheme, such as {@code incident-reduction}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of the thresholds that a criterion of this kind must state, A to Z. */
    public List<String> thresholds() {
        return thresholds.keySet().asList();
    }

    /** The least value a threshold may have. */
    int least(String threshold) {
        return java.util.Objects.requireNonNull(thresholds.get(threshold))
                .span()
                .lowerEndpoint();
    }

    /** The greatest value a threshold may have. */
    int greatest(String threshold) {
        return java.util.Objects.requireNonNull(thresholds.get(threshold))
                .span()
                .upperEndpoint();
    }

    static String[] words() {
        return Arrays.stream(values()).map(CriterionKind::word).toArray(String[]::new);
    }
}
