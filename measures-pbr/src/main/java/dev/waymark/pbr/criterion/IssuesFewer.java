package dev.waymark.pbr.criterion;

import dev.waymark.family.AskedIssues;
import dev.waymark.family.Episode;
import dev.waymark.family.Form;
import dev.waymark.pbr.decision.Decision;
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
        Episode episode = situation.episode().get();
        List<Form> firstForms = situation.family().firstForms(episode);
        int answeredInBoth = 0;
        int atFirst = 0;
        int atLast = 0;
        AskedIssues asked = issues.of(situation.family());
        for (int i = 0; i < firstForms.size(); i++) {
            Form first = firstForms.get(i);
            Optional<Form> last = situation.family().lastForm(first, episode);
            for (int place = 0; last.isPresent() && place < asked.size(); place++) {
                int issue = asked.place(place);
                if (first.isAnswered(issue) && last.get().isAnswered(issue)) {
                    answeredInBoth++;
                    atFirst += present(first, issue, situation, notes);
                    atLast += present(last.get(), issue, situation, notes);
                }
            }
        }
        notes.value("present at first", atFirst);
        notes.value("present at last", atLast);
        if (answeredInBoth == 0) {
            return situation.saysWhy()
                    ? Decision.insufficientData("assessments: a first and a last form in the claim episode that both"
                            + " answer one of the issues")
                    : Situation.missing();
        }
        return atFirst == 0
                ? Decision.notApplicable()
                : Decision.metIf(atFirst - atLast >= fewerBy.wholeOn(situation.day()));
    }

    private static int present(Form form, int issue, Situation situation, Notes notes) {
        boolean isPresent = form.isPresent(issue);
        notes.answer(form, situation.family().issues().get(issue), isPresent ? "yes" : "no");
        return isPresent ? 1 : 0;
    }
}
