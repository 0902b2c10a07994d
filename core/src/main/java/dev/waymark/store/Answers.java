package dev.waymark.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The answers on the forms of a data set: what each form says of each issue, as two bits.
 *
 * <p>An issue is known by its place among the issues of the data set, A to Z. Every form has a sheet of two bits an
 * issue, whether it answers the issue or not. Issues beyond the first {@value #MOST_ON_A_SHEET} that the data brings
 * are kept beside the sheets, an entry an answer, so that a column of free text in place of codes takes no more room
 * than its rows. <b>Threads:</b> safe to read once the store is made.
 */
public final class Answers {

    /** The form does not answer the issue. */
    public static final int NONE = 0;

    /** The issue is not there. */
    public static final int NO = 1;

    /** The issue is there. */
    public static final int YES = 2;

    /** The form leaves open whether the issue is there. */
    public static final int UNKNOWN = 3;

    static final int MOST_ON_A_SHEET = 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ISSUES_A_BYTE = 4;
    private static final int ISSUES_A_LONG = 32;
    private static final long LOW_BITS = 0x5555_5555_5555_5555L;

    private final int forms;
    private int width;
    private byte[] sheets;
    /** The issues on the sheets, in their order there. */
    private int[] onSheets = new int[0];

    private TreeMap<Long, Integer> beside = new TreeMap<>();

    Answers(int forms) {
        this.forms = forms;
        this.sheets = sheets(0);
    }

    private byte[] sheets(int bytesASheet) {
        return new byte[Math.toIntExact((long) forms * bytesASheet) + Long.BYTES];
    }

    /** Puts down an answer, unless the form answers the issue already: then false. */
    boolean put(int form, int issue, int answer) {
        if (issue >= MOST_ON_A_SHEET) {
            return beside.putIfAbsent(key(form, issue), answer) == null;
        }
        if (issue >= width * ISSUES_A_BYTE) {
            widen(issue);
        }
        int place = form * width + issue / ISSUES_A_BYTE;
        int shift = issue % ISSUES_A_BYTE * 2;
        if ((sheets[place] >> shift & UNKNOWN) != NONE) {
            return false;
        }
        sheets[place] |= (byte) (answer << shift);
        return true;
    }

    private void widen(int issue) {
        int wider = Math.max(Long.BYTES, width);
        while (issue >= wider * ISSUES_A_BYTE) {
            wider *= 2;
        }
        byte[] narrow = sheets;
        sheets = sheets(wider);
        for (int form = 0; form < forms; form++) {
            System.arraycopy(narrow, form * width, sheets, form * wider, width);
        }
        width = wider;
    }

    private static long key(int form, int issue) {
        return (long) form << Integer.SIZE | issue;
    }

    /** Gives the issues their final places: issue {@code i} is now {@code places[i]}. */
    void settle(int[] places) {
        int columns = Math.min(places.length, MOST_ON_A_SHEET);
        onSheets = Arrays.copyOf(places, columns);
        Arrays.sort(onSheets);
        int[] columnOf = new int[columns];
        for (int issue = 0; issue < columns; issue++) {
            columnOf[issue] = Arrays.binarySearch(onSheets, places[issue]);
        }
        byte[] before = sheets;
        int widthBefore = width;
        width = (columns + ISSUES_A_BYTE - 1) / ISSUES_A_BYTE;
        sheets = sheets(width);
        boolean stay = IntStream.range(0, columns).allMatch(issue -> columnOf[issue] == issue);
        for (int form = 0; form < forms; form++) {
            if (stay) {
                System.arraycopy(before, form * widthBefore, sheets, form * width, Math.min(width, widthBefore));
                continue;
            }
            for (int place = 0; place < widthBefore; place++) {
                int four = before[form * widthBefore + place] & 0xFF;
                for (int issue = place * ISSUES_A_BYTE; four != 0; issue++) {
                    int column = columnOf[issue];
                    int answer = four & UNKNOWN;
                    sheets[form * width + column / ISSUES_A_BYTE] |= (byte) (answer << (column % ISSUES_A_BYTE * 2));
                    four >>= 2;
                }
            }
        }
        TreeMap<Long, Integer> moved = new TreeMap<>();
        beside.forEach((key, answer) -> moved.put(key((int) (key >> Integer.SIZE), places[(int) (long) key]), answer));
        beside = moved;
    }

    /** What a form says of an issue: {@link #NONE}, {@link #NO}, {@link #YES} or {@link #UNKNOWN}. */
    public int of(int form, int issue) {
        int column = columnFrom(issue);
        if (column < onSheets.length && onSheets[column] == issue) {
            return sheets[form * width + column / ISSUES_A_BYTE] >> (column % ISSUES_A_BYTE * 2) & UNKNOWN;
        }
        return beside.getOrDefault(key(form, issue), NONE);
    }

    /** The first column of an issue not before this one. */
    private int columnFrom(int issue) {
        if (beside.isEmpty()) {
            return issue;
        }
        int found = Arrays.binarySearch(onSheets, issue);
        return found < 0 ? -found - 1 : found;
    }

    /** The next issue that a form answers yes or no, not before {@code from}; -1 if there is none. */
    public int nextAnswered(int form, int from) {
        return next(form, from, true);
    }

    /** The next issue that a form answers yes, no or unknown, not before {@code from}; -1 if there is none. */
    public int nextOn(int form, int from) {
        return next(form, from, false);
    }

    private int next(int form, int from, boolean yesOrNo) {
        int onSheet = nextOnSheet(form, columnFrom(from), yesOrNo);
        if (beside.isEmpty()) {
            return onSheet;
        }
        Map.Entry<Long, Integer> entry = beside.ceilingEntry(key(form, from));
        while (entry != null && yesOrNo && entry.getValue() == UNKNOWN) {
            entry = beside.higherEntry(entry.getKey());
        }
        if (entry == null || entry.getKey() >> Integer.SIZE != form) {
            return onSheet;
        }
        int besideSheet = (int) (long) entry.getKey();
        return onSheet < 0 ? besideSheet : Math.min(onSheet, besideSheet);
    }

    /** Some issues, as bits beside those of a sheet. */
    public static final class Mask {
        private final long[] lowBits;

        /** The issues at these places, of so many. */
        public Mask(int issues, List<Integer> places) {
            lowBits = new long[issues / ISSUES_A_LONG + 1];
            places.forEach(place -> lowBits[place / ISSUES_A_LONG] |= 1L << (place % ISSUES_A_LONG * 2));
        }

        private boolean has(int issue) {
            return (lowBits[issue / ISSUES_A_LONG] >> (issue % ISSUES_A_LONG * 2) & 1) != 0;
        }
    }

    /** The next of some issues that a form says is there, not before {@code from}; -1 if there is none. */
    public int nextYes(int form, int from, Mask mask) {
        if (!beside.isEmpty()) {
            int issue = next(form, from, true);
            while (issue >= 0 && !(mask.has(issue) && of(form, issue) == YES)) {
                issue = next(form, issue + 1, true);
            }
            return issue;
        }
        for (int block = from / ISSUES_A_LONG * ISSUES_A_LONG; block < onSheets.length; block += ISSUES_A_LONG) {
            long cells = (long) LONGS.get(sheets, form * width + block / ISSUES_A_BYTE);
            long wanted = cells >>> 1 & ~cells & mask.lowBits[block / ISSUES_A_LONG];
            if (from > block) {
                wanted &= -1L << ((from - block) * 2);
            }
            if (wanted != 0) {
                return block + Long.numberOfTrailingZeros(wanted) / 2;
            }
        }
        return -1;
    }

    private int nextOnSheet(int form, int from, boolean yesOrNo) {
        for (int block = from / ISSUES_A_LONG * ISSUES_A_LONG; block < onSheets.length; block += ISSUES_A_LONG) {
            long cells = (long) LONGS.get(sheets, form * width + block / ISSUES_A_BYTE);
            long low = cells & LOW_BITS;
            long high = cells >>> 1 & LOW_BITS;
            long wanted = yesOrNo ? low ^ high : low | high;
            if (from > block) {
                wanted &= -1L << ((from - block) * 2);
            }
            if (onSheets.length - block < ISSUES_A_LONG) {
                wanted &= (1L << ((onSheets.length - block) * 2)) - 1;
            }
            if (wanted != 0) {
                return onSheets[block + Long.numberOfTrailingZeros(wanted) / 2];
            }
        }
        return -1;
    }

    long bytes() {
        return sheets.length + 4L * onSheets.length + 64L * beside.size();
    }
}
