package dev.waymark.store;

import dev.waymark.data.BlockCursor;
import dev.waymark.data.BlockReader;
import dev.waymark.data.ColumnFormat;
import dev.waymark.data.ColumnType;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.data.Rejections;
import dev.waymark.data.Row;
import dev.waymark.data.RowBlock;
import dev.waymark.data.RowCursor;
import dev.waymark.data.RowReader;
import dev.waymark.data.TableFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;

/** The rows of one part of a table that stand by themselves, with their lines, and what was wrong with the others. */
final class TablePart {

    private static final int ROWS_BETWEEN_PROGRESS = 1 << 14;

    final StoredTable table;
    final IntColumn lines = new IntColumn();
    final Rejections rejections = new Rejections();
    /** The values that rows lost whose fate is still open, and these rows. */
    final Rejections lostValues = new Rejections();

    final IntColumn rowsOfLostValues = new IntColumn();
    final List<UnusedScore> unusedScores = new ArrayList<>();
    long rowsRead;

    /** A score under an area that the row's Star does not have; the fate of the row is still open. */
    record UnusedScore(int row, String area) {}

    private TablePart(TableFormat format, int scoreWidth) {
        this.table = new StoredTable(format, true, scoreWidth);
    }

    /** Reads all rows of the cursor; {@code parents} are the finished tables that the references lead to. */
    static TablePart read(
            TableFormat format,
            int scoreWidth,
            RowCursor cursor,
            RowReader reader,
            Map<String, ParentIds> parents,
            LongConsumer progress) {
        TablePart part = new TablePart(format, scoreWidth);
        Reading reading = part.new Reading(reader, parents, progress);
        Optional<BlockReader> plain = BlockReader.of(reader);
        if (cursor instanceof BlockCursor blocks && plain.isPresent()) {
            reading.readBlocks(blocks, plain.get());
            OptionalInt linesBefore = blocks.linesBefore();
            if (linesBefore.isPresent()) {
                part.addLinesBefore(linesBefore.getAsInt());
            } else {
                part = new TablePart(format, scoreWidth);
                reading = part.new Reading(reader, parents, progress);
            }
        }
        reading.readRows(cursor);
        return part;
    }

    private void addLinesBefore(int linesBefore) {
        lines.addToEach(linesBefore);
        rejections.addToEachLine(linesBefore);
        lostValues.addToEachLine(linesBefore);
    }

    /** The reading of this part, row by row or in blocks. */
    private final class Reading {
        private final RowReader reader;
        private final LongConsumer progress;
        private final List<Reference> references = new ArrayList<>();
        private final Runnable[] takers;
        private final Row row = new Row();
        private long rowsTold;

        private Reading(RowReader reader, Map<String, ParentIds> parents, LongConsumer progress) {
            this.reader = reader;
            this.progress = progress;
            List<ColumnFormat> columns = table.format().columns();
            Reference[] byColumn = new Reference[columns.size()];
            for (int c = 0; c < byColumn.length; c++) {
                byColumn[c] =
                        new Reference(c, parents.getOrDefault(columns.get(c).refersTo(), ParentIds.NONE));
                if (columns.get(c).type() == ColumnType.REFERENCE) {
                    references.add(byColumn[c]);
                }
            }
            this.takers = takers(reader, byColumn);
        }

        private void readRows(RowCursor cursor) {
            while (cursor.next(row)) {
                take();
                told(ROWS_BETWEEN_PROGRESS);
            }
            told(1);
        }

        private void told(int rowsBetween) {
            if (rowsRead - rowsTold >= rowsBetween) {
                progress.accept(rowsRead - rowsTold);
                rowsTold = rowsRead;
                endIfInterrupted();
            }
        }

