package dev.waymark.family;

import dev.waymark.store.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One monitoring form, about the family or one member of it. */
public final class Form extends CaseRecord {

    private final CaseColumns columns;
    private final Optional<Form> present = Optional.of(this);
    private final Records<Answer> answers;

    Form(CaseColumns columns) {
        this.columns = columns;
        this.answers = new Records<>(() -> new Answer(columns));
    }

    Optional<Form> present() {
        return present;
    }

    /** The id. */
    public String id() {
        return columns.forms.ids().get(row);
    }

    int individual() {
        return columns.formIndividual.get(row);
    }

    /** Whether this is the family-level form. */
    public boolean isFamilyLevel() {
        return individual() < 0;
    }

    /** The id of the member the form is about; empty for a family-level form. */
    public Optional<String> memberId() {
        return isFamilyLevel()
                ? Optional.empty()
                : Optional.of(columns.members.ids().get(individual()));
    }

    /** Whether it is about the same subject as another form: the family, or one member. */
    public boolean isAboutSameSubjectAs(Form other) {
        return individual() == other.individual();
    }

    /** When in the work it was filled in. */
    public Kind kind() {
        return Kind.of(columns.formKind.get(row));
    }

    /** The day, as days since 1970-01-01. */
    public int day() {
        return columns.formDate.get(row);
    }

    /** The day. */
    public LocalDate date() {
        return date(day());
    }

    /** The answers on the form, by issue, A to Z. */
    public List<Answer> answers() {
        answers.forget();
        for (int issue = columns.answers.nextOn(row, 0); issue >= 0; issue = columns.answers.nextOn(row, issue + 1)) {
            answers.add(issue).on(row);
        }
        return answers;
    }

    /**
     * The next issue that the form answers yes or no, as its place in {@link FamilyCase#issues()}: for going over the
     * answers without looking at texts.
     *
     * @param from the place to begin with
     * @return the place of the issue, or -1 if no further one is answered yes or no
     */
    public int nextAnswered(int from) {
        return columns.answers.nextAnswered(row, from);
    }

    /**
     * The next word of 64 issues of which the form may answer some yes or no: for counting many answers at once. A word
     * that is passed over has none.
     *
     * @param from the word to begin with; word {@code w} has the issues from place {@code 64 * w} on
     * @return the word, or -1 if there is no further one; one that is given may have no answers
     */
    public int nextWord(int from) {
        return columns.answers.nextWord(row, from);
    }

    /** The issues of a word that the form answers yes or no: bit {@code i} is the issue at {@code 64 * word + i}. */
    public long answeredIn(int word) {
        return columns.answers.answered(row, word);
    }

    /** The issues of a word that the form says are there: bit {@code i} is the issue at {@code 64 * word + i}. */
    public long presentIn(int word) {
        return columns.answers.present(row, word);
    }

    /**
     * The next of some issues that the form says is there, as its place in {@link FamilyCase#issues()}.
     *
     * @param asked the issues
     * @param from the place to begin with
     * @return the place of the issue, or -1 if the form says so of no further one
     */
    public int nextPresent(AskedIssues asked, int from) {
        return columns.answers.nextYes(row, from, asked.mask());
    }

    /** Whether the form answers an issue, a place in {@link FamilyCase#issues()}, yes or no. */
    public boolean isAnswered(int issue) {
        int answer = columns.answers.of(row, issue);
        return answer == Answers.YES || answer == Answers.NO;
    }

    /** Whether the form says that an issue, a place in {@link FamilyCase#issues()}, is there. */
    public boolean isPresent(int issue) {
        return columns.answers.of(row, issue) == Answers.YES;
    }
}
