package dev.waymark.example;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person of a family; sex and ethnicity are empty where they are not recorded. */
record Member(int id, Optional<LocalDate> birthDate, String sex, String ethnicity) {

    /** The completed years of age on a day; empty without a birth date. */
    Optional<Integer> ageOn(LocalDate day) {
        return birthDate.map(birth -> Period.between(birth, day).getYears());
    }

    boolean isBornAfter(LocalDate day) {
        return birthDate.filter(day::isBefore).isPresent();
    }

    static Table table(List<Family> families) {
        List<List<String>> rows = new ArrayList<>();
        for (Family family : families) {
            for (Member member : family.members()) {
                rows.add(List.of(
                        String.valueOf(member.id()),
                        String.valueOf(family.id()),
                        member.birthDate().map(LocalDate::toString).orElse(""),
                        member.sex(),
                        member.ethnicity()));
            }
        }
        return new Table("individuals", List.of("individual_id", "family_id", "birth_date", "sex", "ethnicity"), rows);
    }
}
