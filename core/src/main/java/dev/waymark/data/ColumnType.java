package dev.waymark.data;

/** What the values of a column are. */
public enum ColumnType {
    /** The row's own id: opaque text, unique in its table. */
    ID,
    /** The id of a row of another table. */
    REFERENCE,
    /** Free text or a code that no list limits. */
    TEXT,
    /** One of a list of words, in any case. */
    WORD,
    /** A calendar date from {@link DataFormat#FIRST_DAY} to {@link DataFormat#LAST_DAY}. */
    DATE,
    /** A whole number from 0 to 2147483647. */
    COUNT,
    /** Pounds, whole or with one or two decimals; kept in pence. */
    AMOUNT,
    /** A financial year like 2015/16; kept as its first calendar year. */
    YEAR,
    /** The id of a Star that has a definition; empty is the Family Star Plus. */
    STAR
}
