package dev.waymark.family;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** A dated state of a person of the family, as it stood on the as-at date: a later end is not known yet. */
public final class Spell extends CaseRecord {

    /** The states. */
    public enum State {
        /** On an out-of-work benefit. */
        OUT_OF_WORK_BENEFIT,
        /** In employment. */
        EMPLOYMENT,
        /** In training. */
        TRAINING,
        /** Volunteering. */
        VOLUNTEERING,
        /** On a work programme. */
        WORK_PROGRAMME,
        /** Under a plan for a child in need. */
        IN_NEED_PLAN,
        /** Under a child protection plan. */
        PROTECTION_PLAN;

        private static final State[] STATES = values();

        /** The state as data writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final CaseColumns columns;
    private final FamilyCase family;

    Spell(CaseColumns columns, FamilyCase family) {
        this.columns = columns;
        this.family = family;
    }

    /** The id of the member. */
    public String memberId() {
        return columns.members.ids().get(columns.spellIndividual.get(row));
    }

    /** Whether it is a spell of this member. */
    public boolean isOf(Member member) {
        return columns.spellIndividual.get(row) == member.row;
    }

    /** The state. */
    public State state() {
        return State.STATES[columns.spellKind.get(row)];
    }

    /** The type, such as the name of the benefit, if it is recorded. */
    public Optional<String> type() {
        return columns.spellTypes.ifRecorded(columns.spellType.get(row));
    }

    /** The first day, as days since 1970-01-01. */
    public int startDay() {
        return columns.spellStart.get(row);
    }

    /** The first day. */
    public LocalDate start() {
        return date(startDay());
    }

    /** The last day as days since 1970-01-01, or {@link Integer#MAX_VALUE} while the state goes on. */
    public int endDay() {
        int day = columns.spellEnd.get(row);
        return day == CaseColumns.NONE || day > family.asAtDay() ? Integer.MAX_VALUE : day;
    }

    /** The last day, if the state has ended. */
    public Optional<LocalDate> end() {
        return endDay() == Integer.MAX_VALUE ? Optional.empty() : Optional.of(date(endDay()));
    }
}
