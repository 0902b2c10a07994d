package dev.waymark.pbr.criterion;

import dev.waymark.data.TextOrder;
import dev.waymark.family.FamilyCase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Issues that a rule is about, found on forms without looking at their codes.
 *
 * <p><b>Threads:</b> may be shared; runs over different data sets at a time only look the places up again.
 */
public final class IssueSet {

    private static final class Places {
        private final List<String> issues;
        private final int[] places;

        private Places(List<String> issues, int[] places) {
            this.issues = issues;
            this.places = places;
        }
    }

    private final Set<String> codes;
    private volatile Places last = new Places(List.of(), new int[0]);

    /** The issues with these codes. */
    public IssueSet(Set<String> codes) {
        this.codes = Set.copyOf(codes);
    }

    /** Whether there is no issue in it. */
    boolean isEmpty() {
        return codes.isEmpty();
    }

    /** The codes of the issues, A to Z. */
    List<String> codes() {
        return codes.stream().sorted(TextOrder.A_TO_Z).toList();
    }

    /** The places of the issues among those of the family's data set ({@link FamilyCase#issues()}), A to Z. */
    int[] places(FamilyCase family) {
        Places known = last;
        List<String> issues = family.issues();
        if (known.issues != issues) {
            int[] places = new int[issues.size()];
            int found = 0;
            for (int issue = 0; issue < places.length; issue++) {
                if (codes.contains(issues.get(issue))) {
                    places[found++] = issue;
                }
            }
            known = new Places(issues, Arrays.copyOf(places, found));
            last = known;
        }
        return known.places;
    }
}
