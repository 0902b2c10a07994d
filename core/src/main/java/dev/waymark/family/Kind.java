package dev.waymark.family;

/** When in the work with a family a Star reading or a form was taken. */
public enum Kind {
    /** At the start. */
    INITIAL,
    /** On the way. */
    REVIEW,
    /** At the end. */
    CLOSURE;

    private static final Kind[] KINDS = values();

    static Kind of(byte word) {
        return KINDS[word];
    }

    /** The kind as data writes it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
