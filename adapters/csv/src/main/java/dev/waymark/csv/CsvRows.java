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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The rows of one CSV file, one after the other. */
final class CsvRows implements RowCursor {

    private static final int READ_AHEAD = 1 << 16;
    /** A field of nothing but quotes, each doubled, with the quotes around it and what the parser reads ahead. */
    private static final int ROOM_FOR_A_FIELD = 2 * CellHandler.MOST_BYTES + READ_AHEAD;

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
                                    from == 0 ? withoutMark(open(file)) : open(file, from),
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            rows = reader.iterator();
        } catch (IOException e) {
            throw CsvFolder.unreadable(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, READ_AHEAD) : bytes;
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

    /** The bytes after a byte-order mark, if there is one. */
    private static InputStream withoutMark(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, READ_AHEAD);
        buffered.mark(3);
        byte[] start = buffered.readNBytes(3);
        boolean isMark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!isMark) {
            buffered.reset();
        }
        return buffered;
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
        return new WaymarkException(
                "WM-ENCODING", "the file is not UTF-8 (" + place + " or after it). Save it as UTF-8.", e);
    }

    private WaymarkException problem(IOException e) {
        if (e instanceof CharacterCodingException coding) {
            return notUtf8(place(), coding);
        }
        return CsvFolder.unreadable(file, e);
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
