package dev.waymark.benchmarks.compare;

/** A data set as primitive arrays; ids are numbers and the places in the arrays. */
final class FloorTables {

    static final int NEVER = Integer.MAX_VALUE;
    static final int INITIAL = 0;
    static final int REVIEW = 1;
    static final int CLOSURE = 2;

    /** Cells of an episode behind the family. */
    static final int OPENED = 1;

    static final int CLOSED = 2;
    static final int EPISODE_CELLS = 3;

    /** Cells of a reading behind the family: its scores have four bits each, 0 for none, eight in the first cell. */
    static final int READ_ON = 1;

    static final int READING_KIND = 2;
    static final int SCORES = 3;
    static final int MORE_SCORES = 4;
    static final int READING_CELLS = 5;

    /** Cells of a form behind the family. */
    static final int FORM_DAY = 1;

    static final int FORM_KIND = 2;
    static final int FORM_ID = 3;
    static final int FORM_CELLS = 4;

    final String[] districts;
    final String[] issues;
    /** The district of each family; -1 where no family has the id. */
    final byte[] districtOf;

    final Rows.Sorted episodes;
    final Rows.Sorted readings;
    final Rows.Sorted forms;
    /** The issues that a form answers yes or no, a bit each. */
    final long[] answered;
    /** The issues that a form answers yes. */
    final long[] present;

    FloorTables(
            String[] districts,
            String[] issues,
            byte[] districtOf,
            Rows.Sorted episodes,
            Rows.Sorted readings,
            Rows.Sorted forms,
            long[] answered,
            long[] present) {
        this.districts = districts;
        this.issues = issues;
        this.districtOf = districtOf;
        this.episodes = episodes;
        this.readings = readings;
        this.forms = forms;
        this.answered = answered;
        this.present = present;
    }
}
