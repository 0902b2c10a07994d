package dev.waymark.pbr.criterion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A number that a scheme is held against, with how sure it is and where it comes from.
 *
 * @param name what it is called in the scheme
 * @param value the number
 * @param earlier the numbers that held before certain days, earliest first
 * @param mark how sure it is
 * @param source where it stands
 */
public record Threshold(String name, BigDecimal value, List<Earlier> earlier, Mark mark, String source) {

    private static final int HUNDREDTHS = 2;

    /**
     * A number that held before a day.
     *
     * @param before the first day on which it no longer holds
     * @param value the number
     */
    public record Earlier(LocalDate before, BigDecimal value) {}

    /** Keeps an unmodifiable copy. */
    public Threshold {
        earlier = List.copyOf(earlier);
    }

    /** The number that holds on a day. */
    public BigDecimal on(LocalDate day) {
        for (int i = 0; i < earlier.size(); i++) {
            if (day.isBefore(earlier.get(i).before())) {
                return earlier.get(i).value();
            }
        }
        return value;
    }

    /** The whole number that holds on a day. */
    public int wholeOn(LocalDate day) {
        return on(day).intValueExact();
    }

    /** The number that holds on a day, in hundredths: 15 % are 1,500. */
    public long hundredthsOn(LocalDate day) {
        return on(day).movePointRight(HUNDREDTHS).longValueExact();
    }

    /** The number with its mark and source, as an explanation shows it. */
    public String inWords() {
        StringBuilder text = new StringBuilder(value.toPlainString());
        earlier.forEach(one -> text.append(", before ")
                .append(one.before())
                .append(' ')
                .append(one.value().toPlainString()));
        return text.append(" (")
                .append(mark.letter())
                .append(": ")
                .append(source)
                .append(')')
                .toString();
    }
}
