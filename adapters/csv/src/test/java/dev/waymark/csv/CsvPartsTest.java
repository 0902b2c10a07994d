package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.csv.CsvParts.Kind;
import dev.waymark.data.Row;
import dev.waymark.data.RowBlock;
import dev.waymark.data.RowCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the parser. A file read in parts gives the rows that the parser gives, whatever its parts. */
class CsvPartsTest {

    private static final int LONGEST_LINE = 1 << 26;

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
    private static final List<String> QUOTED =
            List.of("", ",\"quoted\"", ",\"a,b\"", ",\"two\nlines\"", ",\"\"\"\"", ",\" x \",y");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\n\n", "\n \t\n", "\r\n\r\n");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAreThoseOfTheParser(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFFid,x\n" : "id,x\n");
        int plainLines = random.nextBoolean() ? 40 : random.nextInt(20);
        for (int line = random.nextInt(40); line >= 0; line--, plainLines--) {
            for (int piece = random.nextInt(9); piece > 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (plainLines < 0) {
                text.append(QUOTED.get(random.nextInt(QUOTED.size())));
            }
            text.append(line == 0 && random.nextBoolean() ? "" : ENDS.get(random.nextInt(ENDS.size())));
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text);
        List<String> expected = rows(List.of(new CsvRows(file)));
        expected.remove(0);

        for (int partBytes : new int[] {1, 7, 64, 100_000}) {
            assertThat(rows(parts(file, partBytes)))
                    .as("parts of %s bytes", partBytes)
                    .isEqualTo(expected);
            for (int order = 0; order < 3; order++) {
                assertThat(rowsOfBlocks(parts(file, partBytes), random))
                        .as("in blocks, parts of %s bytes", partBytes)
                        .isEqualTo(expected);
            }
        }
    }

    /** The rows of blocks: parts are read, and asked whether their rows count, in some order among each other. */
    private static List<String> rowsOfBlocks(List<PartRows> parts, Random random) {
        List<Integer> steps = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            steps.add(part);
            steps.add(part);
        }
        Collections.shuffle(steps, random);
        Map<Integer, List<RowInBlock>> read = new HashMap<>();
        Map<Integer, List<String>> rows = new TreeMap<>();
        for (int part : steps) {
            List<RowInBlock> ofBlocks = read.get(part);
            if (ofBlocks == null) {
                read.put(part, rowsOfBlocks(parts.get(part)));
            } else {
                List<String> ofPart = new ArrayList<>();
                parts.get(part)
                        .linesBefore()
                        .ifPresent(before ->
                                ofBlocks.forEach(row -> ofPart.add(row.line() + before + ": " + row.cells())));
                ofPart.addAll(rows(List.of(parts.get(part))));
                rows.put(part, ofPart);
            }
        }
        return rows.values().stream().flatMap(List::stream).toList();
    }

    /** A row as a block has it: its line is counted from the start of its part. */
    private record RowInBlock(long line, List<String> cells) {}

    private static List<RowInBlock> rowsOfBlocks(PartRows part) {
        List<RowInBlock> rows = new ArrayList<>();
        RowBlock block = new RowBlock();
        Row row = new Row();
        while (part.next(block)) {
            for (int r = 0; r < block.rows(); r++) {
                block.copy(r, row);
                rows.add(new RowInBlock(row.line(), cells(row)));
                assertThat(row.size()).isEqualTo(block.width());
            }
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.size()).mapToObj(row::asText).toList();
    }

    private static List<PartRows> parts(Path file, int partBytes) throws IOException {
        CsvParts parts = CsvParts.of(file, partBytes, LONGEST_LINE);
        return IntStream.range(0, parts.most())
                .mapToObj(place -> new PartRows(file, parts, place))
                .toList();
    }

    private static List<CsvParts.Part> read(Path file, int partBytes) throws IOException {
        CsvParts parts = CsvParts.of(file, partBytes, LONGEST_LINE);
        List<CsvParts.Part> read = new ArrayList<>();
        for (int place = 0; place < parts.most(); place++) {
            read.add(parts.read(place));
        }
        return read;
    }

    private static List<Kind> kinds(Path file, int partBytes) throws IOException {
        return read(file, partBytes).stream().map(part -> part.place().kind()).toList();
    }

    /** Each row as its line and its cells. */
    private static List<String> rows(List<? extends RowCursor> parts) {
        List<String> rows = new ArrayList<>();
        Row row = new Row();
        for (RowCursor part : parts) {
            try (part) {
                while (part.next(row)) {
                    rows.add(row.line() + ": " + cells(row));
                }
            }
        }
        return rows;
    }

    /** "Lines of nothing but blanks (space, tab) are no rows", so the header is the first line that is not. */
    @Test
    void theHeaderMayStandBehindMoreBlankLinesThanAPartHas() throws IOException {
        Path small = Files.writeString(folder.resolve("small.csv"), "\n \t\n\r\nh\n1,2\n");
        for (int partBytes : new int[] {1, 2, 6, 100}) {
            assertThat(rows(parts(small, partBytes)))
                    .as("parts of %s bytes", partBytes)
                    .containsExactly("5: [1, 2]");
        }
        Path large = Files.writeString(folder.resolve("large.csv"), "\n".repeat(3 << 20) + "h,i\n1,2\n");
        CsvTable table = new CsvTable(large);

        assertThat(table.columns()).containsExactly("h", "i");
        assertThat(rows(table.parts())).containsExactly((3 << 20) + 2 + ": [1, 2]");
    }

    // what a longer part left in the buffer stands behind the short one, a whole row among it
    @Test
    void aPartShowsNothingOfTheOneThatWasReadIntoItsBufferBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h\naaa,bbb,ccc,ddd\n1,2\n3");
        CsvParts parts = CsvParts.of(file, 2, LONGEST_LINE);
        List<String> rows = new ArrayList<>();
        Set<byte[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());

        for (int place = 0; place < 4; place++) {
            rows.addAll(rows(List.of(new PartRows(file, parts, place))));
            CsvParts.Part again = parts.read(place);
            buffers.add(again.bytes());
            parts.giveBack(again);
        }

        assertThat(rows).containsExactly("2: [aaa, bbb, ccc, ddd]", "3: [1, 2]", "4: [3]");
        assertThat(buffers).hasSize(1);
    }

    @Test
    void aLargeFileIsCutAtLineEnds() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 60_000; line++) {
            text.append(line).append(",x").append("y".repeat(line % 23)).append(line % 5 == 0 ? "\r\n" : "\n");
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text);

        List<CsvParts.Part> parts = new ArrayList<>(read(file, 100_000));
        parts.removeIf(part -> part.place().kind() == Kind.NOTHING);

        assertThat(parts).hasSizeBetween(9, 13);
        byte[] bytes = Files.readAllBytes(file);
        long next = 0;
        for (CsvParts.Part part : parts) {
            assertThat(part.place().kind()).isEqualTo(Kind.PLAIN);
            assertThat(part.place().from()).isEqualTo(next);
            assertThat(new String(part.bytes(), 0, 12, StandardCharsets.UTF_8))
                    .startsWith(part.place().firstLine() + ",");
            assertThat(Arrays.equals(
                            part.bytes(),
                            0,
                            part.place().length(),
                            bytes,
                            (int) next,
                            (int) next + part.place().length()))
                    .isTrue();
            next += part.place().length();
        }
        assertThat(next).isEqualTo(bytes.length);
    }

    // 4 MB of plain lines, then one that is quoted: only what follows it in its part and after it is the parser's
    @Test
    void aQuoteIsOfNoConcernToThePartsBeforeIt() throws IOException {
        StringBuilder text = new StringBuilder("id,text\n");
        for (int line = 2; line <= 300_000; line++) {
            text.append(line).append(",plain text\n");
        }
        text.append("\"300001\",\"two\nlines\"\n300003,x\n");
        Path file = Files.writeString(folder.resolve("f.csv"), text);

        assertThat(kinds(file, 1 << 20))
                .startsWith(Kind.PLAIN, Kind.PLAIN, Kind.PLAIN)
                .contains(Kind.REST);
        List<String> rows = rows(parts(file, 1 << 20));
        assertThat(rows).hasSize(300_001);
        assertThat(rows.subList(299_998, 300_001))
                .containsExactly("300000: [300000, plain text]", "300001: [300001, two\nlines]", "300003: [300003, x]");
    }

    // what follows the opening quote looks like rows, and is none
    @Test
    void whatWasReadAheadOfAQuoteIsForgotten() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h,i\n1,2\n3,\"4\n5,6\n7,8\n5,5\n\"\n9,10\n");
        List<PartRows> parts = parts(file, 6);
        List<RowInBlock> inQuotes = rowsOfBlocks(parts.get(2));

        assertThat(inQuotes).extracting(RowInBlock::cells).containsExactly(List.of("7", "8"), List.of("5", "5"));
        assertThat(parts.get(2).linesBefore()).isEmpty();
        assertThat(rows(List.of(parts.get(2)))).isEmpty();
        assertThat(rowsOfBlocks(parts.get(0)).get(0).cells()).containsExactly("1", "2");
        assertThat(parts.get(0).linesBefore()).hasValue(1);
        assertThat(rowsOfBlocks(parts.get(1))).isEmpty();
        assertThat(parts.get(1).linesBefore()).isEmpty();
        assertThat(rows(List.of(parts.get(1)))).containsExactly("3: [3, 4\n5,6\n7,8\n5,5\n]", "8: [9, 10]");
    }

    // rows of one width to a block; the last block of a part may be any of them
    @Test
    void aLineOfAnotherNumberOfCellsBeginsABlock() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h\n1,2\n3,4\n\n5\n6,7,8\n9,10,11\n12,13\n");
        PartRows part = parts(file, 1000).get(0);
        RowBlock block = new RowBlock();
        List<String> blocks = new ArrayList<>();
        while (part.next(block)) {
            blocks.add(block.rows() + " of " + block.width() + " from " + block.lines()[0]);
        }

        assertThat(blocks).containsExactly("2 of 2 from 1", "1 of 1 from 4", "2 of 3 from 5", "1 of 2 from 7");
        assertThat(part.linesBefore()).hasValue(1);
    }

    @Test
    void rowsDoNotFollowBlocksBeforeItIsKnownWhatTheBlocksAre() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h,i\n1,2\n3,4\n");
        PartRows part = parts(file, 100).get(0);
        rowsOfBlocks(part);

        assertThatThrownBy(() -> part.next(new Row())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partsMayBeAskedForInAnyOrder() throws IOException {
        StringBuilder text = new StringBuilder("id\n");
        for (int line = 2; line <= 50; line++) {
            text.append(line).append('\n');
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text + "\"51\"\n52\n");
        List<String> expected = rows(List.of(new CsvRows(file)));
        expected.remove(0);
        List<PartRows> parts = new ArrayList<>(parts(file, 10));
        Collections.reverse(parts);

        List<String> rows = new ArrayList<>();
        for (PartRows part : parts) {
            rows.addAll(0, rows(List.of(part)));
        }

        assertThat(rows).isEqualTo(expected);
    }

    // each thread takes the next part, as the store's readers do
    @ParameterizedTest(name = "in blocks {0}")
    @ValueSource(booleans = {false, true})
    void partsMayBeReadByManyThreads(boolean inBlocks) throws Exception {
        StringBuilder text = new StringBuilder("id,more\n");
        for (int line = 2; line <= 20_000; line++) {
            text.append(line).append(",x").append("y".repeat(line % 29)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("f.csv"), text);
        List<String> expected = rows(List.of(new CsvRows(file)));
        expected.remove(0);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (PartRows part : parts(file, 1000)) {
                running.add(threads.submit(
                        () -> inBlocks ? rowsOfBlocks(List.of(part), new Random(0)) : rows(List.of(part))));
            }
            List<String> rows = new ArrayList<>();
            for (Future<List<String>> part : running) {
                rows.addAll(part.get());
            }

            assertThat(rows).isEqualTo(expected);
        } finally {
            threads.shutdownNow();
        }
    }

    // longer than the room that a buffer has behind its part
    @Test
    void aLineMayBeLongerThanAPart() throws IOException {
        String line = "x,".repeat(100_000);
        Path file = Files.writeString(folder.resolve("f.csv"), "h\n1,2\n" + line + "\n3,4\n");

        List<CsvParts.Part> parts = read(file, 8);

        assertThat(parts).extracting(part -> part.place().kind()).startsWith(Kind.PLAIN, Kind.PLAIN, Kind.NOTHING);
        assertThat(parts.get(0).place().length()).isEqualTo("h\n1,2\n".length() + line.length() + 1);
        assertThat(parts.get(1).place().firstLine()).isEqualTo(4);
    }

    // a buffer has room for 16 KiB more than its part, and so for a line of 20,000 bytes only if it may grow
    @Test
    void aLineLongerThanTheLongestIsLeftToTheParser() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h\n1,2\n" + "x,".repeat(10_000) + "\n3,4\n");
        CsvParts parts = CsvParts.of(file, 4, 10_000);

        assertThat(parts.read(0).place().kind()).isEqualTo(Kind.PLAIN);
        assertThat(parts.read(1).place().kind()).isEqualTo(Kind.REST);
        CsvParts longer = CsvParts.of(file, 4, 40_000);
        longer.read(0);
        assertThat(longer.read(1).place().kind()).isEqualTo(Kind.PLAIN);
        assertThat(rows(List.of(new PartRows(file, parts, 1)))).last().isEqualTo("4: [3, 4]");
    }

    @Test
    void aFileThatBecomesShorterIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "h\n1,2\n3,4\n5,6\n");
        List<PartRows> parts = parts(file, 4);
        Files.writeString(file, "h\n1,2\n");

        assertThatThrownBy(() -> rows(parts))
                .isInstanceOf(WaymarkException.class)
                .hasMessageContaining("f.csv");
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
                assertThat(read(file, place + 16))
                        .filteredOn(part -> part.place().kind() == Kind.PLAIN)
                        .last()
                        .extracting(part -> part.place().firstLine())
                        .as("%s before %s", place, ends)
                        .isEqualTo(ends.chars().filter(c -> c == '\n').count() + 2);
            }
            for (String odd : new String[] {"\r", "\n\r", "\r\r\n", "\r\n\r", "\r\ny\r", "\"", "\r\n\"", "\r\""}) {
                Files.writeString(file, before + odd + after);
                assertThat(kinds(file, 1000)).as("%s before %s", place, odd).containsExactly(Kind.REST);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,\"b\"\n", "a,b\"c\n", "a,b\rc,d\n", "a,b\r", "a\r\r\n", "0123456\"89\n", "0123456\r\r\n"})
    void aQuoteOrACarriageReturnAloneIsNotPlain(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), text);

        assertThat(kinds(file, 1000)).containsExactly(Kind.REST);
    }

    @Test
    void anEmptyFileHasNoParts() throws IOException {
        assertThat(CsvParts.of(Files.createFile(folder.resolve("f.csv"))).most())
                .isZero();
    }

    @Test
    void whatIsNotUtf8IsRefusedWhereverItStands() throws IOException {
        byte[] bytes = "id,text\n1,a\n2,b\n3,\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("f.csv"), bytes);

        assertThatThrownBy(() -> rows(parts(file, 4)))
                .isInstanceOf(WaymarkException.class)
                .hasMessage("WM-ENCODING: the file is not UTF-8 (f.csv line 4). Save it as UTF-8.");
        assertThatThrownBy(() -> rowsOfBlocks(parts(file, 4), new Random(0)))
                .hasMessage("WM-ENCODING: the file is not UTF-8 (f.csv line 4). Save it as UTF-8.");
    }

    // a field that is too long, but only if no quote comes before it
    @Test
    void whatWasReadAheadOfAQuoteIsNotRefused() throws IOException {
        Path quoted = Files.writeString(folder.resolve("f.csv"), "h\n\"1\n" + "x".repeat((1 << 20) + 1) + "\n2\n");
        List<PartRows> parts = parts(quoted, 4);

        assertThat(rowsOfBlocks(parts.get(1))).isNotEmpty();
        assertThat(rowsOfBlocks(parts.get(0))).isEmpty();
        assertThat(parts.get(1).linesBefore()).isEmpty();
        assertThat(parts.get(0).linesBefore()).isEmpty();
        assertThatThrownBy(() -> rows(List.of(parts.get(0))))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-CSV-");
    }

    @Test
    void aFieldOfMoreThanAMebibyteIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "id\n" + "x".repeat((1 << 20) + 1) + "\n");

        assertThatThrownBy(() -> rows(parts(file, 1 << 20)))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-CSV-FIELD: a field is longer than 1 MiB (f.csv line 2).");
        assertThatThrownBy(() -> rowsOfBlocks(parts(file, 1 << 20), new Random(0)))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-CSV-FIELD: a field is longer than 1 MiB (f.csv line 2).");
    }

    // the second part is looked over for the third one, which is done first: nothing long is seen then
    @Test
    void aLongFieldIsRefusedWhoeverLooksOverItsPart() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.csv"), "h\n1\n" + "x".repeat((1 << 20) + 1) + "\n2\n3\n4\n5\n6\n7\n");
        List<PartRows> parts = parts(file, 4);

        assertThat(rowsOfBlocks(parts.get(0))).hasSize(1);
        assertThat(parts.get(0).linesBefore()).hasValue(1);
        assertThat(rowsOfBlocks(parts.get(1))).hasSize(1);
        assertThat(rowsOfBlocks(parts.get(2))).hasSize(2);
        assertThat(parts.get(2).linesBefore()).hasValue(4);
        assertThatThrownBy(() -> parts.get(1).linesBefore())
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-CSV-FIELD: a field is longer than 1 MiB (f.csv line 3).");
        assertThat(rowsOfBlocks(parts.get(3)))
                .extracting(RowInBlock::cells)
                .containsExactly(List.of("4"), List.of("5"));
        assertThat(parts.get(3).linesBefore()).hasValue(6);
    }

    // the error that a file gives is the same row by row and in blocks
    @Test
    void whatIsNotUtf8IsRefusedBeforeALongField() throws IOException {
        byte[] bytes = ("h\n1\n" + "x".repeat((1 << 20) + 1) + "\n\u00FF\n").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("f.csv"), bytes);

        String expected = "WM-ENCODING: the file is not UTF-8 (f.csv line 4). Save it as UTF-8.";
        assertThatThrownBy(() -> rows(parts(file, 1 << 21))).hasMessage(expected);
        assertThatThrownBy(() -> rowsOfBlocks(parts(file, 1 << 21), new Random(0)))
                .hasMessage(expected);
    }
}
