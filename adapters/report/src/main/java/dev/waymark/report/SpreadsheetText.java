package dev.waymark.report;

import java.util.regex.Pattern;

/**
 * Text that stays text in a spreadsheet, so that opening a file runs nothing.
 *
 * <p>A spreadsheet takes a cell that begins with one of {@code = + - @}, with their wide forms, or with a tab or a line
 * break for a formula or part of one. Such text gets an apostrophe in front, and so does text that begins with an
 * apostrophe: whoever reads the file back drops one leading apostrophe of a text cell, and has what it was. Characters
 * that are not seen (blanks, marks of direction) in front of the sign do not hide it. Numbers are no text and are
 * written as they are.
 */
final class SpreadsheetText {

    private static final char MARK = '\'';
    private static final Pattern BEGINS_FORMULA =
            Pattern.compile("['\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private SpreadsheetText() {}

    /** The text as it stands in a cell. */
    static String cell(String text) {
        return !beginsPlainly(text) && BEGINS_FORMULA.matcher(text).lookingAt() ? MARK + text : text;
    }

    /** Whether a text has nothing in front that the pattern would have to look at, as nearly every one has not. */
    private static boolean beginsPlainly(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    }
}
