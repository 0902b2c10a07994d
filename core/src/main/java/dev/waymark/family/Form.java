package dev.waymark.family;

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
        answers.reset();
        for (int r = columns.findings.firstRow(row); r < columns.findings.endRow(row); r++) {
            answers.add(r);
        }
        return answers;
    }
}
