package dev.waymark.pbr.claim;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * One claim for a result: a row of the table {@code claims}.
 *
 * @param familyId the family
 * @param scheme the id of the scheme
 * @param claimedOn the day of the claim, which is the day of the judgement
 * @param route the route claimed
 * @param pence what the result pays; nothing if the year of attachment has no fee
 */
public record ClaimLine(String familyId, String scheme, LocalDate claimedOn, String route, OptionalLong pence) {

    /** Whether another claim is of the same scheme and day, and so of the same proposal. */
    public boolean isOfSameWindowAs(String otherScheme, LocalDate day) {
        return scheme.equals(otherScheme) && claimedOn.equals(day);
    }
}
