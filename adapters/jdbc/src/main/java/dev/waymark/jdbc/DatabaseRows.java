package dev.waymark.jdbc;

import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one table or query, a few in memory at a time; the query is run when the first is asked for. */
final class DatabaseRows implements RowCursor {

    /** What the database answers with. */
    private record Answer(
            Optional<Statement> statement, ResultSet rows, List<Integer> places, Question<Boolean> next) {}

    private final Session session;
    private final DatabaseTable table;
    private final List<DatabaseTable.Column> columns;
    private final Set<String> wanted;
    private final int rowsAtATime;

    private Optional<Statement> opened = Optional.empty();
    private @Nullable Answer answer;
    private boolean hasTurn;
    private long line = 1;

    DatabaseRows(Session session, DatabaseTable table, Set<String> wanted, int rowsAtATime) {
        this.session = session;
        this.table = table;
        this.columns = table.all();
        this.wanted = Set.copyOf(wanted);
        this.rowsAtATime = rowsAtATime;
    }

    @Override
    public boolean next(Row row) {
        if (answer == null) {
            session.takeTurn();
            hasTurn = true;
            answer = open();
        }
        Answer from = answer;
        if (!session.ask(table.place(), from.statement(), from.next())) {
            return false;
        }
        line++;
        row.begin(line);
        for (int c = 0; c < columns.size(); c++) {
            if (from.places().get(c) == 0) {
                row.empty();
            } else {
                read(from, c, row);
            }
        }
        return true;
    }

    private void read(Answer from, int c, Row row) {
        DatabaseTable.Column column = columns.get(c);
        try {
            if (!column.cell().read(from.rows(), from.places().get(c), row)) {
                throw table.unreadable(column);
            }
        } catch (SQLException e) {
            throw session.isUsable()
                    ? session.faults().malformed(e, column, table.place(), line - 1)
                    : session.fault(e, table.place());
        }
    }

    private Answer open() {
        DatabaseTable.Query query = session.ask(table.place(), Optional.empty(), () -> table.query(wanted));
        PreparedStatement statement = session.ask(table.place(), Optional.empty(), () -> prepared(query.sql()));
        opened = Optional.of(statement);
        ResultSet rows = session.ask(table.place(), opened, statement::executeQuery);
        return new Answer(opened, rows, query.places(), rows::next);
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement =
                session.connection().prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(rowsAtATime);
        return statement;
    }

    @Override
    public void close() {
        try {
            opened.ifPresent(session::release);
        } finally {
            opened = Optional.empty();
            if (hasTurn) {
                hasTurn = false;
                session.endTurn();
            }
        }
    }
}
