package dev.waymark.store;

import dev.waymark.data.RowCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * The cursors that were opened and wait for a thread to read them: closed, if a reading that fails never comes to them.
 */
final class UnreadCursors implements AutoCloseable {

    private final List<RowCursor> waiting = new ArrayList<>();
    private boolean closed;

    /** Takes note of cursors that were just opened. */
    synchronized List<? extends RowCursor> open(List<? extends RowCursor> cursors) {
        waiting.addAll(cursors);
        if (closed) {
            close();
            throw CaseStoreReader.ended();
        }
        return cursors;
    }

    /** A thread has come to a cursor and closes it itself; it must not if the reading has ended and closed it. */
    synchronized void taken(RowCursor cursor) {
        if (!waiting.removeIf(other -> other == cursor)) {
            throw CaseStoreReader.ended();
        }
    }

    /** Closes those that nobody came to. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(RowCursor::close);
        waiting.clear();
    }
}
