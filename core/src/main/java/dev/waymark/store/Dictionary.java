package dev.waymark.store;

import dev.waymark.data.RowBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The different texts of a column, each with a code: a small whole number that stands for it in the rows.
 *
 * <p>In a finished store the codes follow the order of the texts, A to Z. <b>Threads:</b> safe to read once the store
 * is made.
 */
public final class Dictionary {

    /** The code of a value that is not recorded. */
    public static final int NONE = -1;

    private static final int END_BITS = 8;

    private TextColumn texts = new TextColumn();
    private TextIndex index = new TextIndex(texts);
    private List<String> strings = List.of();
    /** The same texts as values that are present, made once: a measure asks for them in every row. */
    private List<Optional<String>> present = List.of();
    /**
     * The code that came last of the texts with an end like it: mostly the text looked for, whatever the order in which
     * texts come. By the end, since the codes of one list often begin alike.
     */
    private final int[] byEnd = new int[1 << END_BITS];

    Dictionary() {}

    int code(byte[] text, int from, int to) {
        if (from == to) {
            return NONE;
        }
        long end = RowBlock.head(text, Math.max(from, to - Long.BYTES), to);
        int slot = (int) (RowBlock.mixed(end) >>> (Long.SIZE - END_BITS));
        int likely = byEnd[slot];
        if (likely >= texts.size() || !texts.is(likely, text, from, to)) {
            likely = codeOf(text, from, to);
            byEnd[slot] = likely;
        }
        return likely;
    }

    private int codeOf(byte[] text, int from, int to) {
        int code = index.find(text, from, to);
        if (code < 0) {
            code = texts.size();
            texts.add(text, from, to);
            index.add(code);
        }
        return code;
    }

    /** How many different texts there are. */
    public int size() {
        return Math.max(texts.size(), strings.size());
    }

    /** The text of a code. */
    public String text(int code) {
        return strings.get(code);
    }

    /** The text of a code, or none of {@link #NONE}. */
    public Optional<String> ifRecorded(int code) {
        return code == NONE ? Optional.empty() : present.get(code);
    }

    /** The texts, in the order of their codes. */
    public List<String> texts() {
        return strings;
    }

    /**
     * The codes of another dictionary's texts in this one, which takes them in A to Z: where the first one brings all
     * there are, their codes are final and {@link #settle} moves nothing.
     */
    int[] take(Dictionary other) {
        int[] codes = new int[other.size()];
        for (int code : other.inOrder()) {
            byte[] text = other.texts.get(code).getBytes(StandardCharsets.UTF_8);
            codes[code] = code(text, 0, text.length);
        }
        return codes;
    }

    /** The codes of unordered texts, by the order of the texts. */
    private List<Integer> inOrder() {
        TextColumn unordered = texts;
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparing((Integer code) -> code, unordered::compare))
                .toList();
    }

    /** Orders the texts; gives the new code of each old one. */
    int[] settle() {
        List<Integer> order = inOrder();
        int[] newCodes = new int[size()];
        List<String> ordered = new ArrayList<>();
        for (int place = 0; place < newCodes.length; place++) {
            newCodes[order.get(place)] = place;
            ordered.add(texts.get(order.get(place)));
        }
        finish(ordered);
        texts = new TextColumn();
        index = new TextIndex(texts);
        return newCodes;
    }

    /** Forgets the texts that no row uses; gives the new code of each that stays. */
    int[] keep(BitSet used) {
        int[] newCodes = new int[size()];
        List<String> kept = new ArrayList<>();
        for (int code = 0; code < newCodes.length; code++) {
            if (used.get(code)) {
                newCodes[code] = kept.size();
                kept.add(strings.get(code));
            }
        }
        finish(kept);
        return newCodes;
    }

    private void finish(List<String> inOrder) {
        strings = List.copyOf(inOrder);
        present = strings.stream().map(Optional::of).toList();
    }

    long bytes() {
        return strings.stream().mapToLong(s -> 64L + s.length()).sum();
    }
}
