package dev.waymark.junit;

import dev.waymark.family.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A member of a {@link Family} in a test, with the records that are about this person alone.
 *
 * <p><b>Threads:</b> one at a time.
 */
public final class Person {

    /** A record that names the person, and the answers that stand on it if it is a form. */
    record Own(CaseRow row, List<FormAnswer> answers) {}

    private CaseRow row = CaseRow.of("individuals", "family_id", "", "birth_date", "", "sex", "", "ethnicity", "");
    private final List<Own> records = new ArrayList<>();

    private Person() {}

    /** A person of whom nothing is recorded. */
    public static Person person() {
        return new Person();
    }

    /** The birth date. */
    public Person born(String date) {
        row = row.with("birth_date", date);
        return this;
    }

    /** The sex: F, M or X. */
    public Person sex(String sex) {
        row = row.with("sex", sex);
        return this;
    }

    /** The ethnicity. */
    public Person ethnicity(String ethnicity) {
        row = row.with("ethnicity", ethnicity);
        return this;
    }

    /** A form about this person. */
    public Person form(Kind kind, String date, FormAnswer... answers) {
        records.add(new Own(
                CaseRow.of("assessments", "family_id", "", "date", date, "kind", kind.word()), List.of(answers)));
        return this;
    }

    /** A school term: how many sessions were possible, absent and absent without leave, and fixed exclusions. */
    public Person term(String end, int possible, int absent, int unauthorised, int exclusions) {
        return own(CaseRow.of(
                "school_terms",
                "term_end",
                end,
                "sessions_possible",
                Integer.toString(possible),
                "sessions_absent",
                Integer.toString(absent),
                "sessions_unauthorised",
                Integer.toString(unauthorised),
                "fixed_exclusions",
                Integer.toString(exclusions)));
    }

    /** A state such as {@code employment}, from one day to another; an empty end is still so. */
    public Person spell(String kind, String start, String end) {
        return spell(kind, "", start, end);
    }

    /** A state of a type such as {@code ESA}. */
    public Person spell(String kind, String type, String start, String end) {
        return own(CaseRow.of("spells", "kind", kind, "type", type, "start", start, "end", end));
    }

    /** An incident that names this person. */
    public Person incident(String kind, String date) {
        return incident(kind, date, "");
    }

    /** An incident that names this person and was followed up on a day. */
    public Person incident(String kind, String date, String followedUpOn) {
        return own(
                CaseRow.of("incidents", "family_id", "", "date", date, "kind", kind, "followed_up_on", followedUpOn));
    }

    private Person own(CaseRow record) {
        records.add(new Own(record, List.of()));
        return this;
    }

    CaseRow row() {
        return row;
    }

    List<Own> records() {
        return records;
    }
}
