package dev.waymark.benchmarks.compare;

/** The period that the questions are about; they are as at its last day. */
final class Year {

    static final String PERIOD = "2015/16";
    static final String FIRST_DATE = "2015-04-01";
    static final String LAST_DATE = "2016-03-31";

    /** The first day, as days since 1970-01-01. */
    static final int FIRST_DAY = 16_526;

    /** The last day, as days since 1970-01-01. */
    static final int LAST_DAY = 16_891;

    private Year() {}
}
