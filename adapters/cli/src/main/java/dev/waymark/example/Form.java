package dev.waymark.example;

import dev.waymark.example.StarReading.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One monitoring form, about the family or, if there is one, the member, with its answers by issue. */
record Form(int familyId, Optional<Member> member, LocalDate date, Kind kind, Map<String, String> answers) {

    private static final int FIRST_ID = 40001;

    /** The forms in the order of their dates, as they were entered; this is their numbering too. */
    static List<Form> entered(List<Form> forms) {
        List<Form> entered = new ArrayList<>(forms);
        entered.sort(Comparator.comparing(Form::date)
                .thenComparing(Form::familyId)
                .thenComparing(Form::kind)
                .thenComparing(form -> form.member().map(Member::id).orElse(0)));
        return entered;
    }

    static Table assessments(List<Form> entered) {
        List<List<String>> rows = new ArrayList<>();
        for (Form form : entered) {
            rows.add(List.of(
                    id(rows.size()),
                    String.valueOf(form.familyId()),
                    form.member().map(member -> String.valueOf(member.id())).orElse(""),
                    form.date().toString(),
                    form.kind().name().toLowerCase(Locale.ROOT)));
        }
        return new Table("assessments", List.of("assessment_id", "family_id", "individual_id", "date", "kind"), rows);
    }

    static Table findings(List<Form> entered) {
        List<List<String>> rows = new ArrayList<>();
        for (int place = 0; place < entered.size(); place++) {
            String id = id(place);
            entered.get(place).answers().forEach((issue, answer) -> rows.add(List.of(id, issue, answer)));
        }
        return new Table("findings", List.of("assessment_id", "issue", "present"), rows);
    }

    private static String id(int place) {
        return String.valueOf(FIRST_ID + place);
    }
}
