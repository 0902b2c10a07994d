package dev.waymark.published;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What can be said of a printed number; never more than arithmetic can say. Worst first. */
public enum Verdict {
    /** It contradicts the numbers printed beside it, or no whole numerator prints so. */
    INCONSISTENT,
    /** The report has another value, or none. */
    DIFFERS,
    /** Whatever had been printed would have passed: the check has no power. */
    CANNOT_TELL,
    /** There was nothing to hold it against. */
    NOT_CHECKED,
    /** It agrees with the numbers printed beside it. */
    CONSISTENT,
    /** The report has the same value, as precisely as it was printed. */
    EQUAL;

    private static final List<Verdict> BY_WEIGHT = List.of(INCONSISTENT, DIFFERS, EQUAL, CONSISTENT, CANNOT_TELL);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The verdict as files write it. */
    public String word() {
        return word;
    }

    /** Whether it says that something is wrong. */
    public boolean isContradiction() {
        return this == INCONSISTENT || this == DIFFERS;
    }

    /** The verdict on a figure from those on its parts: a contradiction outweighs all, a proof what says nothing. */
    static Verdict of(Collection<Verdict> parts) {
        return BY_WEIGHT.stream().filter(parts::contains).findFirst().orElse(NOT_CHECKED);
    }
}
