package dev.waymark.family;

import java.util.Optional;

/** One answer on a form: whether an issue is there. */
public final class Answer extends CaseRecord {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private final CaseColumns columns;

    Answer(CaseColumns columns) {
        this.columns = columns;
    }

    /** The code of the issue. */
    public String issue() {
        return columns.issues.text(columns.findingIssue.get(row));
    }

    /** Yes or no; empty for unknown. */
    public Optional<Boolean> present() {
        return switch (columns.findingPresent.get(row)) {
            case 0 -> YES;
            case 1 -> NO;
            default -> Optional.empty();
        };
    }
}
