package dev.waymark.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.waymark.WaymarkException;
import dev.waymark.data.Row;
import dev.waymark.data.RowCursor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The rows of one CSV file, one after the other. */
final class CsvRows implements RowCursor {

    private static final int READ_AHEAD = 1 << 16;
    /** A field of nothing but quotes, each doubled, with the quotes around it and what the parser reads ahead. */
    private static final int ROOM_FOR_A_FIELD = 2 * Row.MOST_BYTES + READ_AHEAD;

    private static final int LONGEST_START = 4;

    private final Path file;
    private final CellHandler cells;
    private final CsvReader<Row> reader;
    private final CloseableIterator<Row> rows;

    /** The rows of a whole file. */
    CsvRows(Path file) {
        this(file, 0, 1);
    }

    /** The rows of a file from a place on, where the line of this number starts. */
    CsvRows(Path file, long from, long firstLine) {
        this.file = file;
        this.cells = new CellHandler(firstLine);
        try {
            reader = CsvReader.builder()
                    .maxBufferSize(ROOM_FOR_A_FIELD)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(
                            cells,
                            new InputStreamReader(
                                    from == 0 ? withoutMark(file, open(file)) : open(file, from), decoder()));
            rows = reader.iterator();
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return CsvFolder.isZipped(file) ? new GZIPInputStream(bytes, READ_AHEAD) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream open(Path file, long from) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            bytes.skipNBytes(from);
            return bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The bytes after a byte-order mark, if there is one; what is no CSV file by its first bytes is refused. */
    private static InputStream withoutMark(Path file, InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, READ_AHEAD);
        try {
            buffered.mark(LONGEST_START);
            byte[] start = buffered.readNBytes(LONGEST_START);
            buffered.reset();
            if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw saveAsCsv("an Excel workbook", file);
            }
            if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
                throw saveAsCsv("UTF-16", file);
            }
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                buffered.skipNBytes(3);
            }
            return buffered;
        } catch (IOException | WaymarkException e) {
            buffered.close();
            throw e;
        }
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        return start.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> start[i] == (byte) bytes[i]);
    }

    private static WaymarkException saveAsCsv(String found, Path file) {
        return new WaymarkException(
                "WM-ENCODING",
                "the file is " + found + " (" + file.getFileName()
                        + "). Save it as CSV UTF-8, with commas between the columns.");
    }

    /** The cells of the first row; none if the file has no row. To be asked first. */
    List<String> header() {
        return next(new Row()) ? cells.texts() : List.of();
    }

    @Override
    public boolean next(Row row) {
        cells.into(row);
        try {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            return true;
        } catch (CsvParseException e) {
            throw problem(e);
        } catch (UncheckedIOException e) {
            throw problem(Objects.requireNonNull(e.getCause()));
        }
    }

    private WaymarkException problem(CsvParseException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed")) {
            return new WaymarkException("WM-CSV-QUOTE", "a quote is never closed (" + place() + "). Close it.", e);
        }
        if (message.startsWith("Unexpected character")) {
            return new WaymarkException(
                    "WM-CSV-QUOTE",
                    "something stands between a closing quote and the next comma (" + place()
                            + "). Remove it, or double the quotes inside the value.",
                    e);
        }
        WaymarkException tooLong = fieldTooLong(place());
        tooLong.initCause(e);
        return tooLong;
    }

    static WaymarkException fieldTooLong(String place) {
        return new WaymarkException(
                "WM-CSV-FIELD",
                "a field is longer than 1 MiB (" + place + "). Shorten it, or look for a quote that is never closed.");
    }

    static WaymarkException notUtf8(String place, CharacterCodingException e) {
        return new WaymarkException("WM-ENCODING", "the file is not UTF-8 (" + place + "). Save it as UTF-8.", e);
    }

    private WaymarkException problem(IOException e) {
        if (e instanceof CharacterCodingException coding) {
            return notUtf8(file.getFileName() + " line " + lineNotUtf8(), coding);
        }
        return CsvFolder.unreadable(file, e);
    }

    /** The parser reads ahead of its rows, so the line is looked for once more. */
    private long lineNotUtf8() {
        CharsetDecoder decoder = decoder();
        ByteBuffer from = ByteBuffer.allocate(READ_AHEAD);
        CharBuffer into = CharBuffer.allocate(READ_AHEAD);
        long lineAt = 1;
        char before = ' ';
        try (InputStream bytes = open(file)) {
            while (true) {
                int read = bytes.readNBytes(from.array(), from.position(), from.remaining());
                from.position(from.position() + read).flip();
                CoderResult result = decoder.decode(from, into.clear(), read == 0);
                for (into.flip(); into.hasRemaining(); ) {
                    char character = into.get();
                    if (character == '\r' || (character == '\n' && before != '\r')) {
                        lineAt++;
                    }
                    before = character;
                }
                if (read == 0 || result.isError()) {
                    return lineAt;
                }
                from.compact();
            }
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }

    /** A decoder that replaces nothing. */
    static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private String place() {
        return file.getFileName() + " line " + cells.line();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }
}
