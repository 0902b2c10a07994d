package dev.waymark.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.waymark.WaymarkException;
import dev.waymark.pbr.claim.ClaimLine;
import dev.waymark.report.WholeFiles;
import dev.waymark.report.WritingTurn;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of all claims proposed, a CSV file in the format of the table {@code claims}: lines are added and never
 * changed.
 *
 * <p><b>Errors:</b> {@code WM-LEDGER} for a file that is not what was written: another header, a line that is no claim,
 * an end in the middle of a line; for one that is gone from beside the claims in it; for one that somebody else writes
 * to. Nothing is guessed: a claim that is lost would be made twice.
 */
final class ClaimLedger implements Closeable {

    static final List<String> COLUMNS = List.of("family_id", "scheme", "claimed_on", "route", "amount");

    /** What a proposal writes beside the ledger, once there is one. */
    private static final String PROPOSED = "{claims-*.csv,evidence-*}";

    private static final String HEADER = String.join(",", COLUMNS) + "\n";
    private static final int PENCE_DECIMALS = 2;

    /** Blanks around an unquoted value are trimmed by who reads a table: those of an id must be quoted. */
    private static final QuoteStrategy BLANK_AT_AN_END = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, @Nullable String value) {
            return value != null && !value.equals(value.strip());
        }
    };

    private final Path file;
    /** Where the ledger is, which several folders may have a link to. */
    private final Path target;

    private Optional<String> found = Optional.empty();
    private Optional<WritingTurn> turn = Optional.empty();

    ClaimLedger(Path file) {
        this.file = file;
        try {
            this.target = WholeFiles.target(file);
        } catch (IOException e) {
            throw new WaymarkException(
                    "WM-LEDGER",
                    "the ledger " + file
                            + " is a link to a file that is not there. Give that file back as it was: without"
                            + " it families would be claimed twice.",
                    e);
        }
    }

    /** The claims in it; none if there is no file yet. */
    List<ClaimLine> lines() {
        found = text();
        if (found.isEmpty()) {
            refuseIfLost();
            return List.of();
        }
        String text = found.get();
        if (text.startsWith("\uFEFF") || text.startsWith(HEADER.strip() + "\r")) {
            throw unusable("was saved by another program, with a byte-order mark or line ends of its own");
        }
        if (!text.startsWith(HEADER)) {
            throw unusable("does not begin with the line " + HEADER.strip());
        }
        if (!text.endsWith("\n")) {
            throw unusable("ends in the middle of a line");
        }
        List<ClaimLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                lines.add(line(row));
            }
        } catch (IOException | CsvParseException e) {
            throw unreadable(e);
        }
        return lines;
    }

    private Optional<String> text() {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(target, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The ledger is begun before any claim is written, so that claims without one have lost it. */
    private void refuseIfLost() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> proposed = Files.newDirectoryStream(folder, PROPOSED)) {
            Optional<Path> first =
                    StreamSupport.stream(proposed.spliterator(), false).min(Comparator.naturalOrder());
            if (first.isPresent()) {
                throw new WaymarkException(
                        "WM-LEDGER",
                        "the ledger " + file + " is missing beside "
                                + first.get().getFileName()
                                + ". Give it back as it was: without it families would be claimed twice.");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private WaymarkException unusable(String why) {
        return new WaymarkException("WM-LEDGER", "the ledger " + file + " " + why + ". Give it back as it was.");
    }

    private WaymarkException unreadable(Exception cause) {
        return new WaymarkException(
                "WM-LEDGER", "the ledger " + file + " cannot be read. Give it back as it was.", cause);
    }

    private ClaimLine line(NamedCsvRecord row) {
        try {
            String amount = row.getField("amount");
            return new ClaimLine(
                    given(row.getField("family_id")),
                    given(row.getField("scheme")),
                    LocalDate.parse(row.getField("claimed_on")),
                    row.getField("route"),
                    amount.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(new BigDecimal(amount)
                                    .movePointRight(PENCE_DECIMALS)
                                    .longValueExact()));
        } catch (NoSuchElementException | DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new WaymarkException(
                    "WM-LEDGER",
                    "line " + row.getStartingLineNumber() + " of the ledger " + file
                            + " is no claim. Give it back as it was.",
                    e);
        }
    }

    private static String given(String value) {
        if (value.isEmpty()) {
            throw new NoSuchElementException("empty");
        }
        return value;
    }

    /**
     * Takes the turn to write, until this is closed, and makes sure that there is a ledger, before anything else of a
     * proposal is written.
     *
     * @return whether the ledger is new
     */
    boolean begin() throws IOException {
        turn = WritingTurn.take(target.resolveSibling("." + target.getFileName() + ".lock"));
        if (turn.isEmpty()) {
            throw new WaymarkException(
                    "WM-LEDGER",
                    "another proposal writes to the ledger " + file + ". Propose again when it has ended.");
        }
        boolean isNew = found.isEmpty();
        replace(found.orElse(HEADER));
        return isNew;
    }

    /**
     * Adds claims behind those that were read. The file is replaced as a whole, so that one that is cut off leaves the
     * ledger as it was; a ledger that somebody else has added to meanwhile is left alone.
     */
    void append(List<ClaimLine> added) throws IOException {
        replace(found.orElse(HEADER) + csv(added, false));
    }

    private void replace(String text) throws IOException {
        if (!text().equals(found)) {
            throw new WaymarkException("WM-LEDGER", "the ledger " + file + " was written to meanwhile. Propose again.");
        }
        if (!found.equals(Optional.of(text))) {
            WholeFiles.write(target, text.getBytes(StandardCharsets.UTF_8));
            found = Optional.of(text);
        }
    }

    @Override
    public void close() throws IOException {
        if (turn.isPresent()) {
            turn.get().close();
        }
    }

    /** Claims as CSV text. */
    static String csv(List<ClaimLine> lines, boolean withHeader) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(BLANK_AT_AN_END)
                .build(text)) {
            if (withHeader) {
                csv.writeRecord(COLUMNS);
            }
            for (ClaimLine line : lines) {
                csv.writeRecord(
                        line.familyId(),
                        line.scheme(),
                        line.claimedOn().toString(),
                        line.route(),
                        pounds(line.pence()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Pence as pounds with two decimals; empty where there are none. */
    static String pounds(OptionalLong pence) {
        return pence.isEmpty()
                ? ""
                : BigDecimal.valueOf(pence.getAsLong(), PENCE_DECIMALS).toPlainString();
    }
}
