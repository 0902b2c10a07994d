package dev.waymark.pbr.criterion;

import dev.waymark.family.AskedIssues;
import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code issues-resolved}: of each subject, each issue that a form of the claim episode ever said yes to is
 * answered no by the latest form after that.
 *
 * <p>No later answer is insufficient data; it does not apply to a family without such an issue.
 */
final class IssuesResolved implements Criterion {

    private final IssueSet issues;

    private IssuesResolved(IssueSet issues) {
        this.issues = issues;
    }

    static Criterion read(CriterionReader.Part part) {
        return new IssuesResolved(part.issues());
    }

    @Override
    public String rule() {
        return "each issue that a form of the claim episode said yes to is answered no by the latest later form about the"
                + " same subject";
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
        FamilyCase family = situation.family();
        AskedIssues asked = issues.of(family);
        Decision all = Decision.notApplicable();
        List<Form> forms = family.forms();
        for (int i = 0; i < forms.size() && !notes.mayEnd(all.isNotMet()); i++) {
            Form form = forms.get(i);
            if (episode.includes(form.day())) {
                for (int issue = form.nextPresent(asked, 0); issue >= 0; issue = form.nextPresent(asked, issue + 1)) {
                    if (isFirstYes(forms, i, issue, episode)) {
                        all = all.and(resolved(situation, i, issue, notes));
                    }
                }
            }
        }
        return all;
    }

    private static Decision noLaterAnswer(Form yes, String code, Situation situation) {
        return situation.saysWhy()
                ? Decision.insufficientData(
                        "findings: a later answer to " + code + " than that of assessment " + yes.id())
                : Situation.missing();
    }

    /** Whether no form of the subject in the episode before this one says yes; forms of a subject are in order. */
    private static boolean isFirstYes(List<Form> forms, int place, int issue, Episode episode) {
        for (int i = place - 1; i >= 0 && forms.get(i).isAboutSameSubjectAs(forms.get(place)); i--) {
            if (episode.includes(forms.get(i).day()) && forms.get(i).isPresent(issue)) {
                return false;
            }
        }
        return true;
    }

    private static Decision resolved(Situation situation, int first, int issue, Notes notes) {
        FamilyCase family = situation.family();
        List<Form> forms = family.forms();
        String code = family.issues().get(issue);
        Form yes = forms.get(first);
        notes.answer(yes, code, "yes");
        int latest = -1;
        for (int i = first + 1; i < forms.size() && forms.get(i).isAboutSameSubjectAs(yes); i++) {
            Form later = forms.get(i);
            if (later.day() > yes.day() && later.isAnswered(issue)) {
                latest = i;
                notes.answer(later, code, later.isPresent(issue) ? "yes" : "no");
            }
        }
        return latest < 0
                ? noLaterAnswer(yes, code, situation)
                : Decision.metIf(!forms.get(latest).isPresent(issue));
    }
}
