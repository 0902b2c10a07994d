package dev.waymark.family;

import dev.waymark.store.Answers;
import java.util.Arrays;

/**
 * The issues of which some forms of a family say that they are there, whichever subject the forms are about.
 *
 * <p>Asked for by {@link FamilyCase#shownIssues} or {@link FamilyCase#shownIssuesAtStart}; it holds until the same is
 * asked of another episode, and no longer than the records of the family.
 */
public final class ShownIssues {

    private final Answers answers;
    private final boolean initialOnly;
    private final long[] words;
    private long visit = FamilyCase.NO_VISIT;
    private int episode = -1;
    /** All words from here on are empty. */
    private int end;

    ShownIssues(CaseColumns columns, boolean initialOnly) {
        this.answers = columns.answers;
        this.initialOnly = initialOnly;
        this.words = new long[columns.issues.size() / Long.SIZE + 1];
    }

    /** The issues shown on those of the forms that belong to an episode. */
    ShownIssues of(Episode wanted, Records<Form> forms, long now) {
        if (visit != now || episode != wanted.row) {
            visit = now;
            episode = wanted.row;
            Arrays.fill(words, 0, end, 0);
            end = 0;
            for (int i = 0; i < forms.size(); i++) {
                Form form = forms.get(i);
                if (wanted.includes(form.day()) && (!initialOnly || form.kind() == Kind.INITIAL)) {
                    add(form);
                }
            }
        }
        return this;
    }

    private void add(Form form) {
        for (int word = form.nextWord(0); word >= 0; word = form.nextWord(word + 1)) {
            words[word] |= answers.present(form.row, word);
            end = Math.max(end, word + 1);
        }
    }

    /** Whether any of some issues is shown. */
    public boolean hasAny(AskedIssues asked) {
        return asked.mask().isIn(words);
    }

    /** How many of some issues are shown. */
    public int count(AskedIssues asked) {
        return asked.mask().countIn(words);
    }
}
