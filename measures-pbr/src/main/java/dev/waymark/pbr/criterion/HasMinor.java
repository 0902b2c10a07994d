package dev.waymark.pbr.criterion;

import dev.waymark.family.Member;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;

/** The kind {@code has-minor}: a member is not yet an adult on the day of the judgement. */
final class HasMinor implements Criterion {

    private final Tables tables = Tables.of("individuals");

    static Criterion read(CriterionReader.Part part) {
        return new HasMinor();
    }

    @Override
    public String rule() {
        return "a member of the family is a child";
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        int minors = 0;
        List<Member> members = situation.family().members();
        for (int i = 0; i < members.size(); i++) {
            minors += situation.isMinor(members.get(i)) ? 1 : 0;
        }
        notes.value("children", minors);
        return Decision.metIf(minors > 0);
    }
}
