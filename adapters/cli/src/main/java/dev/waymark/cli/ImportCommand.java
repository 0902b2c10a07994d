package dev.waymark.cli;

import dev.waymark.csv.CsvFolder;
import dev.waymark.jdbc.Database;
import dev.waymark.jdbc.DatabaseImport;
import dev.waymark.jdbc.ImportedRows;
import dev.waymark.store.CaseStoreReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Loads a folder into a database that does not have the tables yet. */
final class ImportCommand extends Command {

    private final Supplier<Path> data = required(Path.class, "--data", "DIR", "The folder with the data set.");
    private final Supplier<String> jdbc = required(
            String.class,
            "--jdbc",
            "URL",
            "The database, without a password in it; a file such as jdbc:h2:./council needs no server.");
    private final BooleanSupplier creates =
            flag("--create", "Says that tables are made; a database that has one of them already is refused.");
    private final DatabaseOptions options = new DatabaseOptions(this);
    private final ReadingOptions reading = new ReadingOptions(this);

    ImportCommand() {
        super("Makes the tables of the data format in a database and fills them from a folder, all or nothing.");
    }

    @Override
    public Integer call() {
        if (!creates.getAsBoolean()) {
            throw misused("import makes the tables that it fills, which is to be said with --create");
        }
        Database database = options.at(jdbc.get());
        CsvFolder folder = CsvFolder.of(data.get());
        CaseStoreReader reader = reading.options(new CaseStoreReader(folder));
        ImportedRows imported;
        try (Progress progress = Progress.ofReading()) {
            imported = DatabaseImport.into(database).create(reader.progress(progress));
        }
        PrintWriter text = out();
        RejectionCounts rejected = new RejectionCounts(imported.quality());
        TextTable table = new TextTable("table", "rows written", "rows or values rejected");
        imported.written()
                .forEach((name, rows) -> table.row(name, String.format(Locale.ROOT, "%,d", rows), rejected.of(name)));
        table.print(text);
        if (!imported.quality().rejected().isEmpty()) {
            text.println();
            text.println("What was rejected is not in the database: waymark validate lists it.");
        }
        if (!folder.stars().isEmpty()) {
            text.println();
            text.println(
                    "The definitions of the data set's own Stars are not in the database: give a folder with its stars/"
                            + " as --definitions wherever --jdbc is given.");
        }
        text.flush();
        return 0;
    }
}
