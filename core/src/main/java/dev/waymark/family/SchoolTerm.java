package dev.waymark.family;

import java.time.LocalDate;

/** One school term of a child of the family. */
public final class SchoolTerm extends CaseRecord {

    private final CaseColumns columns;

    SchoolTerm(CaseColumns columns) {
        this.columns = columns;
    }

    /** The id of the member. */
    public String memberId() {
        return columns.members.ids().get(columns.termIndividual.get(row));
    }

    /** Whether it is a term of this member. */
    public boolean isOf(Member member) {
        return columns.termIndividual.get(row) == member.row;
    }

    /** The last day of the term, as days since 1970-01-01. */
    public int endDay() {
        return columns.termEnd.get(row);
    }

    /** The last day of the term. */
    public LocalDate end() {
        return date(endDay());
    }

    /** Sessions the child could attend. */
    public int sessionsPossible() {
        return columns.sessionsPossible.get(row);
    }

    /** Sessions missed, for any reason. */
    public int sessionsAbsent() {
        return columns.sessionsAbsent.get(row);
    }

    /** Sessions missed without leave. */
    public int sessionsUnauthorised() {
        return columns.sessionsUnauthorised.get(row);
    }

    /** Fixed-term exclusions. */
    public int fixedExclusions() {
        return columns.fixedExclusions.get(row);
    }
}
