package dev.waymark.pbr.criterion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A number that a scheme is held against, with how sure it is and where it comes from; it has two decimals at most.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Threshold {

    private static final int HUNDREDTHS = 2;
    private static final int ALL_IN_HUNDREDTHS = 100;

    private final String name;
    private final BigDecimal value;
    private final List<Earlier> earlier;
    private final Mark mark;
    private final String source;
    private final long hundredths;
    private final long[] earlierHundredths;

    /**
     * A number that held before a day.
     *
     * @param before the first day on which it no longer holds
     * @param value the number
     */
    public record Earlier(LocalDate before, BigDecimal value) {}

    /**
     * A number.
     *
     * @param name what it is called in the scheme
     * @param value the number
     * @param earlier the numbers that held before certain days, earliest first
     * @param mark how sure it is
     * @param source where it stands
     */
    Threshold(String name, BigDecimal value, List<Earlier> earlier, Mark mark, String source) {
        this.name = name;
        this.value = value;
        this.earlier = List.copyOf(earlier);
        this.mark = mark;
        this.source = source;
        this.hundredths = hundredths(value);
        this.earlierHundredths =
                earlier.stream().mapToLong(one -> hundredths(one.value())).toArray();
    }

    private static long hundredths(BigDecimal number) {
        return number.movePointRight(HUNDREDTHS).longValueExact();
    }

    /** What it is called in the scheme. */
    public String name() {
        return name;
    }

    /** The number that holds in the end. */
    public BigDecimal value() {
        return value;
    }

    /** The numbers that held before certain days, earliest first. */
    List<Earlier> earlier() {
        return earlier;
    }

    /** The whole number that holds on a day. */
    public int wholeOn(LocalDate day) {
        return (int) (hundredthsOn(day) / ALL_IN_HUNDREDTHS);
    }

    /** The number that holds on a day, in hundredths: 15 % are 1,500. */
    public long hundredthsOn(LocalDate day) {
        for (int i = 0; i < earlierHundredths.length; i++) {
            if (day.isBefore(earlier.get(i).before())) {
                return earlierHundredths[i];
            }
        }
        return hundredths;
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
