package dev.waymark.measure;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a measure is called, needs and rests on.
 *
 * @param id small letters, digits and hyphens with a prefix of the author's, such as {@code anytown.home-visits}
 * @param version the version of the definition, to be raised when the same data would give other figures
 * @param title what it measures, in a few words
 * @param needs the tables without which it has no figures, tables of the data format
 * @param parameters what can be set, with the values set
 * @param source where the rule is written down
 */
public record MeasureSpec(
        String id, String version, String title, List<String> needs, Map<String, String> parameters, String source) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

    /** Refuses an id that is none, an empty text and a table that there is not. */
    public MeasureSpec {
        if (!ID.matcher(id).matches()) {
            throw new WaymarkException(
                    "WM-MEASURE-ID",
                    "'" + id + "' is no id of a measure. Use small letters, digits and hyphens with a prefix of yours,"
                            + " such as anytown.home-visits.");
        }
        if (version.isBlank() || title.isBlank() || source.isBlank()) {
            throw new WaymarkException(
                    "WM-MEASURE-SPEC", "measure " + id + " has an empty version, title or source. State all three.");
        }
        needs = List.copyOf(needs);
        for (String table : needs) {
            if (DataFormat.CURRENT.table(table).isEmpty()) {
                throw new WaymarkException(
                        "WM-MEASURE-SPEC",
                        "measure " + id + " needs a table '" + table
                                + "', which the data format does not have. It has: "
                                + DataFormat.CURRENT.tableNames() + ".");
            }
        }
        parameters = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(parameters));
    }

    /** A measure without parameters that needs no table beside families and episodes. */
    public static MeasureSpec of(String id, String version, String title, String source) {
        return new MeasureSpec(id, version, title, List.of(), Map.of(), source);
    }

    /** The same measure, which needs these tables. */
    public MeasureSpec needing(String... tables) {
        return new MeasureSpec(id, version, title, List.of(tables), parameters, source);
    }

    /** The same measure, with one more parameter and the value that it is set to. */
    public MeasureSpec with(String parameter, int value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(parameter, Integer.toString(value));
        return new MeasureSpec(id, version, title, needs, more, source);
    }
}
