package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.ElevenTables;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingReaderTest {

    // "A table is read as soon as the tables it refers to are finished" (CaseStoreReader). Episodes refer to families
    // only. If they wait for individuals, they do so on a thread of the readers; of one thread (a machine with one
    // processor) none is left then to finish individuals, and the reading never ends.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noReaderWaitsForATableThatItsOwnDoesNotReferTo() {
        LastOfAll source = new LastOfAll(new ElevenTables().source());

        new CaseStoreReader(source).threads(2).read();

        assertThat(source.waiting).doesNotContain(CaseStoreReader.class.getName());
    }

    /** A source whose individuals come when all that needs only families is read and the other reader is at rest. */
    private static final class LastOfAll implements TableSource {

        private final TableSource source;
        private final CountDownLatch claimsRead = new CountDownLatch(1);
        private volatile List<String> waiting = List.of();

        private LastOfAll(TableSource source) {
            this.source = source;
        }

        @Override
        public Optional<SourceTable> table(String name) {
            return source.table(name)
                    .map(table -> name.equals("individuals") || name.equals("claims") ? watched(name, table) : table);
        }

        @Override
        public SourceTable mappedTable(String mapped) {
            return source.mappedTable(mapped);
        }

        private SourceTable watched(String name, SourceTable table) {
            return new SourceTable() {
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
                    return List.of(new Watched(name, table.parts().get(0)));
                }
            };
        }

        private final class Watched implements RowCursor {

            private final String name;
            private final RowCursor rows;

            private Watched(String name, RowCursor rows) {
                this.name = name;
                this.rows = rows;
            }

            @Override
            public boolean next(Row row) {
                if (name.equals("individuals") && waiting.isEmpty()) {
                    awaitClaims();
                    waiting = classesInWhichTheOtherReaderWaits();
                }
                return rows.next(row);
            }

            @Override
            public void close() {
                if (name.equals("claims")) {
                    claimsRead.countDown();
                }
            }
        }

        private void awaitClaims() {
            try {
                assertThat(claimsRead.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> classesInWhichTheOtherReaderWaits() {
            Thread other = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread != Thread.currentThread()
                            && thread.getName().equals("waymark-reader")
                            && thread.isAlive())
                    .findFirst()
                    .orElseThrow();
            List<StackTraceElement> before = List.of();
            while (true) {
                LockSupport.parkNanos(50_000_000);
                List<StackTraceElement> now = List.of(other.getStackTrace());
                if (now.equals(before) && other.getState() == Thread.State.WAITING) {
                    return now.stream().map(StackTraceElement::getClassName).toList();
                }
                before = now;
            }
        }
    }
}
