package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.data.ColumnFormat;
import dev.waymark.data.DataFormat;
import dev.waymark.data.Mapping;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableSource;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.store.StoredTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracle: the row reader, which has the rules. Files read in blocks give the same store and the same rejections as
 * files read row by row, whatever is written in them.
 */
class BlocksAgreeWithRowsTest {

    private static final int ROWS = 1300;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void blocksGiveTheStoreThatRowsGive(long seed) throws IOException {
        Random random = new Random(seed);
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            if (table.required() || random.nextInt(6) > 0) {
                write(table, random);
            }
        }
        CaseStore inBlocks = new CaseStoreReader(CsvFolder.of(folder)).read();
        CaseStore rowByRow = new CaseStoreReader(new RowByRow(CsvFolder.of(folder))).read();
        assertThat(inBlocks.quality()).as("seed %d", seed).isEqualTo(rowByRow.quality());
        assertThat(inBlocks.quality().rejected()).as("seed %d", seed).isNotEmpty();
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            assertThat(contents(inBlocks.table(table.name()), inBlocks))
                    .as("seed %d, %s", seed, table.name())
                    .isEqualTo(contents(rowByRow.table(table.name()), rowByRow));
        }
    }

    // three parts in blocks, then a quote, after which the parser reads; and all of it by the parser
    @Test
    void aQuoteFarDownGivesTheStoreThatAQuoteInTheHeaderGives() throws IOException {
        StringBuilder families = new StringBuilder();
        for (int row = 0; row < 160_000; row++) {
            String id = Integer.toString(row % 50_000 == 49_999 ? 7 : row);
            families.append(row == 140_000 ? '"' + id + '"' : id)
                    .append(",district ")
                    .append(row % 11)
                    .append(row % 40_000 == 39_999 ? ",odd\n" : "\n");
        }
        Files.writeString(folder.resolve("families.csv"), "family_id,district\n" + families);
        Files.writeString(
                folder.resolve("episodes.csv"), "episode_id,family_id,service,opened,closed\n1,159998,a,2015-04-01,\n");
        LongAdder told = new LongAdder();
        CaseStore mixed = new CaseStoreReader(CsvFolder.of(folder))
                .progress((table, rows) -> told.add(table.equals("families") ? rows : 0))
                .read();
        Files.writeString(folder.resolve("families.csv"), "family_id,\"district\"\n" + families);
        CaseStore parsed = new CaseStoreReader(CsvFolder.of(folder)).read();

        assertThat(Files.size(folder.resolve("families.csv"))).isGreaterThan(2 << 20);
        assertThat(mixed.quality().rejected()).isNotEmpty();
        assertThat(mixed.quality()).isEqualTo(parsed.quality());
        assertThat(told.sum()).isEqualTo(160_000);
        assertThat(contents(mixed.table("families"), mixed)).isEqualTo(contents(parsed.table("families"), parsed));
    }

    /** Eight parts, of which one in the middle is refused: whichever thread comes to it, and whenever. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a field that is too long, WM-CSV-FIELD: a field is longer than 1 MiB (families.csv line 120002).",
        "a byte that is no UTF-8, WM-ENCODING: the file is not UTF-8 (families.csv line 120002)."
    })
    void whatIsRefusedIsRefusedWithAnyNumberOfThreads(String what, String message) throws IOException {
        ByteArrayOutputStream families = new ByteArrayOutputStream();
        families.writeBytes("family_id,district,more\n".getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < 400_000; row++) {
            String more = row != 120_000 ? "x" : what.contains("long") ? "x".repeat((1 << 20) + 1) : "\u00FF";
            families.writeBytes(
                    (row + ",district " + row % 7 + "," + more + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.write(folder.resolve("families.csv"), families.toByteArray());
        Files.writeString(
                folder.resolve("episodes.csv"), "episode_id,family_id,service,opened,closed\n1,1,a,2015-04-01,\n");

        for (int threads : new int[] {1, 2, 2, 2, 4, 4, 4}) {
            assertThatThrownBy(() -> new CaseStoreReader(CsvFolder.of(folder))
                            .threads(threads)
                            .read())
                    .as("%d threads", threads)
                    .hasMessageStartingWith(message);
        }
    }

    private void write(TableFormat table, Random random) throws IOException {
        List<String> columns = new ArrayList<>(table.columns().stream()
                .filter(column -> column.required() || random.nextInt(5) > 0)
                .map(ColumnFormat::name)
                .toList());
        List<String> areas = table.hasScores()
                ? Star.familyStarPlus().areas().stream().map(Area::code).toList()
                : List.of();
        List<String> header = new ArrayList<>(columns);
        header.addAll(areas);
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        int oddOnesIn = random.nextBoolean() ? 12 : 300;
        // a file of one part with a quote in it is the parser's
        int firstQuoted = random.nextInt(3) == 0 ? ROWS / 2 : ROWS;
        for (int row = 0; row < ROWS; row++) {
            if (random.nextInt(200) == 0) {
                text.append(random.nextBoolean() ? " \t\n" : "one,two,three\n");
            }
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                ColumnFormat format = table.column(column).orElseThrow();
                String value = random.nextInt(oddOnesIn) == 0 ? odd(random) : plain(format, row, random);
                boolean isQuoted = row >= firstQuoted && random.nextInt(9) == 0;
                cells.add(isQuoted ? '"' + value + '"' : random.nextInt(40) == 0 ? " " + value + "\t" : value);
            }
            for (int area = 0; area < areas.size(); area++) {
                cells.add(random.nextInt(oddOnesIn) == 0 ? odd(random) : random.nextInt(9) == 0 ? "" : score(random));
            }
            text.append(String.join(",", cells)).append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        Files.writeString(folder.resolve(table.name() + ".csv"), text);
    }

    private static String score(Random random) {
        return Integer.toString(1 + random.nextInt(10));
    }

    private static String plain(ColumnFormat column, int row, Random random) {
        return switch (column.type()) {
            case ID -> Integer.toString(random.nextInt(50) == 0 ? random.nextInt(ROWS) : row);
            case REFERENCE -> column.required() || random.nextBoolean() ? Integer.toString(random.nextInt(ROWS)) : "";
            case TEXT -> random.nextInt(4) == 0 ? "" : "text " + random.nextInt(70);
            case WORD -> column.words().get(random.nextInt(column.words().size()));
            case DATE -> date(random);
            case COUNT -> Integer.toString(random.nextInt(120));
            case AMOUNT -> random.nextInt(5000) + ".50";
            case YEAR -> "2015/16";
            case STAR -> random.nextBoolean() ? "" : Star.DEFAULT_ID;
        };
    }

    private static String date(Random random) {
        return "20%02d-%02d-%02d".formatted(random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String odd(Random random) {
        List<String> odd = List.of(
                "",
                "YES",
                "Initial",
                "unknown",
                "yes ",
                "2015-02-29",
                "2016-02-29",
                "2015-13-01",
                "2015-04-31",
                "1899-12-31",
                "1900-01-01",
                "2100-12-31",
                "2101-01-01",
                "0000-01-01",
                "2015-04-1",
                "2015/04/01",
                "20l5-04-01",
                "+5",
                "-1",
                "0",
                "007",
                "10",
                "11",
                "1.5",
                "999999999",
                "2147483647",
                "2147483648",
                "99999999999999999999",
                "\u00C9",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "a text that is longer than eight bytes",
                "another-star",
                "no-such-id");
        return odd.get(random.nextInt(odd.size()));
    }

    /** Every value of a table, as text. */
    private static List<String> contents(StoredTable table, CaseStore store) {
        List<String> contents = new ArrayList<>();
        contents.add(table.isPresent() + " " + table.rows());
        List<ColumnFormat> columns = table.format().columns();
        boolean onSheets = table.format().name().equals("findings");
        for (int row = 0; row < (onSheets ? 0 : table.rows()); row++) {
            StringBuilder text = new StringBuilder();
            for (ColumnFormat column : columns) {
                text.append(value(table, column, row)).append(' ');
            }
            for (int area = 0; table.format().hasScores() && area < 10; area++) {
                text.append(table.scores().get(row, area)).append(' ');
            }
            contents.add(text.toString());
        }
        List<String> issues = store.table("findings").dictionary("issue").texts();
        for (int form = 0; onSheets && form < store.table("assessments").rows(); form++) {
            for (int issue = 0; issue < issues.size(); issue++) {
                contents.add(issues.get(issue) + " " + table.answers().of(form, issue));
            }
        }
        return contents;
    }

    private static String value(StoredTable table, ColumnFormat column, int row) {
        return switch (column.type()) {
            case ID -> table.ids().get(row);
            case TEXT -> {
                int code = table.ints(column.name()).get(row);
                yield code < 0 ? "-" : table.dictionary(column.name()).text(code);
            }
            case REFERENCE, DATE, COUNT, YEAR ->
                Integer.toString(table.ints(column.name()).get(row));
            case WORD, STAR -> Byte.toString(table.words(column.name()).get(row));
            case AMOUNT -> Long.toString(table.pence(column.name()).get(row));
        };
    }

    /** A folder whose tables are handed over row by row only. */
    private record RowByRow(CsvFolder folder) implements TableSource {

        @Override
        public Optional<SourceTable> table(String name) {
            return folder.table(name).map(OneRowAtATime::new);
        }

        @Override
        public SourceTable mappedTable(String mapped) {
            return new OneRowAtATime(folder.mappedTable(mapped));
        }

        @Override
        public Optional<Mapping> mapping() {
            return folder.mapping();
        }
    }

    private record OneRowAtATime(SourceTable table) implements SourceTable {

        @Override
        public String place() {
            return table.place();
        }

        @Override
        public List<String> columns() {
            return table.columns();
        }

        @Override
        public List<RowCursor> parts() {
            return parts(Set.copyOf(columns()));
        }

        @Override
        public List<RowCursor> parts(Set<String> wanted) {
            return table.parts(wanted).stream().<RowCursor>map(Single::new).toList();
        }
    }

    private record Single(RowCursor rows) implements RowCursor {

        @Override
        public boolean next(Row row) {
            return rows.next(row);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
