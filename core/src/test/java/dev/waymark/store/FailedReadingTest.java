package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.ElevenTables;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FailedReadingTest {

    private static final int PARTS = 100;

    private final CountDownLatch budgetOpened = new CountDownLatch(1);
    private final AtomicInteger closed = new AtomicInteger();

    // "The rows: the parts in order, each to be closed by who reads it" (SourceTable), of a cursor that "lets go of
    // files and connections" (RowCursor): those opened must be closed too when another table stops the reading.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyCursorThatWasOpenedIsClosedWhenTheReadingFails() throws InterruptedException {
        TableSource listed = new ElevenTables().source();
        TableSource source = new TableSource() {
            @Override
            public Optional<SourceTable> table(String name) {
                return listed.table(name).map(table -> switch (name) {
                    case "families" -> parts(table, 1, this::failOnceBudgetIsOpened);
                    case "budget" -> parts(table, PARTS, () -> LockSupport.parkNanos(5_000_000));
                    default -> table;
                });
            }

            @Override
            public SourceTable mappedTable(String mapped) {
                return listed.mappedTable(mapped);
            }

            private void failOnceBudgetIsOpened() {
                try {
                    assertThat(budgetOpened.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                throw new WaymarkException("WM-CSV", "unclosed quote (families.csv line 7). Close it.");
            }
        };

        // one thread waits in families, another one opens and reads budget
        assertThatThrownBy(() -> new CaseStoreReader(source).threads(2).read())
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-CSV: unclosed quote (families.csv line 7). Close it.");

        for (int tries = 0; tries < 100 && closed.get() < PARTS + 1; tries++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(closed).hasValue(PARTS + 1);
    }

    /** A table without rows in so many parts, in each of which something happens before its end. */
    private SourceTable parts(SourceTable table, int parts, Runnable beforeTheEnd) {
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
                if (parts > 1) {
                    budgetOpened.countDown();
                }
                return Stream.generate(this::part).limit(parts).toList();
            }

            private RowCursor part() {
                return new RowCursor() {
                    @Override
                    public boolean next(Row row) {
                        beforeTheEnd.run();
                        return false;
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                };
            }
        };
    }
}
