package dev.waymark.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * DuckDB in this process: columns with their types, ids as numbers, every file read once and only the columns needed.
 *
 * <p>What several queries share (the counted episode, first and last reading, first and last form) is computed once
 * into temporary tables; the answers, by far the most rows, are joined as they are read.
 */
final class DuckDbData extends SqlAnswers {

    private static final String YEAR = "DATE '" + Year.FIRST_DATE + "'";
    private static final String AS_AT = "DATE '" + Year.LAST_DATE + "'";

    private static final String FIRST_READINGS = """
            CREATE OR REPLACE TEMP TABLE first_readings AS
            SELECT family_id, any_value(district) AS district, any_value(closed) AS closed,
                min(date) AS date, arg_min(scores, date) AS scores
            FROM star_readings JOIN counted USING (family_id)
            WHERE kind = 'initial' AND date BETWEEN opened AND closed
            GROUP BY family_id
            """;

    private static final String STAGES = """
            CREATE OR REPLACE TEMP TABLE stages AS
            SELECT district, unnest(range(10)) AS area,
                (unnest(first_scores) - 1) // 2 AS at_first, (unnest(last_scores) - 1) // 2 AS at_last
            FROM (
                SELECT any_value(f.district) AS district, any_value(f.scores) AS first_scores,
                    arg_max(r.scores, {'date': r.date, 'closure': r.kind = 'closure'}) AS last_scores
                FROM star_readings r JOIN first_readings f USING (family_id)
                WHERE r.kind <> 'initial' AND r.date > f.date AND r.date <= f.closed
                GROUP BY family_id)
            """;

    private static final String FORMS = """
            CREATE OR REPLACE TEMP TABLE pairs AS
            WITH first_forms AS (
                SELECT family_id, any_value(district) AS district, any_value(closed) AS closed, min(date) AS date,
                    arg_min(assessment_id, {'date': date, 'id': assessment_id::VARCHAR}) AS form
                FROM assessments JOIN counted USING (family_id)
                WHERE kind = 'initial' AND date BETWEEN opened AND closed
                GROUP BY family_id)
            SELECT family_id, any_value(f.district) AS district, any_value(f.form) AS first_form,
                arg_max(a.assessment_id,
                    {'date': a.date, 'closure': a.kind = 'closure', 'id': a.assessment_id::VARCHAR}) AS last_form
            FROM assessments a JOIN first_forms f USING (family_id)
            WHERE a.kind <> 'initial' AND a.date > f.date AND a.date <= f.closed
            GROUP BY family_id
            """;

    private static final String REDUCTION = """
            WITH asked AS (
                SELECT first_form AS assessment_id, first_form AS pair, district, true AS is_first FROM pairs
                UNION ALL
                SELECT last_form, first_form, district, false FROM pairs),
            answers AS MATERIALIZED (
                SELECT pair, district, is_first, issue, present = 'yes' AS present
                FROM findings JOIN asked USING (assessment_id)
                WHERE present <> 'unknown')
            SELECT f.district, issue, count(*), count(*) FILTER (f.present), count(*) FILTER (l.present),
                count(*) FILTER (f.present AND NOT l.present)
            FROM (FROM answers WHERE is_first) f JOIN (FROM answers WHERE NOT is_first) l USING (pair, issue)
            GROUP BY ALL
            """;

    private DuckDbData(Connection connection) {
        super(connection);
    }

    private static String columns(String... types) {
        return "{" + String.join(", ", types) + "}";
    }

    /** The rows of a file, of which a query reads only the columns that it names. */
    private static String file(Path folder, String table, String columns) {
        return "read_csv('" + folder.resolve(table + ".csv").toString().replace("'", "''") + "', header = true, "
                + "auto_detect = false, delim = ',', quote = '\"', new_line = '\\n', nullstr = '', columns = "
                + columns + ")";
    }

