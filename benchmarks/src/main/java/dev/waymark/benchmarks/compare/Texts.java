package dev.waymark.benchmarks.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A few texts by their place, found by a hash of their bytes.
 *
 * <p>Two texts of one hash of 56 bits would be taken for one. <b>Threads:</b> any number: an entry is one word, and one
 * that a thread does not see yet it looks for again under the lock.
 */
final class Texts {

    /** As many as one long has bits for. */
    static final int MOST = Long.SIZE;

    private static final int SLOTS = 1024;
    private static final long PLACE = 0xff;

    private final long[] entries = new long[SLOTS];
    private final List<String> texts = new ArrayList<>();

    /** Mixes the next eight bytes into a hash. */
    static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    /** The place of the text with this hash, which stands at these bytes. */
    int place(long hash, FileChunk chunk, int from, int to) {
        long key = (hash & ~PLACE) | 0x100;
        int slot = (int) (hash >>> 40) & (SLOTS - 1);
        while (entries[slot] != 0) {
            if ((entries[slot] & ~PLACE) == key) {
                return (int) (entries[slot] & PLACE);
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return added(key, slot, chunk, from, to);
    }

    private synchronized int added(long key, int free, FileChunk chunk, int from, int to) {
        int slot = free;
        while (entries[slot] != 0) {
            if ((entries[slot] & ~PLACE) == key) {
                return (int) (entries[slot] & PLACE);
            }
            slot = slot + 1 & SLOTS - 1;
        }
        byte[] text = new byte[to - from];
        chunk.bytes.get(from, text);
        int place = texts.size();
        if (place == MOST) {
            throw new IllegalStateException("more than 64 different texts in a column");
        }
        texts.add(new String(text, StandardCharsets.UTF_8));
        entries[slot] = key | place;
        return place;
    }

    synchronized String[] all() {
        return texts.toArray(new String[0]);
    }
}