        private void readBlocks(BlockCursor cursor, BlockReader plain) {
            RowBlock block = new RowBlock();
            while (cursor.next(block)) {
                if (plain.read(block)) {
                    for (Reference reference : references) {
                        reference.follow(block, plain);
                    }
                }
                int from = 0;
                while (from < block.rows()) {
                    int odd = plain.nextOdd(from);
                    take(block, from, odd, plain);
                    if (odd < block.rows()) {
                        block.copy(odd, row);
                        take();
                    }
                    from = odd + 1;
                }
                endIfInterrupted(); // others are told of the rows when it is known that they count
            }
        }

        /** Takes over the rows of a block from one to before another, none of them odd. */
        private void take(RowBlock block, int from, int to, BlockReader plain) {
            if (from == to) {
                return;
            }
            rowsRead += to - from;
            table.addedRows(to - from);
            lines.add(block.lines(), from, to);
            List<ColumnFormat> columns = table.format().columns();
            for (int c = 0; c < columns.size(); c++) {
                int cell = plain.cell(c);
                switch (columns.get(c).type()) {
                    case ID -> ((TextColumn) table.column(c)).add(block, cell, from, to);
                    case TEXT -> ((IntColumn) table.column(c)).add(codes(block, cell, from, to, c), 0, to - from);
                    case WORD, STAR -> ((ByteColumn) table.column(c)).addWords(plain.values(c), from, to);
                    case DATE, COUNT -> ((IntColumn) table.column(c)).add(plain.values(c), from, to);
                    default -> {
                        // references follow; others are not read in blocks
                    }
                }
            }
            for (Reference reference : references) {
                ((IntColumn) table.column(reference.column)).add(reference.rowsOfBlock, from, to);
            }
            if (table.format().hasScores()) {
                table.scores().add(plain.scores(), from, to);
            }
        }

        private final int[] codes = new int[RowBlock.MOST_ROWS];

        private int[] codes(RowBlock block, int cell, int from, int to, int column) {
            Dictionary dictionary = table.dictionary(column);
            if (cell < 0) {
                Arrays.fill(codes, 0, to - from, Dictionary.NONE);
                return codes;
            }
            byte[] bytes = block.bytes();
            long[] cells = block.cells();
            int width = block.width();
            for (int row = from, at = from * width + cell; row < to; row++, at += width) {
                codes[row - from] = dictionary.code(bytes, RowBlock.from(cells[at]), RowBlock.to(cells[at]));
            }
            return codes;
        }

