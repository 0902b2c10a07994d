package dev.waymark.pbr.criterion;

/** How sure a number of a scheme is. */
public enum Mark {
    /** It stands in the programme's own documents. */
    STATED("S"),
    /** It was read in a public source. */
    READ("V"),
    /** It is an assumption, to be set by the council. */
    ASSUMED("A");

    private final String letter;

    Mark(String letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in a scheme. */
    public String letter() {
        return letter;
    }

    static Mark of(String letter) {
        for (Mark mark : values()) {
            if (mark.letter.equals(letter)) {
                return mark;
            }
        }
        throw new IllegalArgumentException(letter);
    }
}
