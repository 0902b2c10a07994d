package dev.waymark.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** The order of text of the data format. */
final class CodePointOrder {

    /** "Text is ordered by Unicode code point everywhere". */
    static final Comparator<String> A_TO_Z = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private CodePointOrder() {}

    /** An empty sorted set of text, "A to Z". */
    static Set<String> sortedSet() {
        return new TreeSet<>(A_TO_Z);
    }
}
