package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.WaymarkException;
import dev.waymark.csv.TextRows.Line;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import dev.waymark.data.SourceTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands in the bytes of a file, and what is read. The rule: "CSV: UTF-8 (a byte-order mark is accepted), RFC
 * 4180, header row first"; what is quoted in a case is quoted from there or from RFC 4180.
 */
class CsvRowsTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    // --- a byte-order mark

    /** "A byte-order mark is accepted": it is no part of the first column's name. */
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(table("\uFEFFa,b\n1,2\n").columns()).containsExactly("a", "b");
    }

    @Test
    void aByteOrderMarkBeforeAQuotedHeaderIsAccepted() throws IOException {
        assertThat(table("\uFEFF\"a\",\"b\"\n1,2\n").columns()).containsExactly("a", "b");
    }

    @Test
    void rowsAfterAByteOrderMarkKeepTheirLines() throws IOException {
        assertThat(rows("\uFEFFa,b\n1,2\n")).containsExactly(Line.of(2, "1", "2"));
    }

    @Test
    void theCharacterOfTheMarkFurtherOnIsPartOfAValue() throws IOException {
        assertThat(rows("a,b\n\uFEFF1,2\n")).containsExactly(Line.of(2, "\uFEFF1", "2"));
    }

    @Test
    void aFileOfTwoCharactersHasAHeader() throws IOException {
        assertThat(table("a\n").columns()).containsExactly("a");
    }

    // --- line ends

    /** Lines may end as on any system; a line end is no part of a value. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void everyLineEndEndsARow(String end) throws IOException {
        assertThat(rows("a,b" + end + "1,2" + end + "3,4" + end))
                .containsExactly(Line.of(2, "1", "2"), Line.of(3, "3", "4"));
    }

    /** RFC 4180, 2.2: "The last record in the file may or may not have an ending line break." */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void theLastLineNeedsNoEnd(String end) throws IOException {
        assertThat(rows("a,b" + end + "1,2" + end + "3,4")).containsExactly(Line.of(2, "1", "2"), Line.of(3, "3", "4"));
    }

    @Test
    void lineEndsMayBeMixed() throws IOException {
        assertThat(rows("a,b\r\n1,2\n3,4\r5,6\r\n"))
                .containsExactly(Line.of(2, "1", "2"), Line.of(3, "3", "4"), Line.of(4, "5", "6"));
    }

    // --- quotes

    /** RFC 4180, 2.6: "Fields containing line breaks (CRLF), double quotes, and commas should be enclosed". */
    @Test
    void aQuotedValueKeepsItsCommas() throws IOException {
        assertThat(rows("a,b\n\"1,2,\",3\n")).containsExactly(Line.of(2, "1,2,", "3"));
    }

    /** RFC 4180, 2.7: "a double-quote appearing inside a field must be escaped by preceding it with another". */
    @Test
    void aDoubledQuoteIsOneQuote() throws IOException {
        assertThat(rows("a,b\n\"1\"\"2\",\"\"\"\"\n\"\"\"x\"\"\",y\n"))
                .containsExactly(Line.of(2, "1\"2", "\""), Line.of(3, "\"x\"", "y"));
    }

    @Test
    void aQuotedValueKeepsItsLineEnds() throws IOException {
        assertThat(rows("a,b\n\"1\n2\r\n3\r4\",5\n")).containsExactly(Line.of(2, "1\n2\r\n3\r4", "5"));
    }

    /** "line of a row = the physical line on which it starts (the header is line 1)". */
    @Test
    void rowsAfterALineEndInAValueKeepTheirPhysicalLine() throws IOException {
        // line 2: 1, "x / 3: / 4: y"; line 5: 2; lines 6 and 7: 3, with CRLF inside; line 8: 4
        assertThat(rows("a,b\n1,\"x\n\ny\"\n2,z\n3,\"u\r\nv\"\n4,w\n"))
                .containsExactly(
                        Line.of(2, "1", "x\n\ny"),
                        Line.of(5, "2", "z"),
                        Line.of(6, "3", "u\r\nv"),
                        Line.of(8, "4", "w"));
    }

    @Test
    void aLineEndInTheHeaderCountsToo() throws IOException {
        assertThat(rows("a,\"b\nc\"\n1,2\n")).containsExactly(Line.of(3, "1", "2"));
    }

    @Test
    void aQuotedEmptyValueIsEmpty() throws IOException {
        assertThat(rows("a,b\n\"\",1\n")).containsExactly(Line.of(2, "", "1"));
    }

    @Test
    void aQuotedHeaderIsReadLikeAPlainOne() throws IOException {
        assertThat(table("\"a\",\"b,c\"\n1,2\n").columns()).containsExactly("a", "b,c");
    }

    // --- lines that are no rows

    /** "Lines of nothing but blanks (space, tab) are no rows." */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "  \t \t "})
    void aLineOfBlanksIsNoRow(String blanks) throws IOException {
        assertThat(rows("a,b\n1,2\n" + blanks + "\n3,4\n")).containsExactly(Line.of(2, "1", "2"), Line.of(4, "3", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "  \t \t "})
    void aLineOfBlanksIsNoRowInATableOfOneColumn(String blanks) throws IOException {
        assertThat(rows("a\n1\n" + blanks + "\n2\n")).containsExactly(Line.of(2, "1"), Line.of(4, "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n\n\n", " ", "\t\t", " \n\t\n", "\r\n \r\n", "\r\r"})
    void blankLinesAtTheEndAreNoRows(String end) throws IOException {
        assertThat(rows("a,b\n1,2\n" + end)).containsExactly(Line.of(2, "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n \n", "\r\n\t\r\n", "\r  \r", "\uFEFF\n\n"})
    void blankLinesBeforeTheHeaderAreNoRows(String start) throws IOException {
        SourceTable table = table(start + "a,b\n1,2\n");

        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(TextRows.of(table)).containsExactly(Line.of(4, "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void blankLinesCountAsLines(String end) throws IOException {
        assertThat(rows("a,b" + end + end + "1,2" + end + end + end + "3,4" + end))
                .containsExactly(Line.of(3, "1", "2"), Line.of(6, "3", "4"));
    }

    /** Two quotes are something: the row has one field, which is empty. */
    @Test
    void aLineOfTwoQuotesIsARow() throws IOException {
        assertThat(rows("a\n\"\"\n1\n")).containsExactly(Line.of(2, ""), Line.of(3, "1"));
    }

    @Test
    void aLineOfQuotedBlanksIsARow() throws IOException {
        assertThat(rows("a\n\" \"\n")).containsExactly(Line.of(2, " "));
    }

    @Test
    void aLineOfCommasIsARow() throws IOException {
        assertThat(rows("a,b\n , \n,\n")).containsExactly(Line.of(2, "", ""), Line.of(3, "", ""));
    }

    /** Only space and tab are blanks: a line with a no-break space is a row. */
    @Test
    void aNoBreakSpaceIsNoBlank() throws IOException {
        assertThat(rows("a\n\u00A0\n")).containsExactly(Line.of(2, "\u00A0"));
    }

    /** There are no comments in RFC 4180. */
    @Test
    void aLineWithANumberSignIsARow() throws IOException {
        assertThat(rows("a,b\n#1,2\n")).containsExactly(Line.of(2, "#1", "2"));
    }

    // --- blanks around values

    /** "Blanks around an unquoted value are trimmed". */
    @Test
    void blanksAroundAnUnquotedValueAreTrimmed() throws IOException {
        assertThat(rows("a,b,c\n 1,\t2\t , \t3 4\t \n")).containsExactly(Line.of(2, "1", "2", "3 4"));
    }

    @Test
    void blanksAroundAnUnquotedColumnAreTrimmed() throws IOException {
        assertThat(table(" a ,\tb\n1,2\n").columns()).containsExactly("a", "b");
    }

    @Test
    void blanksInsideQuotesAreKept() throws IOException {
        assertThat(rows("a,b\n\" 1 \",\"\t2\"\n")).containsExactly(Line.of(2, " 1 ", "\t2"));
    }

    @Test
    void otherWhiteSpaceAroundAValueIsKept() throws IOException {
        assertThat(rows("a,b\n\u00A01\u2003,\u000B2\n")).containsExactly(Line.of(2, "\u00A01\u2003", "\u000B2"));
    }

    // --- fields

    /** How many fields a row must have is judged where tables are known, not here: they come as they stand. */
    @Test
    void aRowOfOtherWidthComesWithTheFieldsItHas() throws IOException {
        try (RowCursor cursor = table("a,b\n1\n1,2,3\n").parts().get(0)) {
            Row row = new Row();
            assertThat(cursor.next(row)).isTrue();
            assertThat(row.size()).isEqualTo(1);
            assertThat(cursor.next(row)).isTrue();
            assertThat(row.size()).isEqualTo(3);
            assertThat(row.line()).isEqualTo(3);
            assertThat(cursor.next(row)).isFalse();
        }
    }

    @Test
    void aLineThatEndsWithACommaHasAnEmptyLastField() throws IOException {
        assertThat(rows("a,b\n1,\n2,")).containsExactly(Line.of(2, "1", ""), Line.of(3, "2", ""));
    }

    @Test
    void anExhaustedFileStaysExhausted() throws IOException {
        try (TextRows rows = new TextRows(table("a\n1\n"))) {
            assertThat(rows.next()).contains(Line.of(2, "1"));
            assertThat(rows.next()).isEmpty();
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void aHeaderAloneHasNoRows() throws IOException {
        assertThat(rows("a,b")).isEmpty();
        assertThat(rows("a,b\n")).isEmpty();
    }

    @Test
    void charactersOutsideTheBasicPlaneAreKept() throws IOException {
        assertThat(rows("a,b\nŁódź,Ωμέγα\n\uD83C\uDFE0,\"\uD83D\uDC6A,\u5BB6\"\n"))
                .containsExactly(Line.of(2, "Łódź", "Ωμέγα"), Line.of(3, "\uD83C\uDFE0", "\uD83D\uDC6A,\u5BB6"));
    }

    // --- what is refused: quotes

    /** "after a closing quote they are an error". */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "x", "  \t"})
    void whatStandsAfterAClosingQuoteIsRefused(String after) {
        assertRefused(
                () -> rows("a,b\n1,2\n\"3\"" + after + ",4\n"),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: something stands between a closing quote and the next comma (table.csv line 3). Remove"
                        + " it, or double the quotes inside the value.");
    }

    @Test
    void blanksAfterTheClosingQuoteOfTheLastFieldAreRefused() {
        assertRefused(
                () -> rows("a,b\n1,\"2\" \n"),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: something stands between a closing quote and the next comma (table.csv line 2). Remove"
                        + " it, or double the quotes inside the value.");
    }

    @Test
    void blanksAfterAClosingQuoteOfTheHeaderAreRefused() {
        assertRefused(
                () -> table("\"a\" ,b\n1,2\n"),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: something stands between a closing quote and the next comma (table.csv line 1). Remove"
                        + " it, or double the quotes inside the value.");
    }

    /** The line named is that on which the row starts. */
    @Test
    void whatStandsAfterAClosingQuoteFurtherDownIsFoundByItsRow() {
        assertRefused(
                () -> rows("a,b\n\"1\n2\n3\"x,4\n"),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: something stands between a closing quote and the next comma (table.csv line 2). Remove"
                        + " it, or double the quotes inside the value.");
    }

    /** "These stop the run: ... an unclosed quote". */
    @ParameterizedTest
    @ValueSource(strings = {"\"2", "\"2\n", "\"2,3\n4,5\n6,7", "\"", "\"\"\"", "\"2\"\""})
    void anUnclosedQuoteIsRefused(String open) {
        assertRefused(
                () -> rows("a,b\nx,y\n1," + open),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: a quote is never closed (table.csv line 3). Close it.");
    }

    @Test
    void anUnclosedQuoteInTheHeaderIsRefused() {
        assertRefused(
                () -> table("a,\"b\n1,2\n"),
                "WM-CSV-QUOTE",
                "WM-CSV-QUOTE: a quote is never closed (table.csv line 1). Close it.");
    }

    // --- what is refused: long fields

    /** "a field over 1 MiB" is refused: one of exactly 1 MiB is read. */
    @Test
    void aFieldOfOneMebibyteIsRead() throws IOException {
        String longest = "x".repeat(MEBIBYTE);

        assertThat(rows("a,b\n" + longest + ",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
    }

    @Test
    void aQuotedFieldOfOneMebibyteIsRead() throws IOException {
        String longest = ",\n".repeat(MEBIBYTE / 2);

        assertThat(rows("a,b\n\"" + longest + "\",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
    }

    /** A doubled quote stands for one byte of the value. */
    @Test
    void aFieldOfOneMebibyteOfDoubledQuotesIsRead() throws IOException {
        String longest = "\"".repeat(MEBIBYTE);

        assertThat(rows("a,b\n\"" + longest + longest + "\",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
    }

    @Test
    void manyFieldsOfOneMebibyteAreReadInOneRow() throws IOException {
        String longest = "x".repeat(MEBIBYTE);

        assertThat(rows("a,b,c\n" + longest + "," + longest + "," + longest + "\n")
                        .equals(List.of(Line.of(2, longest, longest, longest))))
                .isTrue();
    }

    @Test
    void aFieldOfOneByteMoreIsRefused() {
        assertTooLong("x".repeat(MEBIBYTE + 1));
    }

    @Test
    void aQuotedFieldOfOneByteMoreIsRefused() {
        assertTooLong("\"" + ",\n".repeat(MEBIBYTE / 2) + "x\"");
    }

    /** Bytes count, not characters: 349,525 euro signs of three bytes are 1 MiB less one byte. */
    @Test
    void aFieldOfThreeByteCharactersIsMeasuredInBytes() throws IOException {
        String longest = "€".repeat(MEBIBYTE / 3) + "x";

        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(MEBIBYTE);
        assertThat(rows("a,b\n" + longest + ",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
        assertTooLong("€".repeat(MEBIBYTE / 3) + "xx");
    }

    /** 524,288 characters of two bytes are exactly 1 MiB. */
    @Test
    void aFieldOfTwoByteCharactersIsMeasuredInBytes() throws IOException {
        String longest = "é".repeat(MEBIBYTE / 2);

        assertThat(rows("a,b\n" + longest + ",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
        assertTooLong(longest + "x");
    }

    /** 262,144 characters of four bytes (two chars of Java each) are exactly 1 MiB. */
    @Test
    void aFieldOfFourByteCharactersIsMeasuredInBytes() throws IOException {
        String longest = "\uD83D\uDC6A".repeat(MEBIBYTE / 4);

        assertThat(rows("a,b\n" + longest + ",1\n").equals(List.of(Line.of(2, longest, "1"))))
                .isTrue();
        assertTooLong(longest + "x");
    }

    @Test
    void aFieldOfTenMegabytesIsRefused() {
        assertTooLong("x".repeat(10_000_000));
    }

    @Test
    void aQuotedFieldOfTenMegabytesIsRefused() {
        assertTooLong("\"" + "x".repeat(10_000_000) + "\"");
    }

    /** A quote opened and not closed swallows what follows; long before the end of the file that is too much. */
    @Test
    void anUnclosedQuoteBeforeTenMegabytesIsRefused() {
        assertTooLong("\"" + "1,2\n".repeat(2_500_000));
    }

    @Test
    void aColumnOfTenMegabytesIsRefused() {
        assertRefused(
                () -> table("a," + "x".repeat(10_000_000) + "\n1,2\n"),
                "WM-CSV-FIELD",
                "WM-CSV-FIELD: a field is longer than 1 MiB (table.csv line 1). Shorten it, or look for a quote that"
                        + " is never closed.");
    }

    // --- what is refused: bytes that are not UTF-8

    /** "bytes that are not UTF-8" stop the run. */
    @Test
    void latin1IsRefused() throws IOException {
        assertNotUtf8("a,b\n1,Zo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1), 2);
    }

    @Test
    void windows1252IsRefused() throws IOException {
        assertNotUtf8("a,b\n1,\u2019\n".getBytes(Charset.forName("windows-1252")), 2);
    }

    // Java's UTF-16 begins with the mark FE FF; Excel's "Unicode text" with FF FE
    @Test
    void utf16IsRefusedAsSuch() throws IOException {
        assertIs("UTF-16", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
        assertIs("UTF-16", "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    }

    // a workbook since 2007 is a zip, before a compound file
    @Test
    void aWorkbookNamedLikeACsvFileIsRefusedAsSuch() throws IOException {
        assertIs("an Excel workbook", bytes("PK", 3, 4, 20, 0, 6, 0));
        assertIs("an Excel workbook", bytes("", 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1));
    }

    @Test
    void aFileShorterThanAMarkIsRead() throws IOException {
        Files.write(folder.resolve("table.csv"), bytes("P"));

        assertThat(TextRows.of(opened())).isEmpty();
    }

    private void assertIs(String found, byte[] file) throws IOException {
        Files.write(folder.resolve("table.csv"), file);
        assertRefused(
                () -> opened(),
                "WM-ENCODING",
                "WM-ENCODING: the file is " + found
                        + " (table.csv). Save it as CSV UTF-8, with commas between the columns.");
    }

    /** A slash in two bytes, C0 AF: UTF-8 (RFC 3629) allows the shortest form only. */
    @Test
    void anOverlongFormIsRefused() throws IOException {
        assertNotUtf8(bytes("a,b\n1,", 0xC0, 0xAF), 2);
    }

    /** A half of a surrogate pair, ED A0 80, is no character of UTF-8. */
    @Test
    void aHalfOfASurrogatePairIsRefused() throws IOException {
        assertNotUtf8(bytes("a,b\n1,", 0xED, 0xA0, 0x80, '\n'), 2);
    }

    @Test
    void aCharacterCutOffAtTheEndIsRefused() throws IOException {
        assertNotUtf8(bytes("a,b\n1,", 0xE2, 0x82), 2);
    }

    @Test
    void wrongBytesInTheHeaderAreRefused() throws IOException {
        assertNotUtf8(bytes("a,", 0xFF, '\n'), 1);
    }

    /** Whatever the parser has read ahead, the line named is that of the wrong bytes. */
    @Test
    void wrongBytesFarDownAreRefusedWithTheirLine() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("a,b\n".getBytes(StandardCharsets.UTF_8));
        for (int line = 2; line <= 50_000; line++) {
            file.write((line + ",x\n").getBytes(StandardCharsets.UTF_8));
        }
        file.write(bytes("50001,", 0xFF, '\n'));

        assertNotUtf8(file.toByteArray(), 50_001);
    }

    // line ends are \n, \r\n and \r; three and four bytes make one letter, here over the end of what is read at once
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void theLineOfWrongBytesIsCountedByAnyLineEnd(String end) throws IOException {
        String lines = "a,b" + end + "1," + "\u20AC\uD83D\uDE00".repeat(30_000) + end + end + "2,";

        assertNotUtf8(bytes(lines, 0xE2, 0x82, '\n'), 4);
    }

    private void assertNotUtf8(byte[] file, int line) throws IOException {
        Files.write(folder.resolve("table.csv"), file);
        assertRefused(
                () -> TextRows.of(opened()),
                "WM-ENCODING",
                "WM-ENCODING: the file is not UTF-8 (table.csv line " + line + "). Save it as UTF-8.");
    }

    private static byte[] bytes(String start, int... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        for (int b : more) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }

    // --- memory

    /**
     * "row by row: the memory it takes does not grow with the file": the first rows can be had of a file whose last
     * line cannot be read, so that line has not been looked at.
     */
    @Test
    void rowsAreReadAsTheyAreAskedFor() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 1; row <= 200_000; row++) {
            text.append(row).append(",value of row ").append(row).append('\n');
        }
        SourceTable table = table(text + "\"never closed");

        try (TextRows rows = new TextRows(table)) {
            assertThat(rows.next()).contains(Line.of(2, "1", "value of row 1"));
            assertThat(rows.next()).contains(Line.of(3, "2", "value of row 2"));
            assertThat(rows.next()).contains(Line.of(4, "3", "value of row 3"));
        }
    }

    @Test
    void aClosedCursorLetsTheFileBeReadAgain() throws IOException {
        SourceTable table = table("a,b\n1,2\n3,4\n");
        try (TextRows rows = new TextRows(table)) {
            assertThat(rows.next()).contains(Line.of(2, "1", "2"));
        }

        assertThat(TextRows.of(table)).containsExactly(Line.of(2, "1", "2"), Line.of(3, "3", "4"));
    }

    // ---

    private void assertTooLong(String field) {
        assertRefused(
                () -> rows("a,b\n1,2\n3," + field + "\n"),
                "WM-CSV-FIELD",
                "WM-CSV-FIELD: a field is longer than 1 MiB (table.csv line 3). Shorten it, or look for a quote that"
                        + " is never closed.");
    }

    private List<Line> rows(String text) throws IOException {
        return TextRows.of(table(text));
    }

    private SourceTable table(String text) throws IOException {
        Files.writeString(folder.resolve("table.csv"), text);
        return opened();
    }

    private SourceTable opened() {
        return CsvFolder.of(folder).table("table").orElseThrow();
    }

    private static void assertRefused(ThrowingCallable reading, String code, String message) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        WaymarkException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }
}
