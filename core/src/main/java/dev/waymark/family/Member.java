package dev.waymark.family;

import dev.waymark.data.Months;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One member of the family: whoever is in the table and was born by the as-at date, or whose birth date is not
 * recorded.
 */
public final class Member extends CaseRecord {

    private final CaseColumns columns;

    Member(CaseColumns columns) {
        this.columns = columns;
    }

    /** The id. */
    public String id() {
        return columns.members.ids().get(row);
    }

    /** Whether the birth date is recorded. */
    public boolean hasBirthDate() {
        return columns.birth.get(row) != CaseColumns.NONE;
    }

    /** The birth date, if it is recorded. */
    public Optional<LocalDate> birthDate() {
        return hasBirthDate() ? Optional.of(date(columns.birth.get(row))) : Optional.empty();
    }

    /**
     * The age in completed years on a day: 0 for a person born after it. Somebody born on 29 February is a year older
     * on 1 March.
     *
     * @throws IllegalStateException if the birth date is not recorded
     * @throws IllegalArgumentException if the day is none of a calendar, such as the closing of an open episode
     */
    public int ageOn(int day) {
        int birth = columns.birth.get(row);
        if (birth == CaseColumns.NONE) {
            throw new IllegalStateException("the birth date is not recorded. Ask hasBirthDate() first.");
        }
        return birth > day ? 0 : Months.years(birth, day);
    }

    /** The sex as recorded: F, M or X. */
    public Optional<String> sex() {
        byte sex = columns.sex.get(row);
        return sex < 0 ? Optional.empty() : Optional.of(columns.sexes.get(sex));
    }

    /** The ethnicity, if it is recorded. */
    public Optional<String> ethnicity() {
        return columns.ethnicities.ifRecorded(columns.ethnicity.get(row));
    }
}
