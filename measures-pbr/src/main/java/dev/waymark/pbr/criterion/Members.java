package dev.waymark.pbr.criterion;

import dev.waymark.family.Member;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The kinds {@code each-child}, {@code each-adult} and {@code one-adult}: a criterion asked of members.
 *
 * <p>A member without birth date is neither child nor adult. It does not apply if nobody is asked.
 */
final class Members implements Criterion {

    private final Tables tables = Tables.of("individuals");
    private final Criterion of;
    private final boolean adults;
    private final boolean each;

    private Members(Criterion of, boolean adults, boolean each) {
        this.of = of;
        this.adults = adults;
        this.each = each;
    }

    static Criterion eachChild(CriterionReader.Part part) {
        return new Members(part.criterionOfPerson("of"), false, true);
    }

    static Criterion eachAdult(CriterionReader.Part part) {
        return new Members(part.criterionOfPerson("of"), true, true);
    }

    static Criterion oneAdult(CriterionReader.Part part) {
        return new Members(part.criterionOfPerson("of"), true, false);
    }

    @Override
    public String rule() {
        return (each ? "each " : "at least one ") + (adults ? "adult" : "child") + " to whom it applies: " + of.rule();
    }

    @Override
    public List<Threshold> limits() {
        return of.limits();
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        Decision together = Decision.notApplicable();
        List<Member> members = situation.family().members();
        for (int i = 0; i < members.size() && !notes.mayEnd(each ? together.isNotMet() : together.isMet()); i++) {
            Member member = members.get(i);
            if (adults ? situation.isAdult(member) : situation.isMinor(member)) {
                Decision one = notes.judgeMember(about(member, situation, notes), of, situation.of(member));
                together = each ? together.and(one) : together.or(one);
            }
        }
        noteThoseWithoutBirthDate(members, notes);
        return together;
    }

    private static void noteThoseWithoutBirthDate(List<Member> members, Notes notes) {
        if (notes.areTaken()) {
            List<String> without = members.stream()
                    .filter(member -> !member.hasBirthDate())
                    .map(Member::id)
                    .toList();
            if (!without.isEmpty()) {
                notes.value("not asked, for want of a birth date", "individual " + String.join(", ", without));
            }
        }
    }

    private static String about(Member member, Situation situation, Notes notes) {
        return notes.areTaken()
                ? "individual " + member.id() + ", aged "
                        + member.ageOn((int) situation.day().toEpochDay())
                : "";
    }
}
