package dev.waymark.data;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a source writes dates, as a mapping says it: {@code dd/MM/yyyy}.
 *
 * <p>Strict, but for the case of letters: 31/02/2015 is no date. <b>Threads:</b> immutable.
 */
public final class DatePattern {

    /** A letter for the year, or text that a pattern has as it is. */
    private static final Pattern YEAR_OR_QUOTED = Pattern.compile("y|'[^']*'");

    private final String text;
    private final DateTimeFormatter formatter;

    private DatePattern(String text, DateTimeFormatter formatter) {
        this.text = text;
        this.formatter = formatter;
    }

    /**
     * The pattern of a mapping.
     *
     * @throws WaymarkException {@code WM-DEFINITION} for one that has not the day, the month and the whole year
     */
    static DatePattern read(Definition pattern) {
        try {
            return of(pattern.text());
        } catch (IllegalArgumentException e) {
            throw pattern.refuse(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A pattern, with the letters that {@link DateTimeFormatter} has.
     *
     * @throws IllegalArgumentException for one that has not the day, the month and the whole year
     */
    public static DatePattern of(String pattern) {
        DateTimeFormatter formatter;
        try {
            formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(YEAR_OR_QUOTED
                            .matcher(pattern)
                            .replaceAll(
                                    found -> found.group().equals("y") ? "u" : Matcher.quoteReplacement(found.group())))
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            if (!givesBack(formatter, LocalDate.of(2015, 4, 1))) {
                throw new DateTimeException(pattern);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("a date pattern with day, month and year, such as dd/MM/yyyy", e);
        }
        if (!givesBack(formatter, LocalDate.of(1950, 12, 31))) {
            throw new IllegalArgumentException("a date pattern with the whole year, such as dd/MM/yyyy: without its"
                    + " century a birth in 1950 would be read as one in 2050. Let the source write four digits");
        }
        return new DatePattern(pattern, formatter);
    }

    private static boolean givesBack(DateTimeFormatter formatter, LocalDate day) {
        return LocalDate.parse(formatter.format(day.atStartOfDay()), formatter).equals(day);
    }

    /**
     * The date that a text is.
     *
     * @throws DateTimeException if it is none of this pattern
     */
    LocalDate parse(String date) {
        return LocalDate.parse(date, formatter);
    }

    /** The pattern as the mapping has it. */
    @Override
    public String toString() {
        return text;
    }
}