        /** Judges the row at hand by itself and takes it over if it stands. */
        private void take() {
            TableFormat format = table.format();
            rowsRead++;
            if (!reader.read(row)) {
                rejections.add(reader.rejection().orElseThrow());
                return;
            }
            int orphan = follow(references, reader);
            if (orphan >= 0) {
                ColumnFormat column = format.columns().get(orphan);
                rejections.add(new Rejection(
                        format.name(),
                        row.line(),
                        Optional.of(column.name()),
                        RejectionCode.ORPHAN,
                        "an id of an accepted row of " + column.refersTo()));
                return;
            }
            int added = table.addedRows(1);
            lines.add(Math.toIntExact(row.line()));
            for (Runnable taker : takers) {
                taker.run();
            }
            if (format.hasScores()) {
                table.scores().add(reader.scores());
            }
            for (Rejection lost : reader.lostValues()) {
                lostValues.add(lost);
                rowsOfLostValues.add(added);
            }
            for (String area : reader.unusedScores()) {
                unusedScores.add(new UnusedScore(added, area));
            }
        }
    }

    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw CaseStoreReader.ended();
        }
    }

    /** Finds the rows that the references lead to; gives the column of the first that leads nowhere, or -1. */
    private static int follow(List<Reference> references, RowReader reader) {
        for (int r = 0; r < references.size(); r++) {
            if (!references.get(r).leadsSomewhere(reader)) {
                return references.get(r).column;
            }
        }
        return -1;
    }

    /** A column that refers to another table; rows that follow each other often refer to the same row. */
    private static final class Reference {
        private final int column;
        private final ParentIds parents;
        private byte[] lastId = new byte[64];
        private int lastLength;
        private int row = -1;
        private final int[] rowsOfBlock = new int[RowBlock.MOST_ROWS];

        private Reference(int column, ParentIds parents) {
            this.column = column;
            this.parents = parents;
        }

        private boolean leadsSomewhere(RowReader reader) {
            return leadsSomewhere(reader.textBytes(column), reader.textFrom(column), reader.textTo(column));
        }

        /** Finds the rows that the rows of a block refer to; one that refers to none is an odd row. */
        private void follow(RowBlock block, BlockReader plain) {
            int cell = plain.cell(column);
            if (cell < 0) {
                Arrays.fill(rowsOfBlock, 0, block.rows(), -1);
                return;
            }
            byte[] bytes = block.bytes();
            long[] cells = block.cells();
            int width = block.width();
            int rows = block.rows();
            // of the id before, if it is short and leads somewhere
            int length = -1;
            long head = 0;
            for (int r = 0, at = cell; r < rows; r++, at += width) {
                int from = RowBlock.from(cells[at]);
                int to = RowBlock.to(cells[at]);
                long headOfRow = RowBlock.head(bytes, from, to);
                if (to - from != length || headOfRow != head) {
                    boolean leads = leadsSomewhere(bytes, from, to);
                    if (!leads) {
                        plain.leave(r);
                    }
                    length = leads && to - from <= Long.BYTES ? to - from : -1;
                    head = headOfRow;
                }
                rowsOfBlock[r] = row;
            }
        }

        private boolean leadsSomewhere(byte[] text, int from, int to) {
            if (to - from != lastLength || !TextColumn.same(text, from, lastId, 0, lastLength)) {
                lastLength = to - from;
                if (lastId.length < lastLength) {
                    lastId = new byte[lastLength * 2];
                }
                System.arraycopy(text, from, lastId, 0, lastLength);
                row = lastLength == 0 ? -1 : parents.find(text, from, to, row + 1);
            }
            return row >= 0 || lastLength == 0;
        }
    }

    /** The takers of all columns, found once, so that taking a row over asks nothing about columns. */
    private Runnable[] takers(RowReader reader, Reference[] references) {
        List<ColumnFormat> columns = table.format().columns();
        Runnable[] takers = new Runnable[columns.size()];
        for (int column = 0; column < takers.length; column++) {
            int c = column;
            takers[c] = switch (columns.get(c).type()) {
                case ID -> {
                    TextColumn ids = (TextColumn) table.column(c);
                    yield () -> ids.add(reader.textBytes(c), reader.textFrom(c), reader.textTo(c));
                }
                case REFERENCE -> {
                    IntColumn rows = (IntColumn) table.column(c);
                    Reference reference = references[c];
                    yield () -> rows.add(reference.row);
                }
                case TEXT -> {
                    IntColumn codes = (IntColumn) table.column(c);
                    Dictionary dictionary = table.dictionary(c);
                    yield () -> codes.add(dictionary.code(reader.textBytes(c), reader.textFrom(c), reader.textTo(c)));
                }
                case WORD, STAR -> {
                    ByteColumn words = (ByteColumn) table.column(c);
                    yield () -> words.add((byte) (reader.value(c) == RowReader.NONE ? -1 : reader.value(c)));
                }
                case DATE, COUNT, YEAR -> {
                    IntColumn numbers = (IntColumn) table.column(c);
                    yield () -> numbers.add(reader.value(c));
                }
                case AMOUNT -> {
                    LongColumn pence = (LongColumn) table.column(c);
                    yield () -> pence.add(reader.pence(c));
                }
            };
        }
        return takers;
    }

    /** Adds a part that comes after this one in the table. */
    void append(TablePart next) {
        int offset = table.rows();
        table.append(next.table);
        lines.append(next.lines);
        rejections.addAll(next.rejections);
        lostValues.addAll(next.lostValues);
        next.rowsOfLostValues.addToEach(offset);
        rowsOfLostValues.append(next.rowsOfLostValues);
        next.unusedScores.forEach(score -> unusedScores.add(new UnusedScore(score.row() + offset, score.area())));
        rowsRead += next.rowsRead;
    }
}
