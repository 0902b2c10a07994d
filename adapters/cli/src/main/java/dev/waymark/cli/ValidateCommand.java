package dev.waymark.cli;

import dev.waymark.data.DataQuality;
import dev.waymark.report.DataQualityJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        DataQuality quality = data.read().quality();
        PrintWriter text = out();
        if (asJson.getAsBoolean()) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            DataQualityJson.write(quality, json);
            text.print(json.toString(StandardCharsets.UTF_8));
        } else {
            print(quality, text);
        }
        text.flush();
        return 0;
    }

    private static void print(DataQuality quality, PrintWriter text) {
        TextTable table = new TextTable("table", "rows read", "rows or values rejected");
        quality.rowsRead()
                .forEach((name, rows) -> table.row(
                        name,
                        String.format(Locale.ROOT, "%,d", rows),
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                quality.rejected().stream()
                                        .filter(r -> r.table().equals(name))
                                        .count())));
        table.print(text);
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
        if (!quality.notices().isEmpty()) {
            text.println();
            quality.notices()
                    .forEach(n -> text.printf(
                            Locale.ROOT,
                            "notice %s: %s, column %s%s, %,d times%n",
                            n.code(),
                            n.table(),
                            n.column(),
                            n.value().map(v -> ", " + v).orElse(""),
                            n.count()));
        }
    }
}
