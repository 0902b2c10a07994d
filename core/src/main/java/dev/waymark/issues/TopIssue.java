package dev.waymark.issues;

/**
 * How many subjects had an issue before and after, of those with a yes or a no in both forms.
 *
 * @param issue the code of the issue
 * @param level whom the forms are about: family or individual
 * @param atFirst how many had it at their first form
 * @param atLast how many had it at their last form
 * @param base how many answered it in both forms
 */
public record TopIssue(String issue, String level, long atFirst, long atLast, long base) {

    /** How many fewer had it at last; below 0 if more had it. */
    public long fell() {
        return atFirst - atLast;
    }
}
