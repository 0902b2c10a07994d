package dev.waymark.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long a database may keep somebody waiting: ends a wait that is overdue, or whose thread was interrupted.
 *
 * <p>Drivers differ in what their own time-outs cover (few cover the fetching of rows, none an interrupt), so one
 * thread of ours looks after all: it cancels the statement, and drops the connection where that does not help.
 * <b>Threads:</b> one waits at a time.
 */
final class Patience implements AutoCloseable {

    /** Why a wait was ended. */
    enum End {
        OVERDUE,
        INTERRUPTED
    }

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final long NANOSECONDS_FOR_CANCELLING = TimeUnit.SECONDS.toNanos(3);

    private final Connection connection;
    private final long longest;
    private final ScheduledExecutorService looks;
    private final Future<?> looking;

    private Optional<Thread> waiting = Optional.empty();
    private Optional<Statement> running = Optional.empty();
    private long since;
    private Optional<End> end = Optional.empty();
    private long endedAt;

    Patience(Connection connection, Duration longest) {
        this.connection = connection;
        this.longest = longest.toNanos();
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "waymark-jdbc-patience");
            thread.setDaemon(true);
            return thread;
        });
        looking = looks.scheduleWithFixedDelay(
                this::look, MILLISECONDS_BETWEEN_LOOKS, MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** Waits for an answer; the statement is the one that gives it, if it is one. */
    <T> T await(Optional<Statement> statement, Question<T> question) throws SQLException {
        begin(statement);
        try {
            return question.ask();
        } finally {
            over();
        }
    }

    /** Why the last wait was ended; empty if the database answered by itself. */
    synchronized Optional<End> end() {
        return end;
    }

    private synchronized void begin(Optional<Statement> statement) {
        waiting = Optional.of(Thread.currentThread());
        running = statement;
        since = System.nanoTime();
        // what comes after a wait that was ended (taking back the transaction) has its own time
        endedAt = since;
    }

    private synchronized void over() {
        waiting = Optional.empty();
    }

    private synchronized void look() {
        if (waiting.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        if (end.isPresent()) {
            if (now - endedAt > NANOSECONDS_FOR_CANCELLING) {
                drop();
            }
            return;
        }
        boolean isInterrupted = waiting.get().isInterrupted();
        if (isInterrupted || now - since > longest) {
            end(isInterrupted ? End.INTERRUPTED : End.OVERDUE, now);
        }
    }

    /** Ends the wait there is, for a caller who does not want the answer any more. */
    synchronized void giveUp() {
        if (waiting.isPresent() && end.isEmpty()) {
            end(End.INTERRUPTED, System.nanoTime());
        }
    }

    private void end(End why, long now) {
        end = Optional.of(why);
        endedAt = now;
        if (running.isEmpty()) {
            drop();
            return;
        }
        try {
            running.get().cancel();
        } catch (SQLException e) {
            drop();
        }
    }

    private void drop() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // a driver that can neither cancel nor drop: the wait goes on until the database ends it
            endedAt = System.nanoTime();
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        looks.shutdown();
    }
}
