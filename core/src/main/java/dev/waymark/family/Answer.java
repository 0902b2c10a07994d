package dev.waymark.family;

import dev.waymark.store.Answers;
import java.util.Optional;

/** One answer on a form: whether an issue is there. */
public final class Answer extends CaseRecord {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final CaseColumns columns;
    private int form;

    Answer(CaseColumns columns) {
        this.columns = columns;
    }

    /** The answer to an issue, the view's {@code row}, on a form. */
    void on(int formRow) {
        form = formRow;
    }

    /** The code of the issue. */
    public String issue() {
        return columns.issues.text(row);
    }

    /** Yes or no; empty for unknown. */
    public Optional<Boolean> present() {
        return switch (columns.answers.of(form, row)) {
            case Answers.YES -> YES;
            case Answers.NO -> NO;
            default -> Optional.empty();
        };
    }
}
