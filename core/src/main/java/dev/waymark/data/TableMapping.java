package dev.waymark.data;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where one table comes from.
 *
 * @param source a file, a table of another name or a query, as the source understands it; the table's own name if the
 *     mapping names none
 * @param columns the mapped columns by their name in the data format; columns that are not in it are not read
 */
public record TableMapping(String source, Map<String, ColumnMapping> columns) {

    private static final Pattern QUERY = Pattern.compile("(?i)select\\s");
    private static final int LONGEST_PLACE = 80;

    /** Whether a source is a query: {@code select}, in any case, and white space behind it. */
    public static boolean isQuery(String source) {
        return QUERY.matcher(source).lookingAt();
    }

    /** How errors name a query: on one line, and no more than its beginning. */
    public static String placeOfQuery(String query) {
        String oneLine = query.replaceAll("\\s+", " ").strip();
        return oneLine.length() > LONGEST_PLACE ? oneLine.substring(0, LONGEST_PLACE) + "..." : oneLine;
    }
}
