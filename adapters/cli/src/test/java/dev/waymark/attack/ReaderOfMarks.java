package dev.waymark.attack;

import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Report;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who reads beside the figures the word for which each is suppressed, and draws bounds from it: a count that
 * is primary is 1 to 5, and a number of a figure that is secondary is 0 or above 5.
 *
 * <p>Some that are secondary are small after all. This reader is told which, so that he is never misled, and knows more
 * than anybody can.
 */
final class ReaderOfMarks {

    private static final long FAR = 1L << 40;
    private static final int ROUNDS = 100;

    private final int small;
    private final Map<String, long[]> bounds = new HashMap<>();
    private final Set<String> notSmall = new HashSet<>();

    ReaderOfMarks(Report report, Report published, Attacker attacker, int small) {
        this.small = small;
        for (Map<String, Integer> relation : attacker.relations()) {
            relation.keySet().forEach(name -> bounds.put(name, boundsAtFirst(name, attacker)));
        }
        for (int f = 0; f < published.figures().size(); f++) {
            read(report.figures().get(f), published.figures().get(f).status().reason());
        }
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (Map<String, Integer> relation : attacker.relations()) {
                moved |= tighten(relation);
            }
        }
    }

    boolean knows(String name) {
        return bounds.containsKey(name) && bounds.get(name)[0] == bounds.get(name)[1];
    }

    private static long[] boundsAtFirst(String name, Attacker attacker) {
        boolean canBeNegative = name.endsWith(".sum") || name.contains("relative-change");
        return attacker.seen(name).map(number -> new long[] {number, number}).orElseGet(() ->
                new long[] {canBeNegative ? -FAR : 0, FAR});
    }

    private void read(Figure secret, Optional<String> reason) {
        if (reason.equals(Optional.of("primary")) && secret instanceof Count) {
            narrow(Attacker.name(secret, "count"), 1, small);
        } else if (reason.equals(Optional.of("secondary"))) {
            Map<String, BigDecimal> numbers = numbers(secret);
            if (numbers.values().stream().noneMatch(this::isSmall)) {
                notSmall.addAll(numbers.keySet());
            }
        }
    }

    /** The counts behind a figure, by their names. */
    static Map<String, BigDecimal> numbers(Figure figure) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        if (figure instanceof Count) {
            figure.value().ifPresent(count -> numbers.put(Attacker.name(figure, "count"), count));
        }
        figure.denominator().ifPresent(base -> numbers.put(Attacker.name(figure, "d"), base));
        if (figure instanceof Percentage percentage && percentage.isProportion()) {
            figure.numerator().ifPresent(part -> {
                numbers.put(Attacker.name(figure, "n"), part);
                figure.denominator().ifPresent(base -> numbers.put(Attacker.name(figure, "rest"), base.subtract(part)));
            });
        }
        return numbers;
    }

    boolean isSmall(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(BigDecimal.valueOf(small)) <= 0;
    }

    private boolean tighten(Map<String, Integer> relation) {
        boolean moved = false;
        for (String name : relation.keySet()) {
            long least = 0;
            long most = 0;
            for (Map.Entry<String, Integer> other : relation.entrySet()) {
                if (!other.getKey().equals(name)) {
                    long[] its = bounds.get(other.getKey());
                    long factor = other.getValue();
                    least += factor * (factor > 0 ? its[0] : its[1]);
                    most += factor * (factor > 0 ? its[1] : its[0]);
                }
            }
            long factor = relation.get(name);
            List<Long> ends = factor > 0 ? List.of(-most, -least) : List.of(least, most);
            long size = Math.abs(factor);
            moved |= narrow(name, -Math.floorDiv(-ends.get(0), size), Math.floorDiv(ends.get(1), size));
        }
        return moved;
    }

    private boolean narrow(String name, long from, long to) {
        long[] its = bounds.get(name);
        if (its == null) {
            return false;
        }
        boolean skips = notSmall.contains(name);
        long least = skips && from > 0 ? Math.max(from, small + 1L) : from;
        long most = skips && to <= small ? Math.min(to, 0) : to;
        boolean moved = least > its[0] || most < its[1];
        its[0] = Math.max(its[0], least);
        its[1] = Math.min(its[1], most);
        return moved;
    }
}
