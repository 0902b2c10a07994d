package dev.waymark.data;

import java.util.Comparator;

/**
 * The one order of text: by Unicode code point.
 *
 * <p>{@link String#compareTo} orders by UTF-16 unit and so puts the characters above U+FFFF before those from U+E000
 * on.
 */
public final class TextOrder {

    /** Orders texts from A to Z by code point. */
    public static final Comparator<String> A_TO_Z = TextOrder::compare;

    private TextOrder() {}

    /** Compares two texts by code point. */
    public static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean leftPair = Character.isSurrogate(l);
                boolean rightPair = Character.isSurrogate(r);
                return leftPair == rightPair ? Character.compare(l, r) : leftPair ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
