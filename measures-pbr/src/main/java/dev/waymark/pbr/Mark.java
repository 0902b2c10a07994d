package dev.waymark.pbr;

/** How sure a number of a scheme is. */
public enum Mark {
    /** It stands in the programme's own documents. */
    STATED("S"),
    /** It was read in a public source. */
    READ("V"),
    /** It is an assumption of ours, to be set by the council. */
    ASSUMED("A");

    private final String letter;

    Mark(String letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in a scheme. */
    public String letter() {
        return letter;
    }
}
