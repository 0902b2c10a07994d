package dev.waymark.store;

/**
 * Finds the row of a text among the texts of a column, without making strings.
 *
 * <p>A slot holds a row plus one in as many low bits as count the slots; the bits above, which no row needs, are those
 * of the hash that did not choose the slot, so that two texts that come to one slot are mostly told apart without
 * looking at them.
 */
final class TextIndex {

    private final TextColumn texts;
    private int[] slots;

    TextIndex(TextColumn texts) {
        this.texts = texts;
        this.slots = new int[Integer.highestOneBit(Math.max(16, Math.min(1 << 28, texts.size()))) * 4];
    }

    /** An index of all rows of a column, whose texts are all different. */
    static TextIndex ofAll(TextColumn texts) {
        TextIndex index = new TextIndex(texts);
        for (int row = 0; row < texts.size(); row++) {
            index.add(row);
        }
        return index;
    }

    /** The row that was put in with this text, or -1. */
    int find(byte[] text, int from, int to) {
        int mask = slots.length - 1;
        int hash = TextColumn.hash(text, from, to);
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (((slots[slot] ^ hash) & ~mask) == 0 && texts.is((slots[slot] & mask) - 1, text, from, to)) {
                return (slots[slot] & mask) - 1;
            }
        }
        return -1;
    }

    /** Puts in a row of the column, unless a row with the same text is there already: then false. */
    boolean add(int row) {
        while (2L * row >= slots.length) {
            grow();
        }
        int mask = slots.length - 1;
        int hash = texts.hash(row);
        int slot = slotOf(row, hash);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = (hash & ~mask) | (row + 1);
        return true;
    }

    /** Whether a row with the same text as this one is in. */
    boolean has(int row) {
        return slots[slotOf(row, texts.hash(row))] != 0;
    }

    /** The slot of the row with the same text as this one; the empty slot for it, if there is none. */
    private int slotOf(int row, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0
                && (((slots[slot] ^ hash) & ~mask) != 0 || texts.compare((slots[slot] & mask) - 1, row) != 0)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Follows the rows to their new places: row {@code r} is now {@code places[r]}. */
    void moved(int[] places) {
        int mask = slots.length - 1;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                slots[slot] = (slots[slot] & ~mask) | (places[(slots[slot] & mask) - 1] + 1);
            }
        }
    }

    private void grow() {
        int before = slots.length - 1;
        int[] old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int hash = texts.hash((entry & before) - 1);
                int slot = hash & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = (hash & ~mask) | (entry & before);
            }
        }
    }
}
