package dev.waymark.pbr.criterion;

import dev.waymark.data.Months;
import dev.waymark.family.AskedIssues;
import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.family.Kind;
import dev.waymark.family.ShownIssues;
import dev.waymark.pbr.decision.AtLeast;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which problems of a scheme a family has.
 *
 * <p>A problem is there if a form that belongs to the claim episode says yes to one of its issues, or a record shows
 * it; it is not known if neither does and a table that could is absent.
 */
final class Problems {

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final ProblemList list;
    private final AtLeast atLeast = AtLeast.of(1);
    private int recordsFrom = UNKNOWN;

    Problems(ProblemList list) {
        this.list = list;
    }

    /** Goes on to another family. */
    void forget() {
        recordsFrom = UNKNOWN;
    }

    ProblemList list() {
        return list;
    }

    /** Takes decisions on problems together, of which at least so many must be met. */
    AtLeast atLeast(int wanted) {
        return atLeast.startAgain(wanted);
    }

    /** Whether the family has a problem: in the months before the claim episode opened, or during it. */
    Decision has(int place, Situation situation, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        int to = Math.min(episode.closedDay(), situation.windowEnd());
        return has(list.problem(place), situation, to, false, notes);
    }

    /**
     * Whether the family had a problem at the start: from initial forms, and records before the claim episode opened.
     */
    Decision hadAtStart(int place, Situation situation, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        return has(list.problem(place), situation, episode.openedDay() - 1, true, notes);
    }

    private Decision has(ProblemList.Problem problem, Situation situation, int to, boolean initialOnly, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        Notes own = notes.areTaken() ? Notes.taken() : Notes.NONE;
        Decision any = Decision.notApplicable();
        if (problem.hasIssues()) {
            Optional<Decision> absent = problem.issues().absent(situation);
            any = absent.isPresent()
                    ? absent.get()
                    : Decision.metIf(isShown(problem.issues(), situation, initialOnly, own));
        }
        for (int i = 0; i < problem.signs() && !notes.mayEnd(any.isMet()); i++) {
            Sign sign = problem.sign(i);
            Optional<Decision> absent = sign.absent(situation);
            any = any.or(
                    absent.isPresent()
                            ? absent.get()
                            : Decision.metIf(sign.isThere(situation, recordsFrom(episode, situation), to, own)));
        }
        Decision has = any.applies() ? any : Decision.notMet();
        if (notes.areTaken()) {
            notes.add(own.judgement(
                    "problem " + problem.id(),
                    has,
                    rule(problem, recordsFrom(episode, situation), to, initialOnly),
                    List.of()));
        }
        return has;
    }

    /** The first day on which records show a problem: so many months before the claim episode opened. */
    private int recordsFrom(Episode episode, Situation situation) {
        if (recordsFrom == UNKNOWN) {
            recordsFrom = Months.before(episode.openedDay(), list.monthsBefore().wholeOn(situation.day()));
        }
        return recordsFrom;
    }

    private static String rule(ProblemList.Problem problem, int from, int to, boolean initialOnly) {
        List<String> ways = new ArrayList<>();
        if (problem.hasIssues()) {
            ways.add((initialOnly ? "an initial form" : "a form") + " of the claim episode says yes to one of: "
                    + String.join(", ", problem.issues().codes()));
        }
        if (problem.signs() > 0) {
            List<String> signs = new ArrayList<>();
            for (int i = 0; i < problem.signs(); i++) {
                signs.add(problem.sign(i).inWords());
            }
            ways.add("a record from " + LocalDate.ofEpochDay(from) + " to " + LocalDate.ofEpochDay(to) + " shows "
                    + String.join(" or ", signs));
        }
        return String.join("; or ", ways);
    }

    private static boolean isShown(IssueSet issues, Situation situation, boolean initialOnly, Notes notes) {
        AskedIssues asked = issues.of(situation.family());
        if (notes.areTaken()) {
            noteAnswers(asked, situation, initialOnly, notes);
        }
        return shown(situation, initialOnly).hasAny(asked);
    }

    /** What the forms of the claim episode say is there. */
    static ShownIssues shown(Situation situation, boolean initialOnly) {
        Episode episode = situation.episode().orElseThrow();
        FamilyCase family = situation.family();
        return initialOnly ? family.shownIssuesAtStart(episode) : family.shownIssues(episode);
    }

    private static void noteAnswers(AskedIssues asked, Situation situation, boolean initialOnly, Notes notes) {
        Episode episode = situation.episode().orElseThrow();
        FamilyCase family = situation.family();
        for (int place = 0; place < asked.size(); place++) {
            int issue = asked.place(place);
            for (Form form : family.forms()) {
                if (form.isPresent(issue)
                        && episode.includes(form.day())
                        && (!initialOnly || form.kind() == Kind.INITIAL)) {
                    notes.answer(form, family.issues().get(issue), "yes");
                }
            }
        }
    }
}
