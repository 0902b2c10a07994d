package dev.waymark.figure;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What part of the whole a figure is about: named values such as {@code area = home-and-money}, in their order.
 *
 * @param values the values by name
 */
public record Dimensions(Map<String, String> values) {

    /** No dimension: the figure is about the whole. */
    public static final Dimensions NONE = new Dimensions(Map.of());

    /** The value of what is not recorded; listed last. */
    public static final String NOT_RECORDED = "not-recorded";

    /** Keeps the values unmodifiable, in their order. */
    public Dimensions {
        values = ImmutableMap.copyOf(values);
    }

    /** One dimension. */
    public static Dimensions of(String name, String value) {
        return new Dimensions(Map.of(name, value));
    }

    /** These dimensions and one more, behind them. */
    public Dimensions and(String name, String value) {
        return new Dimensions(ImmutableMap.<String, String>builder()
                .putAll(values)
                .put(name, value)
                .buildOrThrow());
    }

    /** These dimensions and one more, in front of them. */
    public Dimensions inFront(String name, String value) {
        return new Dimensions(ImmutableMap.<String, String>builder()
                .put(name, value)
                .putAll(values)
                .buildOrThrow());
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
