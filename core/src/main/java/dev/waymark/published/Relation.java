package dev.waymark.published;

import dev.waymark.definition.Definition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a published figure follows from others.
 *
 * @param type how
 * @param terms the ids of the others
 */
public record Relation(Type type, List<String> terms) {

    /** Keeps an unmodifiable copy. */
    public Relation {
        terms = List.copyOf(terms);
    }

    /** How a figure follows from others. */
    public enum Type {
        /** It is all of them together. */
        SUM("sum", 0, " + "),
        /** It is the first over the second, as a percentage where it is one. */
        RATIO("ratio", 2, " of "),
        /** It is the first less the second. */
        DIFFERENCE("difference", 2, " - "),
        /** It is the same number, perhaps rounded otherwise. */
        EQUALS("equals", 1, ""),
        /**
         * It is what came in: the first (all of this year) less what was left of the year before, which is the second
         * (all of that year) less the third (what ended in it).
         */
        ROLL_FORWARD("rollForward", 3, "");

        private final String word;
        private final int size;
        private final String sign;

        Type(String word, int size, String sign) {
            this.word = word;
            this.size = size;
            this.sign = sign;
        }

        /** The type as files write it. */
        public String word() {
            return word;
        }
    }

    /** Reads a relation, such as <code>{"ratio": ["children", "individuals"]}</code>. */
    static Relation read(Definition relation) {
        relation.allowOnly(Arrays.stream(Type.values()).map(Type::word).toArray(String[]::new));
        if (relation.keys().size() != 1) {
            throw relation.refuse(
                    "one of " + Arrays.stream(Type.values()).map(Type::word).collect(Collectors.joining(", ")));
        }
        String word = relation.keys().get(0);
        Type type = Arrays.stream(Type.values())
                .filter(t -> t.word.equals(word))
                .findFirst()
                .orElseThrow();
        Definition terms = relation.at(word);
        List<String> ids = terms.isText() ? List.of(terms.text()) : terms.texts();
        if (ids.isEmpty() || (type.size > 0 && ids.size() != type.size)) {
            throw terms.refuse(
                    type.size == 0 ? "the ids of one figure or more" : "the ids of " + type.size + " figures");
        }
        return new Relation(type, ids);
    }

    /**
     * What comes of it.
     *
     * @param numbers what the terms can have been
     * @param factor what a ratio is multiplied by
     * @return empty if something would be divided by 0
     */
    Optional<Possible> of(List<Possible> numbers, long factor) {
        return switch (type) {
            case SUM -> numbers.stream().reduce(Possible::plus);
            case RATIO -> numbers.get(0).times(factor).over(numbers.get(1));
            case DIFFERENCE -> Optional.of(numbers.get(0).minus(numbers.get(1)));
            case EQUALS -> Optional.of(numbers.get(0));
            case ROLL_FORWARD -> Optional.of(numbers.get(0).minus(numbers.get(1).minus(numbers.get(2))));
        };
    }

    /** How the numbers may all be right though the relation does not hold; empty where they cannot. */
    String unless() {
        return type == Type.ROLL_FORWARD
                ? ", unless families that ended or began were left from the year before too"
                : "";
    }

    /** The calculation with the numbers printed: "26 of 33". */
    String written(List<String> numbers) {
        return switch (type) {
            case EQUALS -> terms.get(0);
            case ROLL_FORWARD -> numbers.get(0) + " - (" + numbers.get(1) + " - " + numbers.get(2) + ")";
            default -> String.join(type.sign, numbers);
        };
    }
}
