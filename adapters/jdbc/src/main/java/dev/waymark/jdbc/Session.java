package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One connection in one transaction, through which everything is asked.
 *
 * <p>A connection serves one thread at a time, so who reads a table takes a turn and the others wait. The transaction
 * is rolled back at the end unless it was committed, and the connection given back as it came.
 */
final class Session implements AutoCloseable {

    private static final long SECONDS_FOR_GIVING_UP = 5;

    private final Connection connection;
    private final Engine engine;
    private final DatabaseFault faults;
    private final Duration longestWait;
    private final Patience patience;
    private final Semaphore turn = new Semaphore(1, true);
    private final List<Question<Boolean>> restoring = new ArrayList<>();
    private volatile Optional<Thread> holder = Optional.empty();
    private volatile boolean isClosed;

    private Session(Connection connection, Engine engine, DatabaseFault faults, Duration longestWait) {
        this.connection = connection;
        this.engine = engine;
        this.faults = faults;
        this.longestWait = longestWait;
        this.patience = new Patience(connection, longestWait);
    }

    /** A session that reads one snapshot of all tables. */
    static Session reading(Connection connection, DatabaseFault faults, Duration longestWait) {
        return open(connection, faults, longestWait, session -> {
            int isolation = session.engine.snapshotIsolation(connection.getMetaData());
            session.isolate(isolation);
            session.hintThatItOnlyReads();
        });
    }

    /** A session that changes the database, all or nothing. */
    static Session writing(Connection connection, DatabaseFault faults, Duration longestWait) {
        return open(connection, faults, longestWait, session -> {});
    }

    /** What a session does before its transaction begins. */
    @FunctionalInterface
    private interface Preparation {
        /** Prepares it. */
        void prepare(Session session) throws SQLException;
    }

    private static Session open(
            Connection connection, DatabaseFault faults, Duration longestWait, Preparation preparation) {
        Engine engine = Engine.OTHER;
        try {
            engine = Engine.of(connection.getMetaData());
        } catch (SQLException e) {
            closeQuietly(connection);
            throw faults.login(e, "the database");
        }
        Session session = new Session(connection, engine, faults, longestWait);
        try {
            session.ask("the database", Optional.empty(), () -> {
                preparation.prepare(session);
                boolean commitsEach = connection.getAutoCommit();
                session.restoring.add(() -> {
                    connection.setAutoCommit(commitsEach);
                    return true;
                });
                connection.setAutoCommit(false);
                return true;
            });
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private void isolate(int isolation) throws SQLException {
        int before = connection.getTransactionIsolation();
        connection.setTransactionIsolation(isolation);
        restoring.add(() -> {
            connection.setTransactionIsolation(before);
            return true;
        });
    }

    private void hintThatItOnlyReads() throws SQLException {
        boolean before = connection.isReadOnly();
        try {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            // no more than a hint to the driver, which some refuse once a connection is open
            return;
        }
        restoring.add(() -> {
            connection.setReadOnly(before);
            return true;
        });
    }

    Connection connection() {
        return connection;
    }

    DatabaseFault faults() {
        return faults;
    }

    Engine engine() {
        return engine;
    }

    /** Asks the database and waits for its answer, for as long as is allowed. */
    <T> T ask(String place, Optional<Statement> statement, Question<T> question) {
        if (Thread.currentThread().isInterrupted()) {
            throw DatabaseFault.interrupted();
        }
        try {
            T answer = patience.await(statement, question);
            if (patience.end().isPresent()) {
                throw new SQLException("ended");
            }
            return answer;
        } catch (SQLException e) {
            throw fault(e, place);
        } catch (WaymarkException e) {
            throw e;
        } catch (RuntimeException e) {
            // H2 says undeclared that it was closed
            throw e.getCause() instanceof SQLException said ? fault(said, place) : e;
        }
    }

    WaymarkException fault(SQLException e, String place) {
        // an interrupt closes the files of an embedded engine under it, which then complains of that
        if (isClosed || Thread.currentThread().isInterrupted()) {
            return faults.interrupted(e);
        }
        if (patience.end().isPresent()) {
            return patience.end().get() == Patience.End.INTERRUPTED
                    ? faults.interrupted(e)
                    : faults.overdue(e, place, longestWait);
        }
        return faults.of(e, place, engine, isConnected());
    }

    /** Closes a statement, whose remaining rows some drivers read first, for as long as an answer may take. */
    void release(Statement statement) {
        try {
            patience.await(Optional.empty(), () -> {
                statement.close();
                return true;
            });
        } catch (SQLException e) {
            // the rows are read, or an error says why not; what cannot be closed ends with the connection
            return;
        }
    }

    /** Whether nothing has ended it so far. */
    boolean isUsable() {
        return !isClosed && patience.end().isEmpty() && !Thread.currentThread().isInterrupted() && isConnected();
    }

    private boolean isConnected() {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Waits until nobody else reads. */
    void takeTurn() {
        if (holder.filter(Thread.currentThread()::equals).isPresent()) {
            throw new IllegalStateException(
                    "a thread reads one table of a database to its end and closes it" + " before it reads the next");
        }
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseFault.interrupted();
        }
        holder = Optional.of(Thread.currentThread());
        if (isClosed) {
            endTurn();
            throw DatabaseFault.interrupted();
        }
    }

    void endTurn() {
        holder = Optional.empty();
        turn.release();
    }

    /** Keeps what was written. */
    void commit() {
        ask("the database", Optional.empty(), () -> {
            connection.commit();
            return true;
        });
    }

    /** Takes back what was written, also after a wait that was ended. */
    void rollback() throws SQLException {
        patience.await(Optional.empty(), () -> {
            connection.rollback();
            return true;
        });
    }

    /** Ends the transaction and gives the connection back; what is being read meanwhile is ended. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        // an interrupt would end the waiting below and, with some engines, the database file's channel
        boolean wasInterrupted = Thread.interrupted();
        try {
            boolean isIdle = turn.tryAcquire();
            if (!isIdle) {
                patience.giveUp();
                isIdle = turn.tryAcquire(SECONDS_FOR_GIVING_UP, TimeUnit.SECONDS);
            }
            if (isIdle) {
                restore();
            } else {
                connection.abort(Runnable::run);
            }
        } catch (InterruptedException e) {
            wasInterrupted = true;
        } catch (SQLException e) {
            // the reading is over; a connection that cannot be dropped is closed below
            wasInterrupted |= Thread.interrupted();
        } finally {
            patience.close();
            closeQuietly(connection);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void restore() {
        try {
            patience.await(Optional.empty(), () -> {
                if (!connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                }
                for (int i = restoring.size() - 1; i >= 0; i--) {
                    restoring.get(i).ask();
                }
                return true;
            });
        } catch (SQLException e) {
            // a connection that was lost has nothing left to restore
            restoring.clear();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // closed is what it is: the server has taken it back, or the driver let it go
            return;
        }
    }
}
