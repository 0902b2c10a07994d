package dev.waymark.family;

import java.time.LocalDate;

/** A view of one record of the family at hand: valid until the engine goes on to the next family, never to be kept. */
public abstract sealed class CaseRecord
        permits Episode, Member, StarReading, Form, Answer, SchoolTerm, Incident, Spell, Claim {

    int row = -1;

    CaseRecord() {}

    /** A day as a date. */
    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
