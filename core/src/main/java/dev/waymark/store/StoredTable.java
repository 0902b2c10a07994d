package dev.waymark.store;

import dev.waymark.data.TableFormat;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accepted rows of one table, as columns; rows of one owner stand together, in the order the format gives.
 *
 * <p>Words and Stars are bytes (the place of the word or Star in its list, -1 for none); dates, counts and years ints
 * ({@link dev.waymark.data.RowReader#NONE} for none); texts codes of a {@link Dictionary}; references the row of the
 * other table (-1 for none); amounts pence. The rows of findings stand in {@link Answers} and not here. <b>Threads:</b>
 * safe to read once the store is made.
 */
public final class StoredTable {

    private final TableFormat format;
    private final boolean present;
    private final Column[] columns;
    private final Map<Integer, Dictionary> dictionaries = new TreeMap<>();
    private final ByteColumn scores;
    private Answers answers = new Answers(0);
    private int rows;
    private int[] starts = new int[0];

    StoredTable(TableFormat format, boolean present, int scoreWidth) {
        this.format = format;
        this.present = present;
        this.columns = new Column[format.columns().size()];
        for (int index = 0; index < columns.length; index++) {
            columns[index] = switch (format.columns().get(index).type()) {
                case ID -> new TextColumn();
                case REFERENCE, DATE, COUNT, YEAR -> new IntColumn();
                case TEXT -> {
                    Dictionary dictionary = new Dictionary();
                    dictionaries.put(index, dictionary);
                    yield new IntColumn();
                }
                case WORD, STAR -> new ByteColumn(1);
                case AMOUNT -> new LongColumn();
            };
        }
        this.scores = new ByteColumn(scoreWidth);
    }

    /** A table that the data set does not have, whose rows would have so many owners. */
    static StoredTable absent(TableFormat format, int owners) {
        StoredTable absent = new StoredTable(format, false, 0);
        absent.arrange(new int[0], new int[owners + 1]);
        absent.answers = new Answers(owners);
        return absent;
    }

    /** What the table is. */
    public TableFormat format() {
        return format;
    }

    /** Whether the data set has the table; one that is there may be empty. */
    public boolean isPresent() {
        return present;
    }

    /** How many rows were accepted. */
    public int rows() {
        return rows;
    }

    /**
     * The first row of an owner (a family, an individual, a form); its rows end where those of the next owner start.
     */
    public int firstRow(int owner) {
        return starts[owner];
    }

    /** The row after the last row of an owner. */
    public int endRow(int owner) {
        return starts[owner + 1];
    }

    /** The ids of the rows. */
    public TextColumn ids() {
        int id = format.ownId()
                .orElseThrow(() -> new IllegalArgumentException("rows of " + format.name() + " have no id"));
        return (TextColumn) columns[id];
    }

    /** A column of dates, counts, years, references or codes of text. */
    public IntColumn ints(String column) {
        return (IntColumn) columns[format.columnIndex(column)];
    }

    /** A column of words or Stars. */
    public ByteColumn words(String column) {
        return (ByteColumn) columns[format.columnIndex(column)];
    }

    /** A column of amounts in pence. */
    public LongColumn pence(String column) {
        return (LongColumn) columns[format.columnIndex(column)];
    }

    /** What the codes of a column of text stand for. */
    public Dictionary dictionary(String column) {
        Dictionary dictionary = dictionaries.get(format.columnIndex(column));
        if (dictionary == null) {
            throw new IllegalArgumentException(format.name() + "." + column + " is not text");
        }
        return dictionary;
    }

    /** The scores of the readings, in the order of the areas of each reading's Star. */
    public ByteColumn scores() {
        return scores;
    }

    /** What the forms say, by the row of the form and the code of the issue: all that findings have. */
    public Answers answers() {
        return answers;
    }

    void answers(Answers onForms) {
        answers = onForms;
    }

    Column column(int index) {
        return columns[index];
    }

    Column column(String name) {
        return columns[format.columnIndex(name)];
    }

    Dictionary dictionary(int index) {
        return java.util.Objects.requireNonNull(dictionaries.get(index));
    }

    /** Counts rows that were added to the columns; gives the first of them. */
    int addedRows(int more) {
        int first = rows;
        rows += more;
        return first;
    }

    /** Adds the rows of a part that was read beside this one. */
    void append(StoredTable part) {
        dictionaries.forEach((index, dictionary) -> {
            int[] codes = dictionary.take(part.dictionary(index));
            IntColumn column = (IntColumn) part.column(index);
            recode(column, codes);
        });
        for (int index = 0; index < columns.length; index++) {
            columns[index].append(part.column(index));
        }
        scores.append(part.scores);
        rows += part.rows;
    }

    void settleDictionaries() {
        dictionaries.forEach((index, dictionary) -> recode((IntColumn) columns[index], dictionary.settle()));
    }

    private static void recode(IntColumn column, int[] codes) {
        if (isIdentity(codes)) {
            return;
        }
        for (int row = 0; row < column.size(); row++) {
            if (column.get(row) >= 0) {
                column.set(row, codes[column.get(row)]);
            }
        }
    }

    /**
     * Keeps the rows of {@code order} in that order; {@code startOfOwner} says where the rows of each owner then start.
     */
    void arrange(int[] order, int[] startOfOwner) {
        starts = startOfOwner;
        if (order.length != rows || !isIdentity(order)) {
            Arrays.stream(columns).forEach(column -> column.arrange(order));
            if (format.hasScores()) {
                scores.arrange(order);
            }
        }
        rows = order.length;
        dictionaries.forEach((index, dictionary) -> forgetUnused((IntColumn) columns[index], dictionary));
        Arrays.stream(columns).forEach(Column::trim);
        scores.trim();
    }

    /** The text of a rejected row is no text of the data. */
    private static void forgetUnused(IntColumn column, Dictionary dictionary) {
        BitSet used = new BitSet(dictionary.size());
        for (int row = 0; row < column.size(); row++) {
            if (column.get(row) >= 0) {
                used.set(column.get(row));
            }
        }
        if (used.cardinality() < dictionary.size()) {
            recode(column, dictionary.keep(used));
        }
    }

    private static boolean isIdentity(int[] order) {
        for (int row = 0; row < order.length; row++) {
            if (order[row] != row) {
                return false;
            }
        }
        return true;
    }

    long bytes() {
        return Arrays.stream(columns).mapToLong(Column::bytes).sum()
                + scores.bytes()
                + answers.bytes()
                + 4L * starts.length
                + dictionaries.values().stream().mapToLong(Dictionary::bytes).sum();
    }
}
