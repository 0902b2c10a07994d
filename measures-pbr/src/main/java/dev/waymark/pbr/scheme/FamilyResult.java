package dev.waymark.pbr.scheme;

import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one family came out under one scheme.
 *
 * @param decision the family's decision
 * @param criteria the decision on each criterion, in the order of the scheme
 * @param routes the decision on each route, in the order of the scheme
 * @param paidRoute of a family that is met, the place of the met route that pays most
 * @param resultPence of a family that is met, what the result pays; nothing if the year of attachment has no fee
 * @param yearOfAttachment the financial year in which the claim episode opened, by its first calendar year
 * @param day D, the day of the judgement
 */
public record FamilyResult(
        Decision decision,
        List<Decision> criteria,
        List<Decision> routes,
        Optional<Integer> paidRoute,
        OptionalLong resultPence,
        Optional<Integer> yearOfAttachment,
        LocalDate day) {

    /** Keeps unmodifiable copies. */
    public FamilyResult {
        criteria = List.copyOf(criteria);
        routes = List.copyOf(routes);
    }
}
