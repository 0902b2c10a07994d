package dev.waymark.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.waymark.WaymarkException;
import dev.waymark.pbr.claim.ClaimLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The ledger of all claims proposed, a CSV file in the format of the table {@code claims}: lines are added and never
 * changed.
 */
final class ClaimLedger {

    static final List<String> COLUMNS = List.of("family_id", "scheme", "claimed_on", "route", "amount");

    private static final int PENCE_DECIMALS = 2;

    private final Path file;

    ClaimLedger(Path file) {
        this.file = file;
    }

    /** The claims in it; none if there is no file yet. */
    List<ClaimLine> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<ClaimLine> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                lines.add(line(row));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new WaymarkException(
                    "WM-LEDGER", "the ledger " + file + " cannot be read. Give it back as it was.", e);
        }
        return lines;
    }

    private ClaimLine line(NamedCsvRecord row) {
        try {
            String amount = row.getField("amount");
            return new ClaimLine(
                    row.getField("family_id"),
                    row.getField("scheme"),
                    LocalDate.parse(row.getField("claimed_on")),
                    row.getField("route"),
                    amount.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(new BigDecimal(amount)
                                    .movePointRight(PENCE_DECIMALS)
                                    .longValueExact()));
        } catch (java.util.NoSuchElementException | DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new WaymarkException(
                    "WM-LEDGER",
                    "line " + row.getStartingLineNumber() + " of the ledger " + file
                            + " is no claim. Give it back as it was.",
                    e);
        }
    }

    /** Adds claims behind those that are there, in one write. */
    void append(List<ClaimLine> added) throws IOException {
        boolean isNew = !Files.exists(file);
        if (added.isEmpty() && !isNew) {
            return;
        }
        Files.writeString(file, csv(added, isNew), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Claims as CSV text. */
    static String csv(List<ClaimLine> lines, boolean withHeader) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
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
