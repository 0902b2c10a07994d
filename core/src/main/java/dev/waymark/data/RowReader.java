package dev.waymark.data;

import dev.waymark.WaymarkException;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Reads the rows of one source table as rows of the data format: finds the columns, translates, parses, and judges what
 * a row shows by itself (missing, malformed, out of range).
 *
 * <p>After {@link #read} has said yes, the values stand here until the next row. Whether a row is an orphan, a
 * duplicate or contradicts itself is judged where the other rows are: in the store. <b>Threads:</b> one at a time; each
 * part of a table has a reader of its own.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RowReader {

    /** A date, number or word that is not recorded. */
    public static final int NONE = Integer.MIN_VALUE;

    /** An amount that is not recorded. */
    public static final long NO_AMOUNT = Long.MIN_VALUE;

    /** A score that is not recorded. */
    public static final byte NO_SCORE = Byte.MIN_VALUE;

    private static final int FIRST_YEAR = DataFormat.FIRST_DAY.getYear();
    private static final int LAST_YEAR = DataFormat.LAST_DAY.getYear();
    private static final int FIRST_DAY = (int) DataFormat.FIRST_DAY.toEpochDay();
    private static final int LAST_DAY = (int) DataFormat.LAST_DAY.toEpochDay();
    private static final int READ = 0;
    private static final int NOT_RECORDED = 1;
    private static final int MALFORMED = -1;
    private static final int OUT_OF_RANGE = -2;

    private final TableFormat format;
    private final String place;
    private final List<Star> stars;
    private final int defaultStar;
    private final int fields;
    private final ColumnFormat[] columns;
    private final ColumnType[] types;
    private final byte[][][] words;
    private final Origin[] origins;
    private final int starColumn;
    private final Origin[][] originsOfAreas;
    private final Set<String> columnsRead = new HashSet<>();
    private final List<String> unknownColumns = new ArrayList<>();
    private final Map<String, Origin> areaOrigins = new LinkedHashMap<>();
    private final List<String> unusedScores = new ArrayList<>();

    private final int[] values;
    private final long[] amounts;
    private final byte[][] textBytes;
    private final int[] textFrom;
    private final int[] textTo;
    private final byte[] scores;
    private Optional<Rejection> rejection = Optional.empty();
    private final List<Rejection> lostValues = new ArrayList<>();

    // the cell under examination
    private byte[] cell = new byte[0];
    private int cellFrom;
    private int cellTo;
    private long cellNumber;
    private int cellKind;

    private static final int EMPTY = Row.EMPTY;
    private static final int TEXT = Row.TEXT;
    private static final int DATE = Row.DATE;
    private static final int WHOLE = Row.WHOLE;

    /**
     * A reader of the rows of one source table.
     *
     * @param format what the table is
     * @param source the table as the source has it
     * @param mapping how its columns become those of the format; empty if they have the format's names
     * @param stars the Stars that have a definition
     */
    public RowReader(TableFormat format, SourceTable source, Optional<TableMapping> mapping, List<Star> stars) {
        this.format = format;
        this.place = source.place();
        this.stars = List.copyOf(stars);
        this.defaultStar = indexOfStar(Star.DEFAULT_ID);
        this.fields = source.columns().size();
        SourceHeader header = new SourceHeader(source);
        this.columns = format.columns().toArray(ColumnFormat[]::new);
        this.types = Arrays.stream(columns).map(ColumnFormat::type).toArray(ColumnType[]::new);
        this.words = Arrays.stream(columns)
                .map(column -> column.words().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new))
                .toArray(byte[][][]::new);
        this.starColumn = format.hasScores() ? format.columnIndex("star") : -1;
        this.origins = new Origin[columns.length];
        for (int c = 0; c < columns.length; c++) {
            origins[c] = Origin.of(columns[c].name(), mapping, header, source);
            if (columns[c].required() && origins[c].isNowhere()) {
                throw format.columnMissing(columns[c].name(), source.place(), header);
            }
        }
        this.originsOfAreas = new Origin[format.hasScores() ? stars.size() : 0][];
        int widest = 0;
        for (int s = 0; s < originsOfAreas.length; s++) {
            List<Area> areas = stars.get(s).areas();
            originsOfAreas[s] = new Origin[areas.size()];
            for (int a = 0; a < areas.size(); a++) {
                Origin origin = Origin.of(areas.get(a).code(), mapping, header, source);
                originsOfAreas[s][a] = origin;
                if (origin.cell >= 0) {
                    areaOrigins.putIfAbsent(areas.get(a).code(), origin);
                }
            }
            widest = Math.max(widest, areas.size());
        }
        Set<Integer> cellsRead = new HashSet<>();
        Stream.concat(Arrays.stream(origins), Arrays.stream(originsOfAreas).flatMap(Arrays::stream))
                .forEach(origin -> cellsRead.add(origin.cell));
        for (String name : header.names()) {
            if (cellsRead.contains(header.cell(name))) {
                columnsRead.add(name);
            } else if (mapping.isEmpty()) {
                unknownColumns.add(name);
            }
        }
        this.values = new int[columns.length];
        this.amounts = new long[columns.length];
        this.textBytes = new byte[columns.length][0];
        this.textFrom = new int[columns.length];
        this.textTo = new int[columns.length];
        this.scores = new byte[widest];
    }

    /** A table whose values stand in the source as they are, for reading many rows at once. */
    static final class Plain {
        final ColumnFormat[] columns;
        /** How many cells a row of the source has. */
        final int fields;
        /** The cell of each column; negative where the source does not have it. */
        final int[] cells;

        final byte[][][] words;
        /** The Star of readings that name none, and its place among the Stars. */
        final Optional<Star> star;

        final int starPlace;
        /** The cell of each area of that Star. */
        final int[] areaCells;

        final int scoreWidth;

        private Plain(RowReader reader, Optional<Star> star) {
            this.columns = reader.columns;
            this.fields = reader.fields;
            this.cells = Arrays.stream(reader.origins)
                    .mapToInt(origin -> origin.cell)
                    .toArray();
            this.words = reader.words;
            this.star = star;
            this.starPlace = reader.defaultStar;
            this.areaCells = star.isEmpty()
                    ? new int[0]
                    : Arrays.stream(reader.originsOfAreas[starPlace])
                            .mapToInt(origin -> origin.cell)
                            .toArray();
            this.scoreWidth = star.isEmpty() ? 0 : reader.scores.length;
        }
    }

    /** The table as one that can be read in blocks; empty if values are translated or of a kind that is not. */
    Optional<Plain> plain() {
        for (int c = 0; c < columns.length; c++) {
            boolean isAmountOrYear = types[c] == ColumnType.AMOUNT || types[c] == ColumnType.YEAR;
            if (isAmountOrYear || !origins[c].isPlain()) {
                return Optional.empty();
            }
        }
        if (!format.hasScores()) {
            return Optional.of(new Plain(this, Optional.empty()));
        }
        Star star = stars.get(defaultStar);
        boolean isPlain = Arrays.stream(originsOfAreas[defaultStar]).allMatch(Origin::isPlain)
                && areaOrigins.keySet().stream()
                        .allMatch(area -> star.areaIndex(area).isPresent());
        return isPlain ? Optional.of(new Plain(this, Optional.of(star))) : Optional.empty();
    }

    private int indexOfStar(String id) {
        for (int s = 0; s < stars.size(); s++) {
            if (stars.get(s).id().equals(id)) {
                return s;
            }
        }
        return -1;
    }

    /** Where the values of a column come from: a cell of the source's rows, or one constant. */
    private static final class Origin {
        private final String column;
        private final int cell;
        private final String constant;
        private final Map<String, String> values;
        private final boolean translates;
        private final Optional<DatePattern> datePattern;

        private Origin(
                String column,
                int cell,
                String constant,
                Map<String, String> values,
                Optional<DatePattern> datePattern) {
            this.column = column;
            this.cell = cell;
            this.constant = constant;
            this.values = values;
            this.translates = !values.isEmpty();
            this.datePattern = datePattern;
        }

        private static Origin of(
                String column, Optional<TableMapping> mapping, SourceHeader header, SourceTable source) {
            if (mapping.isEmpty()) {
                return new Origin(column, header.cell(column), "", Map.of(), Optional.empty());
            }
            ColumnMapping mapped = mapping.get().columns().get(column);
            if (mapped == null) {
                return new Origin(column, -1, "", Map.of(), Optional.empty());
            }
            if (mapped.sourceColumn().isEmpty()) {
                return new Origin(column, -1, mapped.constant().orElse(""), Map.of(), mapped.datePattern());
            }
            String name = mapped.sourceColumn().get();
            int cell = header.cell(name);
            if (cell < 0) {
                throw new WaymarkException(
                        "WM-COLUMN-MISSING",
                        "column " + name + ", which the mapping names for " + column + ", is missing (" + source.place()
                                + "). " + header.found("Correct the mapping."));
            }
            return new Origin(name, cell, "", mapped.values(), mapped.datePattern());
        }

        private boolean isPlain() {
            return constant.isEmpty() && !translates && datePattern.isEmpty();
        }

        private boolean isNowhere() {
            return cell < 0 && constant.isEmpty();
        }
    }

    /**
     * Reads a row.
     *
     * @return whether it stands so far; if not, {@link #rejection()} says why
     */
    public boolean read(Row row) {
        if (rejection.isPresent()) {
            rejection = Optional.empty();
        }
        if (!lostValues.isEmpty()) {
            lostValues.clear();
        }
        if (!unusedScores.isEmpty()) {
            unusedScores.clear();
        }
        if (row.size() != fields) {
            rejection = Optional.of(new Rejection(
                    format.name(), row.line(), Optional.empty(), RejectionCode.MALFORMED, fields + " fields"));
            return false;
        }
        int missing = -1;
        int malformed = -1;
        int outOfRange = -1;
        for (int c = 0; c < types.length; c++) {
            locate(row, origins[c]);
            int found = parse(types[c], c);
            if (found == READ) {
                continue;
            }
            ColumnFormat column = columns[c];
            if (found == NOT_RECORDED) {
                clear(c);
                if (column.required() && missing < 0) {
                    missing = c;
                }
            } else if (column.loseValueOnly()) {
                clear(c);
                lostValues.add(rejection(row, c, found));
            } else if (found == MALFORMED && malformed < 0) {
                malformed = c;
            } else if (found == OUT_OF_RANGE && outOfRange < 0) {
                outOfRange = c;
            }
        }
        if (missing < 0 && malformed < 0 && outOfRange < 0) {
            if (format.hasScores()) {
                readScores(row);
            }
            return true;
        }
        if (missing >= 0) {
            rejection = Optional.of(new Rejection(
                    format.name(),
                    row.line(),
                    Optional.of(columns[missing].name()),
                    RejectionCode.MISSING,
                    expectedForm(missing)));
        } else if (malformed >= 0) {
            rejection = Optional.of(rejection(row, malformed, MALFORMED));
        } else {
            rejection = Optional.of(rejection(row, outOfRange, OUT_OF_RANGE));
        }
        return false;
    }

    private void readScores(Row row) {
        int star = values[starColumn];
        Star definition = stars.get(star);
        Arrays.fill(scores, NO_SCORE);
        Origin[] areas = originsOfAreas[star];
        for (int a = 0; a < areas.length; a++) {
            locate(row, areas[a]);
            if (cellKind == EMPTY) {
                continue;
            }
            long score = cellKind == TEXT && cellTo - cellFrom == 1 && cell[cellFrom] >= '0' && cell[cellFrom] <= '9'
                    ? cell[cellFrom] - '0'
                    : wholeNumber();
            if (score == Long.MIN_VALUE || score < definition.minScore() || score > definition.maxScore()) {
                boolean whole = score != Long.MIN_VALUE;
                lostValues.add(new Rejection(
                        format.name(),
                        row.line(),
                        Optional.of(definition.areas().get(a).code()),
                        whole ? RejectionCode.OUT_OF_RANGE : RejectionCode.MALFORMED,
                        "a whole number from " + definition.minScore() + " to " + definition.maxScore()));
            } else {
                scores[a] = (byte) score;
            }
        }
        if (stars.size() > 1) {
            for (Map.Entry<String, Origin> area : areaOrigins.entrySet()) {
                if (definition.areaIndex(area.getKey()).isEmpty()) {
                    locate(row, area.getValue());
                    if (cellKind != EMPTY) {
                        unusedScores.add(area.getKey());
                    }
                }
            }
        }
    }

    private Rejection rejection(Row row, int column, int fault) {
        return new Rejection(
                format.name(),
                row.line(),
                Optional.of(columns[column].name()),
                fault == MALFORMED ? RejectionCode.MALFORMED : RejectionCode.OUT_OF_RANGE,
                fault == MALFORMED ? expectedForm(column) : columns[column].expectedRange());
    }

    /** As the source writes it, where a mapping says how. */
    private String expectedForm(int column) {
        return types[column] == ColumnType.DATE && origins[column].datePattern.isPresent()
                ? "a date as " + origins[column].datePattern.get()
                : columns[column].expectedForm();
    }

    /** Why the last row was rejected; empty if it was not. */
    public Optional<Rejection> rejection() {
        return rejection;
    }

    /** The values that the last row lost, if it stands. */
    public List<Rejection> lostValues() {
        return lostValues;
    }

    /**
     * A date (days since 1970-01-01), count, year (its first calendar year), word or Star (place in its list), or
     * {@link #NONE}.
     */
    public int value(int column) {
        return values[column];
    }

    /** An amount in pence, or {@link #NO_AMOUNT}. */
    public long pence(int column) {
        return amounts[column];
    }

    /** The UTF-8 bytes that hold the text of a column, from {@link #textFrom} to {@link #textTo}. */
    public byte[] textBytes(int column) {
        return textBytes[column];
    }

    /** Where the text of a column begins. */
    public int textFrom(int column) {
        return textFrom[column];
    }

    /** Where the text of a column ends; where it begins, if the text is empty. */
    public int textTo(int column) {
        return textTo[column];
    }

    /** The scores of the row's Star in the order of its areas, or {@link #NO_SCORE}; as wide as the widest Star. */
    public byte[] scores() {
        return scores;
    }

    /** The areas under which the last row has a value though its Star does not have them. */
    public List<String> unusedScores() {
        return unusedScores;
    }

    /** The columns of the source that are looked at, by the source's names. */
    public Set<String> columnsRead() {
        return Set.copyOf(columnsRead);
    }

    /** The columns of the source that the format does not have and no mapping uses. */
    public List<String> unknownColumns() {
        return unknownColumns;
    }

    private void locate(Row row, Origin origin) {
        int index = origin.cell;
        if (index < 0) {
            locateText(origin.constant);
            return;
        }
        cellKind = row.kind(index);
        if (cellKind == TEXT) {
            cell = row.bytes();
            cellFrom = row.from(index);
            cellTo = row.to(index);
            if (cellTo - cellFrom > Row.MOST_BYTES) {
                throw new WaymarkException(
                        "WM-FIELD",
                        "a value of column " + origin.column + " is longer than 1 MiB (" + place + " line " + row.line()
                                + "). Shorten it, or leave the column out.");
            }
        } else {
            cellNumber = row.wholeAt(index);
        }
        if (origin.translates) {
            String translated = origin.values.get(cellText());
            if (translated != null) {
                locateText(translated);
            }
        }
    }

    private void locateText(String text) {
        cell = text.getBytes(StandardCharsets.UTF_8);
        cellFrom = 0;
        cellTo = cell.length;
        cellKind = text.isEmpty() ? EMPTY : TEXT;
    }

    private String cellText() {
        return switch (cellKind) {
            case EMPTY -> "";
            case DATE -> LocalDate.ofEpochDay(cellNumber).toString();
            case WHOLE -> Long.toString(cellNumber);
            default -> new String(cell, cellFrom, cellTo - cellFrom, StandardCharsets.UTF_8);
        };
    }

    private void clear(int column) {
        values[column] = NONE;
        amounts[column] = NO_AMOUNT;
        textFrom[column] = 0;
        textTo[column] = 0;
    }

    /**
     * Parses the located cell into the column's value.
     *
     * @return {@link #READ}, {@link #NOT_RECORDED}, {@link #MALFORMED} or {@link #OUT_OF_RANGE}
     */
    private int parse(ColumnType type, int c) {
        if (cellKind == EMPTY) {
            if (type == ColumnType.STAR) {
                values[c] = defaultStar;
                return READ;
            }
            return NOT_RECORDED;
        }
        return switch (type) {
            case ID, REFERENCE, TEXT -> takeText(c);
            case AMOUNT -> parseAmount(c);
            case DATE -> parseDate(c, origins[c].datePattern);
            case WORD -> parseWord(c);
            case COUNT -> parseCount(c);
            case YEAR -> parseYear(c);
            case STAR -> parseStar(c);
        };
    }

    private int takeText(int c) {
        if (cellKind != TEXT) {
            locateText(cellText());
        }
        textBytes[c] = cell;
        textFrom[c] = cellFrom;
        textTo[c] = cellTo;
        return READ;
    }

    private int parseDate(int c, Optional<DatePattern> pattern) {
        long day;
        if (cellKind == DATE) {
            day = cellNumber;
        } else if (pattern.isPresent()) {
            try {
                day = pattern.get().parse(cellText()).toEpochDay();
            } catch (DateTimeException e) {
                return MALFORMED;
            }
        } else if (cellKind == WHOLE) {
            return MALFORMED;
        } else {
            int plain = cellTo - cellFrom == 10 ? isoDay(cell, cellFrom) : NONE;
            if (plain == NONE) {
                return faultOfDate();
            }
            day = plain;
        }
        if (day < FIRST_DAY || day > LAST_DAY) {
            return OUT_OF_RANGE;
        }
        values[c] = (int) day;
        return READ;
    }

    /**
     * The day that ten bytes write like 2015-04-01, as days since 1970-01-01; {@link #NONE} if they write no day that a
     * record can have.
     */
    static int isoDay(byte[] b, int at) {
        int wrong = (b[at + 4] ^ '-') | (b[at + 7] ^ '-');
        int y1 = b[at] - '0';
        int y2 = b[at + 1] - '0';
        int y3 = b[at + 2] - '0';
        int y4 = b[at + 3] - '0';
        int m1 = b[at + 5] - '0';
        int m2 = b[at + 6] - '0';
        int d1 = b[at + 8] - '0';
        int d2 = b[at + 9] - '0';
        int notDigits = y1 | 9 - y1 | y2 | 9 - y2 | y3 | 9 - y3 | y4 | 9 - y4 | m1 | 9 - m1 | m2 | 9 - m2 | d1 | 9 - d1
                | d2 | 9 - d2;
        int year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
        int month = m1 * 10 + m2;
        int day = d1 * 10 + d2;
        if (wrong != 0
                || notDigits < 0
                || year < FIRST_YEAR
                || year > LAST_YEAR
                || month < 1
                || month > 12
                || day < 1) {
            return NONE;
        }
        int place = (year - Months.FIRST_YEAR) * Months.MONTHS_OF_A_YEAR + month - 1;
        int epochDay = Months.FIRST_DAYS[place] + day - 1;
        return epochDay < Months.FIRST_DAYS[place + 1] ? epochDay : NONE;
    }

    /** Why a text is no date that is taken: a date of other years is out of range, all else malformed. */
    private int faultOfDate() {
        if (cellTo - cellFrom != 10 || cell[cellFrom + 4] != '-' || cell[cellFrom + 7] != '-') {
            return MALFORMED;
        }
        int year = digits(cellFrom, 4);
        int month = digits(cellFrom + 5, 2);
        int dayOfMonth = digits(cellFrom + 8, 2);
        boolean isDate = year >= 0
                && month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= YearMonth.of(year, month).lengthOfMonth();
        return isDate ? OUT_OF_RANGE : MALFORMED;
    }

    private int digits(int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            int digit = cell[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private int parseWord(int c) {
        if (cellKind != TEXT) {
            return MALFORMED;
        }
        byte[][] known = words[c];
        for (int w = 0; w < known.length; w++) {
            if (isWord(known[w])) {
                values[c] = w;
                return READ;
            }
        }
        return MALFORMED;
    }

    private boolean isWord(byte[] word) {
        if (word.length != cellTo - cellFrom) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (lower(cell[cellFrom + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private int parseCount(int c) {
        long number = wholeNumber();
        if (number == Long.MIN_VALUE) {
            return MALFORMED;
        }
        if (number < 0 || number > Integer.MAX_VALUE) {
            return OUT_OF_RANGE;
        }
        values[c] = (int) number;
        return READ;
    }

    /** The located cell as a whole number, cut at 18 digits; the least long if it is none. */
    private long wholeNumber() {
        if (cellKind == WHOLE) {
            return cellNumber;
        }
        if (cellKind != TEXT) {
            return Long.MIN_VALUE;
        }
        boolean negative = cell[cellFrom] == '-';
        int start = cellFrom + (negative || cell[cellFrom] == '+' ? 1 : 0);
        if (start == cellTo) {
            return Long.MIN_VALUE;
        }
        long number = 0;
        for (int i = start; i < cellTo; i++) {
            int digit = cell[i] - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE;
            }
            number = Math.min(number * 10 + digit, 99_999_999_999_999_999L);
        }
        return negative ? -number : number;
    }

    private int parseAmount(int c) {
        if (cellKind == DATE) {
            return MALFORMED;
        }
        int end = cellTo;
        int decimals = 0;
        if (cellKind == TEXT) {
            for (int i = Math.max(cellFrom, cellTo - 3); i < cellTo; i++) {
                if (cell[i] == '.') {
                    decimals = digits(i + 1, cellTo - i - 1);
                    if (cellTo - i == 1 || decimals < 0 || i == cellFrom) {
                        return MALFORMED;
                    }
                    decimals = cellTo - i == 2 ? decimals * 10 : decimals;
                    end = i;
                    break;
                }
            }
        }
        boolean negative = cellKind == TEXT && cell[cellFrom] == '-';
        int textEnd = cellTo;
        cellTo = end;
        long pounds = wholeNumber();
        cellTo = textEnd;
        if (pounds == Long.MIN_VALUE) {
            return MALFORMED;
        }
        if (Math.abs(pounds) > 999_999_999_999_999L) {
            return OUT_OF_RANGE;
        }
        amounts[c] = pounds * 100 + (negative ? -decimals : decimals);
        return READ;
    }

    private int parseYear(int c) {
        OptionalInt year = FinancialYear.find(cellText());
        if (year.isEmpty()) {
            return MALFORMED;
        }
        values[c] = year.getAsInt();
        return READ;
    }

    private int parseStar(int c) {
        int star = indexOfStar(cellText());
        if (star < 0) {
            return MALFORMED;
        }
        values[c] = star;
        return READ;
    }
}
