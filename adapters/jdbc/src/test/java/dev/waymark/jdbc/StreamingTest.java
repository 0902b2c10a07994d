package dev.waymark.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The memory that reading takes does not grow with the table: all answers pass through a virtual machine whose heap
 * could not hold them.
 *
 * <p>With {@code -Dwaymark.answers=5000000} the same is shown of five million, on every engine.
 */
class StreamingTest {

    private static final int ANSWERS = Integer.getInteger("waymark.answers", 100_000);
    private static final String LONG_ISSUE = "x".repeat(400);

    @TempDir
    private Path folder;

    private static Stream<TestEngine> engines() {
        return Integer.getInteger("waymark.answers") == null
                ? Stream.of(TestEngine.POSTGRESQL)
                : Stream.of(TestEngine.values()).filter(TestEngine::isAskedFor);
    }

    @ParameterizedTest
    @MethodSource("engines")
    @Timeout(1800)
    void answersPassThroughASmallHeap(TestEngine engine) throws IOException, InterruptedException {
        String numbers = switch (engine) {
            case POSTGRESQL -> "generate_series(1, " + ANSWERS + ") as t(n)";
            case H2 -> "system_range(1, " + ANSWERS + ") as t(n)";
            case DUCKDB -> "range(1, " + ANSWERS + " + 1) as t(n)";
            case SQLITE ->
                "(with recursive r(n) as (select 1 union all select n + 1 from r where n < " + ANSWERS
                        + ") select n from r)";
            case MARIADB -> "(select seq as n from seq_1_to_" + ANSWERS + ") t";
        };
        TestDatabase database = engine.fresh(folder)
                .run("create table findings as select concat('A', n % 100000) as assessment_id, concat('" + LONG_ISSUE
                        + "', n) as issue," + " 'yes' as present from " + numbers);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // H2 itself is in the heap too, with what it keeps in memory of a file
                        engine == TestEngine.H2 ? "-Xmx64m" : "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StreamingTest.class.getName(),
                        database.url(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            assertThat(printed.lines()).contains(ANSWERS + " rows");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads all answers of a database. */
    public static void main(String[] arguments) {
        Credentials credentials = Credentials.of(arguments[1], arguments[2]);
        try (DatabaseSnapshot snapshot = Database.at(arguments[0], credentials).snapshot();
                RowCursor rows =
                        snapshot.table("findings").orElseThrow().parts().get(0)) {
            Row row = new Row();
            long count = 0;
            while (rows.next(row)) {
                count++;
            }
            System.out.println(count + " rows");
        }
    }
}
