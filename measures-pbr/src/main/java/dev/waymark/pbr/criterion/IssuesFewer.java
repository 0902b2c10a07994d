package dev.waymark.pbr.criterion;

import dev.waymark.family.Episode;
import dev.waymark.family.Form;
import dev.waymark.family.Kind;
import dev.waymark.pbr.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code issues-fewer}: over all subjects with a first and a last form in the claim episode, at least so many
 * issues fewer are present at last than at first.
 *
 * <p>Of an issue both forms must say yes or no, or it counts on neither side: what is not asked again is not gone. It
 * does not apply where none is present at first; where no issue is answered on both forms data are insufficient.
 */
final class IssuesFewer implements Criterion {

    private static final int MOST = 1000;

    private final IssueSet issues;
    private final Threshold fewerBy;

    private IssuesFewer(IssueSet issues, Threshold fewerBy) {
        this.issues = issues;
        this.fewerBy = fewerBy;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("fewerBy");
        return new IssuesFewer(part.issues(), part.whole("fewerBy", 1, MOST));
    }

    @Override
    public String rule() {
        return "at least so many issues fewer on the last forms of the claim episode than on the first";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(fewerBy);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = issues.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        List<Form> inEpisode = inEpisode(situation);
        int answeredInBoth = 0;
        int atFirst = 0;
        int atLast = 0;
        int[] places = issues.places(situation.family());
        for (int i = 0; i < inEpisode.size(); i++) {
            Form first = inEpisode.get(i);
            if (first.kind() == Kind.INITIAL && isFirstInitial(inEpisode, i)) {
                Optional<Form> last = last(inEpisode, i);
                for (int issue : places) {
                    if (last.isPresent()
                            && first.isAnswered(issue)
                            && last.get().isAnswered(issue)) {
                        answeredInBoth++;
                        atFirst += present(first, issue, situation, notes);
                        atLast += present(last.get(), issue, situation, notes);
                    }
                }
            }
        }
        notes.value("present at first", atFirst);
        notes.value("present at last", atLast);
        if (answeredInBoth == 0) {
            return Decision.insufficientData(
                    "assessments: a first and a last form in the claim episode that both answer one of the issues");
        }
        return atFirst == 0
                ? Decision.notApplicable()
                : Decision.metIf(atFirst - atLast >= fewerBy.wholeOn(situation.day()));
    }

    private static List<Form> inEpisode(Situation situation) {
        Episode episode = situation.episode().orElseThrow();
        List<Form> forms = new ArrayList<>();
        for (Form form : situation.family().forms()) {
            if (episode.includes(form.day())) {
                forms.add(form);
            }
        }
        return forms;
    }

    private static boolean isFirstInitial(List<Form> forms, int place) {
        for (int i = place - 1; i >= 0 && forms.get(i).isAboutSameSubjectAs(forms.get(place)); i--) {
            if (forms.get(i).kind() == Kind.INITIAL) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Form> last(List<Form> forms, int first) {
        Optional<Form> last = Optional.empty();
        for (int i = first + 1; i < forms.size() && forms.get(i).isAboutSameSubjectAs(forms.get(first)); i++) {
            if (forms.get(i).kind() != Kind.INITIAL
                    && forms.get(i).day() > forms.get(first).day()) {
                last = Optional.of(forms.get(i));
            }
        }
        return last;
    }

    private static int present(Form form, int issue, Situation situation, Notes notes) {
        boolean isPresent = form.isPresent(issue);
        notes.answer(form, situation.family().issues().get(issue), isPresent ? "yes" : "no");
        return isPresent ? 1 : 0;
    }
}