    private static DuckDbData open(Path folder, int threads, String answers) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            List<String> areas = new ArrayList<>();
            List<String> scores = new ArrayList<>();
            for (String area : Answers.AREAS) {
                areas.add("'" + area + "': 'TINYINT'");
                scores.add("\"" + area + "\"");
            }
            execute(
                    connection,
                    "SET threads = " + threads,
                    "SET preserve_insertion_order = false",
                    "CREATE TEMP TABLE families AS FROM "
                            + file(folder, "families", columns("'family_id': 'INTEGER'", "'district': 'VARCHAR'")),
                    "CREATE TEMP TABLE episodes AS SELECT family_id, opened, closed FROM "
                            + file(
                                    folder,
                                    "episodes",
                                    columns(
                                            "'episode_id': 'INTEGER'",
                                            "'family_id': 'INTEGER'",
                                            "'service': 'VARCHAR'",
                                            "'opened': 'DATE'",
                                            "'closed': 'DATE'",
                                            "'worker_id': 'VARCHAR'")),
                    "CREATE TEMP TABLE star_readings AS SELECT family_id, date, kind, ["
                            + String.join(", ", scores) + "] AS scores FROM "
                            + file(
                                    folder,
                                    "star_readings",
                                    columns(
                                            "'family_id': 'INTEGER'",
                                            "'date': 'DATE'",
                                            "'kind': 'VARCHAR'",
                                            String.join(", ", areas))),
                    "CREATE TEMP TABLE assessments AS SELECT assessment_id, family_id, date, kind FROM "
                            + file(
                                    folder,
                                    "assessments",
                                    columns(
                                            "'assessment_id': 'INTEGER'",
                                            "'family_id': 'INTEGER'",
                                            "'individual_id': 'VARCHAR'",
                                            "'date': 'DATE'",
                                            "'kind': 'VARCHAR'")),
                    "CREATE TEMP " + answers + " findings AS FROM "
                            + file(
                                    folder,
                                    "findings",
                                    columns(
                                            "'assessment_id': 'INTEGER'",
                                            "'issue': 'VARCHAR'",
                                            "'present': 'VARCHAR'")));
            return new DuckDbData(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot read " + folder, e);
        }
    }

    /** All rows in tables. */
    static DuckDbData load(Path folder, int threads) {
        return open(folder, threads, "TABLE");
    }

    /** The answers stay in their file until they are asked for, once. */
    static DuckDbData over(Path folder, int threads) {
        return open(folder, threads, "VIEW");
    }

    @Override
    void prepare(Set<Question> questions) throws SQLException {
        execute(String.format("""
                CREATE OR REPLACE TEMP TABLE counted AS
                SELECT family_id, district, episode.opened, episode.closed
                FROM (
                    SELECT family_id, max({'closed': closed, 'opened': opened}) AS episode
                    FROM episodes
                    WHERE opened <= %2$s AND closed BETWEEN %1$s AND %2$s
                    GROUP BY family_id)
                JOIN families USING (family_id)
                """, YEAR, AS_AT));
        if (questions.contains(Question.TRANSITIONS) || questions.contains(Question.PROGRESS)) {
            execute(FIRST_READINGS, STAGES);
        }
        if (questions.contains(Question.REDUCTION)) {
            execute(FORMS);
        }
    }

    @Override
    String transitions() {
        return """
                SELECT district, area, at_first, at_last, count(*)
                FROM stages
                WHERE at_first IS NOT NULL AND at_last IS NOT NULL
                GROUP BY ALL
                """;
    }

    @Override
    String progress() {
        return """
                SELECT district, area, at_first, count(*), count(*) FILTER (at_last > at_first)
                FROM stages
                WHERE at_first IS NOT NULL AND at_last IS NOT NULL
                GROUP BY ALL
                """;
    }

    @Override
    String reduction() {
        return REDUCTION;
    }

    @Override
    String activity() {
        return String.format("""
                SELECT district, count(*) FILTER (worked_with), count(*) FILTER (opened), count(*) FILTER (closed)
                FROM (
                    SELECT family_id, bool_or(coalesce(closed >= %1$s, true)) AS worked_with,
                        bool_or(opened >= %1$s) AS opened, bool_or(closed BETWEEN %1$s AND %2$s) AS closed
                    FROM episodes
                    WHERE opened <= %2$s
                    GROUP BY family_id)
                JOIN families USING (family_id)
                GROUP BY district
                """, YEAR, AS_AT);
    }
}
