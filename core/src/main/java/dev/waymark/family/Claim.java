package dev.waymark.family;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** A results claim already made for the family. */
public final class Claim extends CaseRecord {

    private final CaseColumns columns;

    Claim(CaseColumns columns) {
        this.columns = columns;
    }

    /** The id of the scheme. */
    public String scheme() {
        return columns.schemes.text(columns.claimScheme.get(row));
    }

    /** The day of the claim, as days since 1970-01-01. */
    public int claimedOnDay() {
        return columns.claimedOn.get(row);
    }

    /** The day of the claim. */
    public LocalDate claimedOn() {
        return date(claimedOnDay());
    }

    /** The route claimed, if it is recorded. */
    public Optional<String> route() {
        return columns.routes.ifRecorded(columns.claimRoute.get(row));
    }

    /** The amount in pence, if it is recorded. */
    public OptionalLong pence() {
        long pence = columns.claimAmount.get(row);
        return pence == CaseColumns.NO_AMOUNT ? OptionalLong.empty() : OptionalLong.of(pence);
    }
}
