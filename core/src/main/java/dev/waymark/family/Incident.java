package dev.waymark.family;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** One dated event of the family, as it stood on the as-at date: a later follow-up is not known yet. */
public final class Incident extends CaseRecord {

    /** What happened. */
    public enum Event {
        /** Anti-social behaviour. */
        ASB,
        /** An offence. */
        OFFENCE,
        /** Domestic abuse. */
        DOMESTIC_ABUSE,
        /** The police were called. */
        POLICE_CALLOUT,
        /** Somebody was missing from home. */
        MISSING_EPISODE;

        private static final Event[] EVENTS = values();

        /** The event as data writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final CaseColumns columns;
    private final FamilyCase family;

    Incident(CaseColumns columns, FamilyCase family) {
        this.columns = columns;
        this.family = family;
    }

    /** The id. */
    public String id() {
        return columns.incidents.ids().get(row);
    }

    /** The id of the person, where one is named. */
    public Optional<String> memberId() {
        int person = columns.incidentIndividual.get(row);
        return person < 0 ? Optional.empty() : Optional.of(columns.members.ids().get(person));
    }

    /** Whether it names this member. */
    public boolean names(Member member) {
        return columns.incidentIndividual.get(row) == member.row;
    }

    /** What happened. */
    public Event event() {
        return Event.EVENTS[columns.incidentKind.get(row)];
    }

    /** The day, as days since 1970-01-01. */
    public int day() {
        return columns.incidentDate.get(row);
    }

    /** The day. */
    public LocalDate date() {
        return date(day());
    }

    /** The day of the return interview, if there was one by the as-at date. */
    public Optional<LocalDate> followedUpOn() {
        int day = columns.followedUpOn.get(row);
        return day == CaseColumns.NONE || day > family.asAtDay() ? Optional.empty() : Optional.of(date(day));
    }
}
