package dev.waymark.benchmarks.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks a database the questions, one query each, over views and tables that it has set up.
 *
 * <p>Every query begins with the district, a null of which is one that is not recorded, and ends with numbers of
 * families.
 */
abstract class SqlAnswers implements LoadedData {

    private final Connection connection;

    SqlAnswers(Connection connection) {
        this.connection = connection;
    }

    /** Makes what several queries need, from the rows as loaded, and lets go of what the last call made. */
    abstract void prepare(Set<Question> questions) throws SQLException;

    /** {@code district, area, first stage, last stage, families}; areas and stages by place. */
    abstract String transitions();

    /** {@code district, area, first stage, families, progressed}. */
    abstract String progress();

    /** {@code district, issue, families, at first, at last, no longer}. */
    abstract String reduction();

    /** {@code district, worked with, opened, closed}. */
    abstract String activity();

    /** A row of an answer; not a record, which would be equal by the place of its array. */
    private static final class Row {
        private final String district;
        private final String issue;
        private final long[] numbers;

        private Row(String district, String issue, long[] numbers) {
            this.district = district;
            this.issue = issue;
            this.numbers = numbers;
        }
    }

    @Override
    public final Answers answer(Set<Question> questions) {
        try {
            prepare(questions);
            List<String> districts = texts("SELECT DISTINCT district FROM families");
            List<Row> transitions = rows(questions, Question.TRANSITIONS, transitions());
            List<Row> progress = rows(questions, Question.PROGRESS, progress());
            List<Row> reductions = rows(questions, Question.REDUCTION, reduction());
            List<Row> activity = rows(questions, Question.ACTIVITY, activity());
            List<String> issues =
                    reductions.stream().map(row -> row.issue).distinct().toList();
            Answers answers = new Answers(districts.toArray(String[]::new), issues.toArray(String[]::new));
            for (Row row : transitions) {
                long[] n = row.numbers;
                answers.addTransition(districts.indexOf(row.district), (int) n[0], (int) n[1], (int) n[2], n[3]);
            }
            for (Row row : progress) {
                long[] n = row.numbers;
                answers.addProgress(districts.indexOf(row.district), (int) n[0], (int) n[1], n[2], n[3]);
            }
            for (Row row : reductions) {
                long[] n = row.numbers;
                int district = districts.indexOf(row.district);
                int issue = issues.indexOf(row.issue);
                long stillThere = n[1] - n[3];
                long newAtLast = n[2] - stillThere;
                answers.addPair(district, issue, true, true, stillThere);
                answers.addPair(district, issue, true, false, n[3]);
                answers.addPair(district, issue, false, true, newAtLast);
                answers.addPair(district, issue, false, false, n[0] - n[1] - newAtLast);
            }
            for (Row row : activity) {
                long[] n = row.numbers;
                answers.addActivity(districts.indexOf(row.district), n[0], n[1], n[2]);
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("a query failed", e);
        }
    }

    /** Runs statements. */
    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void execute(String... statements) throws SQLException {
        execute(connection, statements);
    }

    private static String district(ResultSet rows) throws SQLException {
        String district = rows.getString(1);
        return district == null || district.isEmpty() ? Answers.NOT_RECORDED : district;
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(district(rows));
            }
        }
        return texts;
    }

    private List<Row> rows(Set<Question> questions, Question question, String query) throws SQLException {
        List<Row> all = new ArrayList<>();
        if (!questions.contains(question)) {
            return all;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            int numbersFrom = question == Question.REDUCTION ? 3 : 2;
            while (rows.next()) {
                long[] numbers = new long[columns - numbersFrom + 1];
                for (int column = numbersFrom; column <= columns; column++) {
                    numbers[column - numbersFrom] = rows.getLong(column);
                }
                all.add(new Row(district(rows), numbersFrom == 3 ? rows.getString(2) : "", numbers));
            }
        }
        return all;
    }

    @Override
    public final void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be closed", e);
        }
    }
}
