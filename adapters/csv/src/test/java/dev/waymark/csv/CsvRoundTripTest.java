package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.waymark.csv.TextRows.Line;
import dev.waymark.data.SourceTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random rows, written by an independent writer, come back as they were, each with its physical line. */
class CsvRoundTripTest {

    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "0",
            "-",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "#",
            "'",
            ";",
            "\u0000",
            "\u00A0",
            "é",
            "ß",
            "€",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDC6A",
            "\uFFFD",
            "some longer text that is not looked at closely");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomRowsComeBack(long seed) throws IOException {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(6);
        List<String> header = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            header.add(c + ":" + value(random));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int r = random.nextInt(400); r > 0; r--) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                row.add(random.nextInt(5) == 0 ? "" : value(random));
            }
            rows.add(row);
        }
        LineDelimiter end =
                List.of(LineDelimiter.LF, LineDelimiter.CR, LineDelimiter.CRLF).get(random.nextInt(3));
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(end)
                .quoteStrategy(quoting(random))
                .build(folder.resolve("table.csv"), StandardCharsets.UTF_8)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
        if (random.nextBoolean()) {
            withoutLastLineEnd(end);
        }

        SourceTable table = CsvFolder.of(folder).table("table").orElseThrow();

        assertThat(table.columns()).isEqualTo(header);
        assertThat(TextRows.of(table)).isEqualTo(atTheirLines(header, rows));
    }

    /** Long rows in long files, so that values lie across the ends of whatever is read at a time. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("longSeeds")
    void longValuesComeBack(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < 40; r++) {
            rows.add(List.of(
                    Integer.toString(r),
                    PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(20_000)) + "x" + value(random),
                    "y"));
        }
        List<String> header = List.of("a", "b", "c");
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(folder.resolve("table.csv"), StandardCharsets.UTF_8)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }

        List<Line> read = TextRows.of(CsvFolder.of(folder).table("table").orElseThrow());

        assertThat(read.equals(atTheirLines(header, rows))).as("seed %d", seed).isTrue();
    }

    static LongStream longSeeds() {
        return LongStream.rangeClosed(101, 106);
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int p = random.nextInt(6); p >= 0; p--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }

    /**
     * Quotes all values, those that have something in them, or these at random; always those that start or end with a
     * blank: "Blanks around an unquoted value are trimmed".
     */
    private static QuoteStrategy quoting(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> QuoteStrategies.ALWAYS;
            case 1 -> QuoteStrategies.NON_EMPTY;
            case 2 -> new AtRandom(Optional.empty());
            default -> new AtRandom(Optional.of(new Random(random.nextLong())));
        };
    }

    private record AtRandom(Optional<Random> coin) implements QuoteStrategy {

        @Override
        public boolean quoteEmpty(int line, int field) {
            return coin.map(Random::nextBoolean).orElse(false);
        }

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return isBlank(value.charAt(0))
                    || isBlank(value.charAt(value.length() - 1))
                    || coin.map(Random::nextBoolean).orElse(false);
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }

    private void withoutLastLineEnd(LineDelimiter end) throws IOException {
        Path file = folder.resolve("table.csv");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - end.toString().length()));
    }

    /** A row starts on the line after the line on which the one before it ends. */
    private static List<Line> atTheirLines(List<String> header, List<List<String>> rows) {
        List<Line> lines = new ArrayList<>();
        long next = 1 + linesOf(header);
        for (List<String> row : rows) {
            lines.add(new Line(next, row));
            next += linesOf(row);
        }
        return lines;
    }

    private static int linesOf(List<String> row) {
        int lines = 1;
        for (String value : row) {
            lines += value.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1).length - 1;
        }
        return lines;
    }
}
