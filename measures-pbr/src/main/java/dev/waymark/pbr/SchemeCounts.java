package dev.waymark.pbr;

import dev.waymark.family.Claim;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Reused;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Counter;
import dev.waymark.measure.Tally.Counters;
import dev.waymark.measure.Tally.TextCounter;
import dev.waymark.measure.TallyCounting;
import dev.waymark.pbr.decision.Outcome;
import dev.waymark.pbr.scheme.Judging;
import dev.waymark.pbr.scheme.Scheme;
import dev.waymark.pbr.scheme.Standing;
import java.util.ArrayList;
import java.util.List;

/** What the figures on results and claims come from: each family judged once under each scheme that runs. */
final class SchemeCounts extends TallyCounting {

    /** The counts of one scheme. */
    static final class OfScheme {
        final Scheme scheme;
        final Reused<Judging> judging;
        final Counter evaluated;
        final Counter alreadyClaimed;
        final Counters decisions;
        final Counters routes;
        final Counters criteria;
        final Counter resultPence;
        final Counter metWithoutFee;
        final Counter claimed;
        final TextCounter claimedOn;

        private OfScheme(Scheme scheme, SchemeCounts names) {
            this.scheme = scheme;
            judging = new Reused<>(scheme::judgingForCounts);
            evaluated = names.counter();
            alreadyClaimed = names.counter();
            decisions = names.counters(Outcome.count());
            routes = names.counters(scheme.routes().size());
            criteria = names.counters(scheme.criteria().size() * Outcome.count());
            resultPence = names.counter();
            metWithoutFee = names.counter();
            claimed = names.counter();
            claimedOn = names.textCounter();
        }

        /** The place of a criterion that comes out so among the counts of criteria. */
        static int place(int criterion, Outcome outcome) {
            return criterion * Outcome.count() + outcome.place();
        }
    }

    final List<OfScheme> schemes = new ArrayList<>();

    SchemeCounts(List<Scheme> running) {
        running.forEach(scheme -> schemes.add(new OfScheme(scheme, this)));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        for (int i = 0; i < schemes.size(); i++) { // an iterator would be made for each family
            OfScheme one = schemes.get(i);
            countClaims(family, one, tally);
            Standing standing = one.scheme.standing(family);
            if (standing == Standing.ALREADY_CLAIMED) {
                tally.add(one.alreadyClaimed);
            }
            if (standing == Standing.EVALUATED) {
                tally.add(one.evaluated);
                count(family.reused(one.judging).judge(family), one, tally);
            }
        }
    }

    private static void countClaims(FamilyCase family, OfScheme one, Tally tally) {
        List<Claim> claims = family.claims();
        boolean isClaimed = false;
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).scheme().equals(one.scheme.id())) {
                isClaimed = true;
                tally.add(one.claimedOn, claims.get(i).claimedOn().toString());
            }
        }
        if (isClaimed) {
            tally.add(one.claimed);
        }
    }

    private static void count(Judging result, OfScheme one, Tally tally) {
        tally.add(one.decisions, result.decision().outcome().place());
        for (int criterion = 0; criterion < one.scheme.criteria().size(); criterion++) {
            tally.add(
                    one.criteria,
                    OfScheme.place(criterion, result.criterion(criterion).outcome()));
        }
        if (result.isMet()) {
            tally.add(one.routes, result.paidRoute());
            if (result.hasFee()) {
                tally.add(one.resultPence, result.resultPence());
            } else {
                tally.add(one.metWithoutFee);
            }
        }
    }
}
