package dev.waymark.pbr.criterion;

import dev.waymark.family.Answer;
import dev.waymark.family.Episode;
import dev.waymark.family.Form;
import dev.waymark.family.Kind;
import dev.waymark.pbr.decision.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which problems of a scheme a family has.
 *
 * <p>A problem is there if a form that belongs to the claim episode says yes to one of its issues, or a record shows
 * it; it is not known if neither does and a table that could is absent.
 */
final class Problems {

    private static final String[] FORMS = {"assessments", "findings"};

    private final ProblemList list;

    Problems(ProblemList list) {
        this.list = list;
    }

    ProblemList list() {
        return list;
    }

    /** Whether the family has a problem: in the months before the claim episode opened, or during it. */
    Decision has(int place, Situation situation, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        int to = Math.min(episode.closedDay(), situation.windowEnd());
        return has(list.problems().get(place), situation, to, false, notes);
    }

    /**
     * Whether the family had a problem at the start: from initial forms, and records before the claim episode opened.
     */
    Decision hadAtStart(int place, Situation situation, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        return has(list.problems().get(place), situation, episode.openedDay() - 1, true, notes);
    }

    private Decision has(ProblemList.Problem problem, Situation situation, int to, boolean initialOnly, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        int from = (int) episode.opened()
                .minusMonths(list.monthsBefore().wholeOn(situation.day()))
                .toEpochDay();
        List<Decision> found = new ArrayList<>();
        if (!problem.issues().isEmpty()) {
            Optional<Decision> absent = situation.absent(FORMS);
            found.add(
                    absent.isPresent()
                            ? absent.get()
                            : Decision.metIf(!issuesShown(problem.issues(), situation, initialOnly, notes)
                                    .isEmpty()));
        }
        for (Sign sign : problem.signs()) {
            Optional<Decision> absent = situation.absent(sign.tables());
            found.add(absent.isPresent() ? absent.get() : Decision.metIf(sign.isThere(situation, from, to, notes)));
        }
        Decision any = Decision.anyOf(found);
        return any.applies() ? any : Decision.notMet();
    }

    /** The issues to which a form of the claim episode says yes. */
    static Set<String> issuesShown(Set<String> issues, Situation situation, boolean initialOnly, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        Set<String> shown = new HashSet<>();
        List<Form> forms = situation.family().forms();
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            if (episode.includes(form.day()) && (!initialOnly || form.kind() == Kind.INITIAL)) {
                List<Answer> answers = form.answers();
                for (int a = 0; a < answers.size(); a++) {
                    Answer answer = answers.get(a);
                    if (answer.present().orElse(false) && issues.contains(answer.issue())) {
                        shown.add(answer.issue());
                        notes.answer(form, answer.issue(), "yes");
                    }
                }
            }
        }
        return shown;
    }
}
