package dev.waymark.store;

import dev.waymark.WaymarkException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers on the forms of a data set: what each form says of each issue, as two bits.
 *
 * <p>An issue is known by its place among the issues of the data set, A to Z. Every form has a sheet of two bits an
 * issue, whether it answers the issue or not: for every 32 issues the low bits of all, then the high bits. Issues
 * beyond the first {@value #MOST_ON_A_SHEET} that the data brings are kept beside the sheets, an entry an answer, so
 * that a column of free text in place of codes takes no more room than its rows. <b>Threads:</b> safe to read once the
 * store is made.
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

    private static final int ISSUES_A_BLOCK = Integer.SIZE;
    private static final int BITS_OF_PLACE_IN_WORD = 6;
    private static final long LOWS = -1L >>> ISSUES_A_BLOCK;

    private final int forms;
    /** How many issues a sheet has room for. */
    private int columns;
    /** How many bits a sheet takes. */
    private int width;

    /** One sheet after the other, without gaps, and one more word, which is read together with the last. */
    private long[] sheets;
    /** The issues on the sheets, in their order there. */
    private int[] onSheets = new int[0];

    private TreeMap<Long, Integer> beside = new TreeMap<>();

    Answers(int forms) {
        this.forms = forms;
        this.sheets = sheets(0);
    }

    private long[] sheets(int bitsASheet) {
        long words = ((long) forms * bitsASheet + Long.SIZE - 1) / Long.SIZE + 1;
        if (words > Integer.MAX_VALUE - 16) {
            throw new WaymarkException(
                    "WM-TOO-LARGE",
                    forms + " forms are too many for answers to " + bitsASheet / 2
                            + " issues each. Split the data set by families.");
        }
        return new long[(int) words];
    }

    /** Puts down an answer, unless the form answers the issue already: then false. */
    boolean put(int form, int issue, int answer) {
        if (issue >= MOST_ON_A_SHEET) {
            return beside.putIfAbsent(key(form, issue), answer) == null;
        }
        if (issue >= columns) {
            widen(issue);
        }
        // as long as answers come, a sheet has room for whole blocks
        int block = form * (width / Long.SIZE) + issue / ISSUES_A_BLOCK;
        int bit = issue % ISSUES_A_BLOCK;
        long sheet = sheets[block];
        if (((sheet | sheet >>> ISSUES_A_BLOCK) >>> bit & 1) != 0) {
            return false;
        }
        sheets[block] = sheet | ((answer & 1L) | (answer & 2L) << (ISSUES_A_BLOCK - 1)) << bit;
        return true;
    }

    private void widen(int issue) {
        int wider = Math.max(ISSUES_A_BLOCK, columns);
        while (issue >= wider) {
            wider *= 2;
        }
        long[] narrow = sheets;
        int blocks = width / Long.SIZE;
        int blocksWider = 2 * wider / Long.SIZE;
        sheets = sheets(2 * wider);
        for (int form = 0; form < forms; form++) {
            System.arraycopy(narrow, form * blocks, sheets, form * blocksWider, blocks);
        }
        columns = wider;
        width = 2 * wider;
    }

    private static long key(int form, int issue) {
        return (long) form << Integer.SIZE | issue;
    }

    /** Gives the issues their final places: issue {@code i} is now {@code places[i]}. */
    void settle(int[] places) {
        int issues = Math.min(places.length, MOST_ON_A_SHEET);
        if (issues > columns) {
            widen(issues - 1);
        }
        long[] before = sheets;
        int blocksBefore = width / Long.SIZE;
        onSheets = Arrays.copyOf(places, issues);
        Arrays.sort(onSheets);
        Move[][] moves = moves(places, issues);
        columns = issues;
        width = 2 * columns;
        sheets = sheets(width);
        int blocks = (columns + ISSUES_A_BLOCK - 1) / ISSUES_A_BLOCK;
        long[] sheet = new long[blocks + 1];
        for (int form = 0; form < forms; form++) {
            Arrays.fill(sheet, 0);
            for (int from = 0; from < moves.length; from++) {
                long both = before[form * blocksBefore + from];
                for (int m = 0; both != 0 && m < moves[from].length; m++) {
                    Move move = moves[from][m];
                    long bits = both & move.mask;
                    sheet[move.to] |= move.shift < 0 ? bits >>> -move.shift : bits << move.shift;
                }
            }
            put(form, sheet, blocks);
        }
        TreeMap<Long, Integer> moved = new TreeMap<>();
        beside.forEach((key, answer) -> moved.put(key((int) (key >> Integer.SIZE), places[(int) (long) key]), answer));
        beside = moved;
    }

    /** Writes a sheet of whole blocks down, the last one with no more issues than there are. */
    private void put(int form, long[] sheet, int blocks) {
        for (int block = 0; block < blocks; block++) {
            long bits = (sheet[block] & LOWS) | (sheet[block] >>> ISSUES_A_BLOCK << columnsOf(block));
            long place = place(form, block);
            int shift = (int) place;
            sheets[(int) (place >>> BITS_OF_PLACE_IN_WORD)] |= bits << shift;
            sheets[(int) (place >>> BITS_OF_PLACE_IN_WORD) + 1] |= bits >>> 1 >>> ~shift;
        }
    }

    /** The bit at which a block of a sheet begins. */
    private long place(int form, int block) {
        return (long) form * width + (long) block * Long.SIZE;
    }

    /** A block of a sheet: the low bits of its issues, then their high bits, then what is behind it. */
    private long both(int form, int block) {
        long place = place(form, block);
        int word = (int) (place >>> BITS_OF_PLACE_IN_WORD);
        int shift = (int) place;
        return sheets[word] >>> shift | sheets[word + 1] << 1 << ~shift;
    }

    /** Issues of one block that go to another, or stay in theirs, by the same number of places. */
    private static final class Move {
        private final int to;
        private final int shift;
        /** Their low bits and their high bits. */
        private long mask;

        private Move(int to, int shift) {
            this.to = to;
            this.shift = shift;
        }
    }

    /** The moves of each block. */
    private Move[][] moves(int[] places, int issues) {
        List<Move[]> moves = new ArrayList<>();
        for (int first = 0; first < issues; first += ISSUES_A_BLOCK) {
            Map<List<Integer>, Move> ofBlock = new LinkedHashMap<>();
            for (int bit = 0; bit < Math.min(ISSUES_A_BLOCK, issues - first); bit++) {
                int column = Arrays.binarySearch(onSheets, places[first + bit]);
                int to = column / ISSUES_A_BLOCK;
                int shift = column % ISSUES_A_BLOCK - bit;
                Move move = ofBlock.computeIfAbsent(List.of(to, shift), key -> new Move(to, shift));
                move.mask |= (1L << bit) | (1L << (bit + Integer.SIZE));
            }
            moves.add(ofBlock.values().toArray(Move[]::new));
        }
        return moves.toArray(Move[][]::new);
    }

    /** How many issues a block has: the last one has no more than there are. */
    private int columnsOf(int block) {
        return Math.min(ISSUES_A_BLOCK, columns - block * ISSUES_A_BLOCK);
    }

    /** The bits of so many issues. */
    private static long mask(int columns) {
        return LOWS >>> (ISSUES_A_BLOCK - columns);
    }

    /** What a form says of an issue: {@link #NONE}, {@link #NO}, {@link #YES} or {@link #UNKNOWN}. */
    public int of(int form, int issue) {
        int column = columnFrom(issue);
        if (column < onSheets.length && onSheets[column] == issue) {
            int block = column / ISSUES_A_BLOCK;
            int bit = column % ISSUES_A_BLOCK;
            long both = both(form, block) >>> bit;
            return (int) ((both & 1) | (both >>> columnsOf(block) & 1) << 1);
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

    /**
     * The next word of 64 issues, not before {@code from}, of which a form may answer some yes or no; -1 if there is
     * none. Words of sheets are looked into by who asks for their answers, and not here too.
     */
    public int nextWord(int form, int from) {
        if (beside.isEmpty()) {
            return from * Long.SIZE < columns ? from : -1;
        }
        int issue = nextAnswered(form, from * Long.SIZE);
        return issue < 0 ? -1 : issue / Long.SIZE;
    }

    /** The next issue that a form answers yes, no or unknown, not before {@code from}; -1 if there is none. */
    public int nextOn(int form, int from) {
        return next(form, from, false);
    }

    /**
     * Which of 64 issues a form answers yes or no.
     *
     * @param word which 64: bit {@code i} stands for issue {@code 64 * word + i}
     */
    public long answered(int form, int word) {
        if (beside.isEmpty()) {
            return block(form, 2 * word, true) | block(form, 2 * word + 1, true) << ISSUES_A_BLOCK;
        }
        long bits = 0;
        int end = (word + 1) * Long.SIZE;
        for (int issue = next(form, word * Long.SIZE, true);
                issue >= 0 && issue < end;
                issue = next(form, issue + 1, true)) {
            bits |= 1L << issue;
        }
        return bits;
    }

    /**
     * Which of 64 issues a form says are there.
     *
     * @param word which 64: bit {@code i} stands for issue {@code 64 * word + i}
     */
    public long present(int form, int word) {
        if (beside.isEmpty()) {
            return yes(form, 2 * word) | yes(form, 2 * word + 1) << ISSUES_A_BLOCK;
        }
        long bits = 0;
        for (long left = answered(form, word); left != 0; left &= left - 1) {
            int issue = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            bits |= of(form, issue) == YES ? 1L << issue : 0;
        }
        return bits;
    }

    private long block(int form, int block, boolean yesOrNo) {
        if (block * ISSUES_A_BLOCK >= columns) {
            return 0;
        }
        long both = both(form, block);
        int columnsHere = columnsOf(block);
        long high = both >>> columnsHere;
        return (yesOrNo ? both ^ high : both | high) & mask(columnsHere);
    }

    private long yes(int form, int block) {
        if (block * ISSUES_A_BLOCK >= columns) {
            return 0;
        }
        long both = both(form, block);
        int columnsHere = columnsOf(block);
        return both >>> columnsHere & ~both & mask(columnsHere);
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

    private int nextOnSheet(int form, int from, boolean yesOrNo) {
        for (int block = from / ISSUES_A_BLOCK; block * ISSUES_A_BLOCK < columns; block++) {
            long wanted = block(form, block, yesOrNo);
            if (from > block * ISSUES_A_BLOCK) {
                wanted &= -1L << from % ISSUES_A_BLOCK;
            }
            if (wanted != 0) {
                return onSheets[block * ISSUES_A_BLOCK + Long.numberOfTrailingZeros(wanted)];
            }
        }
        return -1;
    }

    /** Some issues, as bits beside those of forms: only the words that have any. */
    public static final class Mask {
        private final int[] words;
        private final long[] bits;

        /** The issues at these places. */
        public Mask(List<Integer> places) {
            TreeMap<Integer, Long> all = new TreeMap<>();
            places.forEach(place -> all.merge(place / Long.SIZE, 1L << place, (one, more) -> one | more));
            words = all.keySet().stream().mapToInt(Integer::intValue).toArray();
            bits = all.values().stream().mapToLong(Long::longValue).toArray();
        }

        /** How many of the issues are among others, given in words of 64. */
        public int countIn(long[] others) {
            int found = 0;
            for (int i = 0; i < words.length; i++) {
                found += Long.bitCount(others[words[i]] & bits[i]);
            }
            return found;
        }

        /** Whether any of the issues is among others, given in words of 64. */
        public boolean isIn(long[] others) {
            for (int i = 0; i < words.length; i++) {
                if ((others[words[i]] & bits[i]) != 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The next of some issues that a form says is there, not before {@code from}; -1 if there is none. */
    public int nextYes(int form, int from, Mask mask) {
        for (int i = 0; i < mask.words.length; i++) {
            int start = mask.words[i] * Long.SIZE;
            if (start + Long.SIZE > from) {
                long wanted = mask.bits[i] & present(form, mask.words[i]);
                if (from > start) {
                    wanted &= -1L << from;
                }
                if (wanted != 0) {
                    return start + Long.numberOfTrailingZeros(wanted);
                }
            }
        }
        return -1;
    }

    long bytes() {
        return 8L * sheets.length + 4L * onSheets.length + 64L * beside.size();
    }
}
