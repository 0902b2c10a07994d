package dev.waymark.data;

import java.util.Map;
import java.util.Optional;

/**
 * Where the values of one column come from: a column of the source, or one constant for all rows.
 *
 * @param sourceColumn the source's column; empty for a constant
 * @param constant the constant; empty for a column
 * @param datePattern how the source writes dates; empty for ISO 8601
 * @param values what the source's values stand for; a value that is not in it is used as it stands
 */
public record ColumnMapping(
        Optional<String> sourceColumn,
        Optional<String> constant,
        Optional<DatePattern> datePattern,
        Map<String, String> values) {}
