package dev.waymark.store;

/** Finds the row of a finished table by its id, for the rows of other tables that refer to it. */
interface ParentIds {

    /** Stands for a column that refers to no table. */
    ParentIds NONE = (text, from, to) -> -1;

    /** The row with this id, or -1. */
    int find(byte[] text, int from, int to);
}
