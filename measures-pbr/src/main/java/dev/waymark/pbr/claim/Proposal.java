package dev.waymark.pbr.claim;

import dev.waymark.data.DataFormat;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.measure.Judgement;
import dev.waymark.pbr.scheme.FamilyResult;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.Standing;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The families whose result can be claimed under a scheme on a day, each with the evidence.
 *
 * <p>A family that the data or the ledger shows as claimed under the scheme is never proposed again, whatever the
 * episode and whatever the route, also where the claim was made after the as-at date. What the ledger holds of the same
 * scheme and day is this proposal made before: it stays as it is, so that a second proposal gives the same list.
 * <b>Threads:</b> stateless.
 */
public final class Proposal {

    private final Scheme scheme;
    private final LocalDate claimedOn;
    private final List<ClaimLine> before;
    private final Map<ClaimLine, Judgement> added = new LinkedHashMap<>();

    private Proposal(Scheme scheme, LocalDate claimedOn, List<ClaimLine> before) {
        this.scheme = scheme;
        this.claimedOn = claimedOn;
        this.before = before;
    }

    /**
     * Proposes claims.
     *
     * @param store the data
     * @param scheme the scheme
     * @param period in which a family that was closed is claimed for its counted episode
     * @param asAt the last day that is known; the claims are made on the day after it
     * @param ledger all claims proposed before
     */
    public static Proposal of(CaseStore store, Scheme scheme, Period period, LocalDate asAt, List<ClaimLine> ledger) {
        LocalDate claimedOn = asAt.plusDays(1);
        Proposal proposal = new Proposal(
                scheme,
                claimedOn,
                ledger.stream()
                        .filter(line -> line.isOfSameWindowAs(scheme.id(), claimedOn))
                        .toList());
        Set<String> claimed = new HashSet<>();
        ledger.stream().filter(line -> line.scheme().equals(scheme.id())).forEach(line -> claimed.add(line.familyId()));
        FamilyCase family = FamilyCase.over(store, period, asAt);
        FamilyCase whenever = FamilyCase.over(store, period, DataFormat.LAST_DAY);
        for (int row = 0; row < store.families(); row++) {
            if (!proposal.scheme.isClaimed(whenever.moveTo(row))) {
                proposal.add(family.moveTo(row), claimed);
            }
        }
        return proposal;
    }

    private void add(FamilyCase family, Set<String> claimed) {
        if (scheme.standing(family) != Standing.EVALUATED || claimed.contains(family.familyId())) {
            return;
        }
        FamilyResult result = scheme.judge(family);
        result.paidRoute()
                .ifPresent(route -> added.put(
                        new ClaimLine(
                                family.familyId(),
                                scheme.id(),
                                claimedOn,
                                scheme.routes().get(route).id(),
                                result.resultPence()),
                        scheme.explain(family)));
    }

    /** The claims that the ledger did not hold yet, in the order of the data. */
    public List<ClaimLine> added() {
        return List.copyOf(added.keySet());
    }

    /** All claims of the scheme and day: those proposed before, in their order, then those added. */
    public List<ClaimLine> lines() {
        List<ClaimLine> lines = new ArrayList<>(before);
        lines.addAll(added.keySet());
        return List.copyOf(lines);
    }

    /** Why each of the added families can be claimed, by family. */
    public Map<String, Judgement> evidence() {
        Map<String, Judgement> evidence = new HashMap<>();
        added.forEach((line, judgement) -> evidence.put(line.familyId(), judgement));
        return Map.copyOf(evidence);
    }
}
