package dev.waymark.pbr.criterion;

import dev.waymark.family.Answer;
import dev.waymark.family.Episode;
import dev.waymark.family.Form;
import dev.waymark.pbr.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code issues-resolved}: of each subject, each issue that a form of the claim episode ever said yes to is
 * answered no by the latest form after that.
 *
 * <p>No later answer is insufficient data; it does not apply to a family without such an issue.
 */
final class IssuesResolved implements Criterion {

    private final Set<String> issues;

    private IssuesResolved(Set<String> issues) {
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
        Optional<Decision> absent = situation.absent("assessments", "findings");
        if (absent.isPresent()) {
            return absent.get();
        }
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        Episode episode = situation.episode().get();
        List<Decision> decisions = new ArrayList<>();
        List<Form> forms = situation.family().forms();
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            if (episode.includes(form.day())) {
                for (String issue : yesOn(form)) {
                    if (isFirstYes(forms, i, issue, episode)) {
                        decisions.add(resolved(forms, i, issue, notes));
                    }
                }
            }
        }
        return Decision.allOf(decisions);
    }

    private List<String> yesOn(Form form) {
        List<String> yes = new ArrayList<>();
        List<Answer> answers = form.answers();
        for (int a = 0; a < answers.size(); a++) {
            Answer answer = answers.get(a);
            if (answer.present().orElse(false) && issues.contains(answer.issue())) {
                yes.add(answer.issue());
            }
        }
        return yes;
    }

    /** Whether no form of the subject in the episode before this one says yes; forms of a subject are in order. */
    private static boolean isFirstYes(List<Form> forms, int place, String issue, Episode episode) {
        for (int i = place - 1; i >= 0 && forms.get(i).isAboutSameSubjectAs(forms.get(place)); i--) {
            if (episode.includes(forms.get(i).day())
                    && answer(forms.get(i), issue).orElse(false)) {
                return false;
            }
        }
        return true;
    }

    private static Decision resolved(List<Form> forms, int first, String issue, Notes notes) {
        Form yes = forms.get(first);
        notes.answer(yes, issue, "yes");
        Optional<Boolean> latest = Optional.empty();
        for (int i = first + 1; i < forms.size() && forms.get(i).isAboutSameSubjectAs(yes); i++) {
            Optional<Boolean> later = forms.get(i).day() > yes.day() ? answer(forms.get(i), issue) : Optional.empty();
            if (later.isPresent()) {
                latest = later;
                notes.answer(forms.get(i), issue, later.get() ? "yes" : "no");
            }
        }
        return latest.isEmpty()
                ? Decision.insufficientData(
                        "findings: a later answer to " + issue + " than that of assessment " + yes.id())
                : Decision.metIf(!latest.get());
    }

    private static Optional<Boolean> answer(Form form, String issue) {
        List<Answer> answers = form.answers();
        for (int a = 0; a < answers.size(); a++) {
            if (answers.get(a).issue().equals(issue)) {
                return answers.get(a).present();
            }
        }
        return Optional.empty();
    }
}
