package dev.waymark.figure;

import com.google.common.collect.ImmutableMap;
import dev.waymark.data.TextOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What part of the whole a figure is about: named values such as {@code area = home-and-money}, in their order.
 *
 * <p>Two of them with the same values under the same names are equal, whatever the order. A report has some thousand,
 * of one to four values each, so they are kept one after the other and not in a map. <b>Threads:</b> immutable.
 * <b>Errors:</b> {@link IllegalArgumentException} for a name that is given twice.
 */
public final class Dimensions {

    /** No dimension: the figure is about the whole. */
    public static final Dimensions NONE = new Dimensions(Map.of());

    /** The value of what is not recorded; listed last. */
    public static final String NOT_RECORDED = "not-recorded";

    /** Values that only the data knows in the order in which reports list them: A to Z, not-recorded last. */
    public static List<String> inOrder(Collection<String> values) {
        List<String> ordered = new ArrayList<>(values);
        ordered.sort(TextOrder.A_TO_Z);
        if (ordered.remove(NOT_RECORDED)) {
            ordered.add(NOT_RECORDED);
        }
        return ordered;
    }

    /** Name, value, name, value and so on. */
    private final String[] words;

    private Dimensions(String[] words) {
        this.words = words;
    }

    /** These values by name, in the order in which the map gives them. */
    public Dimensions(Map<String, String> values) {
        words = new String[2 * values.size()];
        int place = 0;
        for (Map.Entry<String, String> value : values.entrySet()) {
            words[place++] = Objects.requireNonNull(value.getKey(), "name");
            words[place++] = Objects.requireNonNull(value.getValue(), "value");
        }
    }

    /** One dimension. */
    public static Dimensions of(String name, String value) {
        return NONE.and(name, value);
    }

    /** These dimensions and one more, behind them. */
    public Dimensions and(String name, String value) {
        return with(words.length, name, value);
    }

    /** These dimensions and one more, in front of them. */
    public Dimensions inFront(String name, String value) {
        return with(0, name, value);
    }

    private Dimensions with(int place, String name, String value) {
        if (placeOf(Objects.requireNonNull(name, "name")) >= 0) {
            throw new IllegalArgumentException("the dimension " + name + " is given twice: " + this);
        }
        String[] more = new String[words.length + 2];
        System.arraycopy(words, 0, more, 0, place);
        more[place] = name;
        more[place + 1] = Objects.requireNonNull(value, "value");
        System.arraycopy(words, place, more, place + 2, words.length - place);
        return new Dimensions(more);
    }

    /** The others, without the one of this name, if there is one. */
    public Dimensions without(String name) {
        int place = placeOf(name);
        if (place < 0) {
            return this;
        }
        String[] others = new String[words.length - 2];
        System.arraycopy(words, 0, others, 0, place);
        System.arraycopy(words, place + 2, others, place, others.length - place);
        return new Dimensions(others);
    }

    private int placeOf(String name) {
        for (int place = 0; place < words.length; place += 2) {
            if (words[place].equals(name)) {
                return place;
            }
        }
        return -1;
    }

    /** How many there are. */
    public int count() {
        return words.length / 2;
    }

    /** The value of a dimension, if the figure is by it. */
    public Optional<String> value(String name) {
        int place = placeOf(name);
        return place < 0 ? Optional.empty() : Optional.of(words[place + 1]);
    }

    /** Whether a part is these dimensions or some of them, each with the same value. */
    public boolean includes(Dimensions part) {
        for (int place = 0; place < part.words.length; place += 2) {
            int same = placeOf(part.words[place]);
            if (same < 0 || !part.words[place + 1].equals(words[same + 1])) {
                return false;
            }
        }
        return true;
    }

    /** The name of the dimension at a place, from 0. */
    public String name(int place) {
        return words[2 * place];
    }

    /** The value of the dimension at a place, from 0. */
    public String value(int place) {
        return words[2 * place + 1];
    }

    /** The values by name, in their order, as a map that is made for each who asks. */
    public Map<String, String> values() {
        ImmutableMap.Builder<String, String> values = ImmutableMap.builderWithExpectedSize(count());
        for (int place = 0; place < count(); place++) {
            values.put(name(place), value(place));
        }
        return values.buildOrThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimensions dimensions
                && dimensions.words.length == words.length
                && includes(dimensions);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int place = 0; place < words.length; place += 2) {
            hash += words[place].hashCode() ^ words[place + 1].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
