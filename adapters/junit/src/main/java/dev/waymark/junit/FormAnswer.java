package dev.waymark.junit;

/**
 * An answer on a form.
 *
 * @param issue the code of the issue that was asked about
 * @param present yes, no or unknown
 */
public record FormAnswer(String issue, String present) {

    /** The issue is there. */
    public static FormAnswer yes(String issue) {
        return new FormAnswer(issue, "yes");
    }

    /** The issue is not there. */
    public static FormAnswer no(String issue) {
        return new FormAnswer(issue, "no");
    }

    /** Nobody knows. */
    public static FormAnswer unknown(String issue) {
        return new FormAnswer(issue, "unknown");
    }
}
