package dev.waymark.store;

/** Finds the row of a text among the texts of a column, without making strings. */
final class TextIndex {

    private final TextColumn texts;
    private int[] slots;
    private int used;

    TextIndex(TextColumn texts) {
        this.texts = texts;
        this.slots = new int[Integer.highestOneBit(Math.max(16, Math.min(1 << 28, texts.size()))) * 4];
    }

    /** The row with this text, which is looked for at a likely row first; or -1. All rows of the column are in. */
    int find(byte[] text, int from, int to, int likely) {
        return likely < texts.size() && texts.is(likely, text, from, to) ? likely : find(text, from, to);
    }

    /** The row that was put in with this text, or -1. */
    int find(byte[] text, int from, int to) {
        int mask = slots.length - 1;
        for (int slot = TextColumn.hash(text, from, to) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (texts.is(slots[slot] - 1, text, from, to)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    /** Puts in a row of the column, unless a row with the same text is there already: then false. */
    boolean add(int row) {
        if (2L * ++used > slots.length) {
            grow();
        }
        int mask = slots.length - 1;
        int slot = texts.hash(row) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (texts.compare(slots[slot] - 1, row) == 0) {
                used--;
                return false;
            }
        }
        slots[slot] = row + 1;
        return true;
    }

    /** Whether a row with the same text as this one is in. */
    boolean has(int row) {
        int mask = slots.length - 1;
        for (int slot = texts.hash(row) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (texts.compare(slots[slot] - 1, row) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Follows the rows to their new places: row {@code r} is now {@code places[r]}. */
    void moved(int[] places) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                slots[slot] = places[slots[slot] - 1] + 1;
            }
        }
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int slot = texts.hash(entry - 1) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
