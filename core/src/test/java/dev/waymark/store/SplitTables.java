package dev.waymark.store;

import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableSource;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that hands over each table of another in several parts, and knows how many of them were closed. */
final class SplitTables implements TableSource {

    private final TableSource whole;
    private final int parts;
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();

    SplitTables(TableSource whole, int parts) {
        this.whole = whole;
        this.parts = parts;
    }

    @Override
    public Optional<SourceTable> table(String name) {
        return whole.table(name).map(Split::new);
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        return new Split(whole.mappedTable(mapped));
    }

    @Override
    public List<Star> stars() {
        return whole.stars();
    }

    private final class Split implements SourceTable {
        private final SourceTable table;

        private Split(SourceTable table) {
            this.table = table;
        }

        @Override
        public String place() {
            return table.place();
        }

        @Override
        public List<String> columns() {
            return table.columns();
        }

        @Override
        public List<RowCursor> parts() {
            int rows = 0;
            for (RowCursor all = table.parts().get(0); all.next(new Row()); ) {
                rows++;
            }
            List<RowCursor> cursors = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                opened.incrementAndGet();
                cursors.add(new Part(rows * part / parts, rows * (part + 1) / parts));
            }
            return cursors;
        }

        /** The rows {@code from} to {@code to} of the table. */
        private final class Part implements RowCursor {
            private final RowCursor rows = table.parts().get(0);
            private int left;

            private Part(int from, int to) {
                for (int row = 0; row < from; row++) {
                    rows.next(new Row());
                }
                left = to - from;
            }

            @Override
            public boolean next(Row row) {
                return left-- > 0 && rows.next(row);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
    }
}
