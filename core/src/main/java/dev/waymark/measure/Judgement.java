package dev.waymark.measure;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was judged of a family: what was asked, how it came out, and what it rests on, down to the records.
 *
 * @param about what was judged, such as {@code criterion education}
 * @param decision how it came out, in the measure's words, such as {@code not-met}
 * @param rule what was asked, in plain words; empty where it stands with what this is a part of
 * @param limits the numbers it was held against, each with where it comes from
 * @param values what was computed, by name
 * @param records the records that the values come from
 * @param parts what was judged on the way
 */
public record Judgement(
        String about,
        String decision,
        String rule,
        Map<String, String> limits,
        Map<String, String> values,
        List<Evidence> records,
        List<Judgement> parts) {

    private static final String INDENT = "  ";
    private static final CharMatcher FIRST_WORD_ENDS = CharMatcher.anyOf(" :");

    /** Keeps unmodifiable copies, in their order. */
    public Judgement {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        records = List.copyOf(records);
        parts = List.copyOf(parts);
    }

    /** The judgement as lines that can be read, parts indented below. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int end = FIRST_WORD_ENDS.indexIn(decision);
        int word = end < 0 ? decision.length() : end;
        lines.add(about + ": " + decision.substring(0, word).toUpperCase(Locale.ROOT) + decision.substring(word));
        if (!rule.isEmpty()) {
            lines.add(INDENT + rule);
        }
        limits.forEach((name, limit) -> lines.add(INDENT + "limit " + name + ": " + limit));
        values.forEach((name, value) -> lines.add(INDENT + name + ": " + value));
        for (Evidence record : records) {
            lines.add(INDENT + "record " + record.inWords());
        }
        for (Judgement part : parts) {
            part.lines().forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }
}
