package dev.waymark.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

/** SQLite in this process and in memory: ids and days as numbers, keys where the queries look rows up. */
final class SqliteData extends SqlAnswers {

    private static final String STORED_STAGES = "SELECT district, area, at_first, at_last FROM stages";

    private SqliteData(Connection connection) {
        super(connection);
    }

    /** Inserts the rows of a file into a table. */
    private static void insert(Connection connection, Path folder, String table, String cells, int... columns)
            throws SQLException {
        String places = "?" + ", ?".repeat(columns.length - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            CsvLines.read(folder, table, row -> {
                try {
                    for (int place = 0; place < columns.length; place++) {
                        String cell = row.getField(columns[place]);
                        switch (cells.charAt(place)) {
                            case 'n' -> insert.setObject(place + 1, cell.isEmpty() ? null : Integer.valueOf(cell));
                            case 'd' ->
                                insert.setObject(
                                        place + 1,
                                        cell.isEmpty()
                                                ? null
                                                : (int) LocalDate.parse(cell).toEpochDay());
                            default -> insert.setString(place + 1, cell);
                        }
                    }
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException("SQLite refuses a row of " + table, e);
                }
            });
        }
    }

    static SqliteData load(Path folder) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            StringBuilder scores = new StringBuilder();
            int[] columns = new int[3 + Answers.AREAS.length];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = column;
            }
            for (int area = 0; area < Answers.AREAS.length; area++) {
                scores.append(", s").append(area).append(" INTEGER");
            }
            execute(
                    connection,
                    "PRAGMA journal_mode = OFF",
                    "PRAGMA temp_store = MEMORY",
                    "CREATE TABLE families (family_id INTEGER PRIMARY KEY, district TEXT)",
                    "CREATE TABLE episodes (family_id INTEGER, opened INTEGER, closed INTEGER)",
                    "CREATE TABLE star_readings (family_id INTEGER, date INTEGER, kind TEXT" + scores + ")",
                    "CREATE TABLE assessments (assessment_id INTEGER, family_id INTEGER, date INTEGER, kind TEXT)",
                    "CREATE TABLE findings (assessment_id INTEGER, issue TEXT, present TEXT,"
                            + " PRIMARY KEY (assessment_id, issue)) WITHOUT ROWID");
            connection.setAutoCommit(false);
            insert(connection, folder, "families", "nt", 0, 1);
            insert(connection, folder, "episodes", "ndd", 1, 3, 4);
            insert(connection, folder, "star_readings", "ndt" + "n".repeat(Answers.AREAS.length), columns);
            insert(connection, folder, "assessments", "nndt", 0, 1, 3, 4);
            insert(connection, folder, "findings", "ntt", 0, 1, 2);
            execute(
                    connection,
                    "CREATE INDEX reading_of ON star_readings (family_id)",
                    "CREATE INDEX form_of ON assessments (family_id)");
            connection.commit();
            return new SqliteData(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite cannot read " + folder, e);
        }
    }

    @Override
    void prepare(Set<Question> questions) throws SQLException {
        execute(
                "DROP TABLE IF EXISTS temp.counted",
                "DROP TABLE IF EXISTS temp.stages",
                "DROP TABLE IF EXISTS temp.pairs",
                String.format("""
                        CREATE TEMP TABLE counted AS
                        SELECT family_id, district, max(closed * 100000 + opened) %% 100000 AS opened,
                            max(closed) AS closed
                        FROM episodes JOIN families USING (family_id)
                        WHERE opened <= %2$d AND closed BETWEEN %1$d AND %2$d
                        GROUP BY family_id
                        """, Year.FIRST_DAY, Year.LAST_DAY));
        if (questions.contains(Question.TRANSITIONS) || questions.contains(Question.PROGRESS)) {
            execute("CREATE TEMP TABLE stages (district TEXT, area INTEGER, at_first INTEGER, at_last INTEGER)");
            execute("""
                    CREATE TEMP TABLE IF NOT EXISTS reading_pairs AS
                    WITH firsts AS (
                        SELECT c.family_id, c.district, c.closed, min(r.date) AS date, r.rowid AS reading
                        FROM counted c JOIN star_readings r USING (family_id)
                        WHERE r.kind = 'initial' AND r.date BETWEEN c.opened AND c.closed
                        GROUP BY c.family_id)
                    SELECT f.district, f.reading AS first_reading, r.rowid AS last_reading,
                        max(2 * r.date + (r.kind = 'closure')) AS latest
                    FROM firsts f JOIN star_readings r USING (family_id)
                    WHERE r.kind <> 'initial' AND r.date > f.date AND r.date <= f.closed
                    GROUP BY f.family_id
                    """);
            for (int area = 0; area < Answers.AREAS.length; area++) {
                execute(String.format("""
                        INSERT INTO stages
                        SELECT p.district, %1$d, (a.s%1$d - 1) / 2, (b.s%1$d - 1) / 2
                        FROM reading_pairs p
                        JOIN star_readings a ON a.rowid = p.first_reading
                        JOIN star_readings b ON b.rowid = p.last_reading
                        WHERE a.s%1$d IS NOT NULL AND b.s%1$d IS NOT NULL
                        """, area));
            }
            execute("DROP TABLE temp.reading_pairs");
        }
        if (questions.contains(Question.REDUCTION)) {
            execute("""
                    CREATE TEMP TABLE pairs AS
                    WITH firsts AS (
                        SELECT c.family_id, c.district, c.closed, r.date, r.assessment_id,
                            row_number() OVER (PARTITION BY c.family_id
                                ORDER BY r.date, CAST(r.assessment_id AS TEXT)) AS place
                        FROM counted c JOIN assessments r USING (family_id)
                        WHERE r.kind = 'initial' AND r.date BETWEEN c.opened AND c.closed),
                    lasts AS (
                        SELECT f.district, f.assessment_id AS first_form, r.assessment_id AS last_form,
                            row_number() OVER (PARTITION BY f.family_id
                                ORDER BY r.date DESC, r.kind = 'closure' DESC,
                                    CAST(r.assessment_id AS TEXT) DESC) AS place
                        FROM firsts f JOIN assessments r USING (family_id)
                        WHERE f.place = 1 AND r.kind <> 'initial' AND r.date > f.date AND r.date <= f.closed)
                    SELECT district, first_form, last_form FROM lasts WHERE place = 1
                    """);
        }
    }

    @Override
    String transitions() {
        return "SELECT district, area, at_first, at_last, count(*) FROM (" + STORED_STAGES + ") GROUP BY 1, 2, 3, 4";
    }

    @Override
    String progress() {
        return "SELECT district, area, at_first, count(*), sum(at_last > at_first) FROM (" + STORED_STAGES
                + ") GROUP BY 1, 2, 3";
    }

    @Override
    String reduction() {
        return """
                SELECT p.district, a.issue, count(*), sum(a.present = 'yes'), sum(b.present = 'yes'),
                    sum(a.present = 'yes' AND b.present = 'no')
                FROM pairs p
                JOIN findings a ON a.assessment_id = p.first_form
                JOIN findings b ON b.assessment_id = p.last_form AND b.issue = a.issue
                WHERE a.present <> 'unknown' AND b.present <> 'unknown'
                GROUP BY 1, 2
                """;
    }

    @Override
    String activity() {
        return String.format("""
                SELECT district, sum(worked_with), sum(opened), sum(closed)
                FROM (
                    SELECT family_id, max(coalesce(closed >= %1$d, 1)) AS worked_with, max(opened >= %1$d) AS opened,
                        max(coalesce(closed BETWEEN %1$d AND %2$d, 0)) AS closed
                    FROM episodes
                    WHERE opened <= %2$d
                    GROUP BY family_id)
                JOIN families USING (family_id)
                GROUP BY district
                """, Year.FIRST_DAY, Year.LAST_DAY);
    }
}
