package dev.waymark.data;

import dev.waymark.star.Star;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Reads many rows of a table at once, column by column, where every value is written plainly: a word in small letters,
 * a date like 2015-04-01, a whole number in digits.
 *
 * <p>What is written otherwise, or not at all where it must be, makes the row an <em>odd</em> one. Odd rows are not
 * judged here: they are for the {@link RowReader}, which has the rules; rows that are not odd are those it would accept
 * with the same values. <b>Threads:</b> one at a time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BlockReader {

    private static final int MOST_DIGITS = 9;

    private final ColumnFormat[] columns;
    private final int fields;
    private final int[] cells;
    private final Words[] words;
    private final byte[] plainStar;
    private final int plainStarPlace;
    private final int[] areaCells;
    private final int minScore;
    private final int maxScore;
    private final int scoreWidth;
    private final int[][] values;
    private final byte[] scores;
    private final boolean[] odd = new boolean[RowBlock.MOST_ROWS];
    private RowBlock block = new RowBlock();

    private BlockReader(RowReader.Plain plain) {
        this.columns = plain.columns;
        this.fields = plain.fields;
        this.cells = plain.cells;
        this.words = Arrays.stream(plain.words).map(Words::new).toArray(Words[]::new);
        this.plainStar = plain.star
                .map(star -> star.id().getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        this.plainStarPlace = plain.starPlace;
        this.areaCells = plain.areaCells;
        this.minScore = plain.star.map(Star::minScore).orElse(0);
        this.maxScore = plain.star.map(Star::maxScore).orElse(0);
        this.scoreWidth = plain.scoreWidth;
        this.values = new int[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            values[c] = new int[isText(columns[c].type()) ? 0 : RowBlock.MOST_ROWS];
        }
        this.scores = new byte[scoreWidth * RowBlock.MOST_ROWS];
        Arrays.fill(scores, RowReader.NO_SCORE);
    }

    /** A reader of blocks of the table, if its values stand in it as they are: untranslated, dates in ISO 8601. */
    public static Optional<BlockReader> of(RowReader rows) {
        return rows.plain().map(BlockReader::new);
    }

    private static boolean isText(ColumnType type) {
        return type == ColumnType.ID || type == ColumnType.REFERENCE || type == ColumnType.TEXT;
    }

    /**
     * Reads the rows of a block; their values stand here until the next block.
     *
     * @return false if they have another number of cells than the table has columns, and so are all odd
     */
    public boolean read(RowBlock next) {
        block = next;
        int rows = block.rows();
        Arrays.fill(odd, 0, rows, block.width() != fields);
        if (block.width() != fields) {
            return false;
        }
        for (int c = 0; c < columns.length; c++) {
            if (cells[c] < 0) {
                absent(c, rows);
                continue;
            }
            switch (columns[c].type()) {
                case ID, REFERENCE, TEXT -> {
                    if (columns[c].required()) {
                        present(cells[c], rows);
                    }
                }
                case DATE -> dates(cells[c], columns[c].required(), values[c], rows);
                case COUNT -> counts(cells[c], columns[c].required(), values[c], rows);
                case WORD -> words(cells[c], columns[c].required(), words[c], values[c], rows);
                case STAR -> stars(cells[c], values[c], rows);
                case AMOUNT, YEAR -> throw new IllegalStateException(columns[c].name());
            }
        }
        for (int area = 0; area < areaCells.length; area++) {
            if (areaCells[area] >= 0) {
                scores(areaCells[area], area, rows);
            }
        }
        return true;
    }

    private void absent(int c, int rows) {
        if (columns[c].type() == ColumnType.STAR) {
            Arrays.fill(values[c], 0, rows, plainStarPlace);
        } else if (!isText(columns[c].type())) {
            Arrays.fill(values[c], 0, rows, RowReader.NONE);
        }
    }

    private void present(int column, int rows) {
        long[] cells = block.cells();
        int width = block.width();
        for (int row = 0, at = column; row < rows; row++, at += width) {
            if (RowBlock.length(cells[at]) == 0) {
                odd[row] = true;
            }
        }
    }

    private void dates(int column, boolean required, int[] into, int rows) {
        byte[] bytes = block.bytes();
        long[] cells = block.cells();
        int width = block.width();
        for (int row = 0, at = column; row < rows; row++, at += width) {
            long cell = cells[at];
            int length = RowBlock.length(cell);
            if (length == 10) {
                into[row] = RowReader.isoDay(bytes, RowBlock.from(cell));
                odd[row] |= into[row] == RowReader.NONE;
            } else {
                into[row] = RowReader.NONE;
                odd[row] |= required || length > 0;
            }
        }
    }

    private void counts(int column, boolean required, int[] into, int rows) {
        byte[] bytes = block.bytes();
        long[] cells = block.cells();
        int width = block.width();
        for (int row = 0, at = column; row < rows; row++, at += width) {
            long cell = cells[at];
            int length = RowBlock.length(cell);
            if (length == 0) {
                into[row] = RowReader.NONE;
                odd[row] |= required;
            } else {
                into[row] = length > MOST_DIGITS ? -1 : digits(bytes, RowBlock.from(cell), RowBlock.to(cell));
                odd[row] |= into[row] < 0;
            }
        }
    }

    /** The number that digits write; negative if there is anything else. */
    private static int digits(byte[] bytes, int from, int to) {
        int number = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            wrong |= digit | 9 - digit;
            number = number * 10 + digit;
        }
        return wrong < 0 ? -1 : number;
    }

    private void words(int column, boolean required, Words known, int[] into, int rows) {
        byte[] bytes = block.bytes();
        long[] cells = block.cells();
        int width = block.width();
        for (int row = 0, at = column; row < rows; row++, at += width) {
            int from = RowBlock.from(cells[at]);
            int to = RowBlock.to(cells[at]);
            if (from == to) {
                into[row] = RowReader.NONE;
                odd[row] |= required;
            } else {
                into[row] = known.place(bytes, from, to);
                odd[row] |= into[row] < 0;
            }
        }
    }

    /**
     * The words that a column may have. The one looked for is found by its first bytes without a search: which of a few
     * words comes next is what a processor cannot foresee.
     */
    private static final class Words {
        private static final int SLOT_BITS = 6;

        private final byte[][] words;
        private final long[] heads;
        private final int[] lengths;
        /** The last word of those whose heads come to one slot. */
        private final byte[] likely = new byte[1 << SLOT_BITS];

        private Words(byte[][] words) {
            this.words = words;
            this.heads = new long[words.length];
            this.lengths = new int[words.length];
            for (int w = 0; w < words.length; w++) {
                heads[w] = RowBlock.head(words[w], 0, words[w].length);
                lengths[w] = words[w].length;
                likely[slot(heads[w])] = (byte) w;
            }
        }

        private static int slot(long head) {
            return (int) (RowBlock.mixed(head) >>> (Long.SIZE - SLOT_BITS));
        }

        /** The place of a word among them; negative if it is none of them. */
        private int place(byte[] bytes, int from, int to) {
            long head = RowBlock.head(bytes, from, to);
            int w = likely[slot(head)];
            return heads[w] == head && lengths[w] == to - from && to - from <= Long.BYTES
                    ? w
                    : search(head, bytes, from, to);
        }

        private int search(long head, byte[] bytes, int from, int to) {
            for (int w = 0; w < words.length; w++) {
                if (heads[w] == head && Arrays.equals(words[w], 0, lengths[w], bytes, from, to)) {
                    return w;
                }
            }
            return -1;
        }
    }

    private void stars(int column, int[] into, int rows) {
        byte[] bytes = block.bytes();
        long[] cells = block.cells();
        int width = block.width();
        for (int row = 0, at = column; row < rows; row++, at += width) {
            long cell = cells[at];
            into[row] = plainStarPlace;
            odd[row] |= RowBlock.length(cell) > 0
                    && !Arrays.equals(bytes, RowBlock.from(cell), RowBlock.to(cell), plainStar, 0, plainStar.length);
        }
    }

    private void scores(int column, int area, int rows) {
        byte[] bytes = block.bytes();
        long[] cells = block.cells();
        int width = block.width();
        int place = area;
        for (int row = 0, at = column; row < rows; row++, at += width) {
            long cell = cells[at];
            int score = RowReader.NO_SCORE;
            int length = RowBlock.length(cell);
            if (length > 0) {
                score = length > 2 ? -1 : digits(bytes, RowBlock.from(cell), RowBlock.to(cell));
                odd[row] |= score < minScore || score > maxScore;
            }
            scores[place] = (byte) score;
            place += scoreWidth;
        }
    }

    /** The first row not before this one that is left to the {@link RowReader}; how many rows there are, if none is. */
    public int nextOdd(int from) {
        int row = from;
        while (row < block.rows() && !odd[row]) {
            row++;
        }
        return row;
    }

    /** Leaves a row to the {@link RowReader} for a reason found elsewhere. */
    public void leave(int row) {
        odd[row] = true;
    }

    /** The cell of a column in the rows of the source; negative if the source does not have it. */
    public int cell(int column) {
        return cells[column];
    }

    /** The values of a column that is not of text, a place a row, as {@link RowReader#value} gives them. */
    public int[] values(int column) {
        return values[column];
    }

    /** The scores, as many a row as the widest Star has areas, as {@link RowReader#scores} gives them. */
    public byte[] scores() {
        return scores;
    }
}
