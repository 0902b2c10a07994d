package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the parser. A plain file read by its lines gives the rows that the parser gives, whatever its parts. */
class PlainFileTest {

    @TempDir
    private Path folder;

    private static final List<String> PIECES = List.of(
            ",",
            ",",
            ",",
            "a",
            "b c",
            " ",
            "\t",
            "  x ",
            "\u00C9",
            "\uD83D\uDE00",
            "\u00A0",
            "'",
            ";",
            "0",
            "2015-04-01",
            "a long field that goes on for a while",
            "");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\n\n", "\n \t\n", "\r\n\r\n");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAreThoseOfTheParser(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFF" : "");
        for (int line = random.nextInt(40); line >= 0; line--) {
            for (int piece = random.nextInt(9); piece > 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            text.append(line == 0 && random.nextBoolean() ? "" : ENDS.get(random.nextInt(ENDS.size())));
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text);
        List<String> expected = rows(List.of(new CsvRows(file)));

        for (long partBytes : new long[] {1, 7, 64, 100_000}) {
            List<PlainFile.Lines> parts = PlainFile.parts(file, partBytes).orElseThrow();
            List<RowCursor> cursors = new ArrayList<>();
            Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();
            parts.forEach(lines -> cursors.add(new PlainRows(file, lines, buffers)));

            assertThat(rows(cursors)).as("parts of %s bytes", partBytes).isEqualTo(expected);
        }
    }

    /** Each row as its line and its cells. */
    private static List<String> rows(List<? extends RowCursor> parts) {
        List<String> rows = new ArrayList<>();
        Row row = new Row();
        for (RowCursor part : parts) {
            try (part) {
                while (part.next(row)) {
                    List<String> cells = new ArrayList<>();
                    for (int cell = 0; cell < row.size(); cell++) {
                        cells.add(row.asText(cell));
                    }
                    rows.add(row.line() + ": " + cells);
                }
            }
        }
        return rows;
    }

    // what a longer part left in the buffer stands behind the short one, a whole row among it
    @Test
    void aPartShowsNothingOfTheOneThatWasReadIntoItsBufferBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "aaa,bbb,ccc,ddd\n1,2\n3");
        List<PlainFile.Lines> parts = PlainFile.parts(file, 1).orElseThrow();
        Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();

        for (String expected : new String[] {"1: [aaa, bbb, ccc, ddd]", "2: [1, 2]", "3: [3]"}) {
            PlainFile.Lines lines = parts.remove(0);
            assertThat(rows(List.of(new PlainRows(file, lines, buffers)))).containsExactly(expected);
            assertThat(buffers).hasSize(1);
        }
    }

    // larger than the pieces in which the file is looked over, and than eight bytes that are looked at together
    @Test
    void aLargeFileIsCutAtLineEnds() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 60_000; line++) {
            text.append(line).append(",x").append("y".repeat(line % 23)).append(line % 5 == 0 ? "\r\n" : "\n");
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text);

        List<PlainFile.Lines> parts = PlainFile.parts(file, 100_000).orElseThrow();

        assertThat(parts).hasSizeBetween(9, 13);
        byte[] bytes = Files.readAllBytes(file);
        long next = 0;
        for (PlainFile.Lines part : parts) {
            assertThat(part.from()).isEqualTo(next);
            next = part.to();
            String first = new String(bytes, (int) part.from(), 12, StandardCharsets.UTF_8);
            assertThat(first).startsWith(part.firstLine() + ",");
        }
        assertThat(next).isEqualTo(bytes.length);
    }

    // at every place of the bytes that are looked at together, and on both sides of where they meet
    @Test
    void aCarriageReturnIsPlainBeforeALineFeedOnlyWhereverItStands() throws IOException {
        Path file = folder.resolve("f.csv");
        for (int place = 0; place < 24; place++) {
            String before = "x".repeat(place);
            String after = "y".repeat(24);
            for (String ends : new String[] {"\n", "\r\n", "\r\n\r\n", "\n\r\n"}) {
                Files.writeString(file, before + ends + after + "\nz");
                assertThat(PlainFile.parts(file, place + 16).orElseThrow())
                        .last()
                        .extracting(PlainFile.Lines::firstLine)
                        .as("%s before %s", place, ends)
                        .isEqualTo(ends.chars().filter(c -> c == '\n').count() + 2);
            }
            for (String odd : new String[] {"\r", "\n\r", "\r\r\n", "\r\n\r", "\r\ny\r", "\"", "\r\n\"", "\r\""}) {
                Files.writeString(file, before + odd + after);
                assertThat(PlainFile.parts(file, 1))
                        .as("%s before %s", place, odd)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,\"b\"\n", "a,b\"c\n", "a,b\rc,d\n", "a,b\r", "a\r\r\n", "0123456\"89\n", "0123456\r\r\n"})
    void aFileWithAQuoteOrACarriageReturnAloneIsNotPlain(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), text);

        assertThat(PlainFile.parts(file)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoParts() throws IOException {
        assertThat(PlainFile.parts(Files.createFile(folder.resolve("f.csv")))).isEqualTo(Optional.of(List.of()));
    }

    @Test
    void whatIsNotUtf8IsRefusedWhereverItStands() throws IOException {
        byte[] bytes = "id,text\n1,a\n2,b\n3,\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("f.csv"), bytes);
        List<PlainFile.Lines> parts = PlainFile.parts(file, 4).orElseThrow();

        assertThatThrownBy(() ->
                        rows(List.of(new PlainRows(file, parts.get(parts.size() - 1), new ConcurrentLinkedQueue<>()))))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-ENCODING: the file is not UTF-8 (f.csv line 4 or after it). Save it as UTF-8.");
    }

    @Test
    void aFieldOfMoreThanAMebibyteIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "id\n" + "x".repeat((1 << 20) + 1) + "\n");
        List<PlainFile.Lines> parts = PlainFile.parts(file).orElseThrow();

        assertThatThrownBy(() -> rows(List.of(new PlainRows(file, parts.get(0), new ConcurrentLinkedQueue<>()))))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-CSV-FIELD: a field is longer than 1 MiB (f.csv line 2).");
    }
}
