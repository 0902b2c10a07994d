package dev.waymark.measure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One record that a family's counts rest on.
 *
 * @param table the table it stands in
 * @param id its id, if records of the table have one
 * @param date its day
 * @param roles what it is to the measure, such as {@code counted}; empty for a record that was looked at and not used
 * @param values what of it was used, by name
 */
public record Evidence(
        String table, Optional<String> id, LocalDate date, List<String> roles, Map<String, String> values) {

    /** Keeps unmodifiable copies, the values by name. */
    public Evidence {
        roles = List.copyOf(roles);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The record in one line: table, id, day, what it is to the measure, and what of it was used. */
    public String inWords() {
        return table + id.map(one -> " " + one).orElse("") + " of " + date
                + (roles.isEmpty() ? "" : " (" + String.join(", ", roles) + ")")
                + (values.isEmpty() ? "" : " " + values);
    }
}
