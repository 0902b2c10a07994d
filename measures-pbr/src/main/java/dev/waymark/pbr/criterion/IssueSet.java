package dev.waymark.pbr.criterion;

import dev.waymark.data.TextOrder;
import dev.waymark.family.AskedIssues;
import dev.waymark.family.FamilyCase;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues that a rule is about, found on forms without looking at their codes.
 *
 * <p><b>Threads:</b> may be shared; runs over different data sets at a time only look the places up again.
 */
public final class IssueSet {

    private final Tables tables = Tables.of("assessments", "findings");
    private final Set<String> codes;
    private volatile @Nullable AskedIssues last;

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

    /** What stands against looking for them: the tables they are in may be absent. */
    Optional<Decision> absent(Situation situation) {
        return tables.absent(situation);
    }

    /** The issues among those of the family's data set. */
    AskedIssues of(FamilyCase family) {
        AskedIssues known = last;
        if (known == null || !known.areOf(family)) {
            known = family.askedIssues(codes);
            last = known;
        }
        return known;
    }
}
