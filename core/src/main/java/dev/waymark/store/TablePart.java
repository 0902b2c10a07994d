package dev.waymark.store;

import dev.waymark.WaymarkException;
import dev.waymark.data.ColumnFormat;
import dev.waymark.data.Rejection;
import dev.waymark.data.RejectionCode;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.RowReader;
import dev.waymark.data.TableFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The rows of one part of a table that stand by themselves, with their lines, and what was wrong with the others. */
final class TablePart {

    private static final int ROWS_BETWEEN_PROGRESS = 1 << 14;

    final StoredTable table;
    final IntColumn lines = new IntColumn();
    final List<Rejection> rejections = new ArrayList<>();
    final List<OfRow<Rejection>> lostValues = new ArrayList<>();
    final List<OfRow<String>> unusedScores = new ArrayList<>();
    long rowsRead;

    /** Something known of a row whose fate is still open. */
    record OfRow<T>(int row, T what) {}

    TablePart(TableFormat format, int scoreWidth) {
        this.table = new StoredTable(format, true, scoreWidth);
    }

    /** Reads all rows of the cursor; {@code parents} are the finished tables that the references lead to. */
    void read(RowCursor cursor, RowReader reader, Map<String, ParentIds> parents, LongConsumer progress) {
        TableFormat format = table.format();
        List<ColumnFormat> columns = format.columns();
        Reference[] references = new Reference[columns.size()];
        List<Reference> toFollow = new ArrayList<>();
        for (int c = 0; c < references.length; c++) {
            references[c] = new Reference(c, parents.getOrDefault(columns.get(c).refersTo(), ParentIds.NONE));
            if (references[c].parents != ParentIds.NONE) {
                toFollow.add(references[c]);
            }
        }
        Runnable[] takers = takers(reader, references);
        Row row = new Row();
        while (cursor.next(row)) {
            rowsRead++;
            if (rowsRead % ROWS_BETWEEN_PROGRESS == 0) {
                progress.accept(ROWS_BETWEEN_PROGRESS);
                endIfInterrupted();
            }
            if (!reader.read(row)) {
                rejections.add(reader.rejection().orElseThrow());
                continue;
            }
            int orphan = follow(toFollow, reader);
            if (orphan >= 0) {
                ColumnFormat column = columns.get(orphan);
                rejections.add(new Rejection(
                        format.name(),
                        row.line(),
                        Optional.of(column.name()),
                        RejectionCode.ORPHAN,
                        "an id of an accepted row of " + column.refersTo()));
                continue;
            }
            int added = table.addedRow();
            lines.add(Math.toIntExact(row.line()));
            for (Runnable taker : takers) {
                taker.run();
            }
            if (format.hasScores()) {
                table.scores().add(reader.scores());
            }
            for (Rejection lost : reader.lostValues()) {
                lostValues.add(new OfRow<>(added, lost));
            }
            for (String area : reader.unusedScores()) {
                unusedScores.add(new OfRow<>(added, area));
            }
        }
        progress.accept(rowsRead % ROWS_BETWEEN_PROGRESS);
    }

    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new WaymarkException("WM-INTERRUPTED", "the reading was ended. Start it again if it is wanted.");
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
        private byte[] lastId = new byte[0];
        private int lastLength;
        private int row = -1;

        private Reference(int column, ParentIds parents) {
            this.column = column;
            this.parents = parents;
        }

        private boolean leadsSomewhere(RowReader reader) {
            byte[] text = reader.textBytes(column);
            int from = reader.textFrom(column);
            int to = reader.textTo(column);
            if (!Arrays.equals(text, from, to, lastId, 0, lastLength)) {
                lastLength = to - from;
                if (lastId.length < lastLength) {
                    lastId = new byte[lastLength * 2];
                }
                System.arraycopy(text, from, lastId, 0, lastLength);
                row = lastLength == 0 ? -1 : parents.find(text, from, to);
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
        next.lostValues.forEach(v -> lostValues.add(new OfRow<>(v.row() + offset, v.what())));
        next.unusedScores.forEach(v -> unusedScores.add(new OfRow<>(v.row() + offset, v.what())));
        rowsRead += next.rowsRead;
    }
}
