package dev.waymark.cli;

import dev.waymark.data.DataFormat;
import dev.waymark.data.DataQuality;
import dev.waymark.data.TableFormat;
import dev.waymark.report.DataQualityJson;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Reads a data set and says what of it was rejected. */
final class ValidateCommand extends Command {

    private static final int LISTED = 100;

    private final DataOptions data = new DataOptions(this);
    private final BooleanSupplier asJson = flag("--json", "Print everything as JSON.");

    ValidateCommand() {
        super("Reads a data set and says what of it would be left out of a report, and why.");
    }

    @Override
    public Integer call() throws IOException {
        Loaded<CaseStore> loaded = data.read();
        CaseStore store = loaded.store();
        PrintWriter text = out();
        if (asJson.getAsBoolean()) {
            DataQualityJson.write(store.quality(), text);
        } else {
            print(store, loaded.filesNotRead(), text);
        }
        text.flush();
        return 0;
    }

    private static void print(CaseStore store, List<String> filesNotRead, PrintWriter text) {
        DataQuality quality = store.quality();
        RejectionCounts rejected = new RejectionCounts(quality);
        TextTable table = new TextTable("table", "rows read", "rows or values rejected");
        quality.rowsRead()
                .forEach((name, rows) -> table.row(name, String.format(Locale.ROOT, "%,d", rows), rejected.of(name)));
        table.print(text);
        List<String> absent = DataFormat.CURRENT.tables().stream()
                .map(TableFormat::name)
                .filter(name -> !quality.rowsRead().containsKey(name))
                .toList();
        if (!absent.isEmpty() || !filesNotRead.isEmpty()) {
            text.println();
        }
        if (!absent.isEmpty()) {
            text.println("Tables that are not there: " + String.join(", ", absent));
        }
        Notices.printFilesNotRead(filesNotRead, text);
        if (!quality.rejected().isEmpty()) {
            text.println();
            quality.rejected().stream().limit(LISTED).forEach(text::println);
            if (quality.rejected().size() > LISTED) {
                text.printf(
                        Locale.ROOT,
                        "and %,d more: --json lists all.%n",
                        quality.rejected().size() - LISTED);
            }
        }
        Notices.printEach(quality.notices(), text);
        rejected.print(store, "--json", text);
    }
}
